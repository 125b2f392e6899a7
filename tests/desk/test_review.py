"""Reviewing on the page: every verb as a plain form and as a fragment, and what is said when a step is refused."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from reports.desk.board import board_of
from reports.models import Alias, Claim, Decision, Front
from reports.workflow import harm
from reports.workflow.progress import progress
from reports.workflow.publish import withdraw
from tests import factories as make

from .conftest import client_of

BOARD = {"x-desk": "board"}


def address(report, name: str, *args) -> str:
    return reverse(f"admin:reports_report_{name}", args=[report.pk, *args])


def the(report, words: str, kind: str) -> Claim:
    """The claim of a kind over some words."""
    start = report.text.index(words)
    return Claim.objects.get(report=report, kind=kind, start__lte=start, end__gt=start)


def decide(client, claim, action: str, headers=None, **fields):
    return client.post(
        address(claim.report, "review_decide", claim.public_id), {"action": action, **fields}, headers=headers
    )


@pytest.fixture
def toll(report) -> Claim:
    return the(report, "at least 40", "figure")


class TestThePage:
    def test_it_groups_proposals_by_front_and_sentence(self, desk, report):
        page = desk.get(address(report, "review"))
        blocks = page.context["board"].blocks
        assert [(block.name, len(block.cards)) for block in blocks] == [("Aleppo", 2), ("Raqa", 1)]
        assert [item.claim.kind for item in blocks[0].cards[0].items] == ["development", "figure", "location"]

    def test_it_draws_each_mark_as_a_link_to_its_claim(self, desk, report, toll):
        page = desk.get(address(report, "review"))
        assertContains(page, f'<a href="#c-{toll.public_id}" class="mark mark-figure')
        for kind in ("heading", "place", "group", "source", "date", "unresolved"):
            assertContains(page, f'class="mark mark-{kind} ')

    def test_it_asks_about_a_heading_that_no_front_answers_to(self, desk, report):
        assertContains(desk.get(address(report, "review")), "New front?")

    def test_it_lists_what_the_reader_could_not_decide_with_the_reason(self, desk, report):
        assertContains(desk.get(address(report, "review")), "several groups are called so")

    def test_it_says_how_far_the_review_is(self, desk, report, toll):
        decide(desk, toll, "accept")
        total = Claim.objects.filter(report=report).count()
        assertContains(desk.get(address(report, "review")), f"1 of {total} decided")

    def test_it_shows_a_text_as_text(self, desk, db):
        report = make.report("<script>alert(1)</script> Rebels left.")
        page = desk.get(address(report, "review"))
        assertNotContains(page, "<script>alert")

    def test_its_queries_do_not_grow_with_the_report(self, desk, report, django_assert_num_queries):
        with django_assert_num_queries(31):  # two of them for the choice of a new front
            desk.get(address(report, "review"))
        text = "\n".join(f"Rebels left village {number} in Aleppo." for number in range(30))
        longer = make.report(text)
        for line in text.split("\n"):
            row = make.development(longer, line)
            make.location(row, line.split(" in ")[1][:-1])
            make.figure(row, line.split()[2] + " " + line.split()[3], low=1, figure_kind="settlements")
        with django_assert_num_queries(28):
            desk.get(address(longer, "review"))

    def test_it_needs_no_inline_script_or_style(self, desk, report):
        page = desk.get(address(report, "review")).content.decode()
        assert "<style" not in page
        assert " style=" not in page
        assert "onclick" not in page
        for script in re.findall(r"<script[^>]*>", page):
            assert " src=" in script or 'type="application/json"' in script


class TestBesideAClaim:
    def test_a_warning_stands_beside_it(self, desk, report, toll):
        Claim.objects.filter(pk=toll.pk).update(date_end="2016-12-13")
        assertContains(desk.get(address(report, "review")), "The day, 13 Dec 2016, is after the report of 11 Dec 2016")

    def test_its_grade_stands_there_and_what_contradicts_it_with_the_way_to_it(self, desk, report, toll):
        earlier = make.report("Ninety people were killed in Aleppo on Sunday, the ministry said.")
        development = make.development(earlier, source=make.source("ministry", "The ministry"))
        rival = make.figure(development, "Ninety people", low=20, high=20, modifier="exact", scope="incremental")
        rival.locations.add(make.location(development))
        Claim.objects.filter(report=earlier).update(source=make.source("ministry"))
        make.publish(earlier)
        toll.figure.locations.add(the(report, "Aleppo on", "location").location)
        type(toll.figure).objects.filter(pk=toll.pk).update(scope="incremental")
        page = desk.get(address(report, "review"))
        assertContains(page, "Contested</span>")
        assertContains(page, f'{address(earlier, "review")}#c-{rival.claim.public_id}">20 (The ministry, 11 Dec 2016)')


class TestDeciding:
    @pytest.mark.parametrize(("action", "verdict"), [("accept", "accepted"), ("reject", "rejected")])
    def test_a_verdict_is_kept_in_the_ledger(self, desk, toll, action, verdict):
        decide(desk, toll, action)
        toll.refresh_from_db()
        assert toll.verdict == verdict
        assert Decision.objects.get(claim=toll).by.username == "desk"

    def test_a_plain_form_leads_to_the_next_open_item(self, desk, report, toll):
        place = board_of(report, desk).after(toll.public_id)
        reply = decide(desk, toll, "accept")
        assert reply.url == f"{address(report, 'review')}#c-{place.claim.public_id}"

    def test_a_script_gets_the_board_with_the_new_version(self, desk, report, toll):
        reply = decide(desk, toll, "accept", BOARD, version=0)
        assert reply.status_code == 200
        assertContains(reply, 'data-version="1"')
        assertNotContains(reply, "<html")

    def test_undo_opens_it_again(self, desk, toll):
        decide(desk, toll, "accept")
        decide(desk, toll, "reopen")
        toll.refresh_from_db()
        assert toll.verdict == "proposed"
        assert Decision.objects.filter(claim=toll).count() == 2

    def test_a_rejected_sentence_takes_with_it_what_is_open_below(self, desk, report, toll):
        place = the(report, "Aleppo on Sunday", "location")
        decide(desk, toll, "accept")
        decide(desk, the(report, "The Observatory", "development"), "reject")
        toll.refresh_from_db()
        place.refresh_from_db()
        assert (toll.verdict, place.verdict) == ("accepted", "rejected")

    def test_undoing_that_brings_back_only_what_went_with_it(self, desk, report, toll):
        sentence = the(report, "The Observatory", "development")
        place = the(report, "Aleppo on Sunday", "location")
        decide(desk, toll, "reject")
        decide(desk, sentence, "reject")
        decide(desk, sentence, "reopen")
        toll.refresh_from_db()
        place.refresh_from_db()
        assert (toll.verdict, place.verdict) == ("rejected", "proposed")

    def test_an_unknown_verb_is_refused(self, desk, toll):
        assert decide(desk, toll, "publish").status_code == 400

    def test_a_claim_of_another_report_is_not_found(self, desk, toll):
        other = make.report("Another report.")
        assert desk.post(address(other, "review_decide", toll.public_id), {"action": "accept"}).status_code == 404

    def test_looking_changes_nothing(self, desk, toll):
        assert desk.get(address(toll.report, "review_decide", toll.public_id)).status_code == 405


class TestTwoEditors:
    def test_the_second_is_told_and_nothing_is_overwritten(self, desk, report, toll):
        other = client_of("editor", name="other")
        decide(other, toll, "accept", version=0)
        reply = decide(desk, toll, "reject", BOARD, version=0)
        assert reply.status_code == 409
        assertContains(reply, "Someone else decided on this report meanwhile", status_code=409)
        toll.refresh_from_db()
        assert (toll.verdict, Decision.objects.count()) == ("accepted", 1)

    def test_a_correction_that_came_too_late_keeps_what_was_typed(self, desk, report, toll):
        decide(client_of("editor", name="other"), toll, "accept", version=0)
        reply = desk.post(address(report, "review_correct", toll.public_id), correction(toll, low="41", version=0))
        assert reply.status_code == 409
        assert reply.context["form"]["low"].value() == "41"


def correction(claim: Claim, **changed) -> dict:
    """The form of a claim as a browser would send it unchanged, and what the editor changed in it."""
    from reports.desk.correction_forms import form_for

    version = changed.pop("version", None)
    data = {}
    for field in form_for(claim):
        value = field.value()
        data[field.html_name] = [getattr(v, "pk", v) for v in value] if isinstance(value, list) else value
        data[field.html_name] = getattr(data[field.html_name], "pk", data[field.html_name])
    data |= {f"fix-{name}": value for name, value in changed.items()}
    if version is not None:
        data["version"] = version
    return {name: value for name, value in data.items() if value is not None}


class TestCorrecting:
    def correct(self, client, claim, headers=None, **changed):
        return client.post(
            address(claim.report, "review_correct", claim.public_id), correction(claim, **changed), headers=headers
        )

    def test_the_form_shows_the_mentions_own_words(self, desk, toll):
        page = desk.get(address(toll.report, "review_correct", toll.public_id))
        assertContains(page, "<mark>at least 40 people were killed</mark>")

    def test_only_what_changed_goes_to_the_ledger(self, desk, toll):
        self.correct(desk, toll, low="42", high="42", modifier="exact")
        toll.figure.refresh_from_db()
        assert (toll.figure.low, toll.figure.high, toll.figure.modifier) == (42, 42, "exact")
        assert Decision.objects.get().after == {"low": 42, "high": 42, "modifier": "exact"}

    def test_a_public_one_asks_why_at_the_field(self, desk, toll):
        make.publish(toll.report)
        toll.refresh_from_db()
        reply = self.correct(desk, toll, low="42", why="")
        assert reply.status_code == 422
        assert reply.context["form"].errors == {"why": ["This is public. Say why it is corrected."]}
        assertContains(reply, 'aria-invalid="true"', count=1, status_code=422)

    def test_saving_it_unchanged_accepts_it(self, desk, toll):
        self.correct(desk, toll)
        assert Decision.objects.get().action == "accept"

    def test_a_day_that_an_editor_gives_says_so(self, desk, toll):
        self.correct(desk, toll, date_start="2016-12-10", date_end="2016-12-10")
        toll.refresh_from_db()
        assert (str(toll.date_start), toll.date_basis) == ("2016-12-10", "editor")

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"low": "50", "high": "40"}, "high"),
            ({"low": "", "high": ""}, "low"),
            ({"date_start": "2016-12-11", "date_end": "2016-12-01"}, "date_end"),
            ({"date_start": "", "date_end": "2016-12-11"}, "date_start"),
        ],
    )
    def test_what_cannot_be_is_refused_beside_its_field(self, desk, toll, changed, field):
        reply = self.correct(desk, toll, **changed)
        assert reply.status_code == 422
        assert field in reply.context["form"].errors
        assert not Decision.objects.exists()

    def test_another_candidate_place_is_chosen_with_one_click(self, desk, report):
        place = the(report, "Aleppo on Sunday", "location")
        self.correct(desk, place, candidate="0")
        place.location.refresh_from_db()
        assert place.location.place_kind == "province"

    def test_a_pin_set_by_hand_no_longer_claims_a_gazetteer(self, desk, report):
        place = the(report, "Aleppo on Sunday", "location")
        self.correct(desk, place, latitude="36.1", longitude="37.1")
        place.location.refresh_from_db()
        assert (place.location.latitude, place.location.gazetteer) == (36.1, "")

    def test_half_a_pin_is_refused(self, desk, report):
        reply = self.correct(desk, the(report, "Aleppo on Sunday", "location"), latitude="")
        assert "longitude" in reply.context["form"].errors

    def test_a_pin_can_be_remembered_for_later_readings(self, desk, report):
        place = the(report, "Aleppo on Sunday", "location")
        self.correct(desk, place, latitude="36.1", longitude="37.1", remember_spot="on")
        kept = place.location
        kept.refresh_from_db()
        assert (kept.place.latitude, kept.place.set_by.username) == (36.1, "desk")

    def test_a_pin_can_be_remembered_for_one_front_only(self, desk, report):
        place = the(report, "Aleppo on Sunday", "location")
        self.correct(desk, place, latitude="36.1", longitude="37.1", remember_spot="on", remember_for="front")
        assert Alias.objects.get(place__isnull=False).on_front == make.front()

    def test_what_was_remembered_stands_in_the_ledger_and_leads_to_its_namesakes(self, desk, report):
        elsewhere = make.report("Shelling went on in Aleppo on Monday.")
        other = make.location(make.development(elsewhere))
        Claim.objects.filter(pk=other.pk).update(reading=report.latest_reading)  # a reader's proposal
        place = the(report, "Aleppo on Sunday", "location")
        reply = self.correct(desk, place, latitude="36.1", longitude="37.1", remember_spot="on")
        place.location.refresh_from_db()
        assert Decision.objects.filter(claim=place).last().after == {"place": place.location.place_id}
        namesakes = reverse("admin:reports_place_namesakes", args=[place.location.place_id])
        assertContains(desk.get(reply.url), f'1 more mention of this name stands elsewhere. <a href="{namesakes}">')

    def test_a_group_is_chosen_and_its_name_taught_once(self, desk, report):
        rebels = the(report, "Rebels", "involvement")
        group = make.group("rebels", "Syrian rebels")
        self.correct(desk, rebels, group=group.pk, remember_name="on")
        rebels.involvement.refresh_from_db()
        assert rebels.involvement.group == group
        assert Alias.objects.get(group=group).text == "Rebels"

    def test_a_sentence_gets_another_front(self, desk, report):
        sentence = the(report, "Rebels left", "development")
        idlib = make.front("idlib-2016", "Idlib")
        self.correct(desk, sentence, front=idlib.pk)
        link = sentence.development.front_links.get()
        assert (link.front, link.basis) == (idlib, "editor")

    def test_a_script_gets_the_form_without_a_page_around_it(self, desk, toll):
        reply = desk.get(address(toll.report, "review_correct", toll.public_id), headers=BOARD)
        assertContains(reply, 'class="correct"')
        assertNotContains(reply, "<html")


class TestTheRest:
    def test_it_accepts_what_may_be_and_says_what_stays_and_why(self, desk, report, toll):
        page = desk.post(address(report, "review_rest"), follow=True)
        toll.refresh_from_db()
        assert toll.verdict == "proposed"
        assert Claim.objects.filter(report=report, in_bulk=True).exists()
        assertContains(page, "figures of killed are decided one by one (1)")
        assertContains(page, "new front? “Raqa” (1)")


class TestNewFront:
    def test_it_is_created_and_given_to_all_its_sentences_which_stay_open(self, desk, report):
        desk.post(
            address(report, "review_front"),
            {"new_front": "Raqa", "name": "Raqa", "started": "2016-11-06", "countries": [make.country().pk]},
        )
        front = Front.objects.get(slug="raqa-2016")
        sentence = the(report, "Fighters advanced", "development")
        assert sentence.development.front_links.get().front == front
        assert sentence.verdict == "proposed"
        assert Alias.objects.filter(front=front, text="Raqa", preferred=True).exists()

    def test_one_we_have_is_chosen_and_the_heading_remembered(self, desk, report):
        front = make.front("raqqa-2016", "Raqqa campaign")
        desk.post(address(report, "review_front"), {"new_front": "Raqa", "front": front.pk})
        assert the(report, "Fighters advanced", "development").development.front_links.get().front == front
        assert Alias.objects.filter(front=front, text="Raqa").exists()

    def test_neither_is_an_error_in_words(self, desk, report):
        page = desk.post(address(report, "review_front"), {"new_front": "Raqa"}, follow=True)
        assertContains(page, "Choose a front, or give the name")


class TestPublishing:
    def test_what_hangs_on_a_withdrawn_sentence_is_not_called_public(self, desk, report):
        make.publish(report)
        sentence = the(report, "The Observatory", "development")
        desk.post(address(report, "review_withdraw", sentence.public_id), {"why": "The outlet took it back."})
        page = desk.get(address(report, "review"))
        parts = sum(
            len(card.rest)
            for block in page.context["board"].blocks
            for card in block.cards
            if card.development.claim == sentence
        )
        assert parts
        assertContains(page, "out of sight with its sentence", count=parts)

    @pytest.mark.parametrize("hide", ["withdraw", "withhold", "delay"])
    def test_what_is_hidden_with_its_sentence_is_not_counted_nor_withdrawn(self, desk, report, hide):
        make.publish(report)
        before = progress(report).public
        sentence = the(report, "The Observatory", "development")
        parts = Claim.objects.hanging_on(sentence).filter(published_at__isnull=False)
        assert parts
        by, why = make.person(), "People are on the road."
        if hide == "delay":
            harm.delay(sentence, timezone.now() + timedelta(days=1), by, why)
        else:
            {"withdraw": withdraw, "withhold": harm.withhold}[hide](sentence, by, why)
        page = desk.get(address(report, "review")).content.decode()
        assert progress(report).public == before - 1 - len(parts)
        assert f"{before - 1 - len(parts)} public" in page
        assert page.count("out of sight with its sentence") == len(parts)
        assert not [part for part in parts if address(report, "review_withdraw", part.public_id) in page]

    def test_it_publishes_what_was_accepted_and_says_what_is_held_back(self, desk, report):
        for words in ("The Observatory", "Fighters advanced"):
            decide(desk, the(report, words, "development"), "accept")
        before = desk.get(address(report, "review")).context["board"]
        assert [item.held for item in before.held] == ["new front? “Raqa”"]
        page = desk.post(address(report, "review_publish"), follow=True)
        assertContains(page, "1 published. 1 wait for a decision: new front? “Raqa” (1).")
        assertContains(page, f'<a href="{report.get_absolute_url()}">What readers see</a>')
        assert Claim.objects.public().count() == 1

    def test_the_board_foresees_what_publishing_will_say(self, desk, report, toll, settings):
        settings.SECOND_PAIR_OF_EYES = True
        decide(desk, toll, "accept")
        decide(desk, the(report, "The Observatory", "development"), "accept")
        board = desk.get(address(report, "review")).context["board"]
        assert ["a second person" in item.held for item in board.held] == [True]
        assert len(board.publishable) == 1

    def test_what_is_public_is_withdrawn_with_a_reason(self, desk, report):
        sentence = the(report, "The Observatory", "development")
        decide(desk, sentence, "accept")
        desk.post(address(report, "review_publish"))
        withdraw = address(report, "review_withdraw", sentence.public_id)
        assertContains(desk.post(withdraw, {"why": " "}, follow=True), "Say why it is withdrawn")
        desk.post(withdraw, {"why": "The outlet took it back."})
        assert not Claim.objects.public().exists()
        assert Decision.objects.get(action="withdraw").why == "The outlet took it back."


class TestReading:
    def test_its_state_is_a_fragment_that_answers_304_while_nothing_changed(self, desk, db):
        report = make.report()
        report.readings.create()
        first = desk.get(address(report, "review_state"))
        assertContains(first, 'data-state="queued"')
        again = desk.get(address(report, "review_state"), headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        report.readings.update(state="reading", attempts=1)
        changed = desk.get(address(report, "review_state"), headers={"if-none-match": first["ETag"]})
        assertContains(changed, 'data-state="reading"')

    def test_without_javascript_the_page_looks_again_by_itself(self, desk, db):
        report = make.report()
        report.readings.create()
        assertContains(desk.get(address(report, "review")), '<noscript><meta http-equiv="refresh"')

    def test_a_failed_one_gives_its_reason_and_is_tried_again(self, desk, db, monkeypatch):
        monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)
        report = make.report()
        report.readings.create(state="failed", failure="No gazetteer: build it.", finished_at=report.entered_at)
        page = desk.get(address(report, "review"))
        assertContains(page, "No gazetteer: build it.")
        assertContains(page, "Retry")
        reply = desk.post(address(report, "review_read_again"))
        assertRedirects(reply, address(report, "review"))
        assert report.readings.open().count() == 1

    def test_a_second_retry_while_one_is_under_way_says_so(self, desk, db):
        report = make.report()
        report.readings.create()
        page = desk.post(address(report, "review_read_again"), follow=True)
        assertContains(page, "being read already")
