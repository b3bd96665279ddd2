"""What an audit folder holds and judges by; and how progress is told."""

from ringtrue import plugins
from ringtrue.criteria.read import criteria_of
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.model.criteria import Criteria
from ringtrue.model.errors import WrongUse
from ringtrue.model.progress import Progress

__all__ = ["Progress", "criteria", "imported"]


def criteria(folder: AuditFolder) -> tuple[Criteria, ...]:
    """What the audit judges by, as its ``audit.toml`` names it: editions that ship, and own files in the audit folder."""
    known = [one.declaration.id for one in plugins.procedures()]
    return criteria_of(folder.audit().criteria, folder.path, known)


def imported(folder: AuditFolder) -> AuditFolder:
    """The folder, if something was imported into it; WrongUse says what to do first."""
    if not folder.tables.exists():
        raise WrongUse(
            f"{folder.path}: nothing was imported here yet. Run `ringtrue audit` on the exports first."
        )
    return folder
