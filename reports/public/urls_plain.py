"""Public addresses without a language: the read API and robots.txt."""

from django.urls import path

from . import api, health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", api.robots, name="robots"),
    path("api/v1/fronts", api.fronts, name="fronts_api"),
    path("api/v1/developments.geojson", api.developments_geojson, name="developments_geojson"),
    path("api/v1/figures.csv", api.figures_csv, name="figures_csv"),
]
