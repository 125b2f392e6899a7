"""The database itself refuses to break a promise, however it is asked: raw SQL, bulk_create, update, delete."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from reports.models import Alias, Claim, Decision, Figure, Reading, Report, promises
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return make.report()


def refused(words: str | None = None):
    """The block must end in an integrity error whose message holds the words."""
    return pytest.raises(IntegrityError, match=words)


def sql(statement: str, *params):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_all_triggers_are_there():
    assert promises.installed(connection) == {promise.name for promise in promises.PROMISES}


def test_it_keeps_the_text_of_a_report(report):
    with refused("never changes"):
        sql("UPDATE reports_report SET text = 'other' WHERE id = %s", report.pk)


def test_it_lets_the_headline_of_a_report_be_corrected(report):
    sql("UPDATE reports_report SET headline = 'Better' WHERE id = %s", report.pk)
    assert Report.objects.get().headline == "Better"


def test_it_refuses_a_second_copy_of_a_text(report):
    with refused(), transaction.atomic():
        make.report(report.text)


def test_it_keeps_the_result_of_a_finished_reading(report):
    reading = Reading.objects.create(report=report, state="done", result={"a": 1}, finished_at=timezone.now())
    with refused("finished reading"):
        sql("UPDATE reports_reading SET state = 'queued' WHERE id = %s", reading.pk)


def test_it_refuses_two_open_readings_of_one_report(report):
    Reading.objects.create(report=report)
    with refused(), transaction.atomic():
        Reading.objects.create(report=report, state="reading")


def test_it_refuses_a_failed_reading_without_a_reason(report):
    with refused(), transaction.atomic():
        Reading.objects.create(report=report, state="failed", finished_at=timezone.now())


@pytest.mark.parametrize(("start", "end"), [(0, 10_000), (5, 5), (9, 3)])
def test_it_refuses_a_span_outside_the_text_or_empty(report, start, end):
    with refused(), transaction.atomic():
        Claim.objects.bulk_create(
            [Claim(report=report, kind="figure", start=start, end=end, reported_at=timezone.now())]
        )


def test_it_refuses_a_span_of_blanks():
    report = make.report("Two  blanks\n\nin a text.")
    with refused("words of its report"), transaction.atomic():
        Claim.objects.create(report=report, kind="figure", start=3, end=5, reported_at=timezone.now())


def test_spans_count_code_points_not_bytes():
    report = make.report("🔴 القوات في حلب.")
    Claim.objects.create(
        report=report, kind="figure", start=len(report.text) - 1, end=len(report.text), reported_at=timezone.now()
    )
    with refused(), transaction.atomic():
        Claim.objects.create(
            report=report, kind="figure", start=2, end=len(report.text) + 1, reported_at=timezone.now()
        )


def test_it_refuses_to_move_a_claim_to_other_words(report):
    claim = make.development(report).claim
    with refused("never change"):
        sql("UPDATE reports_claim SET start = 4 WHERE id = %s", claim.pk)


def test_it_refuses_a_claim_that_is_born_public(report):
    with refused("before a person has decided"), transaction.atomic():
        make.claim(
            report, "development", "Rebels", published_at=timezone.now(), visible_from=timezone.now(),
            published_by=make.person(), verdict="accepted", reviewed_by=make.person(), reviewed_at=timezone.now(),
        )  # fmt: skip


def test_it_refuses_publication_without_a_decision(report):
    claim = make.development(report).claim
    now, user = timezone.now(), make.person()
    with refused(), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(
            verdict="accepted", reviewed_by=user, reviewed_at=now, published_at=now, visible_from=now, published_by=user
        )


def test_it_refuses_publication_without_review(report):
    claim = make.development(report).claim
    Decision.objects.create(claim=claim, action="publish", by=make.person())
    now = timezone.now()
    with refused(), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(published_at=now, visible_from=now, published_by=make.person())


@pytest.mark.parametrize("lacking", [{"source": None}, {"date_start": None, "date_end": None}])
def test_it_refuses_publication_without_source_or_day(report, lacking):
    claim = make.development(report, **lacking).claim
    user, now = make.person(), timezone.now()
    Decision.objects.create(claim=claim, action="publish", by=user)
    with refused(), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(
            verdict="accepted", reviewed_by=user, reviewed_at=now, published_at=now, visible_from=now, published_by=user
        )


def test_it_refuses_to_unpublish_or_delete_what_was_public(report):
    figure = make.figure(make.development(report))
    make.publish(report)
    with refused("withdrawn, never unpublished"):
        sql(
            "UPDATE reports_claim SET published_at = NULL, visible_from = NULL, published_by_id = NULL WHERE id = %s",
            figure.pk,
        )
    with refused("never deleted"):
        sql("DELETE FROM reports_claim WHERE id = %s", figure.pk)
    with refused("never deleted"):
        sql("DELETE FROM reports_figure WHERE claim_id = %s", figure.pk)


def test_the_ledger_is_append_only(report):
    make.development(report)
    make.publish(report)
    decision = Decision.objects.first()
    with refused("append-only"):
        sql("UPDATE reports_decision SET why = 'other' WHERE id = %s", decision.pk)
    with refused("append-only"):
        sql("DELETE FROM reports_decision WHERE id = %s", decision.pk)


def test_a_withdrawal_says_why(report):
    claim = make.development(report).claim
    with refused(), transaction.atomic():
        Decision.objects.create(claim=claim, action="withdraw", by=make.person(), why="")


def test_low_is_not_above_high(report):
    development = make.development(report)
    with refused(), transaction.atomic():
        make.figure(development, low=5, high=4)
    with refused(), transaction.atomic():
        Figure.objects.bulk_create(
            [Figure(claim=make.claim(report, "figure", "40"), development=development, figure_kind="killed")]
        )


def test_a_period_ends_after_it_starts(report):
    with refused(), transaction.atomic():
        make.claim(report, "figure", "40", date_start=date(2016, 12, 2), date_end=date(2016, 12, 1))


def test_one_owner_has_a_name_once_in_a_scope_and_several_may_share_it():
    one, other = make.source("sohr"), make.source("yohr", "Yemeni Observatory")
    Alias.objects.create(source=one, text="the Observatory")
    Alias.objects.create(source=other, text="the Observatory")
    Alias.objects.create(source=one, text="The  observatory", in_country=make.country("SY"))
    with refused(), transaction.atomic():
        Alias.objects.create(source=one, text="The Observatory")


def test_a_name_has_exactly_one_owner():
    with refused(), transaction.atomic():
        Alias.objects.create(text="nobody")
    with refused(), transaction.atomic():
        Alias.objects.create(text="two", source=make.source(), group=make.group())
