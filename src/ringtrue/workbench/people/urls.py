"""Login and second factor by allauth; the own page; invitations."""

from django.urls import include, path

from ringtrue.workbench.people import views

urlpatterns = [
    path("me/", views.person, name="person"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("", include("allauth.urls")),
]
