"""Addresses of samples."""

from django.urls import path

from ringtrue.workbench.samples import drawing, judging, views

urlpatterns = [
    path("audits/<str:audit>/samples/", views.samples, name="samples"),
    path("audits/<str:audit>/samples/new/", drawing.new, name="samples_new"),
    path("audits/<str:audit>/samples/<str:sample>/", views.sample, name="samples_sample"),
    path("audits/<str:audit>/samples/<str:sample>/draw/", drawing.draw, name="samples_draw"),
    path("audits/<str:audit>/samples/<str:sample>/extend/", drawing.extend, name="samples_extend"),
    path("audits/<str:audit>/samples/<str:sample>/<int:number>/", judging.record, name="samples_record"),
]
