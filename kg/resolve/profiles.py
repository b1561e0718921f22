"""What an article tells of a person that can tell two of one name apart: posts, what they are called, company, day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kg.resolve.mention import Mention
from kg.resolve.nations import is_of_state, nation_of
from kg.resolve.posts import PostName
from kg.resolve.reports import day_number
from kg.resolve.words import table

_GROUP = re.compile(r"(?<=..)(?:党委|党组|分党组|纪委)$")  # 北京大学党委 and 北京大学 are one house
_WIDE = re.compile(r"^(?!.*常驻).*(?:委员|代表|成员|常委|理事|院士)$")  # posts that many hold at once
# Houses so called stand everywhere: they tell nobody.
_ANYWHERE = re.compile(r"(?:.?|总?公司|集团|企业|社区|学校|医院|大会|会议|大队|支队|政府|.?村|村?党.{0,3}支部)$")
REPORTER = "记者"
# Nouns said of office holders too; everything else that a person is called speaks for somebody without an office.
_POLITICAL = re.compile(
    r"候选人$|领导人$|领导(?:同志)?$|^(?:主要|有关部门)?负责(?:人|同志)$|^(?:同志|先生|女士|夫妇|代表)$|(?:老同志|优秀党员|共产主义战士)$"
)
# What follows the name of somebody who attends: 李强出席, 陈晓光、李斌参加会见.
_ATTENDS = re.compile(r"(?:[、和][一-龥·]{2,8})*(?:等)?(?:也|还|一同)?(?:出席|参加|列席|陪同|主持|会见时在座)")
HIGH = 6  # from this rank on a name in the news is nearly always the one office holder's


class Profile(NamedTuple):
    """One article's picture of a person. `called` holds nouns that are no posts (记者, 村民), `company` the other
    names of its circle (a reporter's are the other reporters), `near` the words around the name; `acts` tells that the
    person has a part in a meeting.
    """

    mention: Mention
    posts: tuple[PostName, ...]
    called: frozenset[str]
    company: frozenset[str]
    day: int | None
    paper: str
    near: tuple[str, ...] = ()
    acts: bool = False

    @property
    def telling(self) -> list[PostName]:
        """Posts whose body is known."""
        return [post for post in self.posts if post.body]

    @property
    def signs(self) -> list[str]:
        """What two mentions of one name share only if they are one person: a post few hold, or its body."""
        if self.torn:
            return []
        narrow = [post for post in self.telling if not _WIDE.search(post.name) and not _ANYWHERE.match(_house(post))]
        bodies = [f"of {house}" for house in map(_house, narrow) if house not in self.nations]
        nations = sorted(self.nations) if any(not post.former for post in self.telling) else []
        return [*(post.same for post in narrow), *bodies, *(f"of {nation}" for nation in nations)]

    @property
    def nations(self) -> frozenset[str]:
        """The countries it holds office in; empty for posts in China and in international bodies."""
        named = (nation_of(post.body.same) for post in self.telling if post.body)
        return frozenset(nation for nation in named if nation)

    @property
    def abroad(self) -> bool:
        """Whether it holds office in another country, or an office that only states have and no body is told of."""
        return bool(self.nations) or any(is_of_state(post.name) for post in self.posts if not post.body)

    @property
    def torn(self) -> bool:
        """Whether one article gives the name offices of two countries: two people in it may bear the name."""
        return len({nation_of(p.body.same) for p in self.telling if p.body and not p.former} - {""}) > 1

    @property
    def rank(self) -> int:
        """The highest rank among its posts, 0 for none."""
        return max((rank(post.name) for post in self.posts), default=0)

    @property
    def ranked(self) -> bool:
        """Whether a post told with its body says how high the person stands."""
        return not self.torn and any(rank(post.name) for post in self.telling)

    @property
    def seated(self) -> bool:
        """Whether it has a seat or an honour that office holders have beside their office or after it."""
        return any(rank(post.name) == 0 for post in self.telling)

    @property
    def ordinary(self) -> bool:
        """Whether the article calls the person something, but nothing of rank."""
        return any(not _POLITICAL.search(noun) for noun in self.called) and self.rank < HIGH


def _house(post: PostName) -> str:
    return _GROUP.sub("", post.body.same) if post.body else ""


@cache
def _ranks() -> list[tuple[re.Pattern[str], int]]:
    return [(re.compile(row["names"]), row["level"]) for row in table("ranks")["rank"]]


@lru_cache(maxsize=50_000)
def rank(post: str) -> int:
    """How high a post stands, 1 to 9; 0 for one that tells nothing of it."""
    return next((level for pattern, level in _ranks() if pattern.search(post)), 1)


def profile(
    mention: Mention, posts: Sequence[PostName], called: Iterable[str], company: Iterable[str], paper: str, acts: bool
) -> Profile:
    """Gather what one article tells of one person."""
    day, near = day_number(mention.published), tuple(mention.texts("_near"))
    acts = acts or any(_ATTENDS.match(after) for after in near[1::2])
    return Profile(mention, tuple(posts), frozenset(called), frozenset(company), day, paper, near, acts)
