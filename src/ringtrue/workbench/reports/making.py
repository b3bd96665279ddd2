"""Makes reports in the background."""

import logging
import tempfile
from pathlib import Path

from django.conf import settings
from django_tasks import task

from ringtrue.api import RingtrueError, WrongUse, reports, results_of
from ringtrue.workbench.reports.models import Order, State
from ringtrue.workbench.trail.folder import bring_together

log = logging.getLogger("ringtrue.reports")


@task()
def make(order: int) -> None:
    """Make what was ordered; what goes wrong is written beside the order."""
    one = Order.objects.select_related("audit__organisation").get(pk=order)
    if one.state != State.WAITING:
        return
    try:
        _make(one)
        one.state = State.DONE
    except RingtrueError as error:
        one.state, one.trouble = State.FAILED, str(error)
    except Exception as error:
        log.exception("reports %s failed", order)
        one.state, one.trouble = State.FAILED, f"The fault is ours ({type(error).__name__})."
    one.save(update_fields=["state", "trouble"])


def _make(one: Order) -> None:
    bring_together(one.audit)
    found = results_of(one.audit.folder, one.run or None)
    if found is None:
        raise WrongUse("nothing was run yet: start a run first")
    content = one.audit.organisation.template if one.own_template else None
    Path(settings.HOME.uploads).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.HOME.uploads, prefix="template-") as place:
        template = Path(place) / "template.docx" if content and "word" in one.formats else None
        if template:
            template.write_bytes(bytes(content or b""))
        reports(one.audit.folder, *found, one.formats, template, one.language)
