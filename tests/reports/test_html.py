"""The report as a page: complete, honest, safe, and usable by everybody."""

import re
from base64 import b64encode
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ringtrue.model.result import QUESTIONS, ProcedureResult, Results
from tests.reports import invented
from tests.reports.page import Page, page_of

pytestmark = pytest.mark.slow


FREE_TEXT = {
    "title", "organisation", "criteria", "file", "assumptions", "error", "why", "request", "statement", "name", "service",
    "explanations", "question", "disproof", "importer", "sha256", "timezone", "clauses", "version", "id",
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return page_of(tmp_path_factory.mktemp("audit"))


def test_all_six_questions_stand_on_the_page_with_their_answers(page: Page) -> None:
    heads = [element.text for element in page.named("h3")][:6]
    assert heads == list(QUESTIONS.values())
    answers = [element.text for element in page.named("p") if element.attributes.get("class") == "answer"]
    assert answers == ["Supported", *["Contradicted"] * 4, "Not known"]


def test_one_sentence_sums_up(page: Page) -> None:
    assert (
        "Of six questions, there are leads to look into in four and the records support the management system in one; "
        "for one there is not enough evidence yet." in page.text
    )


def test_a_share_never_stands_without_n_and_bounds(page: Page) -> None:
    assert "Deviations\n84 of 211 · 39.8 % (33.2 to 46.8)" in page.text
    assert "Satisfied\n57.8 % (44.8 to 70.1), n 64" in page.text


def test_chance_is_said_beside_an_effect_only(page: Page) -> None:
    assert "Chance alone\nq < 0.0001 among all groups compared" in page.text
    run = invented.results()
    bare = replace(invented.PING_PONG.leads[0], estimate=None, bounds=None)
    assert "Chance alone" not in text_of_only_lead(run, bare)


def text_of_only_lead(run: Results, lead: Any) -> str:
    from ringtrue.reports.sections.lead_numbers import lead_numbers

    return "\n".join(term.name for term in lead_numbers(invented.PING_PONG, lead))


def test_what_was_not_judged_stands_with_what_to_ask_for(page: Page) -> None:
    at = page.text.index("\nWhat to ask for\n", page.text.index("Six questions\nDoes it"))
    assert "The list of measures with their readings since April." in page.text[at:]
    assert (
        "Every live service has an outcome that is measured and read: no measures were given"
        in page.text[at:]
    )
    assert "Names no approver: AP00000, AP00001, AP00002 and 6 more" in page.text[at:]


def test_a_file_that_was_not_read_is_said_on_the_first_page(page: Page) -> None:
    assert (
        "One of 4 files was not read: outages.zip." in page.text[: page.text.index("Six questions\nDoes it")]
    )


def test_the_rows_read_and_not_used_are_counted(page: Page) -> None:
    assert (
        "3 files with 13,739 rows were read; 5 rows could not be used, as the load issues tell." in page.text
    )


def test_a_run_without_services_says_that_none_is_known(tmp_path: Path) -> None:
    run = invented.results()
    whole = replace(run.sources[0], rows=8214, rejected=0, issues=0)
    text = page_of(tmp_path, replace(run, services=(), sources=(whole,))).text
    assert (
        "1 file with 8,214 rows was read; all of them could be used. No service is known from the files"
        in text
    )


def test_figures_lead_to_their_records_with_file_and_row(page: Page) -> None:
    assert "84 cases behind it" in page.text
    assert (
        "| INC00017 | came back to a team that it had left | V37 2nd, D8, V37 2nd | 2 | 7.5 days | incident.csv | 17"
        in page.text
    )
    assert "The worst 25 of 84, by “Returns”, the largest first." in page.text


def test_a_run_that_lost_records_says_so(tmp_path: Path) -> None:
    run = invented.results()
    folder = invented.write_run(tmp_path, run)
    more = replace(invented.SELF_APPROVAL.leads[0], records=9)
    changed = replace(
        run,
        procedures=tuple(
            replace(p, leads=(more,)) if p.id == "substance.self-approval" else p for p in run.procedures
        ),
    )
    from ringtrue.reports.html.report import render

    render(changed, folder, tmp_path / "report.html")
    text = Page((tmp_path / "report.html").read_text("utf-8")).text
    assert "The results speak of 9 records, the working papers hold 4: run the audit again." in text


def test_tables_that_were_imported_anew_are_not_taken_for_those_of_the_run(tmp_path: Path) -> None:
    run = invented.results()
    fewer = replace(run, sources=(replace(run.sources[0], issues=3), *run.sources[1:]))
    text = page_of(tmp_path, fewer).text
    assert "incident.csv: its load issues are not those of this run; import it and run again." in text
    assert "31.02.2024" not in text


def test_rows_that_do_not_add_up_are_said(tmp_path: Path) -> None:
    run = invented.results()
    odd = replace(run, sources=(replace(run.sources[0], loaded=8000), *run.sources[1:]))
    assert (
        "incident.csv: rows loaded and rejected do not add up to the rows read."
        in page_of(tmp_path, odd).text
    )


def test_three_hundred_leads_are_ten_in_full_and_a_table(tmp_path: Path) -> None:
    page = page_of(tmp_path, invented.with_many_leads(300))
    flow = [
        one for one in page.named("section") if one.attributes.get("id", "").startswith("lead-flow.ping-pong")
    ]
    assert len(flow) == 10
    assert "290 further leads of the same kind" in page.text
    ids = {lead.id for one in invented.with_many_leads(300).procedures for lead in one.leads}
    assert [id for id in ids if id not in page.text] == []
    row = next(
        one.text
        for one in page.named("tr")
        if "team pair T0 | V37 2nd" in one.text.replace("\u00a0", " ").lower() or "T0 | V37" in one.text
    )
    assert "84" in row
    assert "39.8" in row
    assert "(33.2" in row
    assert "q < 0.0001" in row
    assert len(page.source) < 1_000_000


def test_a_run_without_anything_is_still_a_report(tmp_path: Path) -> None:
    run = invented.results()
    empty = replace(run, sources=(), procedures=(), facts=(), services=(), clauses=(), questions=())
    text = page_of(tmp_path, empty, charts=()).text
    assert "None of the six questions can be answered yet" in text
    assert text.count("Not known") >= 6


def test_a_run_folder_that_holds_nothing_is_said_to_hold_nothing(tmp_path: Path) -> None:
    from ringtrue.reports.html.report import render

    (tmp_path / "runs" / "x").mkdir(parents=True)
    render(invented.results(), tmp_path / "runs" / "x", tmp_path / "report.html")
    text = Page((tmp_path / "report.html").read_text("utf-8")).text
    assert "84 records behind it, which the working papers of this run do not hold." in text


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, page: Page) -> None:
    assert page_of(tmp_path).source == page.source


