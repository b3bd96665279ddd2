"""Addresses of the programme."""

from django.urls import path

from ringtrue.workbench.programme import editing, views

OF = "organisations/<str:organisation>/programme/"
urlpatterns = [
    path("audits/<str:audit>/programme/", views.programme, name="programme"),
    path(OF, views.programme_of, name="programme_of"),
    path(f"{OF}whole/", editing.programme_whole, name="programme_whole"),
    path(f"{OF}audits/<str:planned>/", editing.programme_audit, name="programme_audit"),
]
