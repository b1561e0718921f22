"""Traditional script read as Simplified, character by character, so that every place stays where it was.

Only where a text is in Traditional script as a whole: in Simplified print 著 or 乾 are characters of their own.
"""

from __future__ import annotations

import re

# Frequent characters that exist in Traditional script only; in its news about one in ten is one of them.
_TRADITIONAL_ONLY = re.compile("[國會長與為這個對開發說時來們學業產經濟區張將實應點動務總書記員議進強調]")
_SHARE = 0.04


def is_traditional(text: str) -> bool:
    """Whether the text is written in Traditional script."""
    return len(_TRADITIONAL_ONLY.findall(text)) > _SHARE * len(text)


def simplified(text: str) -> str:
    """The text in Simplified script, of the same length, by OpenCC's table; itself where it is not Traditional."""
    if not is_traditional(text):
        return text
    import opencc  # only here: few texts need its tables

    convert = opencc.OpenCC("t2s").convert
    pairs = ((character, convert(character)) for character in set(text) if character > "\u2e80")
    return text.translate({ord(old): new for old, new in pairs if len(new) == 1 and new != old})
