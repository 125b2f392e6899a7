"""A ledger of totals and parts: which count is taken from which."""

import pytest

LEDGER = [
    ("A mine killed 20 men. Six boys were among the dead.", [None, 0]),
    ("The toll rose to 147. Some 17 civilians are among the dead.", [None, 0]),
    ("Gunmen took 250 hostages. Twelve nurses are among those taken.", [None, 0]),
    ("Fighting killed 30 people. Among the dead were two medics.", [None, 0]),
    ("Two children were among the nine dead.", [1, None]),  # the whole may stand behind
    ("Two soldiers were killed and 21 wounded, one of them badly.", [None, None, 1]),
    ("Six men were injured, of whom one died.", [None, 0]),
    ("Three rockets hit the port, one of them hitting a ship.", [None, 0]),
    ("The blast left sixteen injured, one guard included.", [None, 0]),
    ("On Sunday 20 people were killed, most of them women.", [None, 0]),
    ("The number of girls killed is 40, out of a total of 300.", [1, None]),
    ("Shells wounded four, one critically.", [None, 0]),
    ("Some 59 people were hurt, a dozen of them badly.", [None, 0]),
    ("A group of 64 rebels made up of 14 men, 19 women and 31 children surrendered.", [None, 0, 0, 0]),
    ("Shells hurt 11 people, two of them boys. Another three were hurt in Raqa.", [None, 0, None]),
    ("It documented the death of 14 people today: six traders, five soldiers and three rebels.", [None, 0, 0, 0]),
    ("Six men died, two of them in Raqa. The other four fell in Mosul.", [None, 0, 0]),
    ("Of the 1,600 families displaced, 900 have returned.", [None, 0]),
    ("Some 900 people fled, of whom 86% are women.", [None, 0]),
    ("Some 900 people fled; nearly a third are children.", [None, 0]),
    ("There are 64 dead so far. 41 in Aleppo, 13 in Raqa and 10 in the Mosul suburbs.", [None, 0, 0, 0]),
    ("Gunmen ambushed a convoy of 60 lorries, torching five.", [None, 0]),
    ("They fired six missiles after a blast killed 17 people. Two of them had come down at sea.", [None, None, 0]),
    ("Gunmen killed 81 people. The mayor called it a massacre. Fifteen of the victims were boys.", [None, 0]),
    ("They launched 61 assaults. The army said it had repelled 52 of the assaults.", [None, 0]),
    ("An earlier strike killed nine. Four died at sea.", [None, None]),  # another event
    ("They fled, 68,000 of them, up from 56,000 in May. Almost half of them are boys.", [None, None, 0]),
    ("Drones wounded nine people in Kherson, five in a minibus.", [None, 0]),
    ("Of 40 lorries that crossed, 11 were looted.", [None, 0]),
    ("Rebels took four of the five towns.", [1, None]),
    ("Two of the three bridges are gone.", [None, None]),  # the second number only says of how many
]


@pytest.mark.parametrize(("text", "parts"), LEDGER)
def test_a_part_points_at_the_count_it_is_taken_from(reading, text, parts):
    assert [f.part_of for f in reading(text).figures] == parts


@pytest.mark.parametrize(
    ("text", "kind", "scope"),
    [
        ("Some 30,000 people have fled, a third of them in the past week.", "displaced", "incremental"),
        ("Some 700 people were killed, two-thirds of them in Goma.", "killed", "incremental"),
        ("A raid killed eight men, half of them farmers.", "other", "incremental"),  # who they are
        ("Some 900 people have died since May, half of them farmers.", "other", "cumulative"),  # runs on as they do
    ],
)
def test_a_share_is_of_the_kind_of_its_whole_where_it_tells_what_a_part_did(reading, text, kind, scope):
    share = reading(text).figures[-1]
    assert (share.unit, share.kind, share.scope) == ("percent", kind, scope)


@pytest.mark.parametrize(
    "text",
    [
        "Some 467,000 people, or 97,000 families, have been uprooted.",
        "An estimated 25,000 people (5,000 households) have been displaced.",
        "More than 900,000 people, about 40 percent of the population, have been displaced.",
        "The agency counted 6,700 families that fled, about 40,000 people.",
    ],
)
def test_the_same_people_in_another_unit_are_told_again(reading, text):
    assert [f.same_as for f in reading(text).figures] == [None, 0]


def test_a_bare_count_of_somebody_else_is_of_the_kind_told_before(reading):
    figures = reading(
        "Police confirmed 60 deaths. The mayor has confirmed 41, down from a ministry's count of 70."
    ).figures
    assert [(f.low, f.kind) for f in figures] == [(60, "killed"), (41, "killed"), (70, "killed")]


def test_a_list_of_parts_goes_on_as_it_begins(reading):
    text = (
        "At least 180 people died in Gaza. They include 138 members of the police, 79 gunmen, as well as four children."
    )
    told = [(figure.low, figure.kind, figure.part_of) for figure in reading(text).figures]
    assert told == [(180, "killed", None), (138, "killed", 0), (79, "killed", 0), (4, "killed", 0)]
