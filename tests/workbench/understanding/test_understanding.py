"""Understanding: a link for one person and one use, no account, no name; results of groups of five or more."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ringtrue.api import import_sources, run
from ringtrue.workbench.interviews.scoring import give_score
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.understanding.models import TestLink
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it

SCRIPT = "<script>alert(1)</script>"


def made(cast: Cast, count: int = 1, team: str = "desk", person: str = "ada", **more: str) -> list[str]:
    """Links for a team: the paths in them."""
    said = {
        "team": team,
        "role": "practitioner",
        "service": "",
        "number": str(count),
        "each": "1",
        "days": "7",
        "language": "en",
        **more,
    }
    page = cast.client(person).post(reverse("understanding_links", args=[cast.audit.pk]), said)
    return re.findall(r"http://testserver(/[^<\s]+)</code>", page.content.decode())


def fields(path: str) -> list[str]:
    return list(Client().get(path).context["form"].fields)


def hand_in(path: str, text: str = "The shops, so that they can sell.") -> int:
    return Client().post(path, dict.fromkeys(fields(path), text)).status_code


def answered(cast: Cast, sizes: dict[str, int], points: int = 4) -> None:
    """Each team answers, and two raters score."""
    for team, size in sizes.items():
        for path in made(cast, size, team):
            assert hand_in(path) == 200
    for place, one in enumerate(cast.audit.records.filter(kind="answer", content__rater=None)):
        for person in ("ada", "ben"):
            give_score(cast.audit, cast.people[person], one.first, points if place % 7 else 1)


def results(cast: Cast, person: str = "otto") -> object:
    return cast.client(person).get(reverse("understanding", args=[cast.audit.pk])).context["told"]


def test_staff_answer_without_an_account_and_without_a_name(cast: Cast) -> None:
    (path,) = made(cast)
    assert len(fields(path)) == 4
    assert hand_in(path) == 200
    journal = AuditJournal(cast.audit)
    ((id, held),) = journal.current("interview").items()
    assert id.startswith("S-")
    assert (held.by, held.content["party"], held.content["role"]) == ("self-test", None, "practitioner")
    assert len(journal.current("answer")) == 4
    assert all(one.content["concept"] for one in journal.current("question").values())


def test_a_link_is_used_once(cast: Cast) -> None:
    (path,) = made(cast)
    answers = dict.fromkeys(fields(path), "Them.")
    assert Client().post(path, answers).status_code == 200
    assert Client().post(path, answers).status_code == 404
    assert Client().get(path).status_code == 404
    assert cast.audit.records.filter(kind="interview").count() == 1


def test_a_sheet_without_an_answer_does_not_use_the_link_up(cast: Cast) -> None:
    (path,) = made(cast)
    page = Client().post(path, {})
    assert "Answer at least one question" in page.content.decode()
    assert hand_in(path) == 200


def test_a_link_runs_out(cast: Cast) -> None:
    (path,) = made(cast)
    TestLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(path).status_code == 404
    assert Client().post(path, {"x": "y"}).status_code == 404


def test_links_that_nobody_used_can_be_withdrawn(cast: Cast) -> None:
    first, second = made(cast, 2)
    hand_in(first)
    cast.client("ben").post(reverse("understanding_withdraw", args=[cast.audit.pk]), {"team": "desk"})
    assert Client().get(second).status_code == 404
    assert TestLink.objects.filter(withdrawn=True).count() == 1


def test_only_the_hash_of_a_token_is_kept_and_not_when_it_was_used(cast: Cast) -> None:
    (path,) = made(cast)
    token = path.rstrip("/").rsplit("/", 1)[1]
    hand_in(path)
    kept = TestLink.objects.values().get()
    assert token not in str(kept)
    assert [name for name in kept if "used" in name] == ["used"]
    assert all(token not in line for line in AuditJournal(cast.audit).lines())


@pytest.mark.parametrize("token", ["x", "a" * 5000, "%00", "' or 1=1 --", "<script>"])
def test_no_other_token_opens_anything(cast: Cast, token: str) -> None:
    made(cast)
    assert Client().get(reverse("understanding_test", args=[token])).status_code == 404


def test_the_test_shows_no_anchors_and_no_place_of_the_audit(cast: Cast) -> None:
    (path,) = made(cast)
    page = Client().get(path).content.decode()
    assert "/audits/" not in page
    assert "level" not in page.casefold()


def test_the_test_speaks_the_language_that_was_chosen(cast: Cast) -> None:
    (path,) = made(cast, language="de")
    assert '<html lang="de">' in Client().get(path).content.decode()


def test_what_staff_write_is_never_a_script_and_only_the_scenarios_are_answered(cast: Cast) -> None:
    (path,) = made(cast, team=SCRIPT)
    answers = {**dict.fromkeys(fields(path), SCRIPT), "own-1": "smuggled", "team": "other", "score": "4"}
    Client().post(path, answers)
    assert cast.audit.records.filter(kind="answer").count() == 4
    assert cast.audit.records.get(kind="interview").content["team"].startswith("team-")
    for name in ("understanding", "interviews_rating"):
        page = cast.client("ada").get(reverse(name, args=[cast.audit.pk])).content.decode()
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page


def test_a_self_test_is_no_interview_that_somebody_looks_at(cast: Cast) -> None:
    (path,) = made(cast)
    hand_in(path)
    number = cast.audit.records.get(kind="interview").first
    url = reverse("interviews_interview", args=[cast.audit.pk, number])
    assert cast.client("ada").get(url).status_code == 404
    assert cast.client("ada").get(reverse("interviews", args=[cast.audit.pk])).context["held"] == []


def test_raters_are_not_shown_whose_answer_it_is(cast: Cast) -> None:
    (path,) = made(cast)
    hand_in(path)
    page = cast.client("ada").get(reverse("interviews_rating", args=[cast.audit.pk])).content.decode()
    assert "The shops, so that they can sell." in page
    assert cast.audit.records.get(kind="interview").record not in page
    assert "desk" not in page


def test_the_trail_knows_the_team_only_from_the_fifth_answer_on(cast: Cast) -> None:
    told = []
    for path in made(cast, 6, service=""):
        hand_in(path)
        held = AuditJournal(cast.audit).current("interview").values()
        told.append({one.content["team"] for one in held})
    assert all("desk" not in teams and len(teams) == 1 for teams in told[:4])
    assert told[4:] == [{"desk"}, {"desk"}]


def test_the_export_of_four_answers_does_not_name_their_team(cast: Cast) -> None:
    for path in made(cast, 4, "the night shift"):
        hand_in(path)
    export = cast.client("ada").get(reverse("trail_export", args=[cast.audit.pk]))
    assert b"the night shift" not in b"".join(export.streaming_content)  # type: ignore[attr-defined]


def test_a_team_of_the_records_is_chosen_and_exactly_one_is_named(cast: Cast) -> None:
    run_it(cast)
    page = cast.client("ada").get(reverse("understanding_links", args=[cast.audit.pk]))
    (first, *_others) = list(page.context["form"].fields["known_team"].choices)[1:]
    assert made(cast, team="", known_team=first[0])
    assert not made(cast, team="another", known_team=first[0])
    assert not made(cast, team="")


@pytest.mark.slow
def test_a_team_of_five_is_told_and_one_of_four_is_not(cast: Cast) -> None:
    answered(cast, {"desk": 5, "network": 6, "board": 4, "front": 3})
    told = results(cast)
    assert [one.name for one in told.teams] == ["desk", "network"]  # type: ignore[attr-defined]
    page = cast.client("otto").get(reverse("understanding", args=[cast.audit.pk])).content.decode()
    assert "2 teams are not told" in page


def test_a_small_team_cannot_be_had_by_subtraction(cast: Cast) -> None:
    answered(cast, {"desk": 6, "board": 2})
    told = results(cast)
    assert told.teams == ()  # type: ignore[attr-defined]
    assert told.hidden_teams == 2  # type: ignore[attr-defined]
    assert told.whole.persons == 8  # type: ignore[attr-defined]


@pytest.mark.slow
def test_the_agreement_is_told_with_its_verdict(cast: Cast) -> None:
    answered(cast, {"desk": 6})
    told = results(cast)
    assert (told.alpha, told.verdict) == (1.0, "rely")  # type: ignore[attr-defined]
    page = cast.client("otto").get(reverse("understanding", args=[cast.audit.pk])).content.decode()
    assert "can be relied on" in page


@pytest.mark.parametrize("person", ["eve", "otto", "cleo", "admin"])
def test_who_is_no_auditor_makes_no_links(cast: Cast, person: str) -> None:
    assert made(cast, person=person) == []
    assert not TestLink.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"number": "0"}, {"number": "501"}, {"days": "91"}, {"role": "customer"}, {"each": "11"}]
)
def test_no_links_are_made_of_what_there_is_not(cast: Cast, wrong: dict[str, str]) -> None:
    assert made(cast, **wrong) == []  # type: ignore[arg-type]
    assert not TestLink.objects.exists()


def test_links_of_another_audit_are_not_withdrawn(cast: Cast) -> None:
    made(cast)
    cast.client("dan").post(reverse("understanding_withdraw", args=[cast.other.pk]), {"team": "desk"})
    assert not TestLink.objects.filter(withdrawn=True).exists()


@pytest.mark.slow
def test_the_next_run_judges_the_self_test_by_team_and_never_by_person(cast: Cast, tmp_path: Path) -> None:
    _with_training(cast, tmp_path)
    for team in ("desk", "network"):
        for path in made(cast, 6, team):
            hand_in(path)
    for place, one in enumerate(cast.audit.records.filter(kind="answer", content__rater=None)):
        is_desk = "desk" in str(cast.audit.records.get(record=one.content["interview"]).content)
        for person in ("ada", "ben"):
            give_score(cast.audit, cast.people[person], one.first, (place % 2) if is_desk else 3 + place % 2)
    bring_together(cast.audit)
    found, _ = run(cast.audit.folder)
    (gap,) = [one for one in found.procedures if one.id == "substance.awareness-gap"]
    assert gap.result == "lead"
    told = {lead.object.id: lead.n for lead in gap.leads}
    assert told["desk"] == 24
    assert not {
        "network",
        *cast.audit.records.filter(kind="interview").values_list("record", flat=True),
    } & set(told)


def _with_training(cast: Cast, place: Path) -> None:
    """Everybody of both teams completed a training."""
    people = [(f"P{n}", "desk" if n < 6 else "network") for n in range(12)]
    files = {
        "parties": ["id,name,kind,parent", "desk,Desk,team,", "network,Network,team,"]
        + [f"{id},{id},person,{team}" for id, team in people],
        "training_records": ["party,course,completed_at"] + [f"{id},ITSM,2026-01-05" for id, _ in people],
        "services": ["id,name", "pay,Payments"],
    }
    for name, lines in files.items():
        (place / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    import_sources([place], cast.audit.folder.path)


def test_self_tests_do_not_count_among_the_numbers_of_interviews(cast: Cast) -> None:
    hand_in(made(cast)[0])
    said = {"role": "customer", "service": "", "day": "2026-05-04"}
    cast.client("ada").post(reverse("interviews_new", args=[cast.audit.pk]), said)
    assert cast.audit.records.filter(kind="interview", record="I-001").exists()
