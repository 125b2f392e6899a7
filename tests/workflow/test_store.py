"""Storing: one development a sentence, all that hangs on it, and never over what a person decided."""

from datetime import date

import pytest
from django.utils import timezone

from reports.models import Alias, Claim, Development, Figure, Location, Reading, Source
from reports.workflow.review import accept, correct, reject
from reports.workflow.store import store_claims
from tests import factories as make

from .documents import Doc

pytestmark = pytest.mark.django_db

TEXT = """Battle for Aleppo
The Observatory said 40 people, six of them medics, were killed in Aleppo by rebel shells. Rebels left Handarat.
In March the army had taken Palmyra."""


@pytest.fixture
def doc():
    doc = Doc(TEXT)
    doc.section("Battle for Aleppo", front="Aleppo")
    first = doc.sentence(TEXT[TEXT.index("The Obs") : TEXT.index(" Rebels left")], section=0)
    doc.sentence("Rebels left Handarat.", section=0, type="withdrawal")
    doc.sentence(
        "In March the army had taken Palmyra.", section=0, status="background", type="capture",
        date_start="2016-03-01", date_end="2016-03-31", date_precision="month",
    )  # fmt: skip
    said = doc.source("The Observatory", "Syrian Observatory for Human Rights", [first])
    aleppo = doc.place("Aleppo", after=TEXT.index("killed in"))
    whole = doc.figure("40 people", 40, 40, source=said, place=aleppo, date_start="2016-12-11", date_end="2016-12-11")
    doc.figure("six of them medics", 6, 6, source=said, part_of=whole, subject_class="medics")
    doc.group("Rebels", "Syrian rebels")
    doc.place("Handarat", latitude=36.28, longitude=37.2)
    return doc


@pytest.fixture
def world():
    front = make.front()
    Alias.objects.create(front=front, text="Battle for Aleppo")
    source = make.source()
    Alias.objects.create(source=source, text=source.name)
    Alias.objects.create(group=make.group("syrian-rebels", "Syrian rebels"), text="Syrian rebels")


@pytest.fixture
def report(world):
    return make.report(TEXT)


def stored(report, doc) -> Reading:
    reading = Reading.objects.create(report=report, state="done", result=doc.out, finished_at=timezone.now())
    store_claims(reading)
    return reading


def test_each_sentence_that_says_something_becomes_a_development(report, doc):
    stored(report, doc)
    assert [(d.claim.quote[:12], d.type, d.claim.status) for d in Development.objects.order_by("claim__start")] == [
        ("The Observat", "clash", "current"),
        ("Rebels left ", "withdrawal", "current"),
        ("In March the", "capture", "background"),
    ]


def test_a_sentence_that_tells_of_no_front_stays_in_the_text_alone(report, doc):
    doc.out["sentences"][2] |= {"type": "other", "status": "current"}
    stored(report, doc)
    assert Development.objects.count() == 2


def test_everything_is_a_proposal_and_nothing_is_public(report, doc):
    stored(report, doc)
    assert set(Claim.objects.values_list("verdict", flat=True)) == {"proposed"}
    assert not Development.objects.public().exists()


def test_a_figure_keeps_its_source_place_period_and_whole(report, doc):
    stored(report, doc)
    whole, part = Figure.objects.order_by("claim__start")
    assert (whole.low, whole.claim.source.slug) == (40, "sohr")
    assert [location.name for location in whole.locations.all()] == ["Aleppo"]
    assert part.part_of == whole
    assert part.claim.quote == "six of them medics"


def test_a_figure_that_the_wire_itself_gives_has_the_outlet_as_source(report, doc):
    doc.out["figures"][0]["source"] = None
    stored(report, doc)
    assert Figure.objects.order_by("claim__start")[0].claim.source == report.outlet


def test_a_figure_told_apart_from_a_denial_is_not_denied(report, doc):
    doc.out["sentences"][0]["status"] = "denied"
    doc.out["figures"][1]["status"] = "current"
    stored(report, doc)
    assert [f.claim.status for f in Figure.objects.order_by("claim__start")] == ["denied", "current"]


def test_a_sentence_without_a_day_is_dated_by_the_report_and_says_so(report, doc):
    stored(report, doc)
    claim = Development.objects.get(type="withdrawal").claim
    assert (claim.date_start, claim.date_basis) == (date(2016, 12, 11), "inferred")


def test_background_without_a_day_stays_undated(report, doc):
    doc.out["sentences"][2] |= {"date_start": None, "date_end": None}
    stored(report, doc)
    assert Development.objects.get(type="capture").claim.date_start is None


def test_a_source_outside_the_register_keeps_its_words(report, doc):
    doc.out["sources"][0] |= {"name": "a medical source", "kind": "medical", "text": "The Observatory"}
    Alias.objects.filter(source__slug="sohr").delete()
    stored(report, doc)
    claim = Figure.objects.order_by("claim__start")[0].claim
    assert (claim.source.unnamed, claim.source.kind, claim.source_label) == (True, "medical", "The Observatory")
    assert Source.objects.filter(unnamed=True, kind="medical").count() == 1


def test_a_heading_that_no_front_answers_to_is_kept_for_the_editor(report, doc):
    doc.out["sections"][0] |= {"heading": "Al-Bab", "front": "Al-Bab"}
    doc.out["places"].clear()
    stored(report, doc)
    development = Development.objects.first()
    assert (development.new_front, development.fronts.count()) == ("Al-Bab", 0)


