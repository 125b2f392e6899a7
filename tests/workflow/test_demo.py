"""The demonstration: what is submitted, read, accepted in bulk and published, and when it refuses."""

from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction

from reports import tasks
from reports.models import Claim, Decision, Front, Location, Reading, Report, Source
from reports.models.vocabulary import Action, ReadingState, Verdict
from reports.workflow import demo, submit
from reports.workflow import read as step
from reports.workflow.demo import PASSWORD, DemoError, run_demo, samples
from reports.workflow.world import load_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(monkeypatch):
    """Reads as soon as it is told to, without waiting for the commit that a test never makes."""
    monkeypatch.setattr(transaction, "on_commit", lambda send: send())
    for module in (submit, demo):
        monkeypatch.setattr(module, "send_reading", tasks.read_report)


@pytest.fixture
def demo_site(settings, worker):
    settings.DEMO = True
    load_world()


@pytest.fixture
def few(monkeypatch):
    """Three samples only: two to be published, and the draft."""
    chosen = [sample for sample in samples() if sample.file.startswith(("2016-10-17", "2016-12-06", "2016-12-22"))]
    monkeypatch.setattr(demo, "samples", lambda: chosen)
    return chosen


def silent(line: str) -> None:
    pass


# --- the samples themselves ---


def test_there_are_enough_samples_over_several_weeks_and_one_draft_the_newest():
    shipped = samples()
    days = [sample.published for sample in shipped]
    assert len(shipped) >= 11
    assert days == sorted(days)
    assert (days[-1] - days[0]).days > 60
    assert [sample.draft for sample in shipped] == [False] * (len(shipped) - 1) + [True]


def test_samples_are_as_long_as_a_wire_report():
    for sample in samples():
        assert 150 <= len(sample.text.split()) <= 350, sample.file


def test_the_outlet_of_the_samples_is_ourselves(demo_site):
    outlets = {sample.outlet for sample in samples()}
    assert outlets == {"frontdesk-samples"}
    assert Source.objects.get(slug="frontdesk-samples").is_wire


ABOUT = {
    "2016-09-30-aleppo.txt": {"aleppo-2016"},
    "2016-10-17-roundup.txt": {"mosul-2016", "jarabulus-2016", "aleppo-2016"},
    "2016-10-25-mosul.txt": {"mosul-2016", "kirkuk-2016", "aleppo-2016"},
    "2016-10-25-sirte.txt": {"sirte-2016"},
    "2016-11-07-roundup.txt": {"raqa-2016", "aleppo-2016", "mosul-2016"},
    "2016-11-15-fronts.txt": {"aleppo-2016", "al-bab-2016", "raqa-2016", "mosul-2016"},
    "2016-11-24-mosul-note.txt": {"mosul-2016"},
    "2016-11-28-roundup.txt": {"aleppo-2016", "al-bab-2016", "raqa-2016", "mosul-2016"},
    "2016-11-30-communique.txt": {"mosul-2016"},
    "2016-12-04-roundup.txt": {"aleppo-2016", "al-bab-2016", "mosul-2016"},
    "2016-12-06-sirte.txt": {"sirte-2016"},
    "2016-12-09-roundup.txt": {"aleppo-2016", "palmyra-2016", "mosul-2016"},
    "2016-12-11-roundup.txt": {"palmyra-2016", "aleppo-2016", "mosul-2016"},
    "2016-12-22-roundup.txt": {"aleppo-2016", "al-bab-2016", "mosul-2016"},
}


def test_every_sample_becomes_claims_on_the_fronts_it_is_about_and_on_no_other(demo_site):
    run_demo(silent)
    found = {}
    for sample in samples():
        report = Report.objects.get(idempotency_key=sample.key)
        with_front = report.claims.filter(kind="development").exclude(development__front_links=None)
        found[sample.file] = set(with_front.values_list("development__fronts__slug", flat=True))
        assert report.claims.filter(kind="figure").exists(), sample.file
    assert found == ABOUT


# --- running it ---


def test_it_refuses_where_this_is_no_demonstration(settings):
    settings.DEMO = False
    with pytest.raises(DemoError, match="FRONTDESK_DEMO"):
        run_demo(silent)
    assert not User.objects.exists()


def test_the_command_says_so_in_one_line(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="publishes without review"):
        call_command("demo_data")


