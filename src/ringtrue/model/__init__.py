"""The field's words as frozen dataclasses."""

from ringtrue.model.procedure import (
    Ask,
    Catalogued,
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
    "Catalogued",
    "GroupProcedure",
    "Judge",
    "Judgement",
    "Procedure",
    "RecordProcedure",
    "Rows",
    "Setting",
    "SettingValue",
]
