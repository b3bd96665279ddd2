"""Addresses of leads."""

from django.urls import path

from ringtrue.workbench.leads import acts, rows, views

urlpatterns = [
    path("audits/<str:audit>/leads/", views.leads, name="leads"),
    path("audits/<str:audit>/leads/claims/<str:procedure>/", rows.claim, name="leads_claim"),
    path("audits/<str:audit>/leads/<str:lead>/", views.lead, name="leads_lead"),
    path("audits/<str:audit>/leads/<str:lead>/rows/", rows.behind, name="leads_rows"),
    path("audits/<str:audit>/leads/<str:lead>/disposition/", acts.disposition, name="leads_disposition"),
    path("audits/<str:audit>/leads/<str:lead>/explanation/", acts.explanation, name="leads_explanation"),
]
