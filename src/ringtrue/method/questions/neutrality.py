"""Whether the words of a question leave its answer open.

A fault is only told where the words show it: a question blamed wrongly costs more trust than one that passes.
"""

import re

from ringtrue.method.questions.build import doubled, is_closed, opened
from ringtrue.method.questions.fault import QuestionFault, fault
from ringtrue.method.questions.wording import Wording, wording

BY_PATTERN = ("leading", "loaded", "blaming", "presupposing")


def neutrality(text: str, language: str) -> tuple[QuestionFault, ...]:
    """The faults of the wording, at most one of a kind."""
    plain = " ".join(text.replace("\u2019", "'").split())
    own = wording(language)
    found = [(kind, words) for kind in BY_PATTERN if (words := _shown(plain, own, kind))]
    if words := doubled(plain, own):
        found.append(("double", words))
    if is_closed(plain, own):
        found.append(("closed", opened(plain)))
    return tuple(fault(kind, words) for kind, words in found)


def _shown(text: str, own: Wording, kind: str) -> str | None:
    for pattern in own.patterns[kind]:
        if found := pattern.search(_without_quotes(text)):
            return found.group()
    return None


def _without_quotes(text: str) -> str:
    """What stands between quotation marks is quoted and not said."""
    return re.sub(r'"[^"]{1,200}"|„[^“”"]{1,200}[“”"]|“[^”]{1,200}”|«[^»]{1,200}»', "…", text)
