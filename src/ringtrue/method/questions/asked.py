"""A question as it is, or is to be, put in an interview."""

from dataclasses import dataclass

from ringtrue.model.errors import WrongUse
from ringtrue.tables.vocabulary import ROLES


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """The words, the role it is put to (None: not yet known), and the roles that it is declared to be for, if it is.

    ``language`` is that of the words; None: it is told by them.
    """

    text: str
    role: str | None = None
    allowed_roles: tuple[str, ...] = ()
    language: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        for role in (self.role, *self.allowed_roles):
            if role is not None and role not in ROLES:
                raise WrongUse(f'there is no role "{role}". There are: {", ".join(ROLES)}.')
