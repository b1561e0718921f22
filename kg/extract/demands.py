"""Is a sentence in somebody's mouth a demand? By modal verb, imperative opening, numbered item, or governing verb."""

from __future__ import annotations

import re

from kg.extract.numerals import to_int
from kg.lexicon import alternation, sections

# 要 as a modal verb, not as a part of 重要, 主要, 要求 …
MODAL = re.compile(
    r"(?<![重主需首必纪摘概紧次若险只将快想所纲简机扼])(?<!不是)要(?![素求点闻义件害塞么是道职案员意价隘犯想。，；！”]|地(?!方))(?!近?\d)"
    r"|必须|务必|(?<=[门位级部区县地])务于|应当|(?<![适响反回相顺供对效感因])应(?![对用邀急询约付聘届声接变运激力]|.尽|该能|该会|有[之的]|出席|[^，。]{1,14}邀请)|[不切]实?得(?!不|到|了|以|出)|严禁"
    r"|[决绝]不(?:允许|能|容|姑息)|谁(?=[^，。；谁]{1,10}，?(?:就|谁)[^，。；]{0,8}(?:谁|负责|担责))"
    r"|不能(?:“|丢|变|松|放|让|搞|有|忘|光|只|当|等|拖|靠|推|误|停|掉|再|把|满足|止步|简单|一[刀味])|不可(?!分|或|逆|避|能|接|思|多|替|比|战|缺|阻|剥|磨|估|动|想|低|或)|(?<![亟无毋])须(?=[一-龥])(?!臾)|可根据|理应|(?<![急必所供内刚无市])需(?=(?:进一步|及时|切实|尽快)?(?:加强|防范|做好|注意|强化|完善|落实|警惕|提高|尽快))"
    r"|(?<![一-龥])(?:也|并|真诚|衷心|强烈|殷切)?(?:希望|呼吁|敦促|恳请|号召)"
    r"(?!同|与|和|在|能|将|寄|自己|可以|早日|继续|通过|借|进一步|之|的|加强|双方关系|本次|这|今后|我|此|该|双方关系|[，。、]|[一-龥]{1,8}(?:取得圆满|越来越|成功举))"
    rf"|(?<![正地工])需要(?![和与的]|[^，。]{{0,6}}的)(?:[一-龥]{{0,6}}?)"
    rf"(?:{alternation(word for word in sections('demand_words')['imperative'] if len(word) > 1)})"
)
_ITEM = re.compile(
    r"[“‘]?(?:第?([一二三四五六七八九十]{1,2})(?:是|要|、|，|：|方面)|(首先|其次|再次|最后)(?:，|要|是)|([（(][一二三四五六七八九十\d]{1,2}[）)]|[\d]{1,2}[.、．]))"
)
_IMPERATIVE = re.compile(
    rf"(?!{alternation(sections('demand_words')['not_imperative'])})"
    r"(?:在[^，。]{2,18}(?:基础上|同时|前提下|条件下|过程中|工作中|中|上)，?)?"
    rf"(?:{alternation(sections('demand_words')['imperative'])})(?!的|者|着|于|方面)"
)
_PREPOSITION = re.compile("[对为以向]|按照|根据|针对")
_GOES_ON = re.compile(
    rf"[，；、](?:并|也|更|同时)?(?:{alternation(sections('demand_words')['imperative'])})(?!的)|把|[使让]|作出|提供|给予|创造|营造|加[大强快]|强化|推[动进]|落实|做到|实[施行]|应.尽|一律"
)
# An item that names an advantage or a result (一是坚持…的优势) asks for nothing.
_NAMED_ITEM = re.compile(r"^.{1,4}这是|的(?:优势|经验|原因|特点|成就|成果|体现|结果)[。；]?$")
_STATEMENT = re.compile(
    alternation(sections("demand_words")["statement"])
    + r"|\d{4}年|[一二两三四五六七八九十几]+年来"
    + rf"|[^，。]{{0,20}}(?:已经?|{alternation(sections('demand_words')['told'])})"
)
# A sentence that judges (深化改革是重要举措, …具有重要意义) demands nothing; 关键是落实政策 does.
_JUDGEMENT = re.compile(
    r"(?<![但还于可其别凡或管论总要求])是(?![否非])"
    r"|(?:事关|关系到)(?![^，。]*的(?:重要|重点|重大|大|关键|根本|工作|问题|领域))"
    r"|具有[^，。]{0,14}(?:意义|作用|影响)"
    rf"|{alternation(sections('demand_words')['judged'])}"
)
_WHAT_MATTERS = re.compile(r"(?:关键|重点|核心|首要|当务之急|任务|根本|前提)(?:就)?(?:是|在于)")
# What one side will do or thinks (中方愿同…, 我们将…, 泰方高度评价…) is asked of nobody.
_OWN_SIDE = re.compile(
    r"愿(?:同|与|意|继续|为|进一步|在|以|借|将|向|加|积|本|参|探)"
    r"|(?:^|，)(?:同时)?(?:[中我俄美日韩德法英印巴泰老缅越柬菲马蒙朝哈吉塔乌土伊沙阿以埃南意西葡荷比波捷匈希芬挪瑞丹加墨古智秘委新澳欧非]方|我们?|中国(?:政府)?|我国|本届政府)"
    r"(?:将|高度|充分|十分|始终|一贯|历来|坚定|一如既往|重视|赞赏|欢迎|感谢|祝贺|珍视|主张|支持|反对|尊重|理解|对)"
)
# What was done: 了 behind a verb (听取了意见), not 为了, 了解, 罢了.
_PAST = re.compile(r"(?<![为除罢忘不好到])了(?![解然却如])|已经?(?![有知])|先后|曾经")
# Names in marks, and a formula made a noun (疫情要防住、经济要稳住的要求): their words say nothing of the sentence.
_QUOTE = re.compile(r"(?<=.)“[^”]{1,14}”|《[^》]*》|(?:[一-龥]{2,4}要[一-龥]{2,3}、)+[一-龥]{2,4}要[一-龥]{2,3}(?=的)")


