"""A ledger of armed parties."""

import pytest

LEDGER = [
    ("Iraqi troops entered Mosul.", "Iraqi government forces", "actor", "State forces"),
    ("IS fighters attacked Palmyra.", "Islamic State", "actor", "Rebel group"),
    ("Sudan's army fled.", "Sudanese Armed Forces", "actor", "State forces"),
    ("Planes bombed the Taliban.", "Taliban", "target", "Rebel group"),
    ("Russian warplanes bombed Aleppo.", "Armed Forces of the Russian Federation", "actor", None),
    ("M23 fighters hold Goma.", "M23", "actor", "Rebel group"),
    ("The Islamists of Ansar al-Sharia fled.", "Ansar al-Sharia", "actor", "Rebel group"),
    ("Forces loyal to the Rapid Support Forces left.", "Rapid Support Forces", "actor", None),
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
    (monitor,) = reading("The Syrian Observatory for Human Rights said 12 people died.").groups
    assert (monitor.role, monitor.actor_type) == ("source", None)


def test_slugs_are_unique(lexicon):
    for file, key in (("groups", "group"), ("sources", "source")):
        slugs = [row["slug"] for row in lexicon[file][key]]
        assert len(slugs) == len(set(slugs))


def names(document):
    return [g.name for g in document.groups]


OWN = [
    ("In Lebanon, Hezbollah said its fighters destroyed a tank.", ["Hezbollah", "Hezbollah"]),
    ("Asmara denies that its soldiers crossed into Ethiopia.", ["Eritrean Defence Forces"]),
    ("The M23 fled. Its fighters burned the depot.", ["M23", "M23"]),
    ("Troops loyal to Marc Dupol shelled the port.", ["Pro-Dupol forces"]),
    ("Fighters loyal to exiled President Abedrabbo Mansour Hadi took the base.", ["Yemeni government forces"]),
    ("HTS-led forces took two villages.", ["Hayat Tahrir al-Sham"]),
    ("The Cedar Brigade shelled the ridge.", ["Cedar Brigade"]),
    ("An Israeli column crossed, and Ugandan reinforcements left.", ["Israel Defense Forces", "Ugandan armed forces"]),
    ("The Houthis advanced. At least 11 fighters were killed.", ["Houthis", "Houthis"]),  # a number points as well
    ("The Taliban fled. By dawn the enemy had burned a bridge.", ["Taliban", "Taliban"]),
    ("Armed men looted the port.", ["gunmen"]),
    ("France is sending 400 troops to Iraq.", ["French armed forces"]),  # not of where they go
    ("Kampala has deployed 1,700 soldiers in Goma.", ["Ugandan armed forces"]),
    ("The United States will add 200 soldiers to the 500 troops already in Syria.", ["US forces", "US forces"]),
    ("Armed herders burned the barns.", ["armed herders"]),
    ("The US-led coalition spoke, and coalition warships fired.", ["US-led coalition", "US-led coalition"]),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_it_names_somebodys_men_followers_and_units(reading, text, expected):
    assert names(reading(text)) == expected


def test_a_leader_with_followers_has_troops(reading):
    assert names(reading("Pro-Dupol fighters fled. Dupol's army lost the port.")) == ["Pro-Dupol forces"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two peacekeepers were hurt near Naqoura in southern Lebanon.", "UNIFIL"),
        ("Two peacekeepers were hurt near Malakal in South Sudan.", "UNMISS"),
        ("Two peacekeepers were hurt near Goma in DR Congo.", "MONUSCO"),
        ("Two peacekeepers were hurt near Dili in East Timor.", "UN peacekeepers"),
    ],
)
def test_peacekeepers_are_those_of_the_mission_in_the_country(reading, text, expected):
    assert names(reading(text)) == [expected]


def test_the_troops_that_a_mission_has_are_its_own(reading):
    assert names(reading("In Lebanon, UNIFIL has some 10,000 troops.")) == ["UNIFIL", "UNIFIL"]


def test_gunmen_whom_nobody_knows_stay_gunmen(reading):
    assert names(reading("In Somalia, Al-Shabaab fled. Elsewhere gunmen shot a driver.")) == ["Al-Shabaab", "gunmen"]


def test_rebels_of_no_known_war_are_kept_in_their_own_words(reading):
    assert names(reading("Rebels fired on the depot.")) == ["rebels"]


@pytest.mark.parametrize("words", ["Army units", "Troops", "The army", "Soldiers"])
def test_an_army_is_never_the_police_named_before(reading, words):
    document = reading(f"War in Iraq\n\nFederal police killed 40 men near Mosul. {words} took Hawija on Friday.\n")
    assert names(document) == ["Iraqi Federal Police", "Iraqi government forces"]


def test_police_are_named_apart_from_the_army(reading):
    assert names(reading("Iraqi soldiers and Iraqi policemen fled.")) == ["Iraqi government forces", "Iraqi police"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Thailand's health ministry said six soldiers died.", "soldiers", "Thai armed forces"),
        ("Kigali rejected it. Its army said six people died in Goma.", "Its army", "Rwanda Defence Force"),
        ("South Africa said three of its soldiers died in Goma.", "its soldiers", "South African armed forces"),
        ("Nagorno-Karabakh's army lost ground.", "army", "Nagorno-Karabakh army"),
        ("Drones crossed from Syria, the army in Warsaw said.", "army", "Polish armed forces"),
        ("Clan militiamen attacked the village.", "Clan militiamen", "Clan militiamen"),
        ("Hezbollah guerrillas fired rockets.", "Hezbollah guerrillas", "Hezbollah"),
        ("The Kachin Hills Liberation Army rose.", "Kachin Hills Liberation Army", "Kachin Hills Liberation Army"),
        ("The ELN and FARC dissidents fought.", "ELN", "ELN"),
        ("MINISTRY OF DEFENCE OF ARMENIA\n\nOur units hold their lines.", "Our units", "Armenian Armed Forces"),
    ],
)
def test_soldiers_are_those_of_the_state_that_speaks_or_owns_them(reading, text, words, name):
    assert (words, name) in [(g.text, g.name) for g in reading(text).groups]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Syrian military source said six people died.",
        "Two Russian military bloggers said six people died.",
        "The military hospital received six wounded.",
        "The police station was burnt down.",
    ],
)
def test_a_military_source_or_hospital_is_no_party(reading, sentence):
    assert reading(sentence).groups == []


