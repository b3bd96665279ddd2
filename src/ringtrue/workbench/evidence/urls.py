"""Addresses of evidence."""

from django.urls import path

from ringtrue.workbench.evidence import views

urlpatterns = [
    path("audits/<str:audit>/evidence/", views.evidence, name="evidence"),
    path("audits/<str:audit>/evidence/new/", views.evidence_new, name="evidence_new"),
    path("audits/<str:audit>/evidence/<str:id>/", views.evidence_one, name="evidence_one"),
    path("audits/<str:audit>/evidence/<str:id>/verify/", views.evidence_verify, name="evidence_verify"),
    path("audits/<str:audit>/evidence/<str:id>/file/", views.evidence_file, name="evidence_file"),
]
