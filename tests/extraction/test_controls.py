"""Who holds a place."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "status", "holder"),
    [
        ("M23 fighters control Goma.", "controlled", "M23"),
        ("Iraqi troops retook Hawija on Sunday.", "controlled", "Iraqi government forces"),
        ("The city of Palmyra fell to the Taliban.", "controlled", "Taliban"),
        ("The city of Palmyra, occupied by the Taliban, was shelled.", "controlled", "Taliban"),
        ("Goma is in M23 hands.", "controlled", "M23"),
        ("The M23 announced the capture of Goma.", "controlled", "M23"),
        ("M23 fighters withdrew from Goma.", "left", "M23"),
        ("Goma was shelled on Sunday. The M23 still holds the city.", "controlled", "M23"),
        ("Fighting raged in Goma. The M23 said it had retaken it.", "controlled", "M23"),
        ("A convoy made for Palmyra. The M23 retook the crossing with Rwanda at Goma.", "controlled", "M23"),
        ("M23 fighters marched into Goma, meeting no resistance.", "controlled", "M23"),
        ("Goma has been under M23 control for weeks.", "controlled", "M23"),
        ("The M23 said the town of Goma was firmly in their hands.", "controlled", "M23"),
        ("The M23 now holds three quarters of Goma.", "controlled", "M23"),
        ("M23 fighters control most of Goma.", "controlled", "M23"),
        ("The M23 captured Goma on January 27, 2012.", "controlled", "M23"),  # history with a day of its own
        ("The M23, fighting beside local militia, has this Monday morning liberated Goma.", "controlled", "M23"),
    ],
)
def test_it_reads_who_holds_it(reading, sentence, status, holder):
    document = reading(sentence)
    (control,) = document.controls
    assert (control.status, control.holder) == (status, holder)
    assert document.places[control.place].name


@pytest.mark.parametrize(
    ("sentence", "holder", "contender"),
    [
        ("The M23 drove Congolese forces out of Goma.", "M23", "Armed Forces of the Democratic Republic of the Congo"),
        ("Iraqi troops expelled the Taliban from Mosul.", "Iraqi government forces", "Taliban"),
        ("The Taliban were driven out of Mosul by Iraqi troops.", "Iraqi government forces", "Taliban"),
        ("The Taliban lost Mosul to Iraqi troops.", "Iraqi government forces", "Taliban"),
        ("Iraqi troops wrested Mosul from the Taliban.", "Iraqi government forces", "Taliban"),
        ("Mosul was captured by Iraqi troops from the Taliban.", "Iraqi government forces", "Taliban"),
        ("The Taliban handed Mosul over to Iraqi troops.", "Iraqi government forces", "Taliban"),
        ("Iraqi troops took from the Taliban the city of Mosul.", "Iraqi government forces", "Taliban"),
        ("The Taliban briefly seized Mosul before Iraqi troops retook it.", "Iraqi government forces", "Taliban"),
        ("Iraqi troops, backed by M23 fighters, captured Mosul.", "Iraqi government forces", None),
    ],
)
def test_it_tells_the_winner_from_the_loser(reading, sentence, holder, contender):
    (control,) = reading(sentence).controls
    assert (control.status, control.holder, control.contender) == ("controlled", holder, contender)


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Iraqi troops killed 12 Taliban fighters after they captured Mosul.", "Iraqi government forces"),
        ("Iraqi troops shelled the Taliban on Sunday when they retook Mosul.", "Iraqi government forces"),
        ("The Taliban fled. They still hold Mosul.", "Taliban"),
        ("Iraqi troops, backed by the Taliban, captured Mosul.", "Iraqi government forces"),
        ("Iraqi troops and allied Taliban captured Mosul.", "Iraqi government forces"),
        ("The M23 said Congolese forces shelled Goma, which it captured on Sunday.", "M23"),
    ],
)
def test_a_pronoun_means_whom_the_sentence_is_about(reading, sentence, holder):
    (control,) = reading(sentence).controls
    assert control.holder == holder


def test_a_place_that_both_sides_claim_is_contested(reading):
    for sentence in (
        "Both sides claimed on Sunday to control Goma.",
        "Both the M23 and the army claimed to hold Goma.",
    ):
        (control,) = reading(sentence).controls
        assert control.status == "contested"


def test_who_is_inside_a_siege_is_its_holder(reading):
    (control,) = reading("The Taliban hold Palmyra. Iraqi troops have besieged the city of Palmyra.").controls[-1:]
    assert (control.status, control.contender) == ("besieged", "Iraqi government forces")


def test_all_the_places_of_a_list_were_taken(reading):
    document = reading("M23 fighters captured the towns of Goma, Hawija and Palmyra on Sunday.")
    assert [document.places[c.place].name for c in document.controls] == ["Goma", "Hawija", "Palmyra"]


def test_the_claim_is_of_whoever_says_that_clause(reading):
    document = reading("The M23 said it had taken Goma; the army said it had retaken Mosul.")
    assert [document.sources[c.source].kind for c in document.controls] == ["armed_group_media", "military"]


@pytest.mark.parametrize(
    "sentence",
    [
        "M23 denied that it holds Goma.",
        "Iraqi troops retook four villages near Mosul.",
        "Shells fell on the area that rebels once held in Aleppo.",
        "Iraqi troops have almost captured Mosul.",
        "The M23 failed to get control of Goma.",
        "Iraqi troops did not occupy Mosul.",
        "The army pushed the Taliban 10 kilometres back from Mosul.",
        "M23 fighters in control of parts of Goma fired on Sunday.",
        "The M23 last held Goma in 2012.",
    ],
)
def test_it_claims_no_more_than_is_said(reading, sentence):
    assert reading(sentence).controls == []
