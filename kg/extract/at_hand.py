"""The meeting at hand where no verb says that one is held.

“参加全市防汛工作推进会的代表们来到大堤。……市长王明主持，市领导李红出席。” Somebody chairs or attends without a name of
what: then the article reports a sitting, and the first meeting it names, unless it is only recalled, is that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.holding import opens_before
from kg.extract.meetings import MeetingMention

# Presence without a name of what one is present at: 主持会议, …出席。
_PRESENT = re.compile(r"会议由[^，。；]{2,40}主持|(?:主持|出席|参加|列席)(?:了)?(?:会议|[，。；])")
# What a sitting does, right behind its name: …第九次会议听取了.
_SITS = re.compile(r"(?:分别|还)?(?:(?:听取|审议|表决|通过)+(?:和审议|并审议)?|传达(?:学习)?|部署|总结)了")
# Words before and behind the name of a meeting that is only taken up: 贯彻落实全省教育大会精神, 省两会以来.
_RECALLS = re.compile(
    r"(?:传达|学习|贯彻|落实|按照|根据|结合|宣传|围绕|响应|迎接|提交|提请|召开以来|自)[^，。；]{0,16}$"
)
_RECALLED = re.compile(r"新闻|成立|上?的?(?:[^，。；]{0,6}(?:精神|部署|要求|决定)|以来|确定|明确|后)")
_PARTY = re.compile(r"党的|中共|中央|全国|第?[十二三]")
# Sittings that only their own report numbers.
_STANDING = re.compile(r"第.{1,6}次(?:委员长|主席|主任|常委会|全体)会议$")
_BEFORE = 20


def one_at_hand(text: str, mentions: Sequence[MeetingMention]) -> list[MeetingMention]:
    """The mentions, the first one that may be held taken for held where none is and somebody is present."""
    found = list(mentions)
    if any(mention.held and (mention.name or opens_before(text, mention.start)) for mention in found):
        return found
    sitting = next((at for at, mention in enumerate(found) if mention.name and _SITS.match(text, mention.end)), None)
    if sitting is not None:
        found[sitting] = found[sitting]._replace(held=True)
    if sitting is not None or not _PRESENT.search(text):
        return found
    place = next((at for at, mention in enumerate(found) if _may_be_held(text, mention)), None)
    if place is not None:
        found[place] = found[place]._replace(held=True)
    return found


def _may_be_held(text: str, mention: MeetingMention) -> bool:
    recalls = _RECALLS.search(text, max(0, mention.start - _BEFORE), mention.start)
    far = _PARTY.match(mention.name) and not _STANDING.search(mention.name)
    return bool(mention.name) and not (recalls or _RECALLED.match(text, mention.end) or far)
