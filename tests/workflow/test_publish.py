"""Publishing: only what was accepted, only by who may, and back only in the open."""

import pytest

from reports.models import Claim, ClaimVersion, Decision, Development, Figure
from reports.workflow.errors import NotAllowed, NotReady
from reports.workflow.publish import publish_report, withdraw
from reports.workflow.replay import differences
from reports.workflow.review import accept, add_claim, correct, reject
from reports.workflow.revise import undo
from reports.workflow.verify import verify
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return make.person("Sami", "publisher")


@pytest.fixture
def development():
    development = make.development(make.report())
    make.figure(development)
    return development


def accept_all(report, by):
    for claim in Claim.objects.filter(report=report).with_parts():
        accept(claim, by)


def test_nothing_is_public_before_it_is_published(development, publisher):
    accept_all(development.claim.report, publisher)
    assert not Development.objects.public().exists()
    assert not Figure.objects.public().exists()


def test_publishing_shows_what_was_accepted(development, publisher):
    accept_all(development.claim.report, publisher)
    result = publish_report(development.claim.report, publisher)
    assert len(result.published) == 2
    assert result.held == []
    assert Development.objects.public().count() == Figure.objects.public().count() == 1


def test_an_editor_may_not_publish(development):
    editor = make.person("Noor", "editor")
    accept_all(development.claim.report, editor)
    with pytest.raises(NotAllowed):
        publish_report(development.claim.report, editor)


def test_what_was_not_decided_stays_where_it_is(development, publisher):
    accept(development.claim, publisher)
    publish_report(development.claim.report, publisher)
    assert Development.objects.public().exists()
    assert not Figure.objects.public().exists()


def test_a_figure_waits_for_its_development(development, publisher):
    reject(development.claim, publisher)
    accept(development.figures.get().claim, publisher)
    result = publish_report(development.claim.report, publisher)
    assert [reason for _, reason in result.held] == ["its development is not accepted"]


def test_a_development_without_a_front_is_held_back(publisher):
    development = make.development(make.report())
    development.front_links.all().delete()
    Development.objects.filter(pk=development.pk).update(new_front="Al-Bab")
    accept(Claim.objects.get(), publisher)
    result = publish_report(development.claim.report, publisher)
    assert [reason for _, reason in result.held] == ["new front? “Al-Bab”"]


