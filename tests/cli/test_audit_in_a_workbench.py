"""Commands work on an audit in a workbench that runs: hand in, load, run, leads, findings, by a token."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ringtrue.api.remote import RemoteAudit
from ringtrue.model.errors import WrongUse
from tests.workbench import tiny
from tests.workbench.served import served

pytestmark = pytest.mark.slow


MAKE = """
from datetime import timedelta
import json
from django.utils import timezone
from ringtrue.api import audit_file_text, write_audit_file
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.machines.models import Scope, Token
from ringtrue.workbench.organisations.models import Organisation
from ringtrue.workbench.people.models import Person
audit = Audit.objects.create(organisation=Organisation.objects.get(), title="Payments")
write_audit_file(audit.folder, audit_file_text("Payments", "UTC", "Northwind"))
member = Membership.objects.create(audit=audit, person=Person.objects.get(), role="lead_auditor")
until = timezone.now() + timedelta(days=1)
make = lambda scopes: Token.make(membership=member, name="t", scopes=scopes, expires_at=until)[1]
print(json.dumps([audit.pk, make(list(Scope.values)), make(["read"])]))
"""


@dataclass(frozen=True)
class There:
    """An audit in a workbench that runs, a token for everything and one for reading."""

    address: str
    token: str
    reading: str


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    with served(tmp_path_factory.mktemp("site"), RINGTRUE_PREFIX="/audit") as site:
        audit, token, reading = json.loads(site.script(MAKE))
        yield There(f"{site.url}/api/v1/audits/{audit}", token, reading)


def ringtrue(token: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from ringtrue.cli.main import main; main()", *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "RINGTRUE_TOKEN": token}
    )
    assert not token or token not in done.stdout + done.stderr
    return done


@pytest.mark.slow
def test_an_audit_is_carried_from_its_exports_to_a_draft_by_commands(there: There, tmp_path: Path) -> None:
    tiny.write(tmp_path / "exports")
    (tmp_path / "exports" / "page.csv").write_text("<html><body>log in</body></html>")
    given = ringtrue(there.token, "import", tmp_path / "exports", "--out", there.address)
    assert given.returncode == 2, given.stderr
    assert "Not taken: page.csv" in given.stderr and "it is a web page" in given.stderr
    assert "cases.csv: handed in as cases.csv" in given.stdout
    ran = ringtrue(there.token, "run", there.address, "--json")
    assert (ran.returncode, json.loads(ran.stdout)["leads"]) == (1, 3), ran.stderr
    leads = json.loads(ringtrue(there.reading, "leads", there.address, "--json").stdout)
    assert len(leads) == 3
    assert leads[0]["id"] in ringtrue(there.reading, "leads", there.address).stdout
    drafted = ringtrue(there.token, "finding", there.address, "--from", leads[0]["id"])
    assert "F-001  draft, not graded" in drafted.stdout, drafted.stderr
    assert "F-001  draft" in ringtrue(there.reading, "findings", there.address).stdout
    for token, arguments, told in (
        (there.reading, ("run", there.address), 'lacks the scope "run"'),
        ("rtk_made-up", ("leads", there.address), "Make another in the audit"),
        ("", ("leads", there.address), "no token is set"),
        (there.token, ("leads", f"{there.address}x"), "There is no such thing here"),
        (there.token, ("finding", there.address, "--from", "no lead"), "refuses it (422)"),
        (
            there.token,
            ("finding", there.address, "--from", "x", "--by", "Eve"),
            "signed by the token's member",
        ),
    ):
        refused = ringtrue(token, *arguments)
        assert (refused.returncode, told in refused.stderr) == (2, True), refused.stderr


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://audit.example.org/api/v1/audits/x", "by https only"),
        ("https://audit.example.org/audits/x/", "no address of an audit"),
        ("http://127.0.0.1:1/api/v1/audits/x", "does not answer"),
    ],
)
def test_an_address_that_will_not_do_is_refused_before_the_token_goes_anywhere(
    address: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGTRUE_TOKEN", "rtk_x")
    with pytest.raises(WrongUse, match=told):
        RemoteAudit.named(address).get()


def test_leads_and_findings_of_a_folder_are_listed_in_the_same_way(tmp_path: Path) -> None:
    tiny.write(tmp_path / "exports")
    for command in (("import", tmp_path / "exports", "--out", tmp_path / "a"), ("run", tmp_path / "a")):
        ringtrue("", *command)
    lead = ringtrue("", "leads", tmp_path / "a").stdout.split("  ")[0]
    ringtrue("", "finding", tmp_path / "a", "--from", lead, "--by", "Ada")
    assert "F-001  draft" in ringtrue("", "findings", tmp_path / "a").stdout
    assert ringtrue("", "leads", tmp_path / "nowhere").returncode == 2
