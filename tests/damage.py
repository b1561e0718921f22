"""Damage a text the way the two seed pages are damaged, from a fixed seed: the same text and seed give the same damage.

    python -m tests.damage IN.jsonl OUT.jsonl --seed 1 [--kind columns|scan|both]

What a scanned newspaper page shows, each kind taken from the seed pages: marks printed half-width (，→, （）→()),
names of two characters padded with a space (张 韬), paragraphs cut by a blank line in the middle of a sentence, word,
quotation or title, and columns in the wrong order: two neighbouring blocks exchanged, or a block put at the end.

What a plain scan of one column shows (`scan`): every line as wide as the column, cut in names and numbers; signs that
OCR confuses (曰, 丶, ∶, 〝〞); full-width digits; spaces strewn between characters; the page's number and date and
下转第二版 between the lines.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from random import Random

import msgspec

from kg.lexicon import alternation, char_class, sections
from kg.lexicon.dictionary import name_shaped_words

_HALF = str.maketrans("，（）：", ",():")
_HALF_SHARE = 0.9  # of the marks: a page mixes both widths
_PADDED_SHARE = 0.5  # of the names that can be padded
_TITLE = alternation(w for key in ("office", "person") for w in sections("posts")[key] if len(w) > 1)
_AFTER = "、|，|。|主持|出席|参加|指出|强调|要求|表示|介绍|汇报|作了|讲话|同志"
_SHORT_NAME = re.compile(rf"(?:{_TITLE}|、)({char_class('surnames', 'single')}[一-龥])(?={_AFTER})")
_FINAL = "。！？…"
_SHORTEST_CUT = 40  # a shorter paragraph stands in one column
_COLUMN = 220  # characters of a paragraph between two cuts, about


def damage(text: str, seed: int | str) -> str:
    """`text` (paragraphs on lines of their own) as OCR would give it, columns in disorder."""
    chance = Random(seed)
    columns = _cut(_half_width(_pad(text, chance), chance), chance)
    return "\n\n".join(_disorder(columns, chance))


def _pad(text: str, chance: Random) -> str:
    """Names of two characters, found where a title or a list shows them, padded in some of their places."""
    names = {name for name in _SHORT_NAME.findall(text) if name not in name_shaped_words()}
    if not names:
        return text
    return re.sub(
        alternation(names), lambda m: f"{m[0][0]} {m[0][1]}" if chance.random() < _PADDED_SHARE else m[0], text
    )


def _half_width(text: str, chance: Random) -> str:
    return re.sub("[，（）：]", lambda m: m[0].translate(_HALF) if chance.random() < _HALF_SHARE else m[0], text)


def _cut(text: str, chance: Random) -> list[list[str]]:
    """Each paragraph as the fragments that stand in different columns."""
    return [_fragments(line.strip(), chance) for line in text.splitlines() if line.strip()]


def _fragments(line: str, chance: Random) -> list[str]:
    wanted = max(1, round(len(line) / _COLUMN)) if len(line) >= _SHORTEST_CUT else 0
    places = [at for at in range(2, len(line) - 1) if line[at - 1] not in _FINAL and line[at] not in _FINAL + "”"]
    cuts = sorted(chance.sample(places, min(wanted, len(places))))
    return [line[start:end] for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True)]


def _disorder(paragraphs: list[list[str]], chance: Random) -> list[str]:
    """All fragments in print, two blocks of them exchanged."""
    broken = [number for number, fragments in enumerate(paragraphs) if len(fragments) > 1]
    printed = [fragment for fragments in paragraphs for fragment in fragments]
    if not broken:
        return printed
    chosen = chance.choice(broken)
    first = sum(len(fragments) for fragments in paragraphs[:chosen])
    first += chance.randrange(len(paragraphs[chosen]) - 1)
    kind = chance.choice(("exchange", "exchange", "to the end", "columns"))
    if kind == "exchange":
        start, middle, end = first, first + 1, first + 2
    elif kind == "to the end":
        start, middle, end = first, first + 1, len(printed)
    else:
        reach = chance.randrange(1, 4)
        start, middle, end = max(0, first + 1 - reach), first + 1, min(len(printed), first + 1 + reach)
    return printed[:start] + printed[middle:end] + printed[start:middle] + printed[end:]


_CONFUSED = {"、": "丶", "：": "∶", "“": "〝", "”": "〞", "·": "•"}
_CONFUSED_SHARE, _STREWN_SHARE = 0.2, 0.015
_FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")
_FURNITURE = ("（下转第二版）", "（上接第一版）", "2024年3月4日　星期一", "第2版　要闻", "- 3 -")
_BYLINE = re.compile(r"(?:记者|通讯员|实习生)[^）]{0,40}）?")


def scan(text: str, seed: int | str) -> str:
    """`text` as a scan of one narrow column would give it."""
    chance = Random(f"scan:{seed}")
    text = _confuse(_strew(text, chance), chance)
    if chance.random() < 0.5:
        text = text.translate(_FULL_WIDTH)
    return "\n".join(_with_furniture(_wrap(text, chance), chance))


def _strew(text: str, chance: Random) -> str:
    """Spaces between characters, not in bylines: nothing tells them there from those between two names."""
    bylines = [match.span() for match in _BYLINE.finditer(text)]
    free = re.compile("(?<=[一-龥])(?=[一-龥])")
    places = [m.start() for m in free.finditer(text) if not any(a <= m.start() <= b for a, b in bylines)]
    for at in sorted(chance.sample(places, round(_STREWN_SHARE * len(places))), reverse=True):
        text = f"{text[:at]} {text[at:]}"
    return text


def _confuse(text: str, chance: Random) -> str:
    text = re.sub(r"(?<=\d)日", lambda m: "曰" if chance.random() < _CONFUSED_SHARE else m[0], text)
    return "".join(_CONFUSED[c] if c in _CONFUSED and chance.random() < _CONFUSED_SHARE else c for c in text)


def _wrap(text: str, chance: Random) -> list[str]:
    width = chance.randint(18, 30)
    wrapped = []
    for paragraph in (f"　　{line.strip()}" for line in text.splitlines() if line.strip()):
        wrapped += [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    return wrapped


def _with_furniture(lines: list[str], chance: Random) -> list[str]:
    for _ in range(2):
        lines.insert(chance.randrange(1, len(lines) + 1), chance.choice(_FURNITURE))
    return lines


def main() -> None:
    """Damage every record's text; all other fields stay."""
    parser = argparse.ArgumentParser(description="Damage the texts of a JSONL corpus as OCR and page layout would.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=("columns", "scan", "both"), default="columns")
    chosen = parser.parse_args()
    records = [msgspec.json.decode(line) for line in chosen.source.read_bytes().splitlines() if line.strip()]
    for record in records:
        seed = f"{chosen.seed}:{record['id']}"
        if chosen.kind != "columns":
            record["text"] = scan(record["text"], seed)
        if chosen.kind != "scan":
            record["text"] = damage(record["text"], seed)
    chosen.target.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))


if __name__ == "__main__":
    main()
