"""The ledger of names: one line of text, the places in it (`|` between them), and what is tried."""

import pytest

LEDGER = [
    ("Fighting raged in Aleppo on Sunday.", "Aleppo", "a name after a cue"),
    ("Palmyra fell to the jihadists in Syria.", "Palmyra|Syria", "a name without one"),
    ("Troops entered Tal Afar in Iraq.", "Tal Afar|Iraq", "the longest name"),
    ("Shells hit Mosul airport in Iraq.", "Mosul airport|Iraq", "the type belongs to the name"),
    (
        "Troops took Robotyne (Donetsk People's Republic) in Ukraine.",
        "Robotyne|Donetsk People's Republic|Ukraine",
        "a party's land, in brackets",
    ),
    ("The Donetsk People's Republic said so in Ukraine.", "Ukraine", "the party itself"),
    ("Iraqi rebels still held Hit on Sunday.", "Hit", "the town that is held"),
    ("Iraqi jets hit Hit on Sunday.", "Hit", "the town after the verb"),
    ("Shells Hit Aleppo In Syria", "Aleppo|Syria", "the verb in a title"),
    ("SANA said troops left Aleppo in Syria.", "Aleppo|Syria", "an agency is no town"),
    ("Yemeni forces shelled Sanaa.", "Sanaa", "the town is"),
    ("Spokesman Aleppo Smith spoke in Syria.", "Syria", "a person's name"),
    ("John Kirby said so in Iraq.", "Iraq", "a surname"),
    ("Kirby and General Petraeus met in Iraq.", "Iraq", "a title and a surname"),
    ("The Washington Post reported from Kabul in Afghanistan.", "Kabul|Afghanistan", "a paper"),
    ("The Aleppo Media Centre in Syria said so.", "Syria", "a body"),
    ("The Aleppo Resistance Committee in Syria said so.", "Syria", "a committee"),
    ("Activists of the Aleppo 24 network in Syria said so.", "Syria", "a network with a number"),
    ("Shells hit Homs in Syria, the activist group Aleppo 24 said.", "Homs|Syria", "a group with a number"),
    ("Hit, the rebels' television station, said Homs in Syria fell.", "Homs|Syria", "told to be a station"),
    ("Shells hit Homs, according to the United Nations, which has staff in Syria.", "Homs|Syria", "a body speaks"),
    ("Shells hit Homs in Syria, according to Save the Children.", "Homs|Syria", "a body of several words speaks"),
    ("Shells hit Homs in Syria, according to Raqa Issa, of its media office.", "Homs|Syria", "a person speaks"),
    ("Medics in Homs in Syria said shells had hit the town.", "Homs|Syria", "where those who speak are"),
    ("Two brigades of Aleppo special forces left Syria.", "Syria", "troops by the name of their land"),
    ("Syrian and Iraqi troops met.", "", "adjectives are no places"),
    ("Clashes flared in eastern Mosul, Iraq.", "eastern Mosul|Iraq", "a part with its direction"),
    ("Clashes flared in north-eastern Syria.", "north-eastern Syria", "a part of a country"),
    ("Rebels left North Kivu for Goma, Congolese media said.", "North Kivu|Goma", "a direction in the name itself"),
    ("Troops crossed the Turkish border.", "Turkish border", "a border by its nationality"),
    ("Turkish border guards fired.", "", "guards are people"),
    ("Two died near the Syrian-Turkish border.", "Syrian-Turkish border", "a border by both sides"),
    ("Clashes were heard near the South Sudanese border.", "South Sudanese border", "a nationality of two words"),
    ("South Sudanese border villages were shelled.", "South Sudanese border", "it opens the sentence"),
    (
        "Gunmen came over the Central African Republic border.",
        "Central African Republic border",
        "a name of three words",
    ),
    ("Shells hit posts on the border with Burkina Faso.", "border with Burkina Faso", "a border by what lies across"),
    ("Troops on its borders with Mali were quiet.", "", "borders in the plural are no one place"),
    ("Troops held the left bank of the Dnipro in Ukraine.", "Dnipro|Ukraine", "the river of a town's name"),
    ("Ukrainian troops pulled back near Xyzivka and Qwertsk.", "Xyzivka|Qwertsk", "unknown names after a strong cue"),
    ("The village of Xyzivka in Ukraine was shelled.", "Xyzivka|Ukraine", "an unknown village"),
    ("Forces loyal to Laurent Gbagbo in Libya fled.", "Libya", "loyal to a man"),
    ("It fell on Monday, according to Magen David Adom in Gaza.", "Gaza", "according to a body"),
    ("Patients of Mirwais Hospital in Kandahar, Afghanistan, fled.", "Mirwais Hospital|Kandahar|Afghanistan", "a site"),
    ("Airstrikes cratered Highway 47 near Mosul in Iraq.", "Highway 47|Mosul|Iraq", "a road by its number"),
    (
        "Shells fell on Khan Younis and Deir al-Balah in Gaza.",
        "Khan Younis|Deir al-Balah|Gaza",
        "names of several words",
    ),
    ("The el-Fasher front in Sudan is quiet, and al-Fasher too.", "el-Fasher|al-Fasher", "articles in lower case"),
    ("FIGHTING RAGED IN BASRA, IRAQ, AND AROUND BAGHDAD ON SUNDAY.", "BASRA|IRAQ|BAGHDAD", "all in capitals"),
    ("IRAQI WARPLANES ATTACKED QOM AND TEHRAN ON SUNDAY.", "QOM|TEHRAN", "QOM AND is no Kamand"),
    ("shelling was heard in aleppo and near mosul on sunday", "aleppo|mosul", "all in lower case"),
    ("Xyzzad, a town of 9,000 people in Syria, is calm.", "Xyzzad|Syria", "told to be a town"),
    ("Rebels took the village of Xyzzad. Xyzzad is in Syria.", "Xyzzad|Xyzzad|Syria", "a place once is one again"),
    ("At a school in Mosul, Somchai Xyzz, 58, was queueing.", "Mosul", "who has an age is no place"),
    ("A blast in a mainly Shi'ite district of Baghdad, Iraq, killed nine.", "Baghdad|Iraq", "a faith is no place"),
    ("Jets dropped bombs on Xyzzad, Syria, and raided Homs.", "Xyzzad|Syria|Homs", "what bombs fall on"),
    ("Residents of Springfield, Illinois, wrote to Kabul, Afghanistan.", "Kabul|Afghanistan", "far away, no cue"),
    ("Two Hit men fled Aleppo in Syria.", "Aleppo|Syria", "a counted noun"),
    ("U.N. envoys left Aleppo in Syria.", "Aleppo|Syria", "an abbreviation"),
    ("The toll was given by the Mosul PDF in Iraq.", "Iraq", "a body by its initials"),
    ("The Council for Trade and Fishing in Gaza met in Goma.", "Goma", "a body whose name ends with a land"),
    ("The Trade Council in Gaza met in Goma.", "Gaza|Goma", "a body in its town"),
    ("The Rift Valley Institute in Syria said so.", "Syria", "a body behind a valley"),
    ("Operation Lake Sanity began near Mosul in Iraq.", "Mosul|Iraq", "the name of an operation"),
    ("Clashes were heard near the Syria border.", "Syria border", "a border by its country"),
    ("Shells hit the Azot chemical plant in Kherson, Ukraine.", "Azot chemical plant|Kherson|Ukraine", "a plant"),
    (
        "A tank was destroyed while advancing on Ras Xyzaq in Libya.",
        "Ras Xyzaq|Libya",
        "an unknown name that is attacked",
    ),
    ("Flags flew over the Ottoman citadel of Mosul in Iraq.", "Mosul|Iraq", "an adjective is no citadel's name"),
    ("A bomb went off in Tal Touma, Syria.", "Tal Touma|Syria", "an opening word makes a name of its own"),
    (
        "TROOPS TOOK THE SUBURB OF XYZZADVILLE IN IRAQ ON SUNDAY. REBELS LEFT XYZZADVILLE, WITH A HAUL OF RIFLES.",
        "XYZZADVILLE|IRAQ|XYZZADVILLE",
        "a suburb in capitals, and wherever it is named",
    ),
    ("Police in Iraq spoke of clashes between Jews and Arabs.", "Iraq", "peoples are no places"),
    ("Raids in Iraq killed ten men, including Omar Xyzani, their commander in Basra.", "Iraq|Basra", "his office"),
    ("Analysts at FieldMapper, a project, said troops were near Basra, Iraq.", "Basra|Iraq", "a firm's name"),
    ("IRAQ IS AT WAR, AND BASRA IS BURNING.", "IRAQ|BASRA", "small words in capitals"),
    ("Neither camp in Libya gave way.", "Libya", "no camp of that name"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), LEDGER, ids=[why for *_, why in LEDGER])
