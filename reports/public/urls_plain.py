"""Public addresses without a language: the read API, and what search engines ask for."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from . import api, changes_views, health
from .sitemaps import SITEMAPS

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", api.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
    path("method/accuracy.json", api.accuracy_json, name="accuracy_json"),
    path("api/v1/fronts", api.fronts, name="fronts_api"),
    path("api/v1/developments.geojson", api.developments_geojson, name="developments_geojson"),
    path("api/v1/control.geojson", api.control_geojson, name="control_geojson"),
    path("api/v1/changes", changes_views.changes_json, name="changes_api"),
    path("api/v1/figures.csv", api.figures_csv, name="figures_csv"),
]
