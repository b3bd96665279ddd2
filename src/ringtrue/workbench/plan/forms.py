"""Forms of the plan. What a plan may not be is judged by the method, never here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.model.plan import COMPETENCES
from ringtrue.workbench.pages.forms import Versioned, WithPeriod, day_field

TEAM_ROLES = (
    ("lead_auditor", _("lead auditor")),
    ("auditor", _("auditor")),
    ("technical_expert", _("technical expert")),
    ("observer", _("observer")),
)
ACTIVITIES = (
    ("opening_meeting", _("opening meeting")),
    ("document_review", _("review of documents")),
    ("interview", _("interview")),
    ("observation", _("observation")),
    ("sample", _("work on a sample")),
    ("team_meeting", _("meeting of the team")),
    ("closing_meeting", _("closing meeting")),
    ("other", _("other")),
)
SKILLS = {
    "method": _("Method of auditing"),
    "standard": _("Criteria"),
    "service_management": _("Service management"),
    "sector": _("The auditee's sector"),
    "data_analysis": _("Data analysis"),
}
LEVELS = (("", "–"), ("0", _("0 none")), ("1", _("1 some")), ("2", _("2 able")), ("3", _("3 expert")))


def _text(label: Any, help: Any, rows: int = 2) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help, required=False, max_length=5000, widget=area)


class AboutForm(Versioned, WithPeriod):
    """What for, by what, over which time, under which conditions."""

    objectives = _text(_("Objectives"), _("One a line: what is to be known after the audit?"), 4)
    criteria = forms.MultipleChoiceField(
        label=_("Criteria"),
        help_text=_("By what is judged."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    own_criteria = forms.CharField(
        label=_("Own criteria"),
        required=False,
        max_length=500,
        help_text=_("Files of the audit folder, by commas, such as own-criteria.yaml."),
    )
    begins = day_field(_("Period from"))
    ends = day_field(_("Period to"), _("Both days are included. Left out: all of the data."))
    exclusions = _text(_("Left out, and why"), _("Services, sites, clauses that are not looked at."))
    risks = _text(
        _("Risks to the audit"), _("What could make its conclusions wrong, and what is done about it.")
    )
    remote = _text(
        _("Remote work"), _("What is done from afar, with which means, and what cannot be seen so.")
    )
    confidentiality = _text(_("Confidentiality"), _("Who sees what; what becomes of the data afterwards."))
    approved_by = forms.CharField(label=_("Approved by"), required=False, max_length=200)
    approved_on = day_field(_("Approved on"))

    def __init__(self, *args: Any, editions: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["criteria"].choices = editions  # type: ignore[attr-defined]


class MemberForm(Versioned):
    """One of the team."""

    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.ChoiceField(label=_("Role in the audit"), choices=TEAM_ROLES)
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    conflicts_declared_on = day_field(
        _("Conflicts declared on"),
        _("The day on which the person declared conflicts of interest, or that there are none."),
    )
    own_work = forms.CharField(
        label=_("Own work"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Services and clauses in which the person works or worked in the last two years, one a line. Nobody audits own work."
        ),
    )
    evaluated = forms.CharField(
        label=_("Shown by"),
        required=False,
        max_length=500,
        help_text=_("What the levels below rest on: a certificate, audits done, work done."),
    )

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        for skill in COMPETENCES:
            self.fields[f"skill_{skill}"] = forms.ChoiceField(
                label=SKILLS[skill], choices=LEVELS, required=False
            )


class AppointmentForm(Versioned):
    """One line of the schedule."""

    day = day_field(_("Day"), required=True)
    starts = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label=_("To"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    activity = forms.ChoiceField(label=_("Activity"), choices=ACTIVITIES)
    subject = forms.CharField(label=_("Subject"), required=False, max_length=500)
    auditors = forms.MultipleChoiceField(
        label=_("Auditors"), required=False, widget=forms.CheckboxSelectMultiple
    )
    services = forms.MultipleChoiceField(
        label=_("Services"), required=False, widget=forms.SelectMultiple(attrs={"size": 6})
    )
    clauses = forms.CharField(
        label=_("Clauses"), required=False, max_length=500, help_text=_("Numbers, by commas.")
    )
    with_whom = forms.CharField(
        label=_("With whom"),
        required=False,
        max_length=300,
        help_text=_("Functions rather than names of persons."),
    )
    place = forms.CharField(
        label=_("Place"), required=False, max_length=300, help_text=_("A room, a site, or remote.")
    )

    def __init__(self, *args: Any, team: Any, catalogue: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["auditors"].choices = team  # type: ignore[attr-defined]
        self.fields["services"].choices = catalogue  # type: ignore[attr-defined]


class SetForm(forms.Form):
    """Why the plan is set so."""

    reason = forms.CharField(label=_("Why"), max_length=500)
