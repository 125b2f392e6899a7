"""Who holds a place."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "status", "holder"),
    [
        ("M23 fighters control Goma.", "controlled", "M23"),
        ("Iraqi troops retook Hawija on Sunday.", "controlled", "Iraqi government forces"),
        ("The city of Palmyra fell to the Taliban.", "controlled", "Taliban"),
    ],
)
def test_it_reads_who_holds_it(reading, sentence, status, holder):
    document = reading(sentence)
    (control,) = document.controls
    assert (control.status, control.holder) == (status, holder)
    assert document.places[control.place].name


@pytest.mark.parametrize(
    "sentence",
    [
        "M23 denied that it holds Goma.",
        "Iraqi troops retook four villages near Mosul.",
        "Shells fell on the area that rebels once held in Aleppo.",
    ],
)
def test_it_claims_no_more_than_is_said(reading, sentence):
    assert reading(sentence).controls == []
