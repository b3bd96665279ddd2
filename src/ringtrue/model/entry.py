"""Entries of the audit's journal, and records as their content."""

from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, TypeVar, cast

from ringtrue.model.errors import WrongUse

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class NewEntry:
    """What somebody adds to the journal: the state of a record, who says so, when (ISO 8601, UTC) and why."""

    kind: str
    id: str
    by: str
    at: str
    reason: str
    content: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Entry(NewEntry):
    """An entry as it stands in the journal: its number, and the hash of the line before it."""

    seq: int
    previous: str


def to_content(record: Any) -> dict[str, Any]:
    """A record, which is a frozen dataclass, as the content of an entry."""
    from pydantic_core import to_jsonable_python

    content: dict[str, Any] = to_jsonable_python(asdict(record))
    return content


def from_content(kind: type[T], content: Mapping[str, Any]) -> T:
    """The record that an entry holds. WrongUse names the fields that are missing, unknown or of another type."""
    from pydantic import ValidationError

    unknown = sorted(set(content) - set(getattr(kind, "__dataclass_fields__", {})))
    if unknown:
        raise WrongUse(f"{kind.__name__.lower()}: it has no field {', '.join(unknown)}.")
    try:
        record: T = _reader(cast(Hashable, kind)).validate_python(dict(content))
        return record
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise WrongUse(f"{kind.__name__.lower()}: {told}.") from error


@cache
def _reader(kind: type[Any]) -> Any:
    """What reads records of a kind: it is slow to make and quick to use."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
