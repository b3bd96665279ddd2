"""Addresses of findings."""

from django.urls import path

from ringtrue.workbench.findings import carrying, judging, views

HERE = "audits/<str:audit>/findings/"
urlpatterns = [
    path(HERE, views.findings, name="findings"),
    path(f"{HERE}new/", views.findings_new, name="findings_new"),
    path(f"{HERE}draft/", views.findings_draft, name="findings_draft"),
    path(f"{HERE}carry/", carrying.findings_carry, name="findings_carry"),
    path(f"{HERE}<str:id>/", views.findings_one, name="findings_one"),
    path(f"{HERE}<str:id>/edit/", views.findings_edit, name="findings_edit"),
    path(f"{HERE}<str:id>/grade/", judging.findings_grade, name="findings_grade"),
    path(f"{HERE}<str:id>/review/", judging.findings_review, name="findings_review"),
    path(f"{HERE}<str:id>/dissent/", judging.findings_dissent, name="findings_dissent"),
    path(f"{HERE}<str:id>/issue/", judging.findings_issue, name="findings_issue"),
]
