"""Two runs side by side: what is new, what is gone, what changed, and whether the change is more than the bounds allow."""

from ringtrue.method.compare.changes import (
    AnswerChange,
    Comparison,
    Estimate,
    LeadChange,
    Presence,
    ProcedureChange,
    RunNamed,
    SettingChange,
    SourceChange,
)
from ringtrue.method.compare.compare import compare

__all__ = [
    "AnswerChange",
    "Comparison",
    "Estimate",
    "LeadChange",
    "Presence",
    "ProcedureChange",
    "RunNamed",
    "SettingChange",
    "SourceChange",
    "compare",
]
