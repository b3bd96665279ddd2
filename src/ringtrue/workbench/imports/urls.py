"""Addresses of imports."""

from django.urls import path

from ringtrue.workbench.imports import mapping, views

urlpatterns = [
    path("audits/<str:audit>/imports/", views.imports, name="imports"),
    path("audits/<str:audit>/imports/new/", views.imports_upload, name="imports_upload"),
    path("audits/<str:audit>/imports/load/", views.imports_load, name="imports_load"),
    path("audits/<str:audit>/imports/issues/", views.imports_issues, name="imports_issues"),
    path("audits/<str:audit>/imports/<str:source>/", views.imports_source, name="imports_source"),
    path("audits/<str:audit>/imports/<str:source>/file/", views.imports_file, name="imports_file"),
    path("audits/<str:audit>/imports/<str:source>/mapping/", mapping.imports_mapping, name="imports_mapping"),
    path(
        "audits/<str:audit>/imports/<str:source>/mapping/text/",
        mapping.imports_mapping_text,
        name="imports_mapping_text",
    ),
]
