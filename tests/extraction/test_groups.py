"""A ledger of armed parties."""

import pytest

LEDGER = [
    ("Iraqi troops entered Mosul.", "Iraqi government forces", "actor", "State forces"),
    ("IS fighters attacked Palmyra.", "Islamic State", "actor", "Rebel group"),
    ("Sudan's army fled.", "Sudanese Armed Forces", "actor", "State forces"),
    ("Planes bombed the Taliban.", "Taliban", "target", "Rebel group"),
    ("Russian warplanes bombed Aleppo.", "Armed Forces of the Russian Federation", "actor", None),
    ("M23 fighters hold Goma.", "M23", "actor", "Rebel group"),
    ("Kurdish fighters left.", "Kurdish fighters", "actor", "Rebel group"),
]


@pytest.mark.parametrize(("sentence", "name", "role", "actor_type"), LEDGER)
def test_it_names_the_party(reading, sentence, name, role, actor_type):
    (group,) = reading(sentence).groups
    assert (group.name, group.role) == (name, role)
    assert actor_type in (None, group.actor_type)


def test_is_the_verb_is_no_party(reading):
    assert reading("The town is quiet.").groups == []


def test_a_general_word_stands_for_the_party_named_before(reading):
    groups = reading("IS took Palmyra in Syria. The jihadists also shelled Raqa.").groups
    assert [g.name for g in groups] == ["Islamic State", "Islamic State"]


def test_the_army_is_that_of_its_section(reading):
    document = reading("The fronts\nSYRIA\n- Raqa -\nThe army moved.\nIRAQ\n- Battle for Mosul -\nThe army stopped.\n")
    assert [g.name for g in document.groups] == ["Syrian government forces", "Iraqi government forces"]


def test_who_speaks_is_a_source(reading):
    assert [g.role for g in reading("The Taliban said 12 people died.").groups] == ["source"]


def test_a_monitor_is_no_party(reading):
    assert reading("The Syrian Observatory for Human Rights said 12 people died.").groups == []


def test_slugs_are_unique(lexicon):
    for file, key in (("groups", "group"), ("sources", "source")):
        slugs = [row["slug"] for row in lexicon[file][key]]
        assert len(slugs) == len(set(slugs))
