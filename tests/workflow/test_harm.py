"""Do no harm: delay, blur and withhold; what they hide, where, until when, and how they are taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reports.models import Claim, ClaimVersion, Decision, Development, Figure, Location
from reports.models.vocabulary import Action
from reports.workflow.areas import Area
from reports.workflow.covers import uncover_ended
from reports.workflow.errors import NotAllowed, NotReady
from reports.workflow.harm import blur, delay, lift, withhold
from reports.workflow.publish import publish_report
from reports.workflow.replay import differences
from reports.workflow.review import accept, correct
from reports.workflow.revise import undo
from reports.workflow.verify import verify
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = (
    "Shells fell on the clinic of Binnish on Sunday, and three nurses of Binnish died. "
    "Medics in Bennesh asked for blood. Rebels left two villages."
)
PROVINCE = Area("Idlib", "province", "SY", 35.78, 36.68, 42.0, 4)


@pytest.fixture
def by():
    return make.person("Sami", "publisher")


@pytest.fixture
def report(by):
    report = make.report(TEXT, headline="Clinic hit in Binnish")
    shelling = make.development(report, TEXT[: TEXT.index(" Medics")])
    figure = make.figure(shelling, "three nurses of Binnish died", subject="nurses of Binnish", low=3, high=3)
    figure.locations.add(make.location(shelling, "Binnish", latitude=35.956, longitude=36.715))
    asked = make.development(report, "Medics in Bennesh asked for blood.")
    make.location(asked, "Bennesh", name="Binnish", latitude=35.956, longitude=36.715)
    make.publish(report, by)
    return report


def the(kind: str) -> Claim:
    return Claim.objects.filter(kind=kind).with_parts().order_by("start")[0]


def sound() -> bool:
    return all(not list(differences(claim)) for claim in Claim.objects.with_parts()) and all(
        not outcome.broken for outcome in verify()
    )


class TestDelay:
    def test_it_hides_what_was_public_until_the_hour_and_shows_it_then(self, report, by):
        until = timezone.now() + timedelta(hours=3)
        delay(the("development"), until, by, "people are on the road")
        assert Development.objects.public().count() == 1
        assert the("development").visible_from == until
        assert [v.valid_from == until for v in ClaimVersion.objects.filter(claim=the("development"))] == [False, True]
        assert sound()

    def test_what_is_published_later_waits_for_its_hour(self, by):
        waiting = make.development(make.report())
        accept(waiting.claim, by)
        delay(the("development"), timezone.now() + timedelta(hours=3), by, "people are on the road")
        publish_report(waiting.claim.report, by)
        assert not Development.objects.public().exists()
        assert sound()

    def test_a_correction_meanwhile_makes_a_version_that_begins_at_the_hour(self, report, by):
        until = timezone.now() + timedelta(hours=3)
        delay(the("figure"), until, by, "people are on the road")
        correct(the("figure"), by, {"low": 2, "high": 3}, why="one lives")
        unseen, last = ClaimVersion.objects.filter(claim=the("figure")).order_by("-number")[:2][::-1]
        assert unseen.valid_from == unseen.valid_to == last.valid_from == until
        assert sound()

    def test_the_past_is_no_hour_to_wait_for(self, report, by):
        with pytest.raises(NotReady):
            delay(the("development"), timezone.now() - timedelta(hours=1), by, "late")

    def test_the_words_of_a_delayed_part_are_uncovered_after_its_hour(self, report, by):
        delay(the("figure"), timezone.now() + timedelta(hours=3), by, "the families do not know yet")
        report.refresh_from_db()
        assert "three nurses" not in report.public_text
        Claim.objects.filter(kind="figure").update(delayed_until=timezone.now() - timedelta(minutes=1))
        assert uncover_ended() == 1
        report.refresh_from_db()
        assert report.public_text == report.text


class TestBlur:
    def test_the_place_stands_as_the_area_and_its_name_is_covered_in_every_spelling(self, report, by):
        blur(the("location"), PROVINCE, by, "the clinic was hit twice")
        report.refresh_from_db()
        for place in Location.objects.public():
            assert (place.name, place.latitude, place.where_prec, place.place_id) == ("Idlib", 35.78, 4, None)
        assert "Binnish" not in report.public_text
        assert "Bennesh" not in report.public_text
        assert len(report.public_text) == len(report.text)
        assert the("development").public_quote.startswith("Shells fell on the clinic of [withheld] on Sunday")
        assert the("figure").figure.subject == "nurses of […]"
        assert report.headline == "Clinic hit in […]"
        assert sound()

    def test_showing_it_again_gives_everything_back(self, report, by):
        blur(the("location"), PROVINCE, by, "the clinic was hit twice")
        lift(the("location"), Action.BLUR, by, "the clinic has moved")
        report.refresh_from_db()
        assert report.public_text == TEXT
        assert report.headline == "Clinic hit in Binnish"
        assert the("figure").figure.subject == "nurses of Binnish"
        assert {place.latitude for place in Location.objects.all()} == {35.956}
        assert not Claim.objects.filter(blurred_at__isnull=False).exists()
        assert sound()

    def test_the_exact_place_stays_in_the_ledger(self, report, by):
        blur(the("location"), PROVINCE, by, "the clinic was hit twice")
        before = Decision.objects.filter(claim=the("location"), action="blur", after__has_key="name").get().before
        assert (before["name"], before["latitude"]) == ("Binnish", 35.956)

    def test_it_cannot_be_corrected_or_undone_into_the_open(self, report, by):
        blur(the("location"), PROVINCE, by, "the clinic was hit twice")
        for step in (
            lambda: correct(the("location"), by, {"latitude": 35.956}, why="exact"),
            lambda: undo(the("location"), by),
            lambda: blur(the("location"), PROVINCE, by, "again"),
        ):
            with pytest.raises(NotReady):
                step()

    def test_a_new_place_of_that_name_is_held_back(self, report, by):
        blur(the("location"), PROVINCE, by, "the clinic was hit twice")
        late = make.location(Development.objects.order_by("pk")[1], "Bennesh", name="Binnish")
        accept(late.claim, by)
        held = publish_report(late.claim.report, by).held
        assert [reason for _claim, reason in held] == [
            "readers do not see this place in the report: blur or withhold it too"
        ]

    def test_only_a_place_can_be_blurred(self, report, by):
        with pytest.raises(NotReady):
            blur(the("figure"), PROVINCE, by, "why")


class TestWithhold:
    def test_it_is_out_of_sight_and_its_words_are_covered(self, report, by):
        withhold(the("figure"), by, "the families do not know yet")
        report.refresh_from_db()
        assert not Figure.objects.public().exists()
        assert "three nurses" not in the("development").public_quote
        assert not ClaimVersion.objects.filter(claim=the("figure"), valid_to__isnull=True).exists()
        assert sound()

    def test_publishing_and_correcting_do_not_show_it(self, report, by):
        withhold(the("development"), by, "people are on the road")
        correct(the("development"), by, {"type": "bombing"}, why="read wrongly")
        publish_report(report, by)
        assert Development.objects.public().count() == 1

    def test_it_is_shown_again_by_who_publishes_with_a_reason(self, report, by):
        withhold(the("figure"), by, "the families do not know yet")
        with pytest.raises(NotAllowed):
            lift(the("figure"), Action.WITHHOLD, make.person("Noor", "editor"), "they know")
        with pytest.raises(NotReady):
            lift(the("figure"), Action.WITHHOLD, by, " ")
        lift(the("figure"), Action.WITHHOLD, by, "they know")
        report.refresh_from_db()
        assert Figure.objects.public().exists()
        assert report.public_text == TEXT
        assert sound()

    def test_an_editor_may_hide_and_must_say_why(self, report, by):
        editor = make.person("Noor", "editor")
        with pytest.raises(NotReady):
            withhold(the("figure"), editor, " ")
        withhold(the("figure"), editor, "the families do not know yet")
        assert not Figure.objects.public().exists()
