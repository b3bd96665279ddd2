"""Who may do what here."""

from ringtrue.workbench.access.roles import READERS, Right

RIGHTS = {"jobs_job": Right(read=READERS)}
