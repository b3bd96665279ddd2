"""Addresses of audits and their members."""

from django.urls import path

from ringtrue.workbench.audits import members, views

urlpatterns = [
    path("", views.audits, name="audits"),
    path("organisations/<str:organisation>/audits/new/", views.audit_new, name="audit_new"),
    path("audits/<str:audit>/", views.audit, name="audit"),
    path("audits/<str:audit>/state/", views.audit_state, name="audit_state"),
    path("audits/<str:audit>/team/", members.team, name="team"),
    path("audits/<str:audit>/team/invite/", members.invite, name="team_invite"),
    path("audits/<str:audit>/team/<int:member>/", members.change, name="team_change"),
]
