"""Every address of the workbench; each app brings its own."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("ringtrue.workbench.people.urls")),
    path("organisations/", include("ringtrue.workbench.organisations.urls")),
    path("", include("ringtrue.workbench.audits.urls")),
    path("", include("ringtrue.workbench.evidence.urls")),
    path("", include("ringtrue.workbench.trail.urls")),
    path("", include("ringtrue.workbench.follow_up.urls")),
    path("", include("ringtrue.workbench.findings.urls")),
    path("", include("ringtrue.workbench.leads.urls")),
    path("", include("ringtrue.workbench.samples.urls")),
    path("", include("ringtrue.workbench.reports.urls")),
    path("", include("ringtrue.workbench.jobs.urls")),
    path("", include("ringtrue.workbench.imports.urls")),
    path("", include("ringtrue.workbench.requests.urls")),
    path("", include("ringtrue.workbench.runs.urls")),
    path("", include("ringtrue.workbench.interviews.urls")),
    path("", include("ringtrue.workbench.understanding.urls")),
    path("", include("ringtrue.workbench.machines.urls")),
    path("", include("ringtrue.workbench.plan.urls")),
    path("", include("ringtrue.workbench.programme.urls")),
]
handler403 = "ringtrue.workbench.pages.errors.forbidden"
handler404 = "ringtrue.workbench.pages.errors.not_found"
handler500 = "ringtrue.workbench.pages.errors.failed"
