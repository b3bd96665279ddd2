"""What the columns of a source mean: proposed, shown with sample rows, corrected, and used from the next import on."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import (
    NewEntry,
    RingtrueError,
    SourceMapping,
    all_tables,
    change_mapping,
    mapping_text,
    source_mapping,
)
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.imports.columns import TablePart, check, content_of, parts_of, read_of
from ringtrue.workbench.imports.forms import MappingTextForm
from ringtrue.workbench.imports.sources import Source
from ringtrue.workbench.imports.views import source_or_404
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.trail.journal import AuditJournal


def imports_mapping(request: HttpRequest, audit: str, source: str) -> HttpResponse:
    """What each column is taken for, with samples, in a form."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = source_or_404(one, source)
    try:
        seen = source_mapping(one.folder, found.name)
    except RingtrueError as error:
        return render(request, "imports/mapping.html", {"source": found, "unreadable": str(error)})
    said = request.POST if request.method == "POST" else None
    parts, read = parts_of(seen, said), read_of(seen, said)
    wrong: list[str] = []
    if said is not None and "save" in said:
        wrong = _save(request, one, found, seen, parts, read)
        if not wrong and not any(part.wrong for part in parts):
            return redirect("imports_source", one.pk, found.id)
    return render(request, "imports/mapping.html", _shown(found, seen, parts, read, said, wrong))


def imports_mapping_text(request: HttpRequest, audit: str, source: str) -> HttpResponse:
    """The whole mapping as the text of its file, with all that the form does not show."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = source_or_404(one, source)
    text = ""
    try:
        seen = source_mapping(one.folder, found.name)
        text = seen.text or mapping_text(content_of(seen, parts_of(seen), read_of(seen)))
    except RingtrueError as error:
        messages.error(request, told(error))
    form = MappingTextForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        try:
            write(one, found, text, str(request.user), form.cleaned_data["reason"])
        except RingtrueError as error:
            form.add_error("text", told(error))
        else:
            messages.success(request, _("Saved. It is used with the next import."))
            return redirect("imports_source", one.pk, found.id)
    return render(request, "imports/mapping_text.html", {"form": form, "source": found})


def write(audit: Audit, source: Source, text: str, by: str, reason: str) -> None:
    """Use this mapping from the next import on, and write down who said so."""
    change_mapping(audit.folder, source.name, text)
    content = {"source": source.name, "text": text}
    entry = NewEntry(kind="mapping", id=source.id, by=by, at=now(), reason=reason, content=content)
    AuditJournal(audit).append([entry])


def _save(
    request: HttpRequest,
    audit: Audit,
    source: Source,
    seen: SourceMapping,
    parts: list[TablePart],
    read: dict[str, Any],
) -> list[str]:
    """Save what was said; what is wrong with it."""
    reason = request.POST.get("reason", "").strip()[:1000]
    if not check(parts):
        return []
    if not reason:
        return [_("Say why.")]
    notes = [
        f"corrected by {request.user}: {reason}",
        *(one for one in seen.notes if "STILL TO BE" not in one),
    ]
    try:
        write(audit, source, mapping_text(content_of(seen, parts, read), notes), str(request.user), reason)
    except RingtrueError as error:
        return [told(error)]
    messages.success(request, _("Saved. It is used with the next import."))
    return []


def _shown(
    source: Source,
    seen: SourceMapping,
    parts: list[TablePart],
    read: dict[str, Any],
    said: Any,
    wrong: list[str],
) -> dict[str, Any]:
    tables = [(one.name, one.meaning) for one in all_tables().values()]
    missing = ", ".join(read.get("missing", ()))
    return {
        "source": source,
        "seen": seen,
        "parts": parts,
        "read": read,
        "missing": missing,
        "tables": tables,
        "reason": (said or {}).get("reason", ""),
        "wrong": wrong + [one for part in parts for one in part.wrong],
    }
