"""The command ``ringtrue``."""

import typer

from ringtrue.cli.audit import audit
from ringtrue.cli.backup import backup, restore
from ringtrue.cli.catalogue import catalogue
from ringtrue.cli.comparing import compare
from ringtrue.cli.concepts import concepts
from ringtrue.cli.disposition import disposition
from ringtrue.cli.evidence import evidence
from ringtrue.cli.fetching import fetch
from ringtrue.cli.finding import finding
from ringtrue.cli.findings import findings
from ringtrue.cli.gap import gap
from ringtrue.cli.importing import import_
from ringtrue.cli.leads import leads
from ringtrue.cli.paper import paper
from ringtrue.cli.questions import questions
from ringtrue.cli.recording import record
from ringtrue.cli.reminding import remind
from ringtrue.cli.reporting import report
from ringtrue.cli.request import request
from ringtrue.cli.running import run
from ringtrue.cli.sampling import sample
from ringtrue.cli.sealing import seal
from ringtrue.cli.serve import serve
from ringtrue.cli.simulate import simulate
from ringtrue.cli.sites import sites
from ringtrue.cli.size import size
from ringtrue.cli.suggesting import suggest
from ringtrue.cli.understanding import understanding
from ringtrue.cli.verifying import verify

app = typer.Typer(
    name="ringtrue",
    help="Audits a service management system by its outcomes, from the organisation's own exports.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command("audit")(audit)
app.command("fetch")(fetch)
app.command("import")(import_)
app.command("run")(run)
app.command("report")(report)
app.command("paper")(paper)
app.command("record")(record)
app.command("leads")(leads)
app.command("finding")(finding)
app.command("findings")(findings)
app.command("evidence")(evidence)
app.command("disposition")(disposition)
app.command("request")(request)
app.command("compare")(compare)
app.command("sample")(sample)
app.command("size")(size)
app.command("sites")(sites)
app.command("seal")(seal)
app.command("verify")(verify)
app.command("gap")(gap)
app.command("questions")(questions)
app.command("concepts")(concepts)
app.command("understanding")(understanding)
app.command("suggest")(suggest)
app.command("simulate")(simulate)
app.command("serve")(serve)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("remind")(remind)
app.command("list")(catalogue)


def main() -> None:
    """Run the command line; what a user did wrong ends as one message and exit code 2."""
    from ringtrue.model.errors import RingtrueError

    try:
        app()
    except RingtrueError as error:
        typer.echo(f"Error: {error}", err=True)
    else:
        return
    raise SystemExit(2)
