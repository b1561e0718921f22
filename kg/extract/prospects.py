"""Is a number held out to be reached, or does it tell what was done, what is foreseen, what stands in a law?"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import alternation, terms

# A plan, a demand, a day to come: what makes any number behind it a target. Every alternative begins with a letter, and
# what may not stand before it comes after it: so the search leaps from one such letter to the next.
_AIM = re.compile(
    r"要(?<![重主需首必只]要)(?![素求点闻])|力争|力促|争取(?!资金|支持|上级|项目|了)|确保|必须|务必|努力(?!下|奋斗|拼搏|工作|学习|探索|[，。、])|目标(?!任务(?:（|的\d)|位|物|市场|人群|客户|价格|区域)|任务(?!是由|（|的\d)|拟(?![出定任聘向])|规划(?<!共规划)(?=治理|建设|新建|改造)|"
    r"计划(?<![按照据原有的动年度展产体作划超]计划)(?![书的和、，。；）》任指单内外经委生面投]|安排的|总投资)|"
    r"底之?前|末之?前|今后|未来[一-龥\d]+年|明年|下一步|今年(?=新增|新建|计划|要|安排|力争|确保)|年内|"
    r"到“?十[一-龥]五”?末|月起|日起"
)
_WILL = re.compile(r"将(?<!即将)(?![军领士帅来其近])")
_YEAR = re.compile(r"(?<![比较])(?:到|在|于|至)?(20\d\d)年")
_DONE = re.compile(
    r"已|了(?=\d|[一-龥，。]|$)|累计(?!达到|压减|下降|新增|完成|建成)|截至|截止|去年|同期|环比|(?<![由从])目前|曾|共有|共计|达到了|以来|统计|上半年|(?<!第)[一二三四]季度(?!力争|计划|要|确保|全市|人均)"
    r"|前[\d一二三四五六七八九十]+个?月|\d(?:至|-|—|到)\d{1,2}月|昨天|记者|约占|(?<![条处座个段])共(?=\d)|正在|此前|当天|今天|现有|现已|(?<![人口])拥有|原有|同比(?!分别)|为止|历时|为期|时长|全长|位于|刚刚|成功|获得|第一|(?<![由从])现在|当前|近\d+年"
)
# What holds on through the clauses that follow.
_SO_FAR = re.compile(
    r"年来|以来|累计(?!达到|压减|下降|新增|完成|建成)|截至|(?<![由从])目前|\d(?:至|-|—|到)\d{1,2}月|已(?!有)"
)
_FORECAST = re.compile(r"预计|预测|估计|有望|可达|或将|可能|测算|分析|表明|显示|意味着|相当于")
_HOME = frozenset({"中国", "香港", "澳门", "台湾"})


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(terms('countries') - _HOME)})(?<!内蒙古)")


def holds_out(text: str, published: str) -> bool:
    """Whether anything in the sentence can make one of its numbers a target."""
    return bool(_AIM.search(text)) or will_be(text) or looks_ahead(text, published)


def will_be(text: str) -> bool:
    """Whether it says what will be."""
    return _WILL.search(text) is not None


def looks_ahead(text: str, published: str) -> bool:
    """Whether it names a year to come."""
    return "20" in text and any(year > published for year in _YEAR.findall(text))


def is_aim(text: str, at: int, published: str) -> bool:
    """Whether an aim, or a year still to come, stands before `at` in its clause or the one before it."""
    clause = _clause(text, at)
    window = max(0, text.rfind("，", 0, max(0, clause - 1)) + 1)
    years = _YEAR.findall(text, 0, at)
    return bool(_AIM.search(text, window, at)) or (bool(years) and years[-1] > published)


def is_meant(text: str, at: int) -> bool:
    """Whether an aim stands anywhere before `at`, or none behind it: enough for a demand of many clauses, not for what
    one begins with (覆盖率达60%，要…).
    """
    return bool(_AIM.search(text, 0, at)) or not _AIM.search(text, at)


def is_intended(text: str, at: int) -> bool:
    """Whether somebody at home *will* do it (将新建40所): enough for what is done, not for a level that is foreseen."""
    clause = _clause(text, at)
    window = max(0, text.rfind("，", 0, max(0, clause - 1)) + 1)
    told = text[window:at].replace("为了", "")
    return _WILL.search(told) is not None and "了" not in told and not is_abroad(text)


def is_abroad(text: str) -> bool:
    """Whether the sentence tells of another country alone."""
    return _foreign().search(text) is not None and "我国" not in text and "中国" not in text


def is_told(text: str, at: int, end: int) -> bool:
    """Whether the clause of the number at [at, end) tells what is or was, or the words before tell or foresee it."""
    if _DONE.search(text, _clause(text, at), end) or _FORECAST.search(text, 0, end):
        return True
    told = max((match.end() for match in _SO_FAR.finditer(text, 0, at)), default=0)
    return told > 0 and not (_AIM.search(text, told, at) or _WILL.search(text, told, at))


def _clause(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "，；。：") + 1
