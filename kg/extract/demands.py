"""Is a sentence in somebody's mouth a demand? By modal verb, imperative opening, numbered item, or governing verb."""

from __future__ import annotations

import re

from kg.extract.numerals import to_int
from kg.lexicon import alternation, sections

# 要 as a modal verb, not as a part of 重要, 主要, 要求 …
MODAL = re.compile(
    r"(?<![重主需首必纪摘概紧次若险])要(?![素求点闻义件害塞么是道职案员])"
    r"|必须|务必|应当|(?<![适响反回相顺供对效感因])应(?![对用邀急询约付聘届声接]|.尽)|[不切]实?得(?!不|到|了|以|出)|严禁|[决绝]不(?:允许|能|容|姑息)"
    r"|不能(?:丢|变|松|放|让|搞|有|忘)|不可(?!分|或|逆|避|能)|需要(?=[一-龥]{2})|须(?=[一-龥])|可根据|理应"
)
_ITEM = re.compile(
    r"[“‘]?(?:第?([一二三四五六七八九十]{1,2})(?:是|要|、|，|：|方面)|(首先|其次|再次|最后)[，要]|([（(][一二三四五六七八九十\d]{1,2}[）)]|[\d]{1,2}[.、．]))"
)
_IMPERATIVE = re.compile(alternation(sections("demand_words")["imperative"]))
_STATEMENT = re.compile(
    alternation(sections("demand_words")["statement"])
    + r"|\d{4}年|[一二两三四五六七八九十几]+年来"
    + rf"|[^，。]{{0,20}}(?:是[一-龥]|已经?|{alternation(sections('demand_words')['told'])})"
)
# A sentence that judges (深化改革是重要举措) or tells what one side wishes (中方愿同…) demands nothing.
_JUDGEMENT = re.compile(
    r"(?:是|就是|成为)[^，。]{0,24}(?:举措|关键|基础|保障|任务|途径|前提|根本|核心|必然|体现|标志|里程碑|目的|原因|力量)。?$|愿(?:同|与|意|继续|为|进一步)"
)
_PAST = re.compile(
    r"了(?=[，。；])|[一-龥]了(?:重大|重要|积极|明显|坚实|一[系批次]|广阔|新的|很大|许多|大量|卓越|突出)"
)


def item_number(sentence: str) -> int | None:
    """Its number where the sentence opens an item of a list (二要…, 三是…, 首先…); None otherwise."""
    match = _ITEM.match(sentence)
    if match is None:
        return None
    if match.group(1):
        return to_int(match.group(1))
    return {"首先": 1, "其次": 2, "再次": 3, "最后": 9}.get(match.group(2) or "")


def is_demand(sentence: str, *, governed: bool) -> bool:
    """Whether the sentence demands something. `governed`: a verb such as 要求 or 强调 puts it into a mouth."""
    if MODAL.search(sentence) or _ITEM.match(sentence):
        return True
    if _JUDGEMENT.search(sentence):
        return False
    if sentence.endswith(("？", "?")) or _STATEMENT.match(sentence) or _PAST.search(sentence):
        return False
    return is_imperative(sentence) or governed


def is_imperative(sentence: str) -> bool:
    """Whether the sentence opens with a verb (or an adverb before one) that demands without 要."""
    return _IMPERATIVE.match(sentence) is not None
