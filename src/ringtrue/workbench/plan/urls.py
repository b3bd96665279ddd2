"""Addresses of the plan."""

from django.urls import path

from ringtrue.workbench.plan import lines, views

HERE = "audits/<str:audit>/plan/"
urlpatterns = [
    path(HERE, views.plan, name="plan"),
    path(f"{HERE}about/", views.plan_about, name="plan_about"),
    path(f"{HERE}services/", views.plan_services, name="plan_services"),
    path(f"{HERE}team/<str:mark>/", lines.plan_member, name="plan_member"),
    path(f"{HERE}schedule/<str:mark>/", lines.plan_appointment, name="plan_appointment"),
    path(f"{HERE}set/", views.plan_set, name="plan_set"),
]
