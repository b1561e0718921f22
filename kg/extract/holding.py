"""Does a meeting take place in the article, or is it only planned, asked for, recalled?"""

from __future__ import annotations

import re

from kg.extract.context import LONGEST_SENTENCE

# What may stand between a meeting's name and 召开: the day, the place, the form. Bounded: no text makes it slow.
_ASPECT = (
    r"(?:(?:于)?(?:(?:\d{4}年)?(?:\d{1,2}月)?\d(?:\s{0,3}\d)?|(?:[一二三四五六七八九十]{1,2}月)?[一二三四五六七八九十]{1,3})[日号][一-龥]{0,2}|[今昨当][天日][上下]?午?(?:（[^（）]{2,8}）)?|近日|日前"
    r"|[上下]午|在[^，。；]{1,16}?|以[^，。；]{2,10}?(?:方式|形式)|[将已正式隆重胜利]){0,5}"
)
# What a session went through before it closed: 历时4天，经过与会人员共同努力，圆满完成各项议程，于3日闭幕.
COURSE = rf"(?:，?{_ASPECT}(?:历时|为期|经过|(?:圆满|顺利)?完成)[^，。；]{{1,20}}?(?:后，?|，)){{0,3}}"
_HELD_AFTER = re.compile(
    rf"\n?{COURSE}(?:，(?=于?\d|[今昨][天日]))?{_ASPECT}(?:召开|举行|举办|开幕|闭幕|开班|结束|开会|闭会|拉开(?:帷幕|序幕))(?!前|在即|会表决|会后|[式会](?:上|[和、与][^，。；]{{2,20}}[上时])|之前|以来|[^，。；]{{0,6}}周年|的?消息|营造|创造|提供|凝聚|献礼|奠定)"
)
_HELD_BEFORE = re.compile(
    r"(?:主持召开|召开|举行|举办|主持|出席|参加|列席|开幕|召集|进行)(?:了|过)?(?:[^，。；！？\n]{0,6}(?:日|[上下]午))?(?P<relative>的)?$"
)
_ATTENDS = re.compile(r"(?:出席|参加)(?:了)?在")
_CALLED_FOR = re.compile(r"(?:召开|举行)(?:出席|参加)[^。；]{4,60}的$")  # 召开出席省人大会议的党员会议
_DAY = re.compile(r"[\d一二三四五六七八九十][日号]|今[天晚晨日]|昨[天日晚]|[上下]午")
# Who takes part in another meeting: 出席省党代会代表, 出席市政协会议的全体委员, 委员们列席市人大三次会议.
_MEMBERS = re.compile(
    r"(?:[和、][^，。；]{2,24}?)?的?(?:全体|部分|与会|中共)?(?:代表|委员|人员|党员)|的[一-龥、]{2,20}?(?:代表|委员|党员)"
)
# 王明3日在全市防汛工作会议上强调: who speaks at it on a day named speaks at one that is held.
_SPOKEN_AT = re.compile(r"上(?:发表|作|强调|指出|致辞|讲话|表示|提出|要求)(?![^，。；]{0,12}的)")
_DAY_FIRST = re.compile(r"[^，。；]{0,24}(?:[\d一二三四五六七八九十][日号]|[今昨][天日])[上下]?午?，")
_PREPARES = re.compile(r"(?:召开|举行)(?:了)?预备会")  # a congress that holds its preparatory sitting is to come
_SPIRIT = re.compile(r"(?:和[^，。；]{2,16}?)?[上时]?的?(?:重要|有关)?(?:讲话|精神|部署|要求|讲话精神|决定|决策)")
# A meeting that is only decided on, asked for or to come, or that was another day, does not take place in the article.
_PLANNED = re.compile(
    r"决定|及时(?=召开|举行)|将于|将在|即将|拟|定于|提请|计划|建议|期待|筹备|将(?!士|军|领|来|帅)|没有|希望|不久前|此前|曾|当时|(?:\d|[两三四五六七八九十多数])次(?:主持)?(?:召开|举行|出席|参加)|(?<![重主需首])要[^，。；]{0,4}(?:召开|举行)"
)
_EXPECTED = re.compile(
    r"期待|(?:多次|此前，)[^。；]{0,40}$|下周|下个?月|明年|下半年(?!的?[一-龥]{0,4}工作)|(?:会议|常委会|大会|建议|商定)[^，。；]{0,4}(?:决定|建议|商定)|(?:近期|以来|近年来|先后)[^。；]{0,16}\d次"
)
# A meeting that is what a paper or a matter is about: 关于召开…会议的决定, 召开…会议的有关事宜.
_MATTER = re.compile(r"(?:的?(?:有关|相关)?事[宜项]|的(?:决定|通知|建议|请示|方案|议题))")
_OPENS = re.compile(r"(?:召开|举行|举办)了?$")
_LONGEST_OPENING = 5  # characters of it, with a line break


def opens_before(text: str, start: int) -> bool:
    """Whether a verb of holding stands right before `start` (市委召开了|会议)."""
    return _OPENS.search(text, max(0, start - _LONGEST_OPENING), start) is not None


def is_opened(text: str, end: int) -> bool:
    """Whether a verb of holding follows the name that ends here (…28日在京召开)."""
    return _HELD_AFTER.match(text, end) is not None


def is_held(text: str, start: int, end: int) -> bool:
    """Whether the text says that the meeting named at [start, end) is held."""
    floor = max(0, start - LONGEST_SENTENCE)
    clause = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in "，。；：！？\n"))
    sentence = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in "。\n"))
    if _MATTER.match(text, end) or _PLANNED.search(text, clause, start) or _PLANNED.match(text, end):
        return False
    if _EXPECTED.search(text, sentence, start) or _PREPARES.match(text, end):
        return False
    printed = _DAY.search(text, clause, start)
    day = printed or _DAY_FIRST.match(text, sentence)
    if _CALLED_FOR.search(text, clause, start) or is_opened(text, end) or (_SPOKEN_AT.match(text, end) and day):
        return True
    before = _HELD_BEFORE.search(text, max(0, start - 16), start)
    if before is None or _SPIRIT.match(text, end) or (end - start > 2 and _visits(text, end, before.group())):
        return False
    attended = day and _ATTENDS.search(text, clause, start)  # 3日，市长出席在海州举行的…
    return not before["relative"] or bool(attended) or printed is not None


def _visits(text: str, end: int, verb: str) -> bool:
    """Whether a meeting called by its name is another one, to which those of the meeting at hand go."""
    return verb.startswith("列席") or _MEMBERS.match(text, end) is not None
