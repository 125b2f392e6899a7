"""Over random filters, list, map, timeline, fronts, facets and exports speak of the same developments.

These are the ones that a plain reading of the rules, development by development, finds among some synthetic ones.
"""

import csv
import io
from contextlib import redirect_stderr

from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from reports.models import Development, Figure, Location
from reports.public.dimensions import DIMENSIONS
from reports.public.filters import Filters
from reports.public.fronts import by_country
from reports.public.index.columns import place_key
from reports.public.index.spots import Box
from reports.public.maps import drawn
from reports.public.timeline import heard_on, timeline
from reports.workflow import membership
from scripts.bench_pages.generate import generate
from tests.public.war import a_war

NUMBER = 200
WORLD = Box(-180, -90, 180, 90)


def facts(one: Development) -> dict:
    """All that the rules need to know of a development, read from its rows one by one."""
    places = Location.objects.public().filter(development=one, role="event")
    figures = Figure.objects.public().filter(development=one).select_related("claim__source")
    fronts = [link.front for link in one.front_links.select_related("front")]
    countries = {place.country_id for place in places} - {None}
    countries = countries or {country.pk for front in fronts for country in front.countries.all()}
    return {
        "pk": one.pk,
        "days": (one.claim.date_start, one.claim.date_end),
        "country": countries or ({one.country_id} - {None}),
        "front": {front.slug for front in fronts},
        "parties": {(inv.group.slug, inv.role) for inv in one.involvements.select_related("group")},
        "kind": {one.type} | {figure.figure_kind for figure in figures},
        "source": {one.claim.source.slug} | {figure.claim.source.slug for figure in figures},
        "status": {one.claim.status},
        "place": {place_key(place.name, place.country_id) for place in places},
        "placed": any(place.latitude is not None for place in places),
        "figures": [(one.type, figure.figure_kind, figure.claim.source.slug) for figure in figures],
    }


def matches(fact: dict, chosen: dict[str, list[str]]) -> bool:
    """The rules of docs/api.md, word by word."""
    for name in ("country", "front", "kind", "source", "status", "place"):
        if chosen.get(name) and not fact[name] & set(chosen[name]):
            return False
    groups, roles = chosen.get("group"), chosen.get("role")
    if groups or roles:
        members = membership.with_members(groups or [])
        if not any(
            (not groups or group in members) and (not roles or role in roles) for group, role in fact["parties"]
        ):
            return False
    since, until = chosen.get("from", [None])[0], chosen.get("to", [None])[0]
    return (not since or fact["days"][1].isoformat() >= since) and (not until or fact["days"][0].isoformat() <= until)


def exported(fact: dict, chosen: dict[str, list[str]]) -> int:
    """How many figures of a matching development the export holds."""
    kinds, sources = chosen.get("kind"), chosen.get("source")
    return sum(
        (not kinds or kind in kinds or of in kinds) and (not sources or source in sources)
        for of, kind, source in fact["figures"]
    )


class TestTheyAgree(TestCase):
    @classmethod
    def setUpTestData(cls):
        with redirect_stderr(io.StringIO()):
            generate(NUMBER)
        a_war()
        cls.facts = [facts(one) for one in Development.objects.public().select_related("claim__source")]
        cls.seen = {
            name: sorted(set().union(*(fact[name] for fact in cls.facts)))
            for name in ("country", "front", "kind", "source", "status", "place")
        }
        cls.seen["group"] = sorted({group for fact in cls.facts for group, _role in fact["parties"]})
        cls.seen["role"] = ["actor", "target"]
        cls.days = sorted(day.isoformat() for fact in cls.facts for day in fact["days"])

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_all_of_them_hold_what_the_rules_find(self, data):
        chosen = self.draw(data)
        wanted = [fact for fact in self.facts if matches(fact, chosen)]
        query = QueryDict(mutable=True)
        for name, values in chosen.items():
            query.setlist(name, values)
        asked = Filters.of(query)

        assert asked.problems == []
        assert sorted(asked.developments().tolist()) == sorted(fact["pk"] for fact in wanted), "the list"
        placed = sum(fact["placed"] for fact in wanted)
        assert asked.index.spots.placed(asked.mask) == placed, "the map's count"
        rows = drawn(asked, WORLD, 3)["rows"]
        assert sum(sum(row[2:6]) for row in rows) >= placed, "the map: a development may stand at two places"
        line = timeline(asked, heard_on(asked))
        assert (line.earlier + line.drawn + line.later if line else 0) == len(wanted), "the timeline"
        for _country, fronts in by_country(asked):
            for row in fronts:
                assert row.count == sum(row.front.slug in fact["front"] for fact in wanted), "the list of fronts"
        self.check_exports(query, wanted, chosen, placed)
        self.check_facets(data, asked, chosen)

    def draw(self, data) -> dict[str, list[str]]:
        """Filters that are not all empty: of each parameter at most two values that there are."""
        names = data.draw(st.lists(st.sampled_from(sorted(self.seen)), max_size=3, unique=True))
        chosen = {
            name: data.draw(st.lists(st.sampled_from(self.seen[name]), min_size=1, max_size=2, unique=True))
            for name in names
        }
        if data.draw(st.booleans()):
            days = sorted(data.draw(st.lists(st.sampled_from(self.days), min_size=2, max_size=2)))
            chosen |= {"from": days[:1], "to": days[1:]}
        return chosen

    def check_exports(self, query, wanted, chosen, placed):
        text = self.client.get(f"/api/v1/figures.csv?{query.urlencode()}").content.decode()
        assert len(list(csv.DictReader(io.StringIO(text)))) == sum(exported(fact, chosen) for fact in wanted), "the CSV"
        counts = self.client.get(f"/api/v1/developments.geojson?{query.urlencode()}").json()["counts"]
        assert (counts["developments"], counts["placed"]) == (len(wanted), placed), "the GeoJSON"
        fronts = self.client.get(f"/api/v1/fronts?{query.urlencode()}").json()["fronts"]
        for front in fronts:
            assert front["developments"] == sum(front["slug"] in fact["front"] for fact in wanted), "the API's fronts"

    def check_facets(self, data, asked, chosen):
        """Of one facet, each option leaves as many as it says, were it the only one chosen."""
        dimension = data.draw(st.sampled_from([one for one in DIMENSIONS if one.parameter in self.seen]))
        for facet in asked.facets([dimension.parameter]):
            for option in facet.options[:8]:
                value = option.value if option.value != "other_figure" else "other"
                alone = {**chosen, facet.parameter: [value]}
                assert option.count == sum(matches(fact, alone) for fact in self.facts), (facet.parameter, value)