def test_nothing_hostile_becomes_markup(tmp_path: Path) -> None:
    page = page_of(tmp_path, hostile(invented.results()))
    assert {element.tag for element in page.elements} & {
        "script",
        "img",
        "iframe",
        "object",
        "form",
        "base",
        "link",
    } == set()
    assert not any(
        name.startswith("on") or name == "style" for element in page.elements for name in element.attributes
    )
    assert "<script>" in page.text
    assert "49" not in re.findall(r"onerror=alert\(1\)> (\S+)", page.text)
    assert "\u202e" not in page.source


def hostile(value: Any, name: str = "") -> Any:
    """The value with hostile text at the end of every free text in it."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: hostile(getattr(value, one.name), one.name) for one in fields(value)}
        if isinstance(value, ProcedureResult):
            changed |= {"id": value.id, "question": value.question}
        return type(value)(**changed)
    if isinstance(value, tuple):
        return tuple(hostile(one, name) for one in value)
    keep = name not in FREE_TEXT or (name == "id" and value in QUESTIONS)
    return value if keep or not isinstance(value, str) else f"{value}{invented.HOSTILE}"


def test_an_enormous_field_does_not_make_an_enormous_page(tmp_path: Path) -> None:
    run = invented.results()
    long = replace(run, audit=replace(run.audit, title="x" * 5_000_000))
    page = page_of(tmp_path, long)
    assert len(page.source) < 1_000_000
    assert "(the text has 5,000,000 characters)" in page.text


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    links = [
        value
        for one in page.elements
        for name, value in one.attributes.items()
        if name in ("href", "src", "xlink:href")
    ]
    assert {link[:1] if link.startswith("#") else link[:5] for link in links} == {"#", "rows/"}
    assert "url(" not in page.named("style")[0].text
    assert "@import" not in page.named("style")[0].text
    assert not page.named("script", "link", "img", "iframe")


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else(page: Page) -> None:
    policy = next(
        one for one in page.named("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(sha256(page.named("style")[0].text.encode()).digest()).decode()
    assert (
        policy.attributes["content"]
        == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_every_link_on_the_page_has_an_end_and_no_anchor_stands_twice(page: Page, tmp_path: Path) -> None:
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = [one.attributes["href"] for one in page.named("a")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    page_of(tmp_path)
    assert [
        link for link in links if link.startswith("rows/") and not (tmp_path / "reports" / link).exists()
    ] == []


def test_headings_never_skip_a_level(page: Page) -> None:
    levels = [int(one.tag[1]) for one in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_can_be_found_through_by_landmark_language_and_keyboard(page: Page) -> None:
    assert page.named("html")[0].attributes["lang"] == "en"
    assert len(page.named("main")) == 1
    assert page.named("nav")[0].attributes["aria-label"] == "Contents"
    first = page.named("a")[0]
    assert (first.attributes["class"], first.attributes["href"]) == ("skip", "#main")
    assert ":focus-visible" in page.named("style")[0].text
    assert all("tabindex" not in one.attributes or one.attributes["tabindex"] == "0" for one in page.elements)


def test_every_table_has_a_caption_and_heads_with_scope(page: Page) -> None:
    assert len(page.named("caption")) == len(page.named("table"))
    assert all(one.attributes.get("scope") in ("col", "row") for one in page.named("th"))


def test_every_cell_carries_its_head_for_narrow_pages(page: Page) -> None:
    assert all(one.attributes.get("data-label") for one in page.named("td"))


def test_every_drawing_has_words(page: Page) -> None:
    drawings = [one for one in page.named("svg") if one.attributes.get("aria-hidden") != "true"]
    assert len(drawings) == len(invented.CHARTS)
    assert all(one.attributes["role"] == "img" and len(one.attributes["aria-label"]) > 40 for one in drawings)


def test_nobody_is_accused_and_nothing_is_scored(page: Page) -> None:
    own = page.text.lower().replace("survey_response", "")
    assert not re.search(r"\b(fraud|cheat\w*|guilty|manipulat\w*|maturity|rating)\b", own)
    assert "a lead is a reason to look, not a finding" in own


def test_every_lead_that_is_told_whole_shows_the_id_by_which_commands_take_it(page: Page) -> None:
    assert f"Lead · {invented.PING_PONG.leads[0].id}" in page.text
