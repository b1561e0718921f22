"""Train what tells how broken print goes together (kg/source/seams.py): bigrams, openings and joints of the lexicon.

    pip install scikit-learn
    python -m tools.train_seams CORPUS.jsonl --without HELD_OUT.jsonl

Paragraphs are cut at random places: a paragraph's first words against the first words behind a cut (openings); the two
sides of a cut against sides of different cuts in one article (joints). Both are logistic regressions with an L1
penalty, so that few features stay. Every twentieth record is kept back to tell the area under the ROC curve. Records
of the held-out corpus are left out altogether, so that figures measured there stay honest.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-not-found, unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found, unused-ignore]
from sklearn.metrics import roc_auc_score  # type: ignore[import-not-found, unused-ignore]

from kg.lexicon.bigrams import END, FILE, plain
from kg.lexicon.weights import BIAS
from kg.source.lines import Line, lines_of
from kg.source.reader import read
from kg.source.record import Source
from kg.source.seams import Seams, opening_features

SEED = 20220404
RAREST = 3  # bigrams seen less often are left out
LEAST_WEIGHT = 0.05
SHORTEST_CUT = 40
_BIGRAMS = """\
# Which character follows which in official news: the first column is a character, the k-th column after it holds
# the characters seen 2^(k-1) to 2^k - 1 times right after it (never fewer than {rarest}). $ stands for the end of
# a heading, read backwards, $x for a heading that ends in x; 0 for any digit, a for any Latin letter.
# Counted by tools/train_seams.py in {records} records of broadcast news, {characters} characters.
"""
_WEIGHTS = """\
# {about}
# Trained by tools/train_seams.py on {records} records of broadcast news; {examples} examples; area under the ROC
# curve on records kept back: {area:.3f}. Each line: a feature of kg/source/seams.py and its weight.
"""
Example = tuple[Mapping[str, float], bool]


class Counts(dict[str, Counter[str]]):
    """How often each character follows each context."""

    def __missing__(self, context: str) -> Counter[str]:
        return self.setdefault(context, Counter())

    def add(self, lines: Iterable[Line], title: str) -> None:
        """Count one record's paragraphs and headings."""
        for line in lines:
            text = plain(line.text)
            if line.is_complete:
                for first, second in pairwise(text):
                    self[first][second] += 1
        for text in [plain(title), *(plain(line.text) for line in lines if line.may_be_heading)]:
            if len(text) > 1:
                self[END][text[-1]] += 1
                self[END + text[-1]][text[-2]] += 1

    def rows(self) -> Iterator[str]:
        """The file's lines, sorted, without what is too rare."""
        for context, followers in sorted(self.items()):
            kept = sorted((c, n) for c, n in followers.items() if n >= RAREST)
            levels = [""] * max((n.bit_length() for _, n in kept), default=0)
            for follower, n in kept:
                levels[n.bit_length() - 1] += follower
            if kept:
                yield "\t".join((context, *levels))


def openings(source: Source, chance: Random) -> Iterator[Example]:
    """Beginnings of paragraphs, whole or cut short, against fragments that begin in the middle."""
    for line in _paragraphs(source):
        whole = chance.random() < 0.5 or len(line) < SHORTEST_CUT
        yield _ones(opening_features(line if whole else line[: chance.randrange(2, len(line))])), True
        if len(line) >= SHORTEST_CUT and (at := _cut(line, chance)):
            end = len(line) if chance.random() < 0.5 else chance.randrange(at + 1, len(line) + 1)
            yield _ones(opening_features(line[at:end])), False


def joints(source: Source, chance: Random) -> Iterator[Example]:
    """The two sides of a cut, against sides of two cuts in one article."""
    lines = [line for line in _paragraphs(source) if len(line) >= SHORTEST_CUT]
    cuts = [(line[:at], line[at:]) for line in lines if (at := _cut(line, chance))]
    seams = Seams([side for cut in cuts for side in cut])
    for number, (tail, head) in enumerate(cuts):
        yield seams.joint_features(tail, head), True
        if others := cuts[:number] + cuts[number + 1 :]:
            yield seams.joint_features(tail, chance.choice(others)[1]), False


def _ones(features: Iterable[str]) -> Mapping[str, float]:
    return dict.fromkeys(sorted(features), 1.0)


def _paragraphs(source: Source) -> list[str]:
    return [line.text for line in lines_of(source.text) if line.is_complete and len(line.text) >= 8]


def _cut(line: str, chance: Random) -> int:
    """Where to cut the line; 0 where the place drawn is no seam, as a sentence ends there."""
    at = chance.randrange(2, len(line) - 1)
    return 0 if line[at - 1] in "。！？…" or line[at] in "。！？…”" else at


def train(name: str, about: str, examples: Sequence[Example], kept_back: Sequence[Example], records: int) -> None:
    """Fit, measure, write `kg/lexicon/<name>.txt`."""
    often = Counter(feature for features, _ in examples for feature in features)
    known = [({f: v for f, v in features.items() if often[f] >= RAREST}, label) for features, label in examples]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([features for features, _ in known])
    test = vectors.transform([features for features, _ in kept_back])
    for sparse in (matrix, test):  # liblinear takes 32-bit indices only
        sparse.indices, sparse.indptr = sparse.indices.astype("int32"), sparse.indptr.astype("int32")
    model = LogisticRegression(C=0.5, l1_ratio=1, solver="liblinear", random_state=0)
    model.fit(matrix, [label for _, label in known])
    area = roc_auc_score([label for _, label in kept_back], model.decision_function(test))
    pairs = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = sorted((feature, weight) for feature, weight in pairs if abs(weight) >= LEAST_WEIGHT)
    head = _WEIGHTS.format(about=about, records=f"{records:,}", examples=f"{len(examples):,}", area=area)
    rows = [f"{feature}\t{weight:.2f}" for feature, weight in [(BIAS, model.intercept_[0]), *kept]]
    FILE.with_name(f"{name}.txt").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{name}: {len(kept):,} weights, area {area:.3f}")


def main() -> None:
    """Read the corpus, write the three files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--without", type=Path)
    chosen = parser.parse_args()
    held_out = {item.id for item in read([chosen.without]) if isinstance(item, Source)} if chosen.without else set()
    sources = [item for item in read([chosen.corpus]) if isinstance(item, Source) and item.id not in held_out]
    counts = Counts()
    for source in sources:
        counts.add(lines_of(source.text), source.title)
    characters = f"{sum(len(source.text) for source in sources):,}"
    head = _BIGRAMS.format(rarest=RAREST, records=f"{len(sources):,}", characters=characters)
    FILE.write_text(head + "\n".join(counts.rows()) + "\n", encoding="utf-8")
    print(f"bigrams: {FILE.stat().st_size:,} bytes")
    for name, about, examples_of in (
        ("openings", "How a paragraph begins, against a line that begins in the middle of a sentence.", openings),
        ("joints", "What stands where a sentence was cut, against lines that do not belong together.", joints),
    ):
        chance = Random(SEED)
        parts = [list(examples_of(source, chance)) for source in sources]
        seen = [example for number, part in enumerate(parts) if number % 20 for example in part]
        train(name, about, seen, [example for part in parts[::20] for example in part], len(sources))


if __name__ == "__main__":
    main()
