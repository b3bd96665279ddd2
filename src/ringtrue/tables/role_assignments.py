"""Which party holds which role, for which service or process, and when."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="role_assignments",
    meaning="Which party holds which role for which service or process, one row for each role held.",
    unique_id=False,
    columns=(
        Column(name="party", meaning="Who holds the role.", required=True, references="parties"),
        Column(
            name="role",
            meaning="The role held: a customer defines what is needed and agrees service levels,"
            " a user works with the service, a sponsor authorises the money.",
            required=True,
            values=ROLES,
        ),
        Column(
            name="service",
            meaning="The service for which the role is held; empty if it is not tied to one service.",
            references="services",
        ),
        Column(
            name="process",
            meaning="The process for which the role is held, such as change enablement; empty if none.",
        ),
        Column(
            name="duty",
            meaning="The part taken: R carries out, A is accountable, C is consulted, I is informed.",
            values=("R", "A", "C", "I"),
        ),
        Column(
            name="valid_from",
            meaning="From when the role is held; empty if the beginning is not known.",
            type=ColumnType.TIME,
        ),
        Column(
            name="valid_to",
            meaning="Until when the role is held; empty while it is still held.",
            type=ColumnType.TIME,
        ),
    ),
)
