"""What anchors a personal name: titles, verbs, lists, forms of address, dots, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.bare_names import names_behind_epithets, spaced_names, tagged_at
from kg.extract.bylines import bylines
from kg.extract.context import Context
from kg.extract.foreign_names import foreign_at, japanese_at
from kg.extract.name_words import ORDINARY, SURE_SURNAMES, is_word
from kg.extract.names import Name, is_run, name_at, name_before, name_list, padded_at, shaped, unlisted_at
from kg.extract.placed_names import before_office, is_invitation, placed_names
from kg.extract.rolls import rolls
from kg.extract.scan import Hit
from kg.extract.words import tagged
from kg.lexicon import alternation, sections, terms
from kg.lexicon.dictionary import word_counts

_PREPOSITIONS = frozenset("向应同和对与在由据将")
_TITLES = frozenset({"office", "person_noun"})
_VERBS = frozenset({"demand_verb", "state_verb", "role_verb"})
_LEADERS = ("领导", "记者", "通讯员", "负责人", "负责同志", "人大代表", "政协委员")  # no posts, but a name follows
_OFFICE = re.compile(alternation(sections("posts")["office"]))
_OPENERS = ("", "\n", "、", "，", "。")
_CLOSED_LIST = re.compile("等")
_LONGEST_LIST = 200
_LONG_NAME = 4
_LONGEST_NAME = 9
_SHORT_NAME = 2
_NOUN_ENDS = frozenset(ending[-1] for ending in terms("person_endings"))
_LIST_MARKS = tuple("、，。；等")
_NOTE = re.compile("（[一-龥]{1,10}）")
_UNIT_LIST = re.compile(r"(?:[一-龥]{3,16}、){2,}[一-龥]{3,16}等$")
_SHORTEST_UNIT_LIST = 3
_CLAUSE_STARTS = (
    re.compile(r"[。！？；，：\n ](?=[一-龥]{2,4}、)"),
    re.compile(r"(?:包括|还有|的有|领导有|领导人有|同志有|嘉宾有|分别是|依次是)：?(?=[一-龥]{2,4}、)"),
)
_DOT = re.compile("·")
_ITEM_END = re.compile("、|等")


def anchored_names(context: Context) -> Iterator[Name]:
    """Every name that something in the article anchors, in no order, some of them more than once."""
    text = context.text
    for hit in context.hits:
        yield from _at_hit(context, hit)
    yield from _bare_list(text, 0)
    for pattern in _CLAUSE_STARTS:
        for start in pattern.finditer(text):
            yield from _bare_list(text, start.end())
    for end in _CLOSED_LIST.finditer(text):
        yield from _unit_list(context, end.end())
    yield from rolls(context)
    yield from placed_names(context)
    yield from names_behind_epithets(text)
    yield from spaced_names(text)
    for dot in _DOT.finditer(text):
        yield from _around_dot(context, dot.start())
    yield from bylines(text)


def _at_hit(context: Context, hit: Hit) -> Iterator[Name]:
    """Names right behind a title or a verb of appointing, right before a verb of speech or presence, or a title."""
    text = context.text
    if hit.classes & _TITLES:
        yield from _after_title(context, hit)
    if hit.classes & _VERBS and (found := name_before(text, hit.start)):
        yield found
    if "office" in hit.classes and (found := before_office(text, hit)):
        yield found
    if "suffix" in hit.classes:
        yield from _before_suffix(context, hit)
    if "appointing" in hit.classes and (found := name_at(text, hit.end) or foreign_at(text, hit.end)):
        yield from name_list(text, found)


def _after_title(context: Context, hit: Hit) -> Iterator[Name]:
    text, at = context.text, hit.end
    at += text[at : at + 1] == " " or text[at : at + 1] == "："
    at += 2 * (text[at : at + 2] in ("——", "人选"))  # 副主任人选王明
    if note := _NOTE.match(text, at):
        at = note.end()  # 特派员（应邀）王明, 指挥长（领导小组组长）王明
    firm = "office" in hit.classes or text[hit.start : hit.end].endswith(_LEADERS)
    post = firm and not text.endswith("领导", hit.start, hit.end)  # also a verb: 领导江山起义
    first = _first_name(text, at, firm=firm, namesake=post) or tagged_at(text, at)
    if first is None or _is_part_of_word(text, hit.end, first) or first.text.startswith("有"):
        return  # 与会的领导有|王明
    yield from name_list(text, first, behind_post=post)
    if at > hit.end:  # a byline: 记者 甲 乙
        end = first.end
        while text[end : end + 1] == " " and (following := _first_name(text, end + 1, firm=firm, namesake=False)):
            yield following
            end = following.end


def _is_part_of_word(text: str, end: int, name: Name) -> bool:
    """Whether the title's last character begins a word that goes on in the name: 地处|长江上游, 吉林|长白山."""
    if text[end - 1] not in "长相" or name.start != end:
        return False
    counts = word_counts()
    word = next((text[end - 1 : end + n] for n in (2, 1) if counts.get(text[end - 1 : end + n], 0) >= ORDINARY), "")
    goes_on = len(name.text) > _SHORT_NAME and counts.get(name.text[1:], 0) >= ORDINARY
    return bool(word) and (len(word) > len(name.text) or (goes_on and not is_run(name.text)))


