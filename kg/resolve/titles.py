"""A title freed of what was printed before it and is not its own: verbs, other people's titles, 原 and 时任."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.lexicon import alternation, terms
from kg.resolve.canon import canonical
from kg.resolve.nations import nation_of

_NOW_OR_ONCE = re.compile(r"^(?:原任?|前任?|时任|现任|候任|新任|拟任|递补)(?=..)")
_PAST = re.compile(r"原任?(?![子则油])|前任?|时任")
_MARKS = "、，和与及 "
_VERB = re.compile(r"^(?:应(?![县城急对用届])|接受|受到|邀请|给予|会见|会同)(?=..)")
_OF_STATE = r"(?:总统|首相|总理|国王|女王|外长|防长|国务卿)"
# 批准总理, 看守政府总理: what stands before a state's office and names no state is none of it.
_BARE = re.compile(rf"(?:.*?(?<![国岛院]))?(?P<office>(?<!副)(?:第一|常务|执行)?副?{_OF_STATE})$")
_STYLE = r"(?:.{0,8}共和国|王国|大公国|联邦|合众国|看守|过渡|临时|政府|前|现任|首任|末任|候任|当选|副|女)"


class Title(NamedTuple):
    """A title as its holder's own; `former` where it says that it was held before, `cut` where words before a state's
    office were left out that were no state's name.
    """

    text: str
    former: bool
    cut: bool = False


def own_title(printed: str) -> Title:
    """What a printed title says of its holder: 蒙古国总统某某、印度总理 is 印度总理, 应德国总理 is 德国总理."""
    whole = printed.strip(_MARKS)
    mine = _others().sub("", whole) or whole
    mine = _VERB.sub("", mine)
    former = bool(_PAST.match(mine))
    mine = _NOW_OR_ONCE.sub("", mine)
    if state := _state().search(mine):
        return Title(state[0], former)
    if not nation_of(mine) and (office := _BARE.fullmatch(mine)):
        return Title(office["office"], former, cut=office["office"] != mine)
    return Title(_with_country(mine), former)


def _with_country(title: str) -> str:
    """The country in full where a headline has its first character only: 俄副外长, 美国务卿."""
    nation = nation_of(title)
    return nation + title[1:] if nation and not canonical(title).startswith(nation) else title


@cache
def _others() -> re.Pattern[str]:
    """Another person's title with the name behind it, before a list mark."""
    heads = alternation(word for word in terms("posts", "office") if len(word) > 1)
    return re.compile(rf"^.*(?:{heads})(?![^、]*(?:{heads})、)[^、]{{2,12}}、(?=.)")


@cache
def _state() -> re.Pattern[str]:
    """An office of a state, from the country's name on."""
    return re.compile(rf"(?:{alternation(terms('countries'))}){_STYLE}*{_OF_STATE}$")
