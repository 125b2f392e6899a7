"""Public pages, in the reader's language by the path."""

from django.urls import path

from . import cards, changes_views, embeds, ledger_views, live, maps, views

urlpatterns = [
    path("", views.home, name="home"),
    path("fronts/<slug:slug>/", views.front, name="front"),
    path("embed/fronts/<slug:slug>/", embeds.front_map, name="embed_map"),
    path("embed/fronts/<slug:slug>/figures/", embeds.front_figures, name="embed_figures"),
    path("cards/home.png", cards.home_card, name="home_card"),
    path("cards/fronts/<slug:slug>.png", cards.front_card, name="front_card"),
    path("countries/<slug:iso2>/", views.country, name="country"),
    path("groups/<slug:slug>/", views.group, name="group"),
    path("sources/<slug:slug>/", views.source, name="source"),
    path("reports/<slug:public_id>/", views.report, name="report"),
    path("claims/", views.claims, name="claims"),
    path("changes/", changes_views.changes_page, name="changes"),
    path("changes/feed.atom", changes_views.changes_feed, name="changes_feed"),
    path("corrections/", ledger_views.ledger, name="corrections"),
    path("corrections/feed.atom", ledger_views.corrections_feed, name="corrections_feed"),
    path("map/points.json", maps.points, name="map_points"),
    path("map/place.json", maps.place, name="map_place"),
    path("map/control.json", maps.control, name="map_control"),
    path("live.json", live.live, name="live"),
    path("method/", views.method, name="method"),
]
