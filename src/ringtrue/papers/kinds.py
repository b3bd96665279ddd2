"""Every kind of paper, found by its folder."""

from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

from ringtrue.model.errors import WrongUse
from ringtrue.papers.paper import Paper


@cache
def kinds() -> dict[str, Paper]:
    """The kinds of paper by their names, in the order of these."""
    package = import_module("ringtrue.papers")
    found = [
        import_module(f"ringtrue.papers.{inside.name}.paper").PAPER
        for inside in iter_modules(package.__path__)
        if files(package).joinpath(inside.name, "paper.py").is_file()
    ]
    return {paper.kind: paper for paper in sorted(found, key=lambda paper: paper.kind)}


def paper_named(kind: str) -> Paper:
    """The paper of that kind; WrongUse names those that there are."""
    if kind not in kinds():
        raise WrongUse(f'there is no paper "{kind}". There are: {", ".join(kinds())}.')
    return kinds()[kind]
