"""Posts: a printed title becomes a body and a role; a title that stands alone takes its body from the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.lexicon import alternation, terms
from kg.resolve.bodies import BodyName, body_name
from kg.resolve.canon import canonical
from kg.resolve.local_names import localise
from kg.resolve.nations import is_of_state, nation_of
from kg.resolve.regions import Place, Region, around
from kg.resolve.titles import own_title
from kg.resolve.words import table

_ONCE = re.compile(r"(?<=..)(?:前|原|现任|候任|当选|时任|新任)$")
_GOVERNOR = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡)长$|(?:自治区|自治州|自治县)(?:人民政府)?(?:代|代理)?副?主席$")
_COMMITTEE = re.compile(r"[省市县区州盟旗]委$|自治区党委$")
_SHORT_CHIEF = re.compile(r"(?<=[^副务代理部厅局])([部厅局])长$")


class PostName(NamedTuple):
    """A post as far as its titles tell it: `name` with body and place, `role` as printed, `body` where known.

    `former`: the title says it was held before; `implied`: the body is what the genre's custom says of a bare title.
    """

    name: str
    role: str
    body: BodyName | None
    former: bool = False
    implied: bool = False

    @property
    def same(self) -> str:
        """The form compared: 外交部长 and 外交部部长 are one."""
        return canonical(self.name)

    @property
    def region(self) -> Region | None:
        """The region of its body."""
        return self.body.region if self.body else None


def post_names(titles: Iterable[str], place: Place, before: PostName | None = None) -> list[PostName]:
    """The posts of one person's titles, in printed order: each may lend its body or region to the next.

    `before` is the post printed last before them (江西省委书记某某、省长某某).
    """
    found = [before] if before else []
    for title in titles:
        own = own_title(title)
        post = PostName(own.text, own.text, None) if own.cut else _post(own.text, place, found)
        found.append(post._replace(former=post.former or own.former))
    return found[bool(before) :]


def split(title: str) -> tuple[str, str]:
    """A title as body and head: 中央应对疫情工作领导小组|副组长; an empty body where the title is all head."""
    match = _head().search(title)
    if match is None:
        return "", title
    body = re.sub("(?<=..)国家$", "", title[: match.start()].removesuffix("副"))  # 古巴|国家主席
    return body, title[len(body) :]


@cache
def _head() -> re.Pattern[str]:
    offices = terms("posts", "office")
    ranks = table("posts_alone")["rank"]["words"]
    # 党委书记 and the like are in the list as wholes; their body ends before 书记, so only the simple heads count.
    simple = {word for word in offices if not any(_is_compound(word, other, ranks) for other in offices)}
    return re.compile(rf"(?:{alternation(simple)})$")


def _is_compound(word: str, head: str, ranks: list[str]) -> bool:
    prefix = word.removesuffix(head)
    return bool(prefix) and prefix != word and len(prefix) > 1 and prefix not in ranks


def _post(title: str, place: Place, before: list[PostName]) -> PostName:
    implied = table("posts_alone")["implied"].get(title)
    if implied:
        return PostName(implied[1], title, body_name(implied[0]), implied=True)
    local = localise(title, _nearer(place, before))
    if local.region:
        return _regional(title, local.full, local.region)
    body, head = split(title)
    if _ONCE.search(body):  # 美国前总统
        now = _post(_ONCE.sub("", body) + head, place, before)
        return now._replace(role=title, former=body.endswith(("前", "原")))
    known = canonical(body) != body  # 常委会法工委 begins like an organ of the committee before it, and is none
    dependent = title.startswith(_organs("committee") + _organs("region") + _organs("inside"))
    if local.relative and not (before and before[-1].region):
        return PostName(title, title, None)  # 省某办副主任 is in no body that stands before it
    if local.relative or not body or (dependent and not known):
        return _alone(title, before)
    return PostName(_SHORT_CHIEF.sub(r"\1\1长", title), title, body_name(_whole_chief(title, body)))


def _whole_chief(title: str, body: str) -> str:
    """水利部长 is 水利部 + 部长."""
    short = _SHORT_CHIEF.search(title)
    return title[: short.start() + 1] if short else body


@cache
def _organs(heading: str) -> tuple[str, ...]:
    return tuple(next(iter(table("posts_alone")[heading].values())))


def _nearer(place: Place, before: list[PostName]) -> Place:
    """Where a relative title is at home: with the same person's last post told by region, if that is elsewhere."""
    region = next((post.region for post in reversed(before) if post.region), None)
    return place if region is None or region in place else around(region)


def _regional(role: str, name: str, region: Region) -> PostName:
    if _GOVERNOR.search(name):
        return PostName(name, role, body_name(region.distinct_name + "政府"))
    body, _ = split(_SHORT_CHIEF.sub(r"\1\1长", name))
    return PostName(name, role, body_name(body) if body else None)


def _alone(title: str, before: list[PostName]) -> PostName:
    """A bare title: an organ of the committee or region before it, or a post in the body before it; else nobody's."""
    last = _lender(before)
    if last is None or last.body is None:
        return PostName(title, title, None)
    if is_of_state(title):  # 某国某党主席、总统: the office is the country's
        nation = nation_of(last.body.same)
        return PostName(nation + title, title, body_name(nation)) if nation else PostName(title, title, None)
    if not last.region:
        return _in_body(title, last.body)
    if title.startswith(_organs("region")):
        return _joined(last.region.distinct_name, title)
    if _COMMITTEE.search(last.body.same) and title.startswith(_organs("committee")):
        return _joined(last.body.printed, title)
    return PostName(title, title, None)


def _lender(before: list[PostName]) -> PostName | None:
    """The post before whose body is lent: none past one of a place that is not known (某组组长、省商务厅书记、厅长)."""
    for post in reversed(before):
        if post.body:
            return post
        if localise(post.name).relative:
            return None
    return None


def _joined(front: str, title: str) -> PostName:
    body, _ = split(front + title)
    return PostName(front + title, title, body_name(body))


def _in_body(title: str, body: BodyName) -> PostName:
    groups = _organs("inside")
    outer = next((body.printed.removesuffix(g) for g in groups if body.printed.endswith(g)), "") or body.printed
    if title.startswith(groups):
        return _joined(outer, title)
    return PostName(outer + title, title, body_name(outer))
