"""Addresses of understanding."""

from django.urls import path

from ringtrue.workbench.understanding import views

urlpatterns = [
    path("audits/<str:audit>/understanding/", views.overview, name="understanding"),
    path("audits/<str:audit>/understanding/links/", views.links, name="understanding_links"),
    path("audits/<str:audit>/understanding/withdraw/", views.withdraw, name="understanding_withdraw"),
    path("self-test/<str:token>/", views.test, name="understanding_test"),
]
