"""Post titles printed before a name: 省委常委、市委书记, 国务委员兼国务院秘书长, 能源、工业和矿产大臣.

A title is read from the name leftwards to where the clause, or the verb that governs the person, stops it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.words import tagged
from kg.lexicon import alternation, sections, terms

_OFFICE_END = re.compile(rf"(?:{alternation(sections('posts')['office'])})$")
_LEADERS = re.compile("(?:国家|中央|党政|[各两多]国|成员国|集团|与会|主要|[省市县区])领导人$")  # of any rank
_HEAD = re.compile(alternation(sections("posts")["office"] + sections("posts")["person"]))
_ANY_END = re.compile(rf"(?:{alternation(sections('posts')['office'] + sections('posts')['person'])})$")
_LONG_OFFICE = re.compile(alternation(post for post in sections("posts")["office"] if len(post) > 2))
_COUNTRIES = terms("countries")
_OF_STATE = re.compile("前?(?:副?总[统理]|首相|国王|国家主席|外长|防长|外交|国防|财政|内政|议会|国会|武装|临时)")
_OF_CHINA = re.compile("[中我]国?驻")
_ELSEWHERE = re.compile(
    rf"{alternation(terms('countries'))}|各国|联合国|世界|国际|欧盟|欧洲|[美英法德俄日韩印]|[一-龥]{{0,6}}(?:总统|总理|首相|国王)"
)
_COMMON_NOUNS = ("n", "vn", "an", "a", "l", "b", "j", "v")
_PROPER = ("nr", "ns", "nt", "nz")
_NOUNS = ("n", "vn", "a", "j", "l", "b", "m")
_AFTER_YING = frozenset("急用届县城对")  # 应急管理部部长, but 应|俄罗斯总统邀请
_SENT_TO = frozenset("驻赴援访对")  # verbs inside a title: 驻匈牙利大使
_STOP_WORDS = terms("title_stops", "word")
_STOP_TAGS = frozenset({"p", "uj", "ul", "uz", "ug", "d", "t", "r", "y", "e", "o"})
_DATE = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号](?:凌晨|清晨|上午|中午|下午|傍晚|晚上?)?|\d{4}年(?:\d{1,2}月)?|\d+多?[位名]"
)
_CLAUSE = re.compile(r"[，。；：！？\n“”《》…—]|[（(]|[）)]")
_TITLE_JOINTS = re.compile(r"、|，|兼(?![职任])")
_JOINTS = frozenset({"和", "与", "及", "同", "以及"})
_LONGEST_REGION = 120
_APPOINTED = re.compile(
    r"(?:同志|主席|总统|总理|总书记)?(?:（[^）]*）)?(?:先后|再次|现|历|曾经?|连|继续|当选)?"
    r"(?:为|任|担任|兼任|(?:当选)?连任|当选为?|出任|不再[担兼]?任|辞去|请辞|成为|被(?:任命|推选|增补|选举|提名)为"
    r"|(?:兼任)?的(?=[^，。；\n]{2,40}职务)|(?<=同志)(?=[^，。；\n]{3,40}职务))"
    r"(?P<posts>[^，。；！？\n“”（）]{2,40}?)(?=职务|等职|等?[，。；]|、[一-龥]{2,3}任|的(?:决定|请求|议案|提议|建议|通知|任命|说明)|[，。；\n（]|$)"
)
# 埃克森美孚（中国）投资有限公司: brackets inside the name of a firm
_IN_FIRM = re.compile(r"（[一-龥]{2,4}）(?=[^，。；、（）]{0,12}(?:公司|集团|银行))")
# 王明同志是中国共产党的优秀党员，曾任省长; 王明，1965年10月生，曾任县长: at the start of a sentence
_LIFE_BEGINS = tuple("同是，12")
_LIFE = re.compile(
    r"(?:同志)?(?:是|，男|，女|(?:，?\d{4}年\d{0,2}月?)生)[^。；\n]{0,100}?，(?=(?:历任|曾任|先后任|曾先后任|现任))"
)
# 哈萨克斯坦“团结”党主席, 《气候公约》秘书处执行秘书: quoted names inside a title
_IN_QUOTES = re.compile(
    r"“[^“”，。；\n]{1,10}”(?=(?:党|组织|集团|联盟|公司|运动|阵线|论坛|机制|号|计划|专班|行动|杂志|报社?|战队)[^，。；]{0,12}$)"
    r"|《[^《》，。；\n]{2,20}》(?=(?:秘书处|缔约方|杂志|报社?|编辑部|社)[^，。；]{0,12}$)"
)
_FORMER = re.compile(r"(?:同志)?(?:（[^）]*）)?(?:先后|历|曾经?|现)")
_FURTHER = re.compile(r"，[^，。；！？\n“”（）]{3,30}(?=[，。；])")  # one more post of a list
_TITLE_WORDS = terms("title_stops", "never") | terms("posts", "office")  # the tagger calls 首相 an adverb


class Title(NamedTuple):
    """[start, end) of the view and the title as printed."""

    start: int
    end: int
    text: str

    @property
    def is_office(self) -> bool:
        """Whether it is a post, not only a noun for a person (记者, 村民)."""
        return _is_office(self.text)


@lru_cache(maxsize=1 << 13)
def _is_office(title: str) -> bool:
    return bool(_OFFICE_END.search(title))


def titles_before(text: str, name_start: int, floor: int) -> list[Title]:
    """The titles right before a name at `name_start`; nothing left of `floor` (the end of the name before) belongs."""
    end = name_start - (text[name_start - 1 : name_start] == " ")
    if not _ANY_END.search(text, max(floor, end - 12), end):
        return []
    start = _region_start(text, floor, end)
    return _cut(text, start, end)


def titles_after(text: str, name_end: int) -> list[Title]:
    """The posts an appointment prints behind the name: 任命王明为财政部部长, 免去王明的审计长职务, 王明任市委书记."""
    if text[name_end : name_end + 1] in _LIFE_BEGINS and (life := _LIFE.match(text, name_end)):
        name_end = life.end()
    found = _APPOINTED.match(text, name_end)
    if found is None:
        return []
    start, end = found.span("posts")
    while _FORMER.match(text, name_end) and (further := _FURTHER.match(text, end)):  # 曾任国家副主席，全国工商联主席
        if not _OFFICE_END.search(text, further.start(), further.end()):
            break
        end = further.end()
    return [title for title in _cut(text, start, end) if title.is_office]


def _region_start(text: str, floor: int, end: int) -> int:
    """Where the run of titles begins: after the last clause mark, or the one before where a title stands left of it."""
    left = max(floor, end - _LONGEST_REGION)
    inside = [m.span() for marked in (_IN_FIRM, _IN_QUOTES) for m in marked.finditer(text, left, end)]
    marks = [m.end() for m in _CLAUSE.finditer(text, left, end) if not any(a <= m.start() < b for a, b in inside)]
    marks = [left, *marks]
    start = marks[-1]
    if len(marks) > 1 and text[start - 1] == "，" and _OFFICE_END.search(text, marks[-2], start - 1):
        start = marks[-2]
    for date in _DATE.finditer(text, start, end):
        start = date.end()
    return _after_last_stop(text, start, end)


def _after_last_stop(text: str, start: int, end: int) -> int:
    """Right of the last word that cannot be part of a title; 和 stops one only where a title stands left of it."""
    whole = [span.span() for kind in (_LONG_OFFICE, _IN_QUOTES) for span in kind.finditer(text, start, end)]
    at, last, abroad, nouns = start, "", False, True
    for word, tag in tagged(text[start:end]):
        begin, at, before, last = at, at + len(word), last, tag
        if at >= end:
            break
        if word in _COUNTRIES:
            if _begins_again(text, begin, at, before, abroad=abroad):
                start = begin
            abroad = True
        elif word == "与" and nouns and _joins_nouns(text, begin, at, before):
            continue  # 正义与发展党主席
        elif not any(left <= begin < right for left, right in whole) and _stops(text, start, begin, word, tag):
            start = at
        nouns = start == at or tag == "x" or (nouns and tag.startswith(_NOUNS))
    return start + (text.startswith("应", start, end) and text[start + 1] not in _AFTER_YING)


def _begins_again(text: str, begin: int, end: int, before: str, *, abroad: bool) -> bool:
    """Whether a country begins the title and words of a sentence stand before it: 应与俄罗斯谈判|匈牙利总理."""
    if text[begin - 1] in _SENT_TO or text[end] == "党":
        return False  # 驻匈牙利大使, 统一俄罗斯党主席
    if text.endswith("主席国", 0, begin):
        return True  # 轮值主席国|马来西亚总理
    return before.startswith("v") or (abroad and _OF_STATE.match(text, end) is not None)


def _joins_nouns(text: str, begin: int, end: int, before: str) -> bool:
    """Whether 与 stands between two common nouns, not between a place or people and somebody's title."""
    if not before.startswith(_COMMON_NOUNS) or before.startswith(_PROPER) or text[begin - 1] in "堂厦馆宫府国市省":
        return False
    return not _ELSEWHERE.match(text, end)


