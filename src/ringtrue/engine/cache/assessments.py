"""What was found with a procedure, kept and taken again: its result and charts, its judged table, the records behind its leads."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.cache.digests import Digests
from ringtrue.engine.cache.store import Store
from ringtrue.engine.database.dialect import bind
from ringtrue.engine.running.assess import Assessed, settings_of
from ringtrue.engine.running.needs import tables_needed
from ringtrue.model import Catalogued
from ringtrue.model.sql import literal

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_TOLD, _JUDGED, _RECORDS = "assessed.json", "judged.parquet", "records.parquet"


def digest_of_procedure(
    digests: Digests,
    procedure: Catalogued,
    given: Mapping[str, Sequence[str]],
    audit: AuditFile,
    clauses: Sequence[str],
) -> str:
    """The digest of all that decides on what is found with a procedure. ``given`` are the columns that the exports gave, by table."""
    settings = settings_of(procedure, audit)
    needed = sorted(tables_needed(procedure.declaration))
    texts = {
        name: bind(text, settings)
        for name in ("sql", "groups_sql", "records_sql", "chart_sql")
        if (text := getattr(procedure, name))
    }
    also = (
        procedure.declaration.id,
        procedure.title,
        list(texts),
        settings,
        list(clauses),
        [(name, list(given[name]) if name in given else None, name in audit.none) for name in needed],
        digests.of("audit_period"),
        digests.of("pseudonyms") if getattr(procedure.declaration, "persons", ()) else "",
    )
    return digests.of_query(*texts.values(), also=also)


@dataclass(frozen=True)
class Assessments:
    """The assessments of a run. ``work`` is a folder that goes away with it; judged tables go to ``judged``."""

    database: DuckDBPyConnection
    store: Store
    work: Path
    judged: Path

    def take(self, digest: str, procedure: str) -> Assessed | None:
        """What was found with the procedure before; None where it is not kept."""
        place = self._place(procedure)
        if not self.store.take(digest, place):
            return None
        if (place / _JUDGED).exists():
            shutil.copyfile(place / _JUDGED, self._table(procedure))
        if (place / _RECORDS).exists():
            records = f"read_parquet({literal(str(place / _RECORDS))})"
            self.database.execute(f"insert into lead_records select * from {records}")
        return _read((place / _TOLD).read_bytes())

    def keep(self, digest: str, procedure: str, assessed: Assessed) -> Assessed:
        """Keep what was found, and give it back as it would be taken again."""
        place = self._place(procedure)
        content = json.dumps(asdict(assessed), ensure_ascii=False, default=str).encode()
        (place / _TOLD).write_bytes(content)
        files = [place / _TOLD]
        if self._table(procedure).exists():
            files.append(Path(shutil.copyfile(self._table(procedure), place / _JUDGED)))
        if assessed.result.leads:
            files.append(place / _RECORDS)
            self.database.execute(
                f"copy (select * from lead_records where starts_with(lead, {literal(f'{procedure}/')})) "
                f"to {literal(str(files[-1]))} (format parquet)"
            )
        self.store.keep(digest, files)
        return _read(content)

    def _place(self, procedure: str) -> Path:
        place = self.work / procedure
        place.mkdir(exist_ok=True)
        return place

    def _table(self, procedure: str) -> Path:
        return self.judged / f"{procedure}.parquet"


def _read(content: bytes) -> Assessed:
    return _reader().validate_json(content)


@cache
def _reader() -> "TypeAdapter[Assessed]":
    from pydantic import TypeAdapter

    return TypeAdapter(Assessed)
