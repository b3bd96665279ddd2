"""Addresses of tokens, and of the interface."""

from django.urls import include, path

from ringtrue.workbench.machines import interface, views

urlpatterns = [
    path("audits/<str:audit>/machines/", views.machines, name="machines"),
    path("audits/<str:audit>/machines/<int:token>/revoke/", views.machines_revoke, name="machines_revoke"),
    path("api/v1/openapi.json", interface.openapi, name="machines_openapi"),
    path("api/v1/", include(interface.addresses())),
    path("api/v1/<path:rest>", interface.nothing, name="machines_nothing"),
]
