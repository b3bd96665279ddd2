"""Addresses of interviews."""

from django.urls import path

from ringtrue.workbench.interviews import rating, views

urlpatterns = [
    path("audits/<str:audit>/interviews/", views.interviews, name="interviews"),
    path("audits/<str:audit>/interviews/new/", views.new, name="interviews_new"),
    path("audits/<str:audit>/interviews/rating/", rating.rating, name="interviews_rating"),
    path("audits/<str:audit>/interviews/<int:number>/", views.interview, name="interviews_interview"),
    path("audits/<str:audit>/interviews/<int:number>/check/", views.check, name="interviews_check"),
]
