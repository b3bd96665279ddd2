"""What stands in the documents: short, and about this organisation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A document. Both versions share ``text``; the first ends with ``earlier``, the second with ``later``."""

    id: str
    title: str
    kind: str
    clauses: tuple[str, ...]
    office: str
    text: str
    earlier: str
    later: str


DOCUMENTS = (
    Document(
        "DOC-01", "Scope of the service management system", "scope", ("4.3",), "quality",
        "The system covers the eight services in the catalogue that Northwind Services gives to the shops, the warehouse, the web shop and "
        "the offices in Hamburg and Montréal.",
        "Desktop telephones are run by the building and are left out until their contract ends.",
        "Telephones came in with the workplace service in winter. What carriers and the hardware repairer do for us is steered by us and "
        "stays within the scope.",
    ),
    Document(
        "DOC-02", "Service management policy", "policy", ("5.2.1", "5.2.2"), "cio",
        "We exist so that shops sell, orders leave the house and people are paid. A service is good when the customer gets that result, and "
        "every figure we report must help somebody to decide.",
        "Each team names its own figures and reports them to the head of IT at the end of the year.",
        "Owners may stop a change that endangers a result. When a figure has led to no decision for half a year, we drop it and ask the "
        "customer what to look at instead.",
    ),
    Document(
        "DOC-03", "Risks, objectives and the plan for the year", "plan", ("6.1", "6.2.1", "6.3"), "quality",
        "The largest risks are a shop without tills in December, a wrong pay run, and the loss of the two people who know the stock interface. "
        "Each has an owner and a date.",
        "Objectives for the coming year are set in October by the management team.",
        "Objectives are fewer calls about pay, fewer returns of incidents between teams, and a second engineer for the stock interface. "
        "We look at them in January and July.",
    ),
    Document(
        "DOC-04", "Planning services, demand and capacity", "procedure", ("8.2.2", "8.4.2", "8.4.3"), "levels",
        "Customers tell us in September what they expect to sell, hire and open in the coming year, and owners turn it into hours, "
        "people and machines.",
        "Whoever sees a bottleneck writes to the operations centre, which orders what is needed.",
        "The operations centre compares the busiest hour of each month with that forecast and calls the owner when it is more than a fifth "
        "above it.",
    ),
    Document(
        "DOC-05", "Change policy and configuration rules", "policy", ("8.5.1.1", "8.5.1.2", "8.2.6"), "changes",
        "A change is normal unless its sort is on the list of standard changes or harm is near. Nobody approves what they asked for or will "
        "carry out themselves.",
        "Emergency changes may be written down on the following working day by the engineer.",
        "An emergency is approved by telephone before it starts and reviewed within three days. In the days before a quarter's closing "
        "nothing is changed but emergencies.",
    ),
    Document(
        "DOC-06", "Agreeing on services and reporting", "procedure", ("8.3.2", "8.3.3", "9.4"), "levels",
        "For each service one head of a customer unit signs what is agreed, and hears from us every month how it went: in time or not, "
        "content or not, and what we decided.",
        "Answers to the survey are shown once a year in a presentation to all units.",
        "Whoever gives one or two points is called back within two weeks. If fewer than four fifths of the answers are good in a quarter, "
        "owner and customer meet.",
    ),
    Document(
        "DOC-07", "Incidents, major incidents and problems", "procedure", ("8.6.1", "8.6.2", "8.6.3"), "incidents",
        "The desk keeps the user informed until work goes on as before. Priority follows what stands still and for how many; it is lowered "
        "only when fewer are hurt or a workaround is in use.",
        "Incidents of priority one are led by whoever takes the call, and are discussed in the next team meeting.",
        "Priority one is led by a named person of the operations centre and reviewed within five days. A problem is opened when the same "
        "item fails five times in a month.",
    ),
    Document(
        "DOC-08", "Continuity and availability plan", "plan", ("8.7.1", "8.7.2"), "security",
        "If the Hamburg room is lost, tills sell from their own memory for a day, pay runs from the copy in Kassel, and the web shop shows a "
        "page with telephone numbers after ten minutes.",
        "The copies are checked by the storage supplier, who tells us if something is wrong.",
        "Once a year we switch to Kassel on a Sunday. The payroll backup is brought back to a test system each month, because a failed pay "
        "run cannot be repeated.",
    ),
    Document(
        "DOC-09", "Information security rules", "policy", ("8.7.3.1", "8.7.3.2"), "security",
        "Rights follow the task and end with it. Card data never leave the terminal, pay data never leave the pay engine without a second "
        "person's consent.",
        "Lists of rights are kept by each team in a folder of its own.",
        "Leavers lose their rights on their last day; identity checks that every month. Critical patches are in within fourteen days, or the "
        "owner accepts the risk in writing.",
    ),
    Document(
        "DOC-10", "Working with suppliers", "procedure", ("8.2.3", "8.3.4.1"), "levels",
        "The carrier and the hardware repairer have promised us less time than we have promised our customers, so that something is left "
        "for our own work.",
        "Their invoices are compared with their reports by the finance unit.",
        "Every quarter we look at their figures together, and a promise that was missed twice goes to the head of IT with a proposal.",
    ),
    Document(
        "DOC-11", "Internal audits and improvement", "procedure", ("9.2", "10.1", "10.2"), "quality",
        "Every service and every rule is audited once in two years by somebody who does not work with it. A finding names the rule, the "
        "records and nothing else.",
        "Findings are closed when the owner reports that the correction was made.",
        "A finding is closed when enough new cases show that it does not come back, and the check says how many were looked at.",
    ),
    Document(
        "DOC-12", "Service catalogue and its upkeep", "register", ("8.2.4",), "levels",
        "The catalogue names eight services in the words of those who buy them, what they are for, who owns them, their hours and on whom "
        "they rest.",
        "Technical components are listed on the following pages by team.",
        "It is read again with the customer in each service review, and a service that no customer can describe is put up for withdrawal.",
    ),
)  # fmt: skip
