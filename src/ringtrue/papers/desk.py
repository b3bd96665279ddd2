"""Writes papers for an audit, and takes filled ones back into its journal."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import Entry, NewEntry
from ringtrue.model.errors import WrongUse
from ringtrue.papers.filled import Filled, Problem, read_filled
from ringtrue.papers.kinds import paper_named
from ringtrue.papers.paper import Paper, Reading, Wanted
from ringtrue.reports.language import DEFAULT

SUFFIXES = {"excel": ".xlsx", "word": ".docx"}


@dataclass(frozen=True)
class Recorded:
    """What a filled paper brought: which it was, what was added, how much stood there already, what could not be taken."""

    file: str
    kind: str
    added: tuple[Entry, ...]
    known: int
    problems: tuple[Problem, ...]


def write_paper(wanted: Wanted, kind: str, formats: Sequence[str] = ()) -> list[Path]:
    """Write a paper into ``papers/``, in the formats asked for that it has; all that it has where none is asked for.

    The name of the file tells the kind, what the paper is about, and the language, if that is not English.
    """
    writers = _writers(paper_named(kind))
    chosen = [one for one in formats or SUFFIXES if one in writers]
    if not chosen:
        raise WrongUse(f"the paper {kind} is written as {' or '.join(writers)}, not as {', '.join(formats)}.")
    if wanted.template and "word" not in chosen:
        raise WrongUse(
            f"{wanted.template}: a template is for Word, and the paper {kind} is written as {', '.join(chosen)}."
        )
    places = {one: wanted.folder.papers / f"{_name(wanted, kind)}{SUFFIXES[one]}" for one in chosen}
    for one, place in places.items():
        _write(writers[one], wanted, place)
    return list(places.values())


def record_paper(
    folder: AuditFolder, path: Path, by: str, at: str, journal: Journal | None = None
) -> Recorded:
    """Take a filled paper back into the journal, the folder's own where none is given. What it holds just so is not added again."""
    filled, journal = read_filled(path), journal or Journal(folder)
    paper = _paper_of(filled, path.name)
    if paper.read is None:
        raise WrongUse(f"{path.name}: the paper {paper.kind} is not one to read back.")
    read = paper.read(Reading(folder=folder, journal=journal, filled=filled, by=by, at=at))
    known = _states(journal)
    new = [entry for entry in read.entries if known.get((entry.kind, entry.id)) != _state(entry)]
    added = journal.append(new) if new else ()
    return Recorded(path.name, paper.kind, added, len(read.entries) - len(new), tuple(read.problems))


def _name(wanted: Wanted, kind: str) -> str:
    parts = [kind, *(value for _, value in sorted(wanted.options.items()))]
    plain = [re.sub(r"[^\w-]+", "-", part).strip("-")[:60] for part in parts]
    language = "" if wanted.language == DEFAULT else f".{wanted.language}"
    return "-".join(part for part in plain if part) + language


def _writers(paper: Paper) -> dict[str, Callable[[Wanted, Path], None]]:
    found = {"excel": paper.write_excel, "word": paper.write_word}
    return {name: write for name, write in found.items() if write is not None}


def _write(write: Callable[[Wanted, Path], None], wanted: Wanted, place: Path) -> None:
    """Beside its place first: a file that is there is whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f".{place.name}")
    write(wanted, fresh)
    fresh.replace(place)


def _paper_of(filled: Filled, file: str) -> Paper:
    if "paper" not in filled.about:
        raise WrongUse(f'{file}: its sheet "About" does not say which paper it is. Expected a row "paper".')
    return paper_named(filled.about["paper"])


def _states(journal: Journal) -> dict[tuple[str, str], str]:
    return {(entry.kind, entry.id): _state(entry) for entry in journal.entries()}


def _state(entry: NewEntry) -> str:
    return json.dumps(entry.content, sort_keys=True)
