"""Addresses of runs."""

from django.urls import path

from ringtrue.workbench.runs import settings_pages, views

urlpatterns = [
    path("audits/<str:audit>/runs/", views.runs, name="runs"),
    path("audits/<str:audit>/runs/start/", views.runs_start, name="runs_start"),
    path("audits/<str:audit>/runs/compare/", views.runs_compare, name="runs_compare"),
    path("audits/<str:audit>/runs/settings/", settings_pages.runs_settings, name="runs_settings"),
    path(
        "audits/<str:audit>/runs/settings/<str:procedure>/",
        settings_pages.runs_settings_of,
        name="runs_settings_of",
    ),
    path("audits/<str:audit>/runs/<str:run>/", views.runs_run, name="runs_run"),
]
