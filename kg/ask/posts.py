"""The post a question is about: whole (太原市市长), or an office and what it belongs to (mayor of Taiyuan)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.ask.likeness import is_omission
from kg.ask.mentions import QUOTED, UNKNOWN, Mention
from kg.ask.names import PLACE, ROLE, Name, short
from kg.ask.romanised import TERM
from kg.ask.slots import CannotFill, Filled, Request, suggestion
from kg.ask.text import fold
from kg.model import Label
from kg.resolve.regions import find

_OF = (PLACE, Label.BODY, TERM, QUOTED, UNKNOWN)


def fill_post(request: Request) -> Filled | None:
    """The post named; None where there is none. Posts that fit alike are readings, the one most are seen in first."""
    if not request.of(Label.POST, ROLE):
        return None
    taken, posts = candidates(request)
    names = [post.name for post in posts]
    return Filled(taken, tuple({"post": name} for name in names), names[0], tuple(dict.fromkeys(names)))


def fill_office(request: Request) -> Filled | None:
    """The office named, whatever it belongs to."""
    for mention in request.of(Label.POST, ROLE):
        return Filled((mention,), ({"post": mention.names[0].name},), mention.names[0].name)
    return None


def candidates(request: Request) -> tuple[tuple[Mention, ...], list[Name]]:
    """The mentions that tell a post, and the posts they can mean, the likeliest first; CannotFill without any."""
    whole = request.of(Label.POST)
    if whole:
        return (whole[0],), sorted(whole[0].names, key=_weight)
    role, *_ = request.of(ROLE)
    of = request.of(*_OF)
    posts = [
        post
        for post in request.names.of_kind(Label.POST)
        if _is_office(post, role.names[0].name) and all(belongs(post.forms, mention) for mention in of)
    ]
    if not posts:
        parts = [mention.text for mention in sorted([*of, role])]
        asked = "".join(parts)
        others = [post.name for post in request.names.of_kind(Label.POST) if _is_office(post, role.names[0].name)]
        hint = suggestion(others[:3])
        raise CannotFill(
            f"图谱里没有“{asked}”这一职务{hint.zh}", f"the store has no such post: {' '.join(parts)}{hint.en}"
        )
    exact = [post for post in posts if post.role == role.names[0].name]
    return (*of, role), sorted(exact or posts, key=lambda post: _rank(post, bool(of)))


def belongs(forms: Iterable[str], mention: Mention) -> bool:
    """Whether one of a name's forms holds what a mention calls a place, a body or a part of the name."""
    meant = {fold(form) for name in mention.names for form in name.forms} or {mention.text}
    meant |= {short(region) for name in mention.names if name.kind == PLACE and (region := find(name.name))}
    return any(part in form or (len(part) > 2 and is_omission(part, form)) for form in forms for part in meant)


def _is_office(post: Name, role: str) -> bool:
    """Whether a post is this office and not its deputy."""
    return post.role == role or bool(re.search(rf"(?<![副代]){re.escape(role)}$", post.name))


def _rank(post: Name, described: bool) -> tuple[bool, int, int, str]:
    """A bare office (总理), whose body nobody knows, comes last; of those described alike the shortest name first."""
    return post.name == post.role, len(post.name) if described else 0, *_weight(post)


def _weight(post: Name) -> tuple[int, str]:
    return -post.weight, post.key