def _first_name(text: str, at: int, *, firm: bool, namesake: bool) -> Name | None:
    """A Chinese name, or where a longer run of letters of transliterations ends at a mark (昂旺才让、), that."""
    name, foreign = name_at(text, at, firm=firm, namesake=namesake), foreign_at(text, at, firm=firm)
    if name and foreign and foreign.end > name.end and len(foreign.text) >= _LONG_NAME:
        return foreign if text[foreign.end : foreign.end + 1] in _LIST_MARKS else name
    return name or foreign or (padded_at(text, at) or japanese_at(text, at) or unlisted_at(text, at) if firm else None)


def _bare_list(text: str, at: int) -> Iterator[Name]:
    """Names joined by 、 at the start of a clause without any title: at least two, all shaped like names."""
    first = name_at(text, at)
    if first is None:
        return
    listed = list(name_list(text, first))
    if len(listed) > 1:
        yield from listed


def _before_suffix(context: Context, hit: Hit) -> Iterator[Name]:
    """The name before 同志, 主席, 总书记 …, where a word begins with it or a clause does."""
    text, end = context.text, hit.start
    comrade = text.startswith("同志", end)
    for length in (3, 2, 4):
        start = end - length
        name = name_at(text, start, firm=comrade) if start >= 0 else None
        if name is None or name.end != end or is_word(name.text, namesake=comrade):
            continue
        if _is_called(name.text) or is_invitation(text, name):
            continue
        if _starts_word(text, start) or (context.words.begins_at(start) and _is_whole(text, name)):
            yield name
            return
    if foreign := _foreign_before(context, hit):
        yield foreign


def _is_called(word: str) -> bool:
    """Whether a preposition stands before a transliterated name: 应拜登总统邀请."""
    return word[0] in _PREPOSITIONS and is_run(word[1:]) and tagged(word)[0] != (word, "nr")


def _is_whole(text: str, name: Name) -> bool:
    """Whether a name is not the end of a longer transliterated one (迪萨纳|亚克)."""
    surely = name.text[0] in SURE_SURNAMES or tagged(name.text)[0] == (name.text, "nr")
    return surely or not is_run(text[name.start - 1 : name.end])


def _foreign_before(context: Context, hit: Hit) -> Name | None:
    """The longest transliterated name before a title, unless it is a place whose mayor the title names."""
    text, end = context.text, hit.start
    if name_at(text, hit.end, firm=True) or foreign_at(text, hit.end, firm=True):
        return None
    for start in range(max(0, end - _LONGEST_NAME), end - 1):
        if text[start] in _PREPOSITIONS or text[start - 1 : start].isdigit() or _OFFICE.match(text, start):
            continue
        name = name_at(text, start) if "-" in text[start:end] else foreign_at(text, start)
        if name and name.end == end and (_starts_word(text, start) or context.words.begins_at(start)):
            acting = name.text.endswith("代")  # 马杜罗代总统
            name = Name(start, end - acting, text[start : end - acting])
            return None if is_word(name.text) else name
    return None


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or (at > 0 and text[at - 1] in "同和与、，。“对向的\n")


def _around_dot(context: Context, dot: int) -> Iterator[Name]:
    """The longest transliterated name around a dot that begins where a word does."""
    text = context.text
    for start in range(max(0, dot - 8), dot):
        if text[start] in _PREPOSITIONS and text[start - 1 : start] not in _OPENERS:
            continue
        name = name_at(text, start)
        natural = start > 0 and text[start - 1] in _NOUN_ENDS
        if name and name.start < dot < name.end and (natural or context.words.begins_at(start)):
            yield name
            return


def _unit_list(context: Context, end: int) -> Iterator[Name]:
    """Names at the ends of a list's items, each behind its unit: 东方证券邵宇、海螺集团高登榜等发言."""
    begin = max(0, end - _LONGEST_LIST - 1)
    listed = _UNIT_LIST.search(context.text, begin, end) if context.text.count("、", begin, end) > 1 else None
    if listed is None:
        return
    ends = [m.start() for m in _ITEM_END.finditer(listed.group())]
    found = [_name_ending(context, listed.start() + end) for end in ends]
    if len(found) >= _SHORTEST_UNIT_LIST and None not in found:
        yield from (name for name in found if name)


def _name_ending(context: Context, end: int) -> Name | None:
    for length in (3, 2):
        start = end - length
        word = context.text[start:end]
        if shaped(word) and not is_word(word) and context.words.begins_at(start):
            return Name(start, end, word)
    return None
