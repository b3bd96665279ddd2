"""Working through the records of a sample, one by one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import MethodRefused, NewEntry
from ringtrue.method.sampling.judging import judged
from ringtrue.model.entry import from_content, to_content
from ringtrue.model.sample import SampleItem
from ringtrue.workbench.clock import now
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.samples.forms import JudgeForm
from ringtrue.workbench.samples.records import items_of, sample_or_404
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile


def record(request: HttpRequest, audit: str, sample: str, number: int) -> HttpResponse:
    """One record: what the data say of it, and what it shows. After it the next open one."""
    one = request.audit  # type: ignore[attr-defined]
    found, id = sample_or_404(one, sample), f"{sample}/{number:04}"
    kept = one.records.filter(kind="sample_item", record=id).first()
    if kept is None:
        raise Http404
    item = from_content(SampleItem, kept.content)
    start = {"note": item.note, "evidence": ", ".join(item.evidence), "version": kept.version}
    form, theirs = JudgeForm(request.POST or None, initial=start), None
    if request.method == "POST" and form.is_valid():
        said, by, at = form.cleaned_data, str(request.user), now()
        try:
            new = judged(item, said["result"], said["note"], said["evidence"].split(","), by, at)
            entry = NewEntry(
                kind="sample_item",
                id=id,
                by=by,
                at=at,
                reason="the record was judged",
                content=to_content(new),
            )
            AuditJournal(one).append([entry], {("sample_item", id): said["version"]})
        except MethodRefused as refused:
            form.add_error(None, told(refused))
        except ChangedMeanwhile as changed:
            theirs = changed.record
            form.add_error(
                None, _("Somebody else judged this record after you had opened it. Nothing was overwritten.")
            )
        else:
            return _next(request, sample, number)
    if theirs:
        item = from_content(SampleItem, theirs.content)
        form.data = {**form.data.dict(), "version": theirs.version}
    items = items_of(one, sample)
    context = {
        "sample": found,
        "item": item,
        "form": form,
        "theirs": theirs,
        "judged": sum(other.result != "open" for other in items),
        "all": len(items),
        "before": number - 1 if number > 1 else None,
        "after": number + 1 if number < len(items) else None,
    }
    return render(request, "samples/record.html", context)


def _next(request: HttpRequest, sample: str, number: int) -> HttpResponse:
    one = request.audit  # type: ignore[attr-defined]
    still = [item.number for item in items_of(one, sample) if item.result == "open"]
    if not still:
        messages.success(request, _("Every record is judged."))
        return redirect("samples_sample", one.pk, sample)
    return redirect("samples_record", one.pk, sample, next((n for n in still if n > number), still[0]))
