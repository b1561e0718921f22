"""What an article tells of a person that can tell two of one name apart: posts, what they are called, company, day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kg.resolve.mention import Mention
from kg.resolve.nations import nation_of
from kg.resolve.posts import PostName
from kg.resolve.reports import day_number
from kg.resolve.words import table

_GROUP = re.compile(r"(?<=..)(?:党委|党组|分党组|纪委)$")  # 北京大学党委 and 北京大学 are one house
_WIDE = re.compile(r"(?:委员|代表|成员|常委|理事|院士)$")  # posts that many hold at once
REPORTER = "记者"
HIGH = 6  # from this rank on a name in the news is nearly always the one office holder's


class Profile(NamedTuple):
    """One article's picture of a person. `called` holds nouns that are no posts (记者, 村民), `company` the other
    names of its circle (a reporter's are the other reporters).
    """

    mention: Mention
    posts: tuple[PostName, ...]
    called: frozenset[str]
    company: frozenset[str]
    day: int | None
    paper: str

    @property
    def telling(self) -> list[PostName]:
        """Posts whose body is known."""
        return [post for post in self.posts if post.body]

    @property
    def signs(self) -> list[str]:
        """What two mentions of one name share only if they are one person: a post few hold, or its body."""
        narrow = [post for post in self.telling if not _WIDE.search(post.name)]
        bodies = [f"of {_GROUP.sub('', post.body.same)}" for post in narrow if post.body]
        return [*(post.same for post in narrow), *bodies, *(f"of {nation}" for nation in sorted(self.nations))]

    @property
    def nations(self) -> frozenset[str]:
        """The countries it holds office in; empty for posts in China and in international bodies."""
        named = (nation_of(post.body.same) for post in self.telling if post.body)
        return frozenset(nation for nation in named if nation)

    @property
    def rank(self) -> int:
        """The highest rank among its posts, 0 for none."""
        return max((rank(post.name) for post in self.posts), default=0)

    @property
    def ordinary(self) -> bool:
        """Whether the article calls the person something, but nothing of rank."""
        return bool(self.called) and self.rank < HIGH


@cache
def _ranks() -> list[tuple[re.Pattern[str], int]]:
    return [(re.compile(row["names"]), row["level"]) for row in table("ranks")["rank"]]


@lru_cache(maxsize=50_000)
def rank(post: str) -> int:
    """How high a post stands, 1 to 9."""
    return next((level for pattern, level in _ranks() if pattern.search(post)), 1)


def profile(
    mention: Mention, posts: Sequence[PostName], called: Iterable[str], company: Iterable[str], paper: str
) -> Profile:
    """Gather what one article tells of one person."""
    return Profile(mention, tuple(posts), frozenset(called), frozenset(company), day_number(mention.published), paper)
