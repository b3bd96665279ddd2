"""Addresses of organisations."""

from django.urls import path

from ringtrue.workbench.organisations import views

urlpatterns = [path("<str:organisation>/", views.organisation, name="organisation")]
