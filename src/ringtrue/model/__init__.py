"""The field's words as frozen dataclasses."""

from ringtrue.model.procedure import (
    Ask,
    GroupProcedure,
    Judge,
    Judgement,
    Procedure,
    RecordProcedure,
    Rows,
    Setting,
    SettingValue,
)

__all__ = [
    "Ask",
    "GroupProcedure",
    "Judge",
    "Judgement",
    "Procedure",
    "RecordProcedure",
    "Rows",
    "Setting",
    "SettingValue",
]