OURS = "PEOPLE'S DEFENCE FORCES (HPG)\n\nOur fighters struck a post of the Turkish army. The enemy withdrew.\n"


def test_our_fighters_and_the_enemy_are_those_of_the_party_that_issues_the_report(reading):
    found = {g.text: g.name for g in reading(OURS).groups}
    assert found["Our fighters"] == "People's Defence Forces"
    assert found["enemy"] == "Turkish Armed Forces"


def test_a_general_word_means_the_one_insurgent_party_that_a_report_names(reading):
    text = "Insurgents in Pakistan seized a train. The Baloch Liberation Army said it held 150 men in Pakistan."
    assert {g.name for g in reading(text).groups} == {"Baloch Liberation Army"}


@pytest.mark.parametrize(
    "sentence",
    ["Ukraine lost more than 400 troops in Kherson.", "It denied that foreign troops were in Kherson."],
)
def test_a_strength_and_anybodys_troops_are_no_mention(reading, sentence):
    assert [g.text for g in reading(sentence).groups if "troops" in g.text] == []


def test_the_men_of_a_named_party_are_the_party(reading):
    assert [g.text for g in reading("Fighters of the Rapid Support Forces raided Goma.").groups] == [
        "Rapid Support Forces"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Rapid Support Forces raided Goma. The group took 40 men.", ["Rapid Support Forces"] * 2),
        ("Hezbollah fired rockets. The movement lost 12 men.", ["Hezbollah"] * 2),
        # ... but no other body, and no army
        ("Hezbollah fired rockets, a charity said. The group is based in Goma.", ["Hezbollah"]),
        ("Iraqi troops entered Mosul. The group of 40 lorries followed.", ["Iraqi government forces"]),
    ],
)
def test_the_group_is_the_party_named_last(reading, text, found):
    assert [g.name for g in reading(text).groups] == found


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Sudan’s junta lost 12 men.", "Sudanese Armed Forces"),
        ("The junta in Baghdad lost 12 men.", "Iraqi government forces"),
    ],
)
def test_a_junta_is_that_of_the_land_it_stands_with(reading, sentence, party):
    assert [g.name for g in reading(sentence).groups] == [party]
