"""Addresses of jobs."""

from django.urls import path

from ringtrue.workbench.jobs import views

urlpatterns = [path("audits/<str:audit>/jobs/<int:job>/", views.job, name="jobs_job")]
