"""The book of judgements while resolving: curators' decisions go in, they and the rules' verdicts come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nsmallest

from kg.model import Label
from kg.resolve.clusters import Clusters
from kg.resolve.judgement import RULE, Judgement, latest

_SHOWN = 3


class Ledger:
    """Collects verdicts; the same verdict on the same pair is one judgement with more evidence."""

    def __init__(self, decisions: Iterable[Judgement] = ()) -> None:
        self._decisions = latest(decisions)
        self._verdicts: dict[tuple[Label, str, str, bool, str, str], tuple[str, float, set[str], int]] = {}

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

    def decide(self, label: Label, clusters: Clusters, index: Mapping[str, Iterable[int]]) -> None:
        """Carry out the curators' decisions: same first, then different; `index` finds a reference's items."""
        for verdict in (True, False):
            for (of, _, _), judgement in sorted(self._decisions.items()):
                if of == label and judgement.same is verdict:
                    _carry_out(
                        judgement, clusters, sorted(index.get(judgement.a, ())), sorted(index.get(judgement.b, ()))
                    )

    def judgements(self) -> list[Judgement]:
        """Everything judged, sorted."""
        by_rule = [
            Judgement(
                label=label, a=a, b=b, same=same, by=by, reason=reason,
                when=when, score=round(score, 3), evidence=tuple(sorted(shown)), count=count,
            )
            for (label, a, b, same, by, reason), (when, score, shown, count) in self._verdicts.items()
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
