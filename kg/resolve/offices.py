"""The posts each person is seen in over all articles: they tell what a title without a body or a country means.

习近平主席 is 国家主席 where his posts are known, 阮富仲总书记 is 越共中央总书记, 国防部长 said of a Russian Russia's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.resolve.article import ArticleView
from kg.resolve.nations import nation_of
from kg.resolve.posts import PostName
from kg.resolve.world import World

_CLEARLY = 2  # times as often as any other a post must be seen to be the one that a bare title means


class Offices:
    """Posts told with their bodies, by the key of the person who holds them."""

    def __init__(self, articles: Sequence[ArticleView], world: World) -> None:
        told: dict[str, Counter[PostName]] = defaultdict(Counter)
        for article in articles:
            for (person, _), post in article.named.items():
                if post.body:
                    told[world.key(article.id, person)][post._replace(role="", former=False)] += 1
        self._told = told
        self._abroad = {person for person, posts in told.items() if _is_abroad(posts)}

    def meant(self, post: PostName, person: str) -> PostName:
        """The post a title means in this person's mouth or beside this name; as it was where nothing tells more."""
        abroad = person in self._abroad
        if post.body and not (abroad and not nation_of(post.body.same)):
            return post
        fitting = {other: n for other, n in self._told[person].items() if _ends_so(other, post, abroad)}
        ranked = sorted(fitting, key=lambda other: (-fitting[other], other.name))
        if ranked and all(fitting[ranked[0]] >= _CLEARLY * fitting[other] for other in ranked[1:]):
            return ranked[0]._replace(role=post.role, former=post.former)
        return PostName(post.role, post.role, None, post.former) if abroad and post.implied else post


def _is_abroad(posts: Counter[PostName]) -> bool:
    """Whether most of a person's posts, those that a bare title implies left out, are a foreign country's."""
    certain = {post: n for post, n in posts.items() if post.body and not post.implied}
    return 2 * sum(n for p, n in certain.items() if p.body and nation_of(p.body.same)) > sum(certain.values())


def _ends_so(other: PostName, post: PostName, abroad: bool) -> bool:
    if other.body is None or (abroad and not nation_of(other.body.same)):
        return False
    return other.name != post.name and other.name.endswith((post.role, post.name))