def test_it_finds_the_places_and_nothing_else(places, text, wanted, why):
    found = [" ".join(p.text.split()) for p in places(text) if not p.clue.get("led_back")]
    assert "|".join(f for f in found if f not in ("Sudan",)) == wanted


def test_every_span_is_the_mention(places):
    text = "Fighting raged in\nTal  Afar and\r\nMosul’s east, Iraq said. The city’s west fell.".replace("\r\n", "\n")
    for place in places(text):
        assert text[place.start : place.end] == place.text


def test_a_heading_names_what_the_city_means_below_it(places):
    found = places("SYRIA\n\n- Battle for Raqa -\n\nFighters stand 25 kilometres from the city.\n")
    back = next(p for p in found if p.clue.get("led_back"))
    assert (back.text, back.name) == ("city", "Raqa")
    assert back.relation["distance_km"] == 25


def test_the_province_of_a_list_is_kept_for_the_choice_among_namesakes(places):
    found = {p.text: p.clue.get("within") for p in places("Shells hit Nikopol and Olhivka in Kherson region, Ukraine.")}
    assert found["Nikopol"] == found["Olhivka"] == "Kherson"


def test_nothing_is_found_in_noise(places):
    assert places("(Reporting by A. Writer in Baghdad; Editing by B. Writer in Washington)") == []


def test_an_empty_text_names_nothing(places):
    assert places("") == []
