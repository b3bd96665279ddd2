"""Keeps the journal in the audit folder and the trail in the database the same chain."""

from django.db import transaction

from ringtrue.api import Journal, JournalForked, read_line
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal


def bring_together(audit: Audit) -> None:
    """Take in what the command line added to the folder's journal, and write out what was done here.

    Raises JournalForked where both went on from the same line in different ways.
    """
    journal, file = AuditJournal(audit), Journal(audit.folder)
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=audit.pk)
        ours, theirs = journal.lines(), file.lines()
        shared = min(len(ours), len(theirs))
        if ours[:shared] != theirs[:shared]:
            raise JournalForked(next(n for n in range(shared) if ours[n] != theirs[n]) + 1)
        if len(theirs) > shared:
            journal.append([read_line(line) for line in theirs[shared:]])
        elif len(ours) > shared:
            file.add_lines(ours[shared:])