def test_it_publishes_samples_on_the_fronts_they_are_about(demo_site, few):
    lines = []
    run_demo(lines.append)
    public = Claim.objects.public()
    assert public.filter(kind="figure").exists() and public.filter(kind="development").exists()
    fronts = Front.objects.filter(developments__claim__in=public)
    assert {"mosul-2016", "aleppo-2016", "sirte-2016"} <= set(fronts.values_list("slug", flat=True))
    assert Counter(line.split(":")[0] for line in lines) == {"submitted": 3, "read": 3, "published": 2}


def test_what_it_publishes_was_accepted_in_bulk_by_the_demo_reviewer(demo_site, few):
    run_demo(silent)
    public = Claim.objects.public()
    assert set(public.values_list("in_bulk", "reviewed_by__username", "published_by__username")) == {
        (True, "demo-reviewer", "demo-publisher")
    }
    ledger = Decision.objects.filter(claim__in=public)
    assert set(ledger.values_list("action", flat=True)) == {Action.ACCEPT, Action.PUBLISH}


def test_no_pin_is_published_far_from_its_front(demo_site, few):
    run_demo(silent)
    pins = Location.objects.public().where_it_happened()
    assert pins.exists()
    for pin in pins:
        south, west, north, east = pin.development.front_links.get(primary=True).front.bounds
        assert south - 0.3 <= pin.latitude <= north + 0.3 and west - 0.3 <= pin.longitude <= east + 0.3, pin.name


def test_lines_about_the_report_itself_are_never_published(demo_site, few):
    run_demo(silent)
    public = " ".join(claim.quote for claim in Claim.objects.public().filter(kind="development"))
    assert public
    assert "The main developments" not in public


def test_the_draft_is_read_and_waits_for_an_editor(demo_site, few):
    run_demo(silent)
    draft = Report.objects.get(idempotency_key=few[-1].key)
    assert draft.latest_reading.state == ReadingState.DONE
    assert set(draft.claims.values_list("verdict", flat=True)) == {Verdict.PROPOSED}


def test_a_second_run_does_nothing(demo_site, few):
    run_demo(silent)
    before = Report.objects.count(), Reading.objects.count(), Decision.objects.count()
    lines = []
    assert run_demo(lines.append) == 0
    assert lines == []
    assert (Report.objects.count(), Reading.objects.count(), Decision.objects.count()) == before


def test_it_leaves_alone_what_a_person_decided(demo_site, few, monkeypatch):
    with monkeypatch.context() as before_publishing:
        before_publishing.setattr(demo, "_publish", lambda report, people: 0)
        run_demo(silent)
    claim = Report.objects.get(idempotency_key=few[0].key).claims.first()
    demo.accept(claim, User.objects.get(username="demo"))
    assert run_demo(silent) == 1  # the other one
    assert not Report.objects.get(idempotency_key=few[0].key).claims.public().exists()


def test_without_a_worker_it_says_how_to_start_one_and_loses_nothing(demo_site, few, monkeypatch):
    with monkeypatch.context() as no_worker:
        for module in (submit, demo):
            no_worker.setattr(module, "send_reading", lambda pk: True)
        with pytest.raises(DemoError, match="celery -A frontdesk worker"):
            run_demo(silent, patience=0)
    assert Reading.objects.open().count() == 3
    run_demo(silent, patience=5)
    assert not Reading.objects.open().exists()


def test_a_sample_that_could_not_be_read_is_named_and_tried_again_next_time(demo_site, few, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    with monkeypatch.context() as broken_reader:
        broken_reader.setattr(step, "read", broken)
        with pytest.raises(DemoError, match="IS loses Sirte"):
            run_demo(silent)
    assert run_demo(silent) == 3


def test_a_sample_that_somebody_pasted_before_is_not_entered_twice(demo_site, few):
    person = User.objects.create(username="early")
    outlet = Source.objects.get(slug="afp")
    submit.submit_report(text=few[0].text, published=few[0].published, outlet=outlet, entered_by=person)
    run_demo(silent)
    assert Report.objects.count() == 3


def test_it_needs_the_world(settings, few):
    settings.DEMO = True
    with pytest.raises(DemoError, match="load_world"):
        run_demo(silent)


def test_the_demo_account_may_do_everything_and_keeps_a_changed_password(demo_site, few):
    run_demo(silent)
    user = User.objects.get(username="demo")
    assert user.check_password(PASSWORD)
    assert user.is_staff
    assert user.has_perms(["reports.add_report", "reports.review_claim", "reports.publish_claim"])
    user.set_password("another-long-one")
    user.save()
    run_demo(silent)
    user.refresh_from_db()
    assert not user.check_password(PASSWORD)
