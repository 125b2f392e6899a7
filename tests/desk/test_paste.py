"""Pasting a report: what is kept, what is refused beside its field, and that nothing an editor typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from reports.models import Alias, Report
from tests import factories as make

from .conftest import client_of

pytestmark = pytest.mark.django_db
ADD = "/admin/reports/report/add/"
WORDS = "SYRIA\r\n\r\nRebels left two villages near Aleppo on Sunday.\r\nSource: AFP\r\n"


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """The readings that would have gone to a worker."""
    sent: list[int] = []
    monkeypatch.setattr("reports.workflow.submit.send_reading", sent.append)
    return sent


def paste(client, **fields):
    data = {"text": WORDS, "published": "2016-12-11", "outlet": make.outlet().pk, **fields}
    return client.post(ADD, data)


def field_errors(reply, name: str) -> str:
    return " ".join(reply.context["form"].errors.get(name, []))


def test_it_keeps_the_text_as_pasted_with_settled_newlines(desk):
    paste(desk)
    assert Report.objects.get().text == WORDS.replace("\r\n", "\n")


def test_saving_leads_to_the_reading_page_which_waits_for_the_worker(desk):
    reply = paste(desk)
    report = Report.objects.get()
    assertRedirects(reply, reverse("admin:reports_report_review", args=[report.pk]))
    assertContains(desk.get(reply.url), "Waiting for a worker.")


def test_the_worker_hears_of_it_after_commit(desk, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        paste(desk)
        assert sent == []
    assert sent == [Report.objects.get().readings.get().pk]


def test_an_empty_headline_becomes_the_first_line(desk):
    paste(desk)
    assert Report.objects.get().headline == "SYRIA"


def test_of_prose_behind_a_dateline_the_first_sentence_is_the_headline(desk):
    paste(desk, text="BEIRUT, Dec 12 (AFP) - Rebels left two villages. They went north.\n")
    assert Report.objects.get().headline == "Rebels left two villages."


@pytest.mark.parametrize(
    "first",
    [
        "Syrian Democratic Forces (SDF) - backed by Washington - took two villages.",
        "Attack on Aleppo (updated) - 12 dead",
    ],
)
def test_brackets_and_a_dash_alone_are_no_dateline(desk, first):
    paste(desk, text=f"{first}\n\nRebels left two villages\n")
    assert Report.objects.get().headline == first


def test_a_short_form_ends_no_headline(desk):
    paste(desk, text="WASHINGTON, Dec 12 (AFP) - U.S. forces struck two depots. Nobody died.\n")
    assert Report.objects.get().headline == "U.S. forces struck two depots."


def test_a_long_line_without_blanks_is_cut_and_kept(desk):
    paste(desk, text="東" * 400 + "\n")
    assert Report.objects.get().headline.startswith("東" * 290)


@pytest.mark.parametrize(
    ("first", "headline"),
    [("Beirut - AFP", "Rebels leave two villages"), ("Aleppo - a city under fire", "Aleppo - a city under fire")],
)
def test_a_dateline_is_no_headline(desk, first, headline):
    paste(desk, text=f"{first}\n\nRebels leave two villages\n")
    assert Report.objects.get().headline == headline


def test_the_editor_who_pasted_it_is_kept(desk):
    paste(desk)
    assert Report.objects.get().entered_by.username == "desk"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The text is empty."),
        (" \n\t ", "The text is empty."),
        ("Rebels left\x07 two villages.", "a control character (U+0007)"),
        ("Rebels left\x00 two villages.", "a NUL character"),
        ("Aleppo. " * 140_000, "longer than the limit of 1 MiB"),
    ],
    ids=["empty", "blank", "control", "nul", "too long"],
)
def test_text_that_cannot_be_read_is_refused_beside_its_field_and_stays(desk, text, sentence):
    reply = paste(desk, text=text)
    assert reply.status_code == 422
    assert sentence in field_errors(reply, "text")
    assert reply.context["form"]["text"].value() == text
    assert not Report.objects.exists()


def test_a_second_copy_is_refused_with_a_link_to_the_first_whatever_its_newlines(desk):
    paste(desk)
    first = Report.objects.get()
    reply = paste(desk, text=WORDS.replace("\r\n", "\n"), published="2016-12-12")
    assert reply.status_code == 422
    assert f'href="/admin/reports/report/{first.pk}/review/"' in field_errors(reply, "text")
    assert Report.objects.count() == 1


def test_a_missing_day_is_refused_and_the_text_stays(desk):
    reply = paste(desk, published="")
    assert field_errors(reply, "published")
    assertContains(reply, "Rebels left two villages near Aleppo", status_code=422)


def test_pasted_html_is_shown_as_text(desk):
    reply = paste(desk, text="<script>alert(1)</script> Rebels left.", published="")
    assertContains(reply, "&lt;script&gt;alert(1)", status_code=422)


class TestFiles:
    def upload(self, client, content: bytes, **fields):
        return paste(client, text="", file=SimpleUploadedFile("report.txt", content), **fields)

    def test_a_text_file_is_taken_like_a_pasted_text(self, desk):
        self.upload(desk, "Les rebelles ont quitté Alep.".encode())
        assert Report.objects.get().text == "Les rebelles ont quitté Alep."

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            ("Les rebelles ont quitté Alep.".encode("latin-1"), "not UTF-8"),
            (b"\x89PNG\r\n\x1a\n" + bytes(40), "not UTF-8"),
            (b"", "The text is empty."),
        ],
        ids=["latin-1", "picture", "empty"],
    )
    def test_a_file_that_is_no_text_is_refused_beside_its_field(self, desk, content, sentence):
        reply = self.upload(desk, content)
        assert sentence in field_errors(reply, "file")
        assert not Report.objects.exists()

    def test_a_text_and_a_file_together_are_refused(self, desk):
        reply = paste(desk, file=SimpleUploadedFile("report.txt", b"Another text."))
        assert "Keep one of them" in field_errors(reply, "file")


class TestOutlet:
    def test_the_guess_is_offered_and_taken_only_when_confirmed(self, desk):
        afp = make.outlet()
        reply = paste(desk, outlet="")
        assert "Is it AFP?" in field_errors(reply, "outlet")
        assert reply.context["form"]["outlet"].value() == str(afp.pk)
        assert not Report.objects.exists()

    def test_the_editors_word_wins_over_the_text(self, desk):
        make.outlet()
        reuters = make.outlet("reuters", "Reuters")
        paste(desk, outlet=reuters.pk)
        assert Report.objects.get().outlet == reuters

    def test_a_text_that_does_not_say_asks_for_the_outlet(self, desk):
        make.outlet()
        reply = paste(desk, text="Rebels left two villages.", outlet="")
        assert "Choose the outlet" in field_errors(reply, "outlet")

    def test_the_guess_is_given_while_pasting(self, desk):
        afp = make.outlet()
        reply = desk.post(reverse("admin:reports_report_guess"), {"text": WORDS})
        assert reply.json() == {"outlet": afp.pk, "name": "AFP", "words": "Source: AFP"}

    @pytest.mark.parametrize(
        ("text", "outlet"),
        [
            ("BEIRUT, Dec 13 (AFP) - Rebels left.", "AFP"),
            ("TRIPOLI (Reuters) – Rebels left.", "Reuters"),
            ("Rebels left.\n© 2021 The Associated Press. All rights reserved.", "AP"),
            ("Baghdad (AFP) | October 5\nRebels left.", "AFP"),
            ("Beirut - AFP\nRebels left.", "AFP"),
            ("Rebels left, the AFP bureau in Beirut heard.", None),
            ("BEIRUT (AFP) - Rebels left.\n© Reuters.", "AFP"),
        ],
    )
    def test_credits_of_wires_are_known(self, desk, text, outlet):
        make.outlet()
        make.outlet("reuters", "Reuters")
        ap = make.outlet("ap", "AP")
        Alias.objects.create(source=ap, text="The Associated Press")
        reply = desk.post(reverse("admin:reports_report_guess"), {"text": text})
        assert reply.json()["name"] == outlet


def test_only_those_who_may_add_reports_can_paste(db):
    reviewer = client_of("reviewer")
    assert reviewer.get(ADD).status_code == 403
    assert paste(reviewer).status_code == 403
    assert reviewer.post(reverse("admin:reports_report_guess"), {"text": WORDS}).status_code == 403
    assert not Report.objects.exists()
