"""Pins where the front is not."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .scene import Scene


def outside_the_front(scene: Scene) -> Iterator[tuple[int, str]]:
    """A place in a country that the front does not lie in: a namesake, or another front."""
    for pin in scene.pins:
        countries = scene.countries.get(pin.front)
        if countries and pin.country not in countries:
            told = {"country": pin.country, "countries": ", ".join(sorted(countries))}
            yield pin.claim, _("the pin is in %(country)s, the front in %(countries)s") % told