@pytest.mark.parametrize("heading", ["Eastern axis", "South-eastern front", "The north"])
def test_a_heading_that_is_only_a_direction_leaves_the_front_to_the_places(report, doc, heading):
    doc.out["sections"][0] |= {"heading": "Battle for Aleppo", "front": heading}
    Alias.objects.filter(front__isnull=False).delete()
    stored(report, doc)
    assert set(Development.objects.values_list("new_front", flat=True)) == {""}


def test_a_heading_means_the_front_of_its_year(report, doc):
    other = make.front("aleppo-2013", "Aleppo", started=date(2012, 7, 1), ended=date(2013, 12, 31))
    Alias.objects.create(front=other, text="Battle for Aleppo")
    stored(report, doc)
    assert [f.slug for f in Development.objects.first().fronts.all()] == ["aleppo-2016"]


def test_without_a_heading_the_front_comes_from_the_place(report, doc):
    doc.out["sentences"][0]["section"] = None
    front = make.front()
    front.south, front.west, front.north, front.east = 36, 36.8, 36.5, 37.6
    front.save()
    stored(report, doc)
    link = Development.objects.order_by("claim__start")[0].front_links.get()
    assert (link.front, link.basis) == (front, "place")


def test_a_sentence_without_a_place_goes_on_with_the_story(report, doc):
    for sentence in doc.out["sentences"]:
        sentence["section"] = None
    front = make.front()
    front.south, front.west, front.north, front.east = 36, 36.8, 36.5, 37.6
    front.save()
    doc.out["places"] = doc.out["places"][:1]
    stored(report, doc)
    first, second, look_back = Development.objects.order_by("claim__start")
    assert (first.front_links.get().basis, second.front_links.get().basis) == ("place", "nearby")
    assert not look_back.front_links.exists()  # in March that front was not under way: the editor is asked


def test_a_heading_is_of_the_reports_day_also_over_a_look_back(report, doc):
    front = make.front()
    front.started = date(2016, 11, 1)
    front.save()
    stored(report, doc)
    assert Development.objects.get(type="capture").front_links.get().front == front


def test_reading_again_replaces_what_nobody_decided(report, doc):
    stored(report, doc)
    before = Claim.objects.count()
    stored(report, doc)
    assert Claim.objects.count() == before


def test_reading_again_keeps_what_was_decided(report, doc):
    stored(report, doc)
    editor = make.person()
    figure = Figure.objects.order_by("claim__start")[0]
    correct(figure.claim, editor, {"low": 41, "high": 41})
    reject(Claim.objects.get(development__type="capture"), editor)
    doc.out["figures"][0] |= {"low": 44, "high": 44}
    stored(report, doc)
    figure.refresh_from_db()
    assert (figure.low, figure.claim.verdict) == (41, "accepted")
    assert Claim.objects.filter(development__type="capture").count() == 1
    assert Figure.objects.count() == 2
    assert Location.objects.count() == 2


def test_reading_again_uses_the_decided_development_for_new_finds(report, doc):
    stored(report, doc)
    accept(Claim.objects.get(development__type="withdrawal"), make.person())
    doc.figure("Rebels", 1, None)
    stored(report, doc)
    assert Development.objects.get(type="withdrawal").figures.count() == 1


def test_control_is_kept_with_its_place_and_holder(report, doc):
    doc.control("Rebels left Handarat", 1, "left", "Syrian rebels")
    stored(report, doc)
    control = Development.objects.get(type="withdrawal").controls.get()
    assert (control.control_status, control.holder.slug, control.location.name) == ("left", "syrian-rebels", "Handarat")


def test_a_figure_says_its_day_only_where_its_sentence_names_it(report, doc):
    reading = stored(report, doc)
    whole = Figure.objects.order_by("claim__start")[0].claim
    assert (whole.date_start, whole.date_basis) == (date(2016, 12, 11), "inferred")
    doc.out["dates"].append({"start": 40, "end": 46, "date_start": "2016-12-11", "date_end": "2016-12-11"})
    Reading.objects.exclude(pk=reading.pk).delete()
    stored(report, doc)
    assert Figure.objects.order_by("claim__start")[0].claim.date_basis == "stated"


def test_a_toll_since_a_day_runs_to_the_day_of_the_report(report, doc):
    since = {"date_start": "2016-11-15", "date_end": "2016-11-15", "date_precision": "day"}
    doc.out["sentences"][0] |= since
    doc.out["figures"][0] |= {"scope": "cumulative", "date_start": "2016-11-15", "date_end": "2016-12-11"}
    stored(report, doc)
    claim = Development.objects.order_by("claim__start")[0].claim
    assert (claim.date_start, claim.date_end) == (date(2016, 11, 15), date(2016, 12, 11))


def test_what_is_told_as_happening_ends_by_the_day_of_the_report(report, doc):
    doc.out["sentences"][0] |= {"date_start": "2016-12-01", "date_end": "2016-12-31", "date_precision": "month"}
    doc.out["sentences"][1] |= {"status": "announced", "date_start": "2016-12-11", "date_end": "2016-12-31"}
    stored(report, doc)
    first, second = (one.claim for one in Development.objects.order_by("claim__start")[:2])
    assert first.date_end == date(2016, 12, 11)
    assert second.date_end == date(2016, 12, 31)
