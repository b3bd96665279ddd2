"""Addresses of the follow-up."""

from django.urls import path

from ringtrue.workbench.follow_up import views

urlpatterns = [
    path("audits/<str:audit>/follow-up/", views.follow_up, name="follow_up"),
    path("audits/<str:audit>/follow-up/<str:id>/", views.follow_up_finding, name="follow_up_finding"),
]
