"""What stands in the sections of a page: one struct a kind of fact. These are also what the JSON of a page holds."""

from __future__ import annotations

import msgspec

from kg.web.proofs import Proofs


class Ref(msgspec.Struct, frozen=True):
    """A node as another page names it; `key` and `address` are empty where it is not known which node is meant."""

    name: str
    label: str
    key: str = ""
    address: str = ""


class Holding(msgspec.Struct, frozen=True):
    """A person in a post. An end that nobody printed is unknown: `last_seen` is the last evidence, no end."""

    person: Ref
    post: Ref
    bodies: tuple[Ref, ...]
    printed: tuple[str, ...]
    first_seen: str
    last_seen: str
    proofs: Proofs


class Part(msgspec.Struct, frozen=True):
    """A person at a meeting: `node` is the other one of the two; `listed` the place in the printed list of names."""

    node: Ref
    date: str
    roles: tuple[str, ...]
    as_posts: tuple[str, ...]
    verbs: tuple[str, ...]
    listed: int | None
    list_complete: bool | None
    proofs: Proofs


class Saying(msgspec.Struct, frozen=True):
    """A demand, in its speaker's words."""

    date: str
    meeting: Ref | None
    speaker: Ref
    verb: str
    item: int | None
    words: str
    measures: tuple[Ref, ...]
    proofs: Proofs


class Sitting(msgspec.Struct, frozen=True):
    """A meeting in a row of meetings; `here`: it is the page's own."""

    date: str
    ordinal: int | None
    meeting: Ref
    chairs: tuple[Ref, ...]
    demands: int
    here: bool
    proofs: Proofs


class Relation(msgspec.Struct, frozen=True):
    """Any other fact; `direction` is `out` where the page's node is its subject."""

    fact: str
    direction: str
    node: Ref
    date: str
    verbs: tuple[str, ...]
    score: float | None
    reasons: tuple[str, ...]
    proofs: Proofs


class Mention(msgspec.Struct, frozen=True):
    """An article that names the page's node, or a thing that the page's article names."""

    node: Ref
    date: str
    source: str
    times: int
    proofs: Proofs
