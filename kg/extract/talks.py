"""Talks between persons (会见, 会谈): sittings of two sides that no body holds and nobody chairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extract.context import Context, Sentence
from kg.extract.meetings import Meeting, MeetingMention
from kg.extract.skeleton import MEETING, OBJECT, PERSON, Group, Skeleton

_TRIGGER = re.compile("会见|会谈|会晤|接见")
_SIDES = f"[{PERSON}{OBJECT}]"
_MEETS = re.compile(
    rf"(?P<host>{PERSON})[^。；{PERSON}]{{0,24}}?(?P<verb>会见|接见)了?(?P<guest>[^。；，{PERSON}{OBJECT}]{{0,36}}{_SIDES})"
)
_TALKS = re.compile(
    rf"(?P<host>{PERSON})[^。；{PERSON}]{{0,24}}?(?:同|与|和)(?P<guest>(?:[^。；，{PERSON}{OBJECT}]{{0,36}}的?[^。；，{PERSON}{OBJECT}]{{0,4}})?{_SIDES})[^。；，]{{0,4}}?(?:举行|进行)[^。；，]{{0,4}}?(?P<verb>工作会谈|会谈|会晤)"
)
_TOGETHER = re.compile(
    rf"(?P<host>{PERSON})(?P<guest>)(?:举行|进行)(?:了)?(?:[^。；，]{{0,4}}?)(?P<verb>工作会谈|会谈|会晤)"
)

# One side without a name (会见友好代表团): believed where the headline tells of it.
_RECEIVES = re.compile(
    rf"(?P<host>{PERSON})(?P<guest>)[^。；{PERSON}]{{0,24}}?(?:(?P<verb>会见|接见)了?(?P<whom>[^。；，{PERSON}{OBJECT}]{{2,60}})"
    rf"|(?:同|与)(?P<other>[^。；，{PERSON}{OBJECT}]{{2,60}}?)(?:举行|进行)?(?P<talk>会谈|会晤)(?![^。]{{0,3}}[时后前]))"
)
_GUEST = re.compile(r"(?:.*的)?(?P<name>.{2,24})$")


def find_talks(
    context: Context, skeleton_of: Callable[[Sentence], Skeleton]
) -> list[tuple[Meeting, tuple[Group, ...]]]:
    """The talks an article reports in its body, each once, with the sides."""
    found: dict[str, tuple[Meeting, tuple[Group, ...]]] = {}
    for sentence in context.sentences_with(_TRIGGER):
        if context.blocks[sentence.block].kind == "heading":
            continue
        skeleton = skeleton_of(sentence)
        for pattern in (_MEETS, _TALKS, _TOGETHER):
            for match in pattern.finditer(skeleton.text):
                sides = _sides(skeleton, match)
                if len([p for side in sides for p in side.people]) < 2:
                    continue
                start, end = skeleton.to_view(match.start("verb")), skeleton.to_view(match.end("verb"))
                name = _name(sides, match["verb"])
                dates = [d.edtf for d in skeleton.dates() if d.start < start]
                mention = MeetingMention(start, end, name, True)
                meeting = Meeting(
                    name, held=True, aliases=[match["verb"]], mentions=[mention], date=dates[-1] if dates else ""
                )
                found.setdefault(name, (meeting, sides))
    return list(found.values()) or _talk_in_headline(context, skeleton_of)


def _talk_in_headline(
    context: Context, skeleton_of: Callable[[Sentence], Skeleton]
) -> list[tuple[Meeting, tuple[Group, ...]]]:
    """The talk that the headline tells of, with the one side that the body names."""
    if not _TRIGGER.search(context.article.headline):
        return []
    for sentence in context.sentences_with(_TRIGGER):
        skeleton = skeleton_of(sentence)
        match = _RECEIVES.search(skeleton.text)
        guest = _GUEST.match((match["whom"] or match["other"]).replace(MEETING, "会议")) if match else None
        if match is None or guest is None or context.blocks[sentence.block].kind == "heading":
            continue
        sides, group = _sides(skeleton, match), "verb" if match["verb"] else "talk"
        start, end = skeleton.to_view(match.start(group)), skeleton.to_view(match.end(group))
        host = sides[0].people[0].name
        name = f"{host}会见{guest['name']}" if match["verb"] else f"{host}与{guest['name']}{match['talk']}"
        talk = Meeting(name, held=True, aliases=[match[group]], mentions=[MeetingMention(start, end, name, True)])
        return [(talk, sides)]
    return []


def talk_at(talks: Sequence[tuple[Meeting, tuple[Group, ...]]], headline: str, position: int) -> Meeting | None:
    """The talk at which something is said, in an article whose headline tells of one: the last before it."""
    if not talks or not _TRIGGER.search(headline):
        return None
    before = [talk for talk, _ in talks if talk.mentions[0].start < position]
    return before[-1] if before else talks[0][0]


def _sides(skeleton: Skeleton, match: re.Match[str]) -> tuple[Group, ...]:
    places = [match.start("host")]
    if match["guest"]:
        places.append(match.end("guest") - 1)
    return tuple(group for place in places if isinstance(group := skeleton.thing(place), Group))


def _name(sides: tuple[Group, ...], verb: str) -> str:
    people = [person.name for side in sides for person in side.people]
    joint = "" if verb in ("会见", "接见") else "与"
    if joint:
        return f"{people[0]}与{'、'.join(people[1:])}{verb}"
    return f"{people[0]}{verb}{'、'.join(people[1:])}"