class TestTheSecondPairOfEyes:
    """Where the setting asks for it, nobody publishes a figure of killed or a claim of control that he reviewed."""

    @pytest.fixture(autouse=True)
    def asked_for(self, settings):
        settings.SECOND_PAIR_OF_EYES = True

    @pytest.fixture
    def report(self, development):
        make.control(development, "in Aleppo", at=make.location(development))
        return development.claim.report

    def published(self, report, by) -> list[str]:
        return [claim.kind for claim in publish_report(report, by).published]

    def test_who_accepted_them_cannot_publish_them_and_another_can(self, report, publisher):
        accept_all(report, publisher)
        held = publish_report(report, publisher).held
        assert sorted(claim.kind for claim, _ in held) == ["control", "figure"]
        assert self.published(report, make.person("Third", "publisher")) == ["figure", "control"]

    def test_who_corrected_them_cannot_publish_them_though_another_accepted_them(self, report, publisher):
        accept_all(report, make.person("Noor", "editor"))
        correct(Claim.objects.get(kind="figure"), publisher, {"low": 41})
        correct(Claim.objects.get(kind="control"), publisher, {"control_status": "contested"})
        assert self.published(report, publisher) == ["development", "location"]
        assert self.published(report, make.person("Third", "publisher")) == ["figure", "control"]

    def test_who_opened_and_accepted_them_again_is_the_one_who_reviewed_them(self, report, publisher):
        accept_all(report, make.person("Noor", "editor"))
        figure = Claim.objects.get(kind="figure")
        undo(figure, publisher)
        accept(figure, publisher)
        assert "figure" not in self.published(report, publisher)

    def test_who_added_one_cannot_publish_it(self, report, publisher, development):
        words = {"kind": "figure", "start": 0, "end": 15, "low": 3, "high": 3, "figure_kind": "killed"}
        added = add_claim(report, publisher, development=development, **words)
        accept_all(report, publisher)
        assert added.pk in [claim.pk for claim, _ in publish_report(report, publisher).held]

    @pytest.mark.parametrize("changes", [{"low": 41}, {"figure_kind": "wounded"}])
    def test_a_correction_takes_it_out_of_sight_until_a_second_person_publishes_it(self, report, publisher, changes):
        accept_all(report, make.person("Noor", "editor"))
        publish_report(report, publisher)
        correct(Claim.objects.get(kind="figure"), publisher, changes, why="the agency corrected its count")
        assert not Figure.objects.public().exists()
        if "figure_kind" not in changes:
            assert self.published(report, publisher) == []
        assert self.published(report, make.person("Third", "publisher")) == ["figure"]
        assert [v.body["low"] for v in ClaimVersion.objects.filter(claim__kind="figure")][-1] == changes.get("low", 40)
        assert all(not outcome.broken for outcome in verify())

    def test_what_becomes_a_figure_of_killed_by_a_correction_is_one(self, report, publisher):
        Figure.objects.update(figure_kind="wounded")
        accept_all(report, publisher)
        publish_report(report, publisher)
        assert Figure.objects.public().exists()
        correct(Claim.objects.get(kind="figure"), publisher, {"figure_kind": "killed"}, why="read wrongly")
        assert not Figure.objects.public().exists()
        assert self.published(report, publisher) == []

    def test_what_was_withdrawn_stays_withdrawn(self, report, publisher):
        accept_all(report, make.person("Noor", "editor"))
        publish_report(report, publisher)
        withdraw(Claim.objects.get(kind="figure"), publisher, "said of another town")
        assert "figure" not in self.published(report, make.person("Third", "publisher"))


def test_a_correction_of_a_public_figure_asks_why_and_makes_a_version(development, publisher):
    report = development.claim.report
    accept_all(report, publisher)
    publish_report(report, publisher)
    figure = Claim.objects.get(kind="figure")
    with pytest.raises(NotReady):
        correct(figure, publisher, {"low": 41})
    correct(figure, publisher, {"low": 41}, why="the agency corrected its count")
    versions = list(ClaimVersion.objects.filter(claim=figure))
    assert [version.body["low"] for version in versions] == [40.0, 41.0]
    assert versions[0].valid_to == versions[1].valid_from
    assert versions[1].valid_to is None


def test_withdrawing_says_why_hides_it_and_keeps_it(development, publisher):
    report = development.claim.report
    accept_all(report, publisher)
    publish_report(report, publisher)
    with pytest.raises(NotReady):
        withdraw(development.claim, publisher, " ")
    withdraw(Claim.objects.get(kind="development"), publisher, "said of another town")
    assert not Development.objects.public().exists()
    assert not Figure.objects.public().exists()  # it hangs on the development
    assert Decision.objects.filter(action="withdraw").get().why == "said of another town"
    assert ClaimVersion.objects.filter(claim=development.claim, valid_to__isnull=True).count() == 0


def test_the_ledger_alone_gives_the_same_state(development, publisher):
    report = development.claim.report
    accept_all(report, publisher)
    publish_report(report, publisher)
    correct(Claim.objects.get(kind="figure"), publisher, {"low": 41}, why="corrected")
    withdraw(Claim.objects.get(kind="development"), publisher, "said of another town")
    for claim in Claim.objects.with_parts():
        assert list(differences(claim)) == []
    assert all(not outcome.broken for outcome in verify())


def test_verify_finds_a_figure_changed_behind_the_ledger(development, publisher):
    accept_all(development.claim.report, publisher)
    publish_report(development.claim.report, publisher)
    Figure.objects.update(low=39)
    broken = [problem for outcome in verify() for problem in outcome.broken]
    assert len(broken) == 1
    assert "differs from the version that readers are shown" in broken[0]
