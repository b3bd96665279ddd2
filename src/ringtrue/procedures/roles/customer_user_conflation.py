"""Each live service has a customer who is not merely its users, its provider or a mailbox.

Why it matters: users know whether the screen works; only the customer can say which result is bought and what may be given up for it.
What is judged: each live service. Deviation: no customer is named, or none that is still there; every customer is a shared mailbox, or on the
provider's side, or just the list of users. Untestable: no customer of it is known to stand on the customer's side.
Honest explanations: one manager truly is both.
Lead: any such service.
Choices: roles count as they stand at the end of the data; a role without a service holds for all of them. The customers are the list of
users where at least three customers are named, each of them holds the role user or asks for help with the service, and they are four fifths
or more of all who do; or where a group stands for everybody ("all users", in four languages). Fewer customers who are also users are counted
as explained. One customer on the customer's side is enough.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="roles.customer-user-conflation",
    item_kind="service",
    needs={"services": ["name"], "role_assignments": ["role"]},
    untestable={"side_unknown": "on which side its customers stand is not known"},
    deviation={
        "no_customer": "no customer is named",
        "customer_gone": "whoever was its customer has left, or holds the role no longer",
        "only_mailbox": "every customer named is a shared mailbox",
        "only_provider": "every customer named is on the provider's side",
        "only_users": "the customers named are just its users",
    },
    show=["customers", "users", "customers_who_use", "truly_both"],
    lead_when=any_with_values(),
    settings=[
        Setting(
            "least_customers",
            3,
            "D",
            "customers who are all users, from which on they are taken for the list of users",
        ),
        Setting("most_of_users", 0.8, "D", "share of the users that such customers must make up"),
    ],
    statement="{object}: {told}",
    explanations=[
        "one manager truly is customer and user",
        "the customer is named in a contract that was not given",
    ],
    ask=[
        Ask(
            "service_owner", "Who decides what this service must achieve, and could take the money elsewhere?"
        ),
        Ask(
            "customer", "Which result do you buy with this service, and when did you last agree its targets?"
        ),
    ],
    disproof="A named person on the customer's side shows that they define the requirements and agree the targets.",
    request="who holds the roles customer and user for each service, and on which side each party stands",
    facts={
        "services have a customer who is a user too, which one manager may truly be": "count(*) filter (where truly_both)"
    },
)
