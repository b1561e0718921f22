"""The book of judgements while resolving: curators' decisions go in, they and the rules' verdicts come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nsmallest

from kg.model import Label
from kg.resolve.clusters import Clusters
from kg.resolve.judgement import RULE, Judgement, latest
from kg.resolve.mention import Mention

_SHOWN = 3


class Ledger:
    """Collects verdicts; the same verdict on the same pair is one judgement with more evidence."""

    def __init__(self, decisions: Iterable[Judgement] = ()) -> None:
        self._decisions = latest(decisions)
        self._verdicts: dict[tuple[Label, str, str, bool, str, str], tuple[str, float, set[str], int]] = {}
        self._between: dict[tuple[str, str], tuple[tuple[str, ...], int]] = {}
        self._carried_out: set[tuple[Label, str, str]] = set()

    def record(
        self, label: Label, a: str, b: str, *, same: bool, rule: str, reason: str,
        score: float = 1.0, when: str = "", evidence: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """A rule's verdict on two references; nothing is recorded of a thing and itself."""
        if a == b:
            return
        a, b = sorted((a, b))
        slot = (label, a, b, same, RULE + rule, reason)
        last, best, seen, count = self._verdicts.get(slot, ("", 0.0, set(), 0))
        # Only the first few are kept, chosen by their text, so that the order of the input never shows.
        shown = set(nsmallest(_SHOWN, seen | set(evidence)))
        self._verdicts[slot] = (max(last, when), max(best, score), shown, count + 1)

    def compare(
        self, one: Mention, two: Mention, *, same: bool, rule: str, reason: str, score: float = 1.0, weight: int = 1
    ) -> None:
        """A rule's verdict on two mentions; `weight` of them would move if it were otherwise."""
        (a, name), (b, other) = sorted(((one.ref, one.name), (two.ref, two.name)))
        self._between[a, b] = (name, other), max(weight, self._between.get((a, b), ((), 1))[1])
        self.record(
            one.label, a, b, same=same, rule=rule, reason=reason, score=score, when=max(one.published, two.published)
        )

    def decide(self, label: Label, clusters: Clusters, index: Mapping[str, Iterable[int]]) -> None:
        """Carry out the curators' decisions: same first, then different; `index` finds a reference's items."""
        for verdict in (True, False):
            for (of, _, _), judgement in sorted(self._decisions.items()):
                if of == label and judgement.same is verdict:
                    left, right = (sorted(index.get(side, ())) for side in (judgement.a, judgement.b))
                    if left and right:
                        self._carried_out.add(judgement.pair)
                    _carry_out(judgement, clusters, left, right)

    def idle(self) -> list[Judgement]:
        """Decisions that nothing came of: a side of them is no mention and no name in these sources."""
        return [judgement for pair, judgement in sorted(self._decisions.items()) if pair not in self._carried_out]

    def judgements(self) -> list[Judgement]:
        """Everything judged, sorted."""
        unnamed: tuple[tuple[str, ...], int] = (), 1
        by_rule = [
            Judgement(
                label=label, a=a, b=b, same=same, by=by, reason=reason, when=when, score=round(score, 3),
                evidence=tuple(sorted(shown)), count=count, names=names, weight=weight,
            )
            for (label, a, b, same, by, reason), (when, score, shown, count) in self._verdicts.items()
            for names, weight in (self._between.get((a, b), unnamed),)
        ]  # fmt: skip
        return sorted([*by_rule, *self._decisions.values()])


def _carry_out(judgement: Judgement, clusters: Clusters, left: list[int], right: list[int]) -> None:
    """All of the left with all of the right: joined, or kept apart."""
    for a in left:
        for b in right:
            if judgement.same:
                clusters.join(a, b)
            else:
                clusters.forbid(a, b)