def _stops(text: str, start: int, begin: int, word: str, tag: str) -> bool:
    """Whether the title starts right of the word that begins there."""
    if word in _JOINTS and (begin == start or _has_title(text, start, begin) or _OF_CHINA.match(text, begin + 1)):
        return True
    if word in _JOINTS and "、" in text[start:begin]:
        return False  # 副总理、环境与发展委员会主席
    return word in _STOP_WORDS or (tag in _STOP_TAGS and word not in _TITLE_WORDS)


def _has_title(text: str, start: int, end: int) -> bool:
    """Whether a title head stands in the last item of text[start:end]: what follows a 和 there is another's title."""
    item = max(start, *(text.rfind(mark, start, end) + 1 for mark in "、，"))
    return bool(_HEAD.search(text, item, end))


def _cut(text: str, start: int, end: int) -> list[Title]:
    """Split a run of titles at 、, ， and 兼; a piece that ends in no title head belongs to the next one."""
    found: list[Title] = []
    piece_start = start
    cuts = [m.span() for m in _TITLE_JOINTS.finditer(text, start, end)]
    for a, b in [*cuts, (end, end)]:
        if _ANY_END.search(text, piece_start, a):
            while text[piece_start] in "、，”’ 和与的◎●■▲△★*":
                piece_start += 1
            found.append(Title(piece_start, a, text[piece_start:a]))
            piece_start = b
    return found
