"""German: every text of ours is told, whatever the page, by the person's choice or the browser's."""

import re
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import ringtrue.workbench
from ringtrue.workbench.people.models import Person
from tests.workbench.cast import Cast
from tests.workbench.pages.worked import worked

PLACE = Path(ringtrue.workbench.__file__).parent
CATALOGUE = PLACE / "locale/de/LC_MESSAGES/django.mo"
PO = CATALOGUE.with_suffix(".po")
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|were|with|without|for|from|by|to|which|that|this|these|not|has|have|no|nothing|what|who|when|where|"
    r"how|why|each|every|only|yet|been|there|their|they|it|its|or|on|at|than|be|may|could|should|says|shows)\b"
)
"""Words that hold an English sentence together and are no German ones."""


DATA = {"People and Culture"}
"""Names of the shipped example that look like English sentences."""


class Texts(HTMLParser):
    """The texts of a page that people read; code and what is typed in is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes that are read out count, too."""
        if tag not in ("input", "meta", "link", "br", "img", "hr"):
            self.inside.append(tag)
        self.found += [
            value for name, value in attrs if name in ("aria-label", "title", "placeholder") and value
        ]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """A text."""
        if data.strip() and not set(self.inside) & {"script", "style", "code", "pre", "textarea"}:
            self.found.append(" ".join(data.split()))


def test_every_text_is_told_in_german() -> None:
    entries = PO.read_text("utf-8").split("\n\n")[1:]
    untold = [one for one in entries if re.search(r'^msgstr(\[\d\])? ""$', one, re.M) or "#, fuzzy" in one]
    assert untold == []


def test_the_catalogue_in_use_is_made_of_the_texts() -> None:
    with CATALOGUE.open("rb") as file:
        known = GNUTranslations(file)
    assert known.gettext("Leads") == "Anhaltspunkte"
    ids = re.findall(r'^msgid "(.+)"$', PO.read_text("utf-8"), re.M)
    held = {str(one[0] if isinstance(one, tuple) else one).rpartition("\x04")[2] for one in known._catalog}  # type: ignore[attr-defined]
    assert [one for one in ids if one.replace('\\"', '"') not in held] == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not on this machine")
def test_no_text_of_the_code_is_missing_in_the_catalogue(tmp_path: Path) -> None:
    copied = shutil.copytree(PLACE, tmp_path / "workbench")
    settings = "--settings=ringtrue.workbench.settings"
    command = [sys.executable, "-m", "django", "makemessages", "-l", "de", "--no-location", settings]
    subprocess.run(command, cwd=copied, check=True, capture_output=True)
    made = (copied / "locale/de/LC_MESSAGES/django.po").read_text("utf-8")
    assert _ids(made) - _ids(PO.read_text("utf-8")) == set()


@pytest.mark.slow
def test_a_german_page_holds_no_english_sentence(cast: Cast) -> None:
    addresses = worked(cast)
    Person.objects.filter(pk=cast.people["ada"].pk).update(language="de")
    cast.people["ada"].refresh_from_db()
    client, found = cast.client("ada"), {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        texts = Texts()
        texts.feed(answer.content.decode())
        english = sorted({one for one in texts.found if ENGLISH.search(one) and one not in DATA})
        if english:
            found[address] = english
    told = [f"{address}: {one}" for address, texts in found.items() for one in texts]
    assert not told, "\n".join(told)


def test_the_browser_decides_where_nobody_chose(cast: Cast) -> None:
    asked = {"headers": {"accept-language": "de-DE,de;q=0.9,en;q=0.5"}}
    page = Client().get(reverse("account_login"), **asked)
    assert "Passwort vergessen" in page.content.decode()
    assert page.headers["Content-Language"] == "de"
    assert "Ihre Audits" in cast.client("ada").get(reverse("audits"), **asked).content.decode()


def test_what_a_person_chose_holds_in_every_browser(cast: Cast) -> None:
    cast.client("ada").post(reverse("person"), {"language": "de"})
    cast.people["ada"].refresh_from_db()
    asked = {"headers": {"accept-language": "en"}}
    assert "Ihre Audits" in cast.client("ada").get(reverse("audits"), **asked).content.decode()
    assert "Your audits" in cast.client("ben").get(reverse("audits"), **asked).content.decode()


def _ids(text: str) -> set[str]:
    found = re.findall(r"^msgid (?:\"\"\n)?((?:\".*\"\n?)+)", text, re.M)
    return {"".join(re.findall(r'"(.*)"', one)) for one in found}
