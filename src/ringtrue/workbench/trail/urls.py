"""Addresses of the trail."""

from django.urls import path

from ringtrue.workbench.trail import views

urlpatterns = [
    path("audits/<str:audit>/trail/", views.trail, name="trail"),
    path("audits/<str:audit>/trail/verify/", views.trail_verify, name="trail_verify"),
    path("audits/<str:audit>/trail/export/", views.trail_export, name="trail_export"),
]
