"""A bare number counts what the count counts that it leans on."""

import pytest

# text | (low, kind) of each figure
LEDGER = [
    # compared, each with the one in its place
    (
        "Some 60 people were killed and 90 hurt, compared with 12 and 40 in May.",
        [(60, "killed"), (90, "wounded"), (12, "killed"), (40, "wounded")],
    ),
    ("They flew 70 air strikes, against 55 in May.", [(70, "strikes"), (55, "strikes")]),
    # what another counts is of the first of two told side by side
    (
        "The network documented 80 dead and 120 wounded. A higher count of 96 comes from the council.",
        [(80, "killed"), (120, "wounded"), (96, "killed")],
    ),
    ("Nine nurses were killed, the ministry said; the mayor gave 14.", [(9, "killed"), (14, "killed")]),
    ("A doctor spoke of nine dead, then 22.", [(9, "killed"), (22, "killed")]),
    # one verb for both
    ("He put the dead at nine so far; the Observatory, at 31.", [(9, "killed"), (31, "killed")]),
    (
        "Sanaa was bombed 42 times, half of them at night, and Hodeida 57.",
        [(42, "strikes"), (50, "strikes"), (57, "strikes")],
    ),
    # what is left of a total
    (
        "Jets flew 29 air strikes. Eight air strikes were on Raqa. Bombers carried out the other 21.",
        [(29, "strikes"), (8, "strikes"), (21, "strikes")],
    ),
    # where only the dead are told, losses are the dead
    ("Six soldiers died, which takes to 47 its losses.", [(6, "killed"), (47, "killed")]),
    (
        "They killed six soldiers and wounded 11, which takes to 90 its losses.",
        [(6, "killed"), (11, "wounded"), (90, "other")],
    ),
    # something is said of them
    (
        "Nine people died, officials said; the mayor, who had 30 sheltering there, denied it.",
        [(9, "killed"), (30, "displaced")],
    ),
    ("Six of them did not survive.", [(6, "killed")]),
    ("They flew 37 air strikes in May. In June there were 22.", [(37, "strikes"), (22, "strikes")]),
    ("The death toll stands at 41, she said. Rescuers say it is 60.", [(41, "killed"), (60, "killed")]),
    (
        "Some 31 people died and 112 were wounded, up from 24 and 90.",
        [(31, "killed"), (112, "wounded"), (24, "killed"), (90, "wounded")],
    ),
    ("Some 36,000 people have fled, and 7,000 more were at the gates.", [(36000, "displaced"), (7000, "displaced")]),
    (
        "Some 9,000 people have fled. It expects the number to reach 20,000.",
        [(9000, "displaced"), (20000, "displaced")],
    ),
    ("Four drones were fired at it. None reached its target.", [(4, "other"), (0, "other")]),
    ("The army has lost three villages and taken five.", [(3, "settlements"), (5, "settlements")]),
    (
        "They control 11 of the 15 districts, up from nine in March.",
        [(11, "settlements"), (15, "other"), (9, "settlements")],
    ),
    ("His men numbered 400. The UN puts them at 250.", [(400, "troops"), (250, "troops")]),
    ("Some 4,000 people a day cross, compared with a few hundred in May.", [(4000, "displaced"), (300, "displaced")]),
    ("Nobody knows how many died.", []),
    ("None of the 40 passengers was hurt.", [(0, "wounded"), (40, "other")]),
    ('Nine people died. "There were six of us in the cellar," he said.', [(9, "killed"), (6, "other")]),
    ("They flew 40 air strikes, having seen none in May.", [(40, "strikes"), (0, "strikes")]),
    ("The boat was hit by six rockets; none got through.", [(6, "other"), (0, "other")]),
    ("None of the clinics in the camp is working. None of the claims was checked.", [(0, "other")]),
    ("A medic had spoken of one death.", [(1, "killed")]),
    ("Two men were hurt and one is missing.", [(2, "wounded"), (1, "missing")]),
    ("A bag costs 900 pounds, against 40 before the war.", []),
]


@pytest.mark.parametrize(("text", "counts"), LEDGER)
def test_a_bare_count_has_the_kind_of_what_it_leans_on(reading, text, counts):
    assert [(f.low, f.kind) for f in reading(text).figures] == counts


def test_the_rest_of_a_total_is_part_of_it(reading):
    told = "Jets flew 29 air strikes. Eight air strikes were on Raqa. Bombers carried out the other 21."
    assert [f.part_of for f in reading(told).figures][-1] == 0


def test_so_many_of_the_total_and_the_rest_are_both_parts(reading):
    told = "They flew a total of 900 air strikes. The French accounted for 640 of the total and others for 260."
    assert [(f.kind, f.part_of) for f in reading(told).figures] == [("strikes", None), ("strikes", 0), ("strikes", 0)]


def test_guns_shell_and_raids_go_on_as_before(reading):
    told = "Guns and drones hit it 30 times. They saw 40 air raids, 12 raids on Taiz by the brigades."
    assert [f.kind for f in reading(told).figures][:2] == ["other", "strikes"]


SHARES = [
    (
        "Over 40 percent of the pocket has been retaken. The mayor puts it at a third.",
        [(40, "percent_territory"), (33.3, "percent_territory")],
    ),
    (
        "The army holds 60 percent of the town. Rebels say they hold half.",
        [(60, "percent_territory"), (50, "percent_territory")],
    ),
    ("They hold half of the city, up from a quarter in May.", [(50, "percent_territory"), (25, "percent_territory")]),
    ("They put a third of the left bank under their control.", [(33.3, "percent_territory")]),
    ("They counted 120 air raids, or 40 percent of the total.", [(120, "strikes"), (40, "strikes")]),
    ("Nine in ten of those killed died at sea. Half of those killed were women.", [(90, "killed"), (50, "other")]),
    (
        "Some 900 people fled, a fifth of whom are sleeping in parks and half of them children.",
        [(900, "displaced"), (20, "displaced"), (50, "other")],
    ),
]


@pytest.mark.parametrize(("text", "counts"), SHARES)
def test_a_share_has_the_kind_of_what_it_leans_on(reading, text, counts):
    assert [(f.low, f.kind) for f in reading(text).figures] == counts


def test_one_modifier_holds_for_both_counts_of_a_verb(reading):
    assert [f.modifier for f in reading("At least 40 Kurds and nine Turks were killed.").figures] == ["at_least"] * 2
