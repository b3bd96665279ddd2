"""Addresses of reports, papers, seals and templates."""

from django.urls import path

from ringtrue.workbench.reports import papers, seals, templates_of, views

urlpatterns = [
    path("audits/<str:audit>/reports/", views.reports, name="reports"),
    path("audits/<str:audit>/reports/files/<path:name>", views.file, name="reports_file"),
    path("audits/<str:audit>/reports/papers/", papers.papers, name="reports_papers"),
    path("audits/<str:audit>/reports/papers/files/<path:name>", papers.file, name="reports_paper"),
    path("audits/<str:audit>/reports/papers/record/", papers.record, name="reports_record"),
    path("audits/<str:audit>/reports/seal/", seals.seal, name="reports_seal"),
    path("organisations/<str:organisation>/template/", templates_of.template, name="reports_template"),
]