def item_number(sentence: str) -> int | None:
    """Its number where the sentence opens an item of a list (二要…, 三是…, 首先…); None otherwise."""
    match = _ITEM.match(sentence)
    if match is None:
        return None
    if match.group(1):
        return to_int(match.group(1))
    return {"首先": 1, "其次": 2, "再次": 3, "最后": 9}.get(match.group(2) or "")


def is_demand(sentence: str, *, governed: bool) -> bool:
    """Whether the sentence demands something. `governed`: a verb such as 要求 or 希望 puts it into a mouth."""
    plain = _QUOTE.sub("“”", sentence) if any(mark in sentence for mark in "“《、") else sentence
    first, *others = plain.split("；")
    return _demands(first, governed=governed) or any(_demands(other, governed=False) for other in others)


def _demands(plain: str, *, governed: bool) -> bool:
    if MODAL.search(plain) or _is_item(plain):
        return True
    matters = _WHAT_MATTERS.search(plain)
    if matters and is_imperative(plain[matters.end() :]) and plain[matters.end()] not in "以为对将":
        return True
    if plain.endswith(("？", "?")) or any(p.search(plain) for p in (_JUDGEMENT, _OWN_SIDE, _PAST)):
        return False
    return not _STATEMENT.match(plain) and (is_imperative(plain) or governed)


def _is_item(sentence: str) -> bool:
    """Whether it is an item that demands (一是…): not one that tells what was done, nor 最后 in a report."""
    item = _ITEM.match(sentence)
    if item is None or _PAST.search(sentence) or _NAMED_ITEM.search(sentence):
        return False
    return item.group(2) is None or is_imperative(sentence[item.end() :])


def opens_with_preposition(sentence: str) -> bool:
    """Whether it begins with 对, 为, 以 … before any verb."""
    return _PREPOSITION.match(sentence) is not None


def is_imperative(sentence: str) -> bool:
    """Whether the sentence opens with a verb (or an adverb before one) that demands without 要; where it opens with a
    preposition, another clause has to (以…为指导，加强…).
    """
    if _IMPERATIVE.match(sentence) is None:
        return False
    return _PREPOSITION.match(sentence) is None or _GOES_ON.search(sentence) is not None
