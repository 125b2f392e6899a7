"""Monitors, agencies, missions, ministries and charities that speak are groups; armed parties stay what they are."""

import pytest

LEDGER = [
    (
        "At least 12 rebels were killed in Aleppo, the Syrian Observatory for Human Rights said.",
        [("rebels", "target"), ("Syrian Observatory for Human Rights", "source")],
    ),
    ("UNICEF said 40 children had died. WFP lorries stood at the border of Syria.", [("UNICEF", "source")]),
    ("The UN envoy left Goma, and Doctors Without Borders could not.", [("Doctors Without Borders", "mentioned")]),
    ("Sudan's health ministry said 9 people had died.", [("Sudan's health ministry", "source")]),
    ("The Kenyan Red Crescent said 9 people had died.", [("Kenyan Red Crescent", "source")]),  # that of a land
    ("Amina Osman of UNICEF said 9 people had died.", [("UNICEF", "source")]),
    ("The Delta Security Council said 9 people had died.", [("Delta Security Council", "source")]),
    ("US Africa Command said 9 people had died.", [("US Africa Command", "source")]),  # a command is armed
    ("Delta Conflict Monitor: 9 people died in Mosul.", []),  # of another name
    ("Residents of Mosul said 9 people had died.", []),
    ("Doctors Without Borders (MSF) treated 9 people in Mosul.", [("Doctors Without Borders", "source")]),
]


@pytest.mark.parametrize(("text", "wanted"), LEDGER)
def test_named_bodies_are_groups(reading, text, wanted):
    assert [(group.text, group.role) for group in reading(text).groups] == wanted


def test_a_body_has_no_actor_type_and_is_known_by_its_rule(reading):
    (body,) = reading("UNHCR said 3,000 people had fled Goma.").groups
    assert (body.name, body.actor_type, body.rule) == ("UNHCR", None, "known-body")
