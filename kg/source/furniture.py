"""What a page prints around its articles: its number and date, 下转第二版, a web page's labels, buttons and links. No
part of any article, but for the names in a web page's credits.
"""

from __future__ import annotations

import re

from kg.lexicon import alternation, sections

_NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}"
_SECTION = "(?:要闻|综合|时政|新闻|专题|国内|国际|理论|民生|本市|本地|经济|社会|文化|副刊|广告|公告)+"
_LINE = re.compile(
    r"[（(]?(?:下转|上接|转接)[^，。（）()\n]{1,12}版[^，。（）()\n]{0,8}[）)]?"
    r"|(?:\d{4}年\d{1,2}月\d{1,2}日)?[ 　]*(?:星期[一二三四五六日天])?[ 　]*"
    rf"第?[ ]?[A-Z]?{_NUMBER}[ ]?版(?:[ 　：:·]+[一-龥]{{2,4}}|{_SECTION})?"
    r"|\d{4}年\d{1,2}月\d{1,2}日[ 　]*(?:农历[一-龥]{4,12}[ 　]*)?星期[一二三四五六日天]"
    r"|[-—·. 　]*[0-9０-９]{1,3}[-—·. 　]*"
)
_CREDIT = sections("credits")["page"]
_LABEL = f"(?:{alternation((*sections('web_page')['label'], *_CREDIT))})[：:]"
_TIME = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[ 　]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_BUTTON = rf"[【\[（(]?(?:{alternation(sections('web_page')['button'])})(?![一-龥])[】\]）)]?"
# A line of fields: 2022年4月4日 10:22　来源：山西日报　字号：[大 中 小]; what follows a label goes on to the next one.
_VALUE = rf"(?>[ 　]*{_TIME}|(?:(?!{_LABEL}|{_TIME})[^：:。，])*+)"
_FIELD = rf"(?>{_LABEL}{_VALUE}|(?:(?:时间|日期)[：:][ 　]*)?{_TIME}|{_BUTTON})[ 　|｜/]*+"
_FIELDS = re.compile(rf"(?=.*(?:{_LABEL}|\d[:：]\d\d|{_BUTTON}))(?:{_FIELD})++")
_LINK = re.compile(f"(?:{alternation(sections('web_page')['link'])})(?:[：:].*|[^，。]*)|.*ICP备.*号.*")
_NAME = "[一-龥·]{2,4}(?![一-龥：:])"
_CREDITS = re.compile(rf"(?:(?:{alternation(_CREDIT)})[：:][ 　]*|(?:记者|通讯员)[ 　]){_NAME}(?:[ 　、]+{_NAME})*")
_LONGEST_FIELDS = 200
_BUTTONS_BEGIN = "【[（(打"  # where no label stands; the other buttons without brackets are words of headings, too


def is_furniture(line: str) -> bool:
    """Whether a line, without the white space around it, belongs to the page and to no article."""
    return _LINE.fullmatch(line) is not None or _LINK.fullmatch(line) is not None


def without_fields(line: str) -> tuple[int, int]:
    """The part of a line, [start, end), that is left without a web page's fields: of a line of them the credits."""
    may_be = ":" in line or "：" in line or line[0] in _BUTTONS_BEGIN
    if not may_be or len(line) > _LONGEST_FIELDS or not _FIELDS.fullmatch(line):
        return 0, len(line)
    named = [found.span() for found in _CREDITS.finditer(line)]
    return (named[0][0], named[-1][1]) if named else (0, 0)


def is_credits(line: str) -> bool:
    """Whether a line begins with who wrote or edited the article, and so is no sentence of it."""
    return _CREDITS.match(line) is not None
