"""Two records of the world become one: nothing that was said, decided or kept is lost."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import (
    Alias,
    Claim,
    Decision,
    DevelopmentFront,
    Front,
    FrontSide,
    Group,
    GroupLink,
    Place,
    Report,
    Source,
)
from reports.models.vocabulary import Action
from reports.workflow.errors import NotAllowed, NotReady
from reports.workflow.harm import withhold
from reports.workflow.knowledge import _places
from reports.workflow.merging import CLAIMS, ROWS, SETS, merge, what_moves
from reports.workflow.publish import withdraw
from reports.workflow.replay import differences, rebuild
from reports.workflow.review import correct
from reports.workflow.revise import undo
from reports.workflow.verify import verify
from reports.workflow.world import load_world
from tests import factories as make

pytestmark = pytest.mark.django_db
WHY = "two spellings of one name"


def a_place(name: str = "Karma", **fields) -> Place:
    return Place.objects.create(name=name, kind="town", country=make.country(), **fields)


def broken() -> list[str]:
    """What breaks a promise in the database; the triggers are tested elsewhere, they are lifted by some tests."""
    return [problem for outcome in verify() for problem in outcome.broken]


@pytest.fixture
def publisher():
    return make.person("Sami", "publisher")


def test_claims_of_a_merged_source_change_through_the_ledger_and_public_ones_get_a_version(publisher):
    one, other = make.source("sohr"), make.source("observatory", "The Observatory")
    report = make.report()
    public = make.development(report, source=other)
    make.publish(report, publisher)
    proposed = make.development(report, "Rebels left two villages.", source=other)
    merge(other, one, publisher, WHY)
    public.claim.refresh_from_db()
    proposed.claim.refresh_from_db()
    decision = public.claim.decisions.last()
    assert (public.claim.source, proposed.claim.source) == (one, one)
    assert (decision.action, decision.before["source"], decision.after) == (Action.MERGE, other.pk, {"source": one.pk})
    assert WHY in decision.why and "The Observatory" in decision.why
    assert [version.body["source"] for version in public.claim.versions.all()] == [other.pk, one.pk]
    assert (public.claim.verdict, proposed.claim.decisions.count()) == ("accepted", 0)
    assert broken() == []


def some_claims_of(source: Source, count: int, publisher) -> list[Claim]:
    """Public, withheld and withdrawn sentences with a figure each, said by a source."""
    made = []
    for number in range(count):
        report = make.report(
            f"The Observatory said at least 40 people were killed in Aleppo on Sunday. {source} {number}"
        )
        row = make.development(report, source=source)
        made += [row.claim, make.figure(row, source=source).claim]
        make.publish(report, publisher)
        if number % 3:
            claim = Claim.objects.with_parts().get(pk=row.pk)
            (withhold if number % 3 == 1 else withdraw)(claim, publisher, WHY)
    return made


def test_many_claims_are_pointed_elsewhere_in_as_many_queries_as_a_few(publisher, django_assert_max_num_queries):
    one, few, many = make.source("sohr"), make.source("few", "Few"), make.source("many", "Many")
    some_claims_of(few, 2, publisher)
    some_claims_of(many, 20, publisher)
    with CaptureQueriesContext(connection) as asked:
        merge(few, one, publisher, WHY)
    with django_assert_max_num_queries(len(asked)):
        merge(many, one, publisher, WHY)


def test_each_of_many_claims_stands_as_its_own_decision_would_leave_it(publisher):
    one, other = make.source("sohr"), make.source("observatory", "The Observatory")
    claims = some_claims_of(other, 3, publisher)
    report = claims[0].report
    version = Report.objects.get(pk=report.pk).review_version
    merge(other, one, publisher, WHY)
    for claim in Claim.objects.filter(pk__in=[claim.pk for claim in claims]).with_parts():
        assert claim.source == one
        assert claim.decisions.last().action == Action.MERGE
        assert list(differences(claim)) == []
    shown = [claim.versions.last().body["source"] for claim in claims]
    assert shown == [one.pk, one.pk, other.pk, one.pk, other.pk, one.pk]  # what is hidden has no newer version
    assert Report.objects.get(pk=report.pk).review_version > version
    assert broken() == []


def test_a_replay_of_the_ledger_gives_the_same_claims(publisher):
    one, other = make.front(), make.front("halab-2016", "Halab")
    report = make.report()
    row = make.development(report, on=other)
    make.publish(report, publisher)
    merge(other, one, publisher, WHY)
    claim = Claim.objects.with_parts().get(pk=row.pk)
    before = list(claim.versions.values_list("number", "valid_from", "valid_to", "body"))
    rebuild(claim)
    assert list(claim.versions.values_list("number", "valid_from", "valid_to", "body")) == before
    assert list(differences(claim)) == []


@pytest.mark.parametrize("decided", [True, False])
def test_a_development_on_both_fronts_keeps_one_link_and_the_primary_stays_primary(publisher, decided):
    one, other, third = make.front(), make.front("halab-2016", "Halab"), make.front("idlib-2016", "Idlib")
    report = make.report()
    row = make.development(report, on=other)
    for front in (third, one):
        DevelopmentFront.objects.create(development=row, front=front, primary=False, basis="place")
    if decided:
        make.publish(report, publisher)
    merge(other, one, publisher, WHY)
    links = DevelopmentFront.objects.filter(development=row).order_by("-primary", "pk")
    assert [(link.front, link.primary, link.basis) for link in links] == [
        (one, True, "heading"),
        (third, False, "place"),
    ]
    assert broken() == []


def test_names_move_and_one_that_both_had_is_there_once(publisher):
    one, other = make.group(), make.group("daesh", "Daesh")
    for owner, arabic in ((one, "الدولة"), (other, "داعش")):
        Alias.objects.create(group=owner, text="ISIS")
        Alias.objects.create(group=owner, text=arabic, language="ar", kind="name", preferred=True)
    merge(other, one, publisher, WHY)
    assert sorted(one.aliases.values_list("text", flat=True)) == ["Daesh", "ISIS", "الدولة", "داعش"]
    assert one.aliases.get(preferred=True).text == "الدولة"
    assert not other.aliases.exists()


def test_a_group_takes_along_sides_links_sources_and_what_it_holds(publisher):
    one, other, allies = make.group(), make.group("daesh", "Daesh"), make.group("allies", "Allies")
    make.front().sides.add(one, through_defaults={"side": "A"})
    make.front().sides.add(other, through_defaults={"side": "A"})
    make.front("raqqa-2016", "Raqqa").sides.add(other, through_defaults={"side": "B"})
    GroupLink.objects.create(group=other, other=one, kind="part_of")
    GroupLink.objects.create(group=allies, other=other, kind="allied")
    agency = make.source("amaq", "Amaq", affiliation=other)
    report = make.report()
    row = make.involvement(make.development(report), in_group=other)
    merge(other, one, publisher, WHY)
    agency.refresh_from_db()
    row.refresh_from_db()
    assert (agency.affiliation, row.group) == (one, one)
    assert {(side.front.slug, side.side) for side in FrontSide.objects.filter(group=one)} == {
        ("aleppo-2016", "A"),
        ("raqqa-2016", "B"),
    }
    assert [(link.group, link.other) for link in GroupLink.objects.all()] == [(allies, one)]
    assert agency.history.first().history_change_reason == WHY


def test_a_place_takes_along_locations_and_fronts_and_is_no_longer_taught_to_the_reader(publisher):
    fixed = {"latitude": 36.1, "longitude": 37.2, "set_by": publisher}
    one, other = a_place(**fixed), a_place("Old Karma", **fixed)
    front = make.front()
    front.places.add(other)
    row = make.location(make.development(make.report()), place=other)
    merge(other, one, publisher, WHY)
    row.refresh_from_db()
    assert (row.place, list(front.places.all())) == (one, [one])
    assert [(place.name, place.names) for place in _places(day=None)] == [("Karma", ("Old Karma",))]


def test_the_outlet_of_reports_is_corrected_in_the_ledger(publisher):
    one, other = make.outlet(), make.outlet("agence-fp", "Agence F. P.")
    report = make.report(outlet=other)
    merge(other, one, publisher, WHY)
    report.refresh_from_db()
    decision = Decision.objects.get(report=report)
    assert (report.outlet, decision.before, decision.after) == (one, {"outlet": other.pk}, {"outlet": one.pk})


def test_the_merged_record_stays_with_its_history_and_is_in_no_list(publisher):
    one, other = make.front(), make.front("halab-2016", "Halab", started=date(2016, 5, 1))
    earlier = make.front("halep-2016", "Halep")
    merge(earlier, other, publisher, WHY)
    merge(other, one, publisher, WHY)
    earlier.refresh_from_db()
    assert (Front.objects.get(slug="halab-2016").merged_into, earlier.merged_into) == (one, one)
    assert list(Front.objects.kept()) == [one]
    assert other.history.first().history_change_reason == WHY


def test_what_an_older_decision_names_is_pointed_to_the_record_that_stayed(publisher):
    """An undo gives back the source of before, which was merged meanwhile."""
    one, other, third = make.source("sohr"), make.source("observatory", "Observatory"), make.source("aljazeera", "AJ")
    report = make.report()
    row = make.development(report, source=other)
    claim = Claim.objects.with_parts().get(pk=row.pk)
    correct(claim, publisher, {"source": third})
    merge(other, one, publisher, WHY)
    undo(Claim.objects.with_parts().get(pk=row.pk), publisher)
    assert Claim.objects.get(pk=row.pk).source == one
    assert broken() == []


def test_loading_the_world_again_gives_no_name_back_to_a_merged_record(publisher):
    load_world()
    one, other = Group.objects.exclude(aliases=None).distinct().order_by("slug")[:2]
    place, other_place = Place.objects.order_by("pk")[:2]
    merge(other, one, publisher, WHY)
    merge(other_place, place, publisher, WHY)
    names = Alias.objects.count()
    assert {step.name: (step.added, step.names) for step in load_world()}["Groups"] == (0, 0)
    assert Alias.objects.count() == names
    assert not other.aliases.exists()


def test_it_says_what_would_move(publisher):
    source = make.outlet()
    report = make.report(outlet=source)
    make.development(report)
    Alias.objects.create(source=source, text="Agence France-Presse")
    counted = [(one.what, one.number) for one in what_moves(source)]
    assert counted == [("claims that are not public", 1), ("reports that it filed", 1), ("names", 1)]


def test_it_refuses_with_a_sentence(publisher):
    one, other = make.front(), make.front("halab-2016", "Halab")
    with pytest.raises(NotAllowed):
        merge(other, one, make.person("Noor", "editor"), WHY)
    for record, into, why in ((one, one, WHY), (one, make.group(), WHY), (other, one, " ")):
        with pytest.raises(NotReady):
            merge(record, into, publisher, why)
    merge(other, one, publisher, WHY)
    with pytest.raises(NotReady, match="merged already"):
        merge(one, other, publisher, WHY)


@pytest.mark.parametrize("kind", [Front, Group, Source, Place])
def test_every_table_that_points_to_a_record_is_pointed_elsewhere(kind):
    """A table that is added later and points to one fails here until merging knows it."""
    known = {*ROWS[kind], *OTHERWISE, *map(end_of, CLAIMS[kind]), *((kind, name) for name in SETS.get(kind, ()))}
    pointing = {
        (model, field.name)
        for model in apps.get_app_config("reports").get_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model is kind and not model.__name__.startswith("Historical")
    }
    assert pointing <= known


# The first two are one link, told by the claim's fronts; sides are rows of FrontSide.
OTHERWISE = {(DevelopmentFront, "front"), (Front, "sides"), (Front, "places"), (Report, "outlet")}


def end_of(path: str) -> tuple:
    """The table and field at the end of a path from the claim."""
    model, names = Claim, path.split("__")
    for name in names[:-1]:
        model = model._meta.get_field(name).related_model
    return model, names[-1]
