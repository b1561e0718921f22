"""The person a question is about: by name, by a slip of it, by family name and title (韦书记), by post (太原市市长)."""

from __future__ import annotations

from dataclasses import replace

from kg.ask.likeness import near
from kg.ask.mending import is_name
from kg.ask.mentions import UNKNOWN, Mention
from kg.ask.names import PLACE, ROLE
from kg.ask.phrases import Both
from kg.ask.posts import candidates as posts_meant
from kg.ask.slots import CannotFill, Filled, Request, listed, suggestion, taken_for
from kg.model import Label
from kg.queries import run


def fill_person(request: Request) -> Filled | None:
    """The person named; None where the question names none. CannotFill where nobody in the store is called so."""
    for mention in request.of(Label.PERSON):
        return _named(request, mention)
    if titled := _titled(request):
        return titled
    if request.of(Label.POST, ROLE):
        return _by_post(request)
    for mention in request.of(UNKNOWN):
        if not _is_person(mention.text, request.sentence.question.asked):
            continue
        people = near(mention.text, request.names.of_kind(Label.PERSON))
        hint = suggestion(people)
        raise CannotFill(
            f"图谱里没有叫“{mention.text}”的人{hint.zh}", f"nobody called “{mention.text}” is in the store{hint.en}"
        )
    return None


def _is_person(text: str, asked: str) -> bool:
    """Whether an unknown text has a person's shape: a Chinese one by its family name, another by its capitals."""
    return is_name(text) or (text.isascii() and text.title() in asked)


def fill_someone(request: Request) -> Filled | None:
    """The person called by name, if one is."""
    return next((_named(request, mention) for mention in request.of(Label.PERSON)), None)


def fill_other(request: Request) -> Filled | None:
    """A second person."""
    filled = fill_person(request)
    return replace(filled, choices=tuple({"other": one["person"]} for one in filled.choices)) if filled else None


def _named(request: Request, mention: Mention) -> Filled:
    names = list(dict.fromkeys(name.name for name in mention.names))
    notes = [taken_for(mention, names[0])] if mention.slip else []
    if len({name.key for name in mention.names if name.name == names[0]}) > 1:
        notes.append(
            Both(
                f"图谱里不止一位{names[0]}，这里合在一起。",
                f"The store has more than one {names[0]}; here they are told together.",
            )
        )
    title = request.before(mention, ROLE, Label.POST) or request.after(mention, ROLE)
    place = request.before(title, PLACE, Label.BODY) if title else None
    if title and not run(
        request.store, "posts", {"person": names[0], "post": title.text if title.kind == ROLE else title.names[0].name}
    ):
        notes.append(
            Both(f"图谱里没有{names[0]}任{title.text}的记载。", f"Nothing in the store calls {names[0]} {title.text}.")
        )
    taken = tuple(one for one in (place, title, mention) if one)
    return Filled(taken, tuple({"person": name} for name in names), names[0], tuple(names), tuple(notes))


def _titled(request: Request) -> Filled | None:
    """韦书记: who of that family name is called so."""
    for title in request.of(ROLE, Label.POST):
        family = request.before(title, UNKNOWN)
        if family and len(family.text) == 1:
            rows = run(request.store, "posts", {"post": title.text})
            called = dict.fromkeys(row["person"] for row in rows if row["person"].startswith(family.text))
            asked = family.text + title.text
            if not called:
                raise CannotFill(
                    f"图谱里没有哪位姓{family.text}的人任{title.text}", f"nobody in the store is called {asked}"
                )
            note = Both(f"“{asked}”按{next(iter(called))}回答。", f"“{asked}” is taken for {next(iter(called))}.")
            return Filled(
                (family, title), tuple({"person": name} for name in called), next(iter(called)), tuple(called), (note,)
            )
    return None


def _by_post(request: Request) -> Filled:
    """太原市市长: who is seen in that post, the latest first."""
    taken, posts = posts_meant(request)
    rows = [
        row for post in posts for row in run(request.store, "posts", {"post": post.name}) if row["post"] == post.name
    ]
    rows.sort(key=lambda row: row["last_seen"] or "", reverse=True)  # undated ones last
    holders = list(dict.fromkeys(row["person"] for row in rows))
    asked = listed(post.name for post in posts)
    if not holders:
        raise CannotFill(f"图谱里没有谁任{asked}", f"the store has nobody as {asked}")
    last = rows[0]
    first_seen, last_seen = last["first_seen"], last["last_seen"]
    zh, en = f"{last['post']}按{holders[0]}回答", f"{last['post']} is taken for {holders[0]}"
    seen = (
        (f"（见报于{first_seen}至{last_seen}）", f" (seen so from {first_seen} to {last_seen})")
        if last_seen
        else ("", "")
    )
    note = Both(f"{zh}{seen[0]}。", f"{en}{seen[1]}.")
    return Filled(taken, tuple({"person": name} for name in holders), holders[0], tuple(holders), (note,))
