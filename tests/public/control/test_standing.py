"""What stands of the words on a place, and what they come to."""

import pytest
from django.http import QueryDict

from reports.models import GroupLink
from reports.public import control
from reports.public.filters import Filters
from tests.public import making as make
from tests.public.control.saying import says

pytestmark = pytest.mark.django_db

JIHADISTS, ARMY = "islamic-state", "army"


def palmyra(query: str = "") -> control.Held:
    (one,) = control.held_by(Filters.of(QueryDict(query)))
    return one


def outcome(query: str = "") -> tuple[str, list[str]]:
    standing = palmyra(query).standing
    slugs = {make.group(slug).pk: slug for slug in (JIHADISTS, ARMY)}
    return str(standing.state), sorted(slugs[pk] for pk in standing.sides)


def who_stands() -> list[str]:
    one = palmyra()
    return [said.said_by for said in one.statements if said.claim.pk in one.standing_claims]


def monitor(words="Fighters took", holder=JIHADISTS, day=11, **fields):
    return says("observatory", words, holder, day, **fields)


def amaq(words="They hold", day=11, **fields):
    return says("amaq", words, JIHADISTS, day, affiliation=make.group(JIHADISTS), **fields)


def ministry(words="Troops hold", day=11, **fields):
    return says("ministry", words, ARMY, day, affiliation=make.group(ARMY), **fields)


def test_held_where_somebody_outside_the_side_says_so():
    monitor()
    amaq()
    assert outcome() == ("controlled", [JIHADISTS])


def test_claimed_where_only_the_side_itself_says_so():
    amaq()
    assert outcome() == ("claimed", [JIHADISTS])


def test_claimed_where_a_neutral_source_only_passes_on_a_claim():
    monitor(status="claimed")
    assert outcome() == ("claimed", [JIHADISTS])


def test_an_enemys_admission_is_more_than_a_claim():
    says("ministry", "Terrorists took", JIHADISTS, 11, affiliation=make.group(ARMY))
    assert outcome() == ("controlled", [JIHADISTS])


def test_contested_where_words_of_the_same_days_cannot_both_hold():
    amaq()
    ministry()
    assert outcome() == ("contested", [ARMY, JIHADISTS])


def test_contested_where_it_is_said_to_be_fought_over():
    monitor("Both sides fight for", status="contested", contender=ARMY)
    assert outcome() == ("contested", [ARMY, JIHADISTS])


def test_contested_also_where_the_filters_hide_the_rival():
    monitor()
    ministry()
    assert outcome("source=observatory") == ("contested", [ARMY, JIHADISTS])


def test_besieged_keeps_its_holder_and_names_who_besieges_it():
    monitor("Troops besiege", status="besieged", contender=ARMY)
    assert outcome() == ("besieged", [JIHADISTS])
    assert palmyra().standing.besieger == make.group(ARMY).pk


def test_who_left_a_place_does_not_tell_who_holds_it():
    monitor("Fighters left", status="left")
    assert outcome() == ("unknown", [])


def test_a_later_word_takes_the_place_of_one_with_which_it_cannot_hold():
    monitor(day=9)
    says("agency-two", "Troops retook", ARMY, 11)
    assert outcome() == ("controlled", [ARMY])
    assert who_stands() == ["Agency Two"]


def test_a_sides_own_word_does_not_while_the_earlier_one_is_fresh():
    monitor(day=9)
    ministry(day=11)
    assert outcome() == ("contested", [ARMY, JIHADISTS])
    assert who_stands() == ["Ministry", "Observatory"]


def test_a_sides_own_word_does_once_the_earlier_one_is_old():
    monitor(day=1)
    ministry(day=11)
    assert outcome() == ("claimed", [ARMY])
    assert who_stands() == ["Ministry"]


def test_who_is_part_of_a_holder_is_on_its_side():
    GroupLink.objects.create(group=make.group("guards"), other=make.group(ARMY), kind="part_of")
    ministry()
    says("observatory", "Guards took", "guards", 11)
    one = palmyra()
    assert (one.standing.state, one.disputed) == ("controlled", False)


def test_the_desk_can_look_back_to_a_day_before_the_later_word():
    monitor(day=9)
    says("agency-two", "Troops retook", ARMY, 11)
    assert outcome("to=2016-12-10") == ("controlled", [JIHADISTS])
