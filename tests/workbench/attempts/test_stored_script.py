"""Script in every free text, in the name of every file, and in the data: no page, report or picture holds it as script."""

import re

import pytest
from django.http import HttpResponse

from ringtrue.workbench.pages.security import POLICY, SANDBOX
from tests.workbench.access.test_rights import named
from tests.workbench.attempts.worked import Worked, work
from tests.workbench.cast import Cast

pytestmark = pytest.mark.slow


SCRIPT = "<script>alert(1)</script>"
MARK = f"{SCRIPT}\"'><img src=x onerror=alert(2)>"
ACTS = re.compile(rb"<script>alert|<img src=x|<img[^>]*onerror|javascript:alert", re.IGNORECASE)


@pytest.fixture
def hostile(cast: Cast) -> Worked:
    """An audit whose every text is script, also those of its organisation and people."""
    cast.audit.title = cast.audit.organisation.name = MARK
    cast.audit.organisation.save()
    cast.audit.save(update_fields=["title"])
    for person in cast.people.values():
        person.name = f"{person.name} {SCRIPT}"
        person.save()
    one, admin = Worked(cast.audit, cast.client("ada"), cast.client("cleo"), MARK), cast.client("admin")
    of = cast.audit.organisation.pk
    one.fill("programme_whole", by=admin, of=of, first=2026, last=2027)
    one.fill("programme_audit", "new", by=admin, of=of, quarter="2026-Q4", days=3)
    return work(one)


def test_it_is_text_wherever_it_comes_out(cast: Cast, hostile: Worked) -> None:
    visitors = {name: cast.client(name) for name in ("ada", "cleo", "admin", "otto")}
    acting, escaped = [], 0
    for page, pattern in named().items():
        if page.startswith("machines_") or set(pattern.pattern.converters) & {"token", "rest"}:
            continue
        url = hostile.address(page, set(pattern.pattern.converters))
        for name, visitor in visitors.items():
            answer = visitor.get(url)
            text = _text(answer)
            escaped += b"&lt;script&gt;alert" in text
            if answer.headers.get("Content-Type", "").startswith("text/html") and ACTS.search(text):
                acting.append((page, name, ACTS.search(text)))
            _cannot_act(answer)
    assert acting == []
    assert escaped > 40, "the script was hardly anywhere: this test shows nothing"


def test_nor_does_a_report_that_is_shown(cast: Cast, hostile: Worked) -> None:
    answer = cast.client("ada").get(hostile.address("reports_file", ("audit", "name")), {"show": "1"})
    assert b"&lt;script&gt;alert" in _text(answer)


def _text(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _cannot_act(answer: HttpResponse) -> None:
    """Even if it came out as script, the browser would be told to run none of it; files are saved and never shown."""
    policy = answer.headers["Content-Security-Policy"]
    saved = answer.headers.get("Content-Disposition", "").startswith("attachment")
    assert policy == POLICY or policy.startswith(SANDBOX)
    assert saved or answer.headers.get("Content-Type", "text/html").startswith("text/html")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
