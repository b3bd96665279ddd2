"""What is known of an audit when a record is judged, by the trail and the audit folder."""

from typing import TYPE_CHECKING, Any, cast

from ringtrue.api import Journal, records
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.trail.journal import AuditJournal

if TYPE_CHECKING:
    from ringtrue.papers.findings.records import Records


def known_records(audit: Audit) -> "Records":
    """The records of the audit, as the rules of the method want them."""
    return records(audit.folder, cast(Journal, AuditJournal(audit)))


def refuse(form: Any, refusals: Any, fields: dict[str, str]) -> bool:
    """Tell refusals beside the fields of a form on which they bear; whether there was any."""
    for one in refusals:
        name = fields.get(one.rule, "")
        form.add_error(name if name in form.fields else None, f"{told(one.found)} {told(one.remedy)}")
    return bool(refusals)
