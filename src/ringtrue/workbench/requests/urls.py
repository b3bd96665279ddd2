"""Addresses of evidence requests."""

from django.urls import path

from ringtrue.workbench.requests import answering, views

urlpatterns = [
    path("audits/<str:audit>/requests/", views.requests, name="requests"),
    path("audits/<str:audit>/requests/new/", views.requests_new, name="requests_new"),
    path("audits/<str:audit>/requests/<str:asked>/", views.requests_request, name="requests_request"),
    path(
        "audits/<str:audit>/requests/<str:asked>/workbook/", views.requests_workbook, name="requests_workbook"
    ),
    path("audits/<str:audit>/requests/<str:asked>/file/", answering.requests_upload, name="requests_upload"),
    path(
        "audits/<str:audit>/requests/<str:asked>/answer/", answering.requests_answer, name="requests_answer"
    ),
    path("audits/<str:audit>/requests/<str:asked>/judge/", answering.requests_judge, name="requests_judge"),
]
