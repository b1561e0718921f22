"""Make kg/lexicon/not_names.txt anew: words of jieba's dictionary (MIT) that have the shape of a Chinese personal name.

A name finder that goes by surname and length takes 高度, 方面 or 和平 for a person; the dictionary knows better.
Run: python tools/build_lexicon.py
"""

from importlib.resources import files
from pathlib import Path

from babel import Locale

LEXICON = Path(__file__).parent.parent / "kg" / "lexicon"
RARE = 3  # the dictionary's count below which a word is as likely a name nobody marked as one


def surnames() -> tuple[set[str], set[str]]:
    """The single and the compound surnames of kg/lexicon/surnames.txt."""
    lines = [ln for ln in (LEXICON / "surnames.txt").read_text(encoding="utf-8").splitlines() if not ln.startswith("#")]
    cut, japanese = lines.index("[compound]"), lines.index("[japanese]")
    return set("".join(lines[:cut])), set(" ".join(lines[cut + 1 : japanese]).split())


def main() -> None:
    """Write the list, sorted, with a heading that says where it came from."""
    single, compound = surnames()
    words = []
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        shaped = (len(word) in (2, 3) and word[0] in single) or (len(word) in (3, 4) and word[:2] in compound)
        if shaped and not tag.startswith("nr") and int(count) >= RARE:
            words.append(word)
    words += [name for name in Locale("zh").territories.values() if len(name) > 1]
    head = (
        "# Words that look like personal names and are not. Made by tools/build_lexicon.py from jieba's dict.txt (MIT)\n"
        "# and CLDR's territory names (Unicode licence).\n"
    )
    (LEXICON / "not_names.txt").write_text(head + " ".join(sorted(set(words))) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
