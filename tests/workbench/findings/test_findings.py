"""Findings: written, refused in words, graded by people, reviewed by a second person, seen by the auditee once issued."""

from django.urls import reverse

from ringtrue.workbench.audits.models import Audit, Membership, Role
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.findings.acts import WORDS, act, held, issued, said, written

SCRIPT = "<script>alert(1)</script>"


def test_an_auditor_writes_a_finding_without_a_grade(cast: Cast) -> None:
    written(cast)
    content = held(cast).content
    assert (content["statement"], content["written_by"], content["grade"]) == (WORDS, "Ben", None)


def test_a_remedy_in_the_statement_is_refused_beside_its_field(cast: Cast) -> None:
    written(cast)
    answer = act(
        cast,
        "ben",
        "findings_edit",
        **said(held(cast).seq, statement="The team should approve changes first."),
    )
    assert "prescribes a remedy" in answer.content.decode()
    assert held(cast).content["statement"] == WORDS


def test_the_second_of_two_editors_sees_both_texts_and_nothing_is_lost(cast: Cast) -> None:
    written(cast)
    read = held(cast).seq
    act(cast, "ben", "findings_edit", **said(read, statement="Approval often follows deployment."))
    answer = act(cast, "ada", "findings_edit", **said(read, statement="Approval is sometimes late."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Approval often follows deployment." in page and "Approval is sometimes late." in page
    assert held(cast).content["statement"] == "Approval often follows deployment."
    act(cast, "ada", "findings_edit", **said(held(cast).seq, statement="Approval is sometimes late."))
    texts = [one.content["statement"] for one in AuditJournal(cast.audit).history("finding", "F-001")]
    assert texts == [WORDS, "Approval often follows deployment.", "Approval is sometimes late."]


def test_a_forged_version_changes_nothing(cast: Cast) -> None:
    written(cast)
    for version in ("999999", "-1", "0", "x", ""):
        act(cast, "ada", "findings_edit", **said(statement="Other words.") | {"version": version})
    assert held(cast).content["statement"] == WORDS


def test_a_grade_without_a_reason_is_refused(cast: Cast) -> None:
    written(cast)
    assert "no reason" in act(cast, "ben", "findings_grade", grade="minor_nc").content.decode()


def test_who_wrote_it_does_not_review_it(cast: Cast) -> None:
    written(cast)
    answer = act(cast, "ben", "findings_review", looked_at="all")
    assert "reviewed what they wrote or graded themselves" in answer.content.decode()
    assert held(cast).content["reviewed_by"] is None


def test_who_acts_is_never_taken_from_a_form(cast: Cast) -> None:
    written(cast)
    act(
        cast,
        "ben",
        "findings_edit",
        **said(held(cast).seq),
        written_by="Ada",
        reviewed_by="Ada",
        grade="positive",
        graded_by="Ada",
    )
    content = held(cast).content
    assert (content["written_by"], content["reviewed_by"], content["grade"]) == ("Ben", None, None)


def test_an_edit_after_the_review_is_shown_and_keeps_it_from_being_issued(cast: Cast) -> None:
    written(cast)
    act(cast, "ben", "findings_grade", grade="minor_nc", grade_reason="No outage came of it.")
    act(cast, "ada", "findings_review", looked_at="all")
    act(cast, "ben", "findings_edit", **said(held(cast).seq, statement="Approval often follows deployment."))
    page = cast.client("ada").get(reverse("findings_one", args=[cast.audit.pk, "F-001"])).content.decode()
    assert "Edited after review" in page
    act(cast, "ada", "findings_issue")
    assert not cast.audit.records.filter(kind="issued").exists()


def test_a_contact_sees_a_finding_only_once_it_was_issued_and_as_it_was_then(cast: Cast) -> None:
    written(cast)
    url, cleo = reverse("findings_one", args=[cast.audit.pk, "F-001"]), cast.client("cleo")
    assert cleo.get(url).status_code == 404
    assert act(cast, "cleo", "findings_dissent", dissent="No.").status_code == 404
    assert WORDS not in cleo.get(reverse("findings", args=[cast.audit.pk])).content.decode()


def test_after_it_was_issued_the_contact_reads_it_and_dissents(cast: Cast) -> None:
    issued(cast)
    act(cast, "ben", "findings_edit", **said(held(cast).seq, statement="Approval often follows deployment."))
    cleo = cast.client("cleo")
    page = cleo.get(reverse("findings_one", args=[cast.audit.pk, "F-001"])).content.decode()
    assert WORDS in page and "often follows" not in page
    act(cast, "cleo", "findings_dissent", dissent="Two of the four were emergencies.")
    assert "auditee: Two of the four" in held(cast).content["dissent"]


def test_stored_script_is_text(cast: Cast) -> None:
    written(cast)
    told = dict.fromkeys(("statement", "rule", "required", "service", "reason"), SCRIPT)
    act(cast, "ben", "findings_edit", **said(held(cast).seq, **told))
    assert held(cast).content["statement"] == SCRIPT
    for name in ("findings_one", "findings_edit", "follow_up_finding"):
        assert (
            SCRIPT
            not in cast.client("ada").get(reverse(name, args=[cast.audit.pk, "F-001"])).content.decode()
        )


def test_open_findings_of_an_earlier_audit_come_over_as_drafts_once(cast: Cast) -> None:
    issued(cast)
    later = Audit.objects.create(organisation=cast.audit.organisation, title="Next", state="initiated")
    Membership.objects.create(audit=later, person=cast.people["ada"], role=Role.LEAD_AUDITOR)
    url = reverse("findings_carry", args=[later.pk])
    for _ in range(2):
        cast.client("ada").post(url, {"earlier": cast.audit.pk})
    assert [one.content["grade"] for one in AuditJournal(later).current("finding").values()] == [None]


def test_findings_of_an_audit_in_which_one_has_no_part_are_not_taken_over(cast: Cast) -> None:
    cast.client("ada").post(reverse("findings_carry", args=[cast.audit.pk]), {"earlier": cast.other.pk})
    assert AuditJournal(cast.audit).current("finding") == {}
