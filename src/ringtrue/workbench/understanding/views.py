"""Understanding: what the scores say, the links of the self-test, and the self-test itself."""

from collections.abc import Iterable, Mapping

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ringtrue.api import PassShare, concept_names, teams, understanding
from ringtrue.workbench.interviews.scope import scope_of
from ringtrue.workbench.pages.language import language
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.understanding.answering import asked_by, hand_in
from ringtrue.workbench.understanding.forms import LinksForm, SelfTestForm
from ringtrue.workbench.understanding.models import TestLink, hashed


def overview(request: HttpRequest, audit: str) -> HttpResponse:
    """The agreement of the raters, and the share of answers that pass: as a whole, by concept, by team; never by person."""
    one = request.audit  # type: ignore[attr-defined]
    told = understanding(one.folder, AuditJournal(one))  # type: ignore[arg-type]
    names = concept_names(language())
    groups = [
        (_("All answers"), _shares([told.whole] if told.whole else [], {})),
        (_("By concept"), _shares(told.concepts, names)),
        (_("By team"), _shares(told.teams, {})),
    ]
    context = {"told": told, "groups": groups, "teams": _links_by_team(one)}
    return render(request, "understanding/understanding.html", context)


def links(request: HttpRequest, audit: str) -> HttpResponse:
    """Make links for a team. They are shown once, and nobody keeps who got which."""
    one = request.audit  # type: ignore[attr-defined]
    form = LinksForm(
        request.POST or None,
        services=scope_of(request).services,
        teams=teams(one.folder),
        initial={"language": language()},
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        number, days = said.pop("number"), said.pop("days")
        tokens = TestLink.make(number, days, audit=one, made_by=str(request.user), **said)
        addresses = [
            request.build_absolute_uri(reverse("understanding_test", args=[token])) for token in tokens
        ]
        context = {"addresses": addresses, "team": said["team"], "days": days}
        return render(request, "understanding/made.html", context)
    return render(request, "understanding/links.html", {"form": form})


def withdraw(request: HttpRequest, audit: str) -> HttpResponse:
    """Withdraw the links of a team that nobody used."""
    one = request.audit  # type: ignore[attr-defined]
    team = request.POST.get("team", "").replace("\x00", "")[:200]
    number = one.test_links.filter(team=team, used=False, withdrawn=False).update(withdrawn=True)
    messages.success(request, _("%s links were withdrawn.") % number)
    return redirect("understanding", one.pk)


def test(request: HttpRequest, token: str) -> HttpResponse:
    """The self-test, for whoever holds a link that was not used."""
    link = TestLink.usable().filter(token_hash=hashed(token)).select_related("audit__organisation").first()
    if link is None:
        return render(request, "understanding/no_test.html", status=404)
    with translation.override(link.language):
        form = SelfTestForm(request.POST if request.method == "POST" else None, asked=asked_by(link))
        if request.method == "POST" and form.is_valid():
            done = hand_in(link, form.cleaned_data)
            name = "understanding/thanks.html" if done else "understanding/no_test.html"
            return render(request, name, status=200 if done else 404)
        context = {"form": form, "organisation": link.audit.organisation, "title": link.audit.title}
        return render(request, "understanding/test.html", context)


def _shares(shares: Iterable[PassShare], names: Mapping[str, str]) -> list[tuple[str, PassShare, list[str]]]:
    """Each group's name, its share, and the share with its exact bounds in per cent."""
    return [
        (names.get(one.name, one.name), one, [f"{100 * value:.1f}" for value in (one.share, *one.exact)])
        if one.share is not None and one.exact is not None
        else (names.get(one.name, one.name), one, [])
        for one in shares
    ]


def _links_by_team(audit: object) -> object:
    """How many links each team has, how many were used, how many still can be."""
    can_be = Q(used=False, withdrawn=False, expires_at__gt=timezone.now())
    found = TestLink.objects.filter(audit=audit).values("team")
    return found.annotate(
        made=Count("pk"), answered=Count("pk", filter=Q(used=True)), usable=Count("pk", filter=can_be)
    ).order_by("team")
