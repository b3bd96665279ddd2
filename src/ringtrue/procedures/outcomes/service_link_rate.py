"""Work and components are known by the service that they are for.

Why it matters: what names no service of the catalogue cannot be told to anybody as an outcome; it is activity around a tool.
What is judged: each case and change of the audit period, and each configuration item. Deviation: it names no service, or one that the
catalogue does not have. Untestable: the export holds no services of such records; a case that is still new.
Lead: a kind of record of which, by the exact 95 % bound, less than 95 % name a service of the catalogue.
Honest explanations: triage queues: cases in the state new are not judged.
Choices: a service is known by its id or its name in the catalogue. A configuration item may also be named by service_dependencies.
The scope of the audit is set aside here, for a record without a service is in no scope.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import share_above

PROCEDURE = RecordProcedure(
    id="outcomes.service-link-rate",
    item_kind="record",
    object_kind="kind_of_record",
    needs={"services": ["name"]},
    untestable={
        "services_untold": "the exports do not say of which service records of this kind are",
        "is_new": "is new, and its service is not determined yet",
    },
    deviation={
        "names_none": "names no service",
        "names_another": "names a service that is not in the catalogue",
    },
    show=["kind", "named"],
    lead_by="kind",
    lead_when=share_above("most_unlinked", least="least_records"),
    settings=[
        Setting("most_unlinked", 0.05, "D", "share of records that may name no service of the catalogue"),
        Setting("least_records", 20, "D", "records of a kind to be judged"),
    ],
    statement=(
        "Of {n} records of the kind {object}, {deviations} name no service of the catalogue ({share}, between {lower} and {upper})"
    ),
    explanations=[
        "the service of these records is determined later, in a queue for triage",
        "the records are about the organisation's own work, which no customer uses",
        "the components are in stock or out of use",
        "the catalogue is written under other names than the tool",
    ],
    ask=[
        Ask("service_owner", "How do you learn what happened to your service?"),
        Ask("process_owner", "Who says which service a record is about, and what is it used for afterwards?"),
    ],
    disproof="The services of these records are known elsewhere, and are used there for the services' figures.",
    request="the service catalogue, and cases, changes and configuration items with the service that each is about",
    facts={
        "cases are new, and not judged": "count(*) filter (where reason = 'is new, and its service is not determined yet')",
    },
    chart="intervals",
    chart_title="Share of records that name no service of the catalogue, by kind",
)
