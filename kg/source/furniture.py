"""What a newspaper page prints around its articles: its number and date, 下转第二版. No part of any article."""

from __future__ import annotations

import re

_NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}"
_SECTION = "(?:要闻|综合|时政|新闻|专题|国内|国际|理论|民生|本市|本地|经济|社会|文化|副刊|广告|公告)+"
_LINE = re.compile(
    r"[（(]?(?:下转|上接|转接)[^，。（）()\n]{1,12}版[^，。（）()\n]{0,8}[）)]?"
    r"|(?:\d{4}年\d{1,2}月\d{1,2}日)?[ 　]*(?:星期[一二三四五六日天])?[ 　]*"
    rf"第?[ ]?[A-Z]?{_NUMBER}[ ]?版(?:[ 　：:·]+[一-龥]{{2,4}}|{_SECTION})?"
    r"|\d{4}年\d{1,2}月\d{1,2}日[ 　]*(?:农历[一-龥]{4,12}[ 　]*)?星期[一二三四五六日天]"
    r"|[-—·. 　]*[0-9０-９]{1,3}[-—·. 　]*"
)


def is_furniture(line: str) -> bool:
    """Whether a line, without the white space around it, belongs to the page and to no article."""
    return _LINE.fullmatch(line) is not None
