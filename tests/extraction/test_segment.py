"""Headings, sentences and noise."""

import pytest

BODY = "Syrian troops moved into the northern districts on Sunday, residents said."


@pytest.mark.parametrize(
    ("line", "heading", "level"),
    [
        ("SYRIA", "SYRIA", "country"),
        ("- Battle for Aleppo -", "Battle for Aleppo", "front"),
        ("--- Raqa ---", "Raqa", "front"),
        ("## Gaza", "Gaza", "front"),
        ("*KHERSON*", "KHERSON", "front"),
        ("IRAQ:", "IRAQ", "country"),
        ("1. Kupiansk direction", "Kupiansk direction", "front"),
        ("10:00 p.m.", "10:00 p.m.", "time"),
        ("0930 GMT", "0930 GMT", "time"),
        ("STAND-OFF AT AIRPORT", "STAND-OFF AT AIRPORT", "topic"),
        ("<h3>Vavuniya camps</h3>", "Vavuniya camps", "topic"),
        ("Key Takeaways", "Key Takeaways", "topic"),
        ("Strikes in Syria", "Strikes in Syria", "country"),
        ("2 - Who has fled?", "Who has fled?", "topic"),
        ("Second: Raqa axis", "Raqa axis", "front"),
        ("Thirdly: Kherson axis", "Kherson axis", "front"),
    ],
)
def test_it_finds_the_heading(reading, line, heading, level):
    document = reading(f"Fighting goes on in the north of the country\n\n{BODY}\n\n{line}\n\n{BODY}\n")
    assert [(s.heading, s.level) for s in document.sections] == [(heading, level)]
    assert document.sentences[-1].section == 0


def test_a_run_in_heading_leaves_its_sentence(reading):
    document = reading(f"A look at the fronts\n\nHawija: {BODY}\n")
    (section,) = document.sections
    assert (section.heading, section.level, section.country) == ("Hawija", "front", "IQ")
    assert document.text[document.sentences[-1].start :].startswith("Syrian troops")


def test_a_run_in_heading_may_end_with_a_full_stop(reading):
    document = reading("Evening summary\n\n▪️ Kupiansk direction. Six attacks were repelled.\n")
    assert [s.heading for s in document.sections] == ["Kupiansk direction"]


def test_a_bullet_is_no_heading(reading):
    assert reading(f"{BODY}\n- Near Raqa, two strikes hit a bridge.\n").sections == []


def test_a_front_takes_the_country_it_stands_under(reading):
    document = reading(f"The fronts\nIRAQ\n- Battle for Mosul -\n{BODY}\n")
    assert [(s.level, s.country, s.front) for s in document.sections] == [
        ("country", "IQ", None),
        ("front", "IQ", "Mosul"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Lee in Beirut; Editing by Bo Park)",
        "By Ann Lee and Bo Park",
        "Follow us on Facebook for more",
        "WATCH: 12 dead in raid",
        "© 2021 Some Agency. All rights reserved.",
        "str-ab/bou/kir",
        "Home | World | Middle East",
        "Some Press writers Ann Lee in Cairo and Bo Park in Goma contributed.",
        '<ul class="x"><li><a href="/a/1">9 killed as jet bombs a school in Goma</a></li></ul>',
        "[Photo: smoke over the city. At least 9 died.]",
    ],
)
def test_noise_gives_no_figures_and_no_news(reading, line):
    document = reading(f"{BODY}\n\n{line}\n")
    assert document.sentences[-1].status == "noise"
    assert document.figures == []


def test_a_hard_wrapped_text_is_read_across_its_lines(reading):
    document = reading(
        "BAGHDAD, JAN 22 87 (REUTER) -- THE HIGH COMMAND REPORTED THAT ITS\n"
        "GUNNERS HAD STOPPED A COLUMN ON THE ROAD TO BASRA AND THAT THEY KILLED\n"
        "MORE THAN 3,000 IRANIANS BEFORE THE COLUMN TURNED BACK TO THE MARSHES.\n"
        "AN OFFICER TOLD THE STATE RADIO THAT TWO BRIDGES WERE BLOWN UP NEAR THE\n"
        "BORDER DURING THE NIGHT AND THAT THE RETREAT WENT ON UNTIL THE MORNING\n"
        "UNDER FIRE FROM THE AIR. NOTHING WAS SAID OF THE DEFENDERS' OWN DEAD.\n",
        day="1987-01-22",
    )
    figure = document.figures[0]
    assert (figure.low, figure.modifier, figure.kind) == (3000, "more_than", "killed")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Gen. Ali fled. He was hurt.", 2),  # a rank's stop ends nothing
        ("He met the U.N. The army fled.", 2),  # an abbreviation's stop may
        ("“We left.” She wept.", 2),
        ("It fell at 5 p.m. on Sunday.", 1),
        ("J. Smith spoke.", 1),
        ("No. 4 Brigade fled.", 1),
    ],
)
def test_it_cuts_sentences(reading, text, sentences):
    assert len(reading(text).sentences) == sentences


@pytest.mark.parametrize(
    ("line", "other", "level"),
    [
        ("Day 412", "Day 411", "time"),
        ("Monday, 12 June", "Tuesday, 13 June", "time"),
        ("In brief", "Background", "topic"),  # no front, though "in" stands before fronts, too
    ],
)
def test_date_lines_and_crossheads_have_their_level(reading, line, other, level):
    document = reading(f"A week of the war\n\n{BODY}\n\n{line}\n\n{BODY}\n\n{other}\n\n{BODY}\n")
    assert [(s.heading, s.level) for s in document.sections] == [(line, level), (other, level)]


def test_a_single_date_above_the_report_is_no_heading(reading):
    assert reading(f"A day of the war\n\nSunday, 11 December 2016\n\n{BODY}\n").sections == []


@pytest.mark.parametrize("mark", ["—", "–", "-"])
def test_names_that_run_in_before_a_dash_are_headings(reading, mark):
    lines = [f"{name} {mark} {BODY}" for name in ("Kupiansk", "KHERSON", "Goma")]
    document = reading("War round-up\n\n" + "\n\n".join(lines) + "\n")
    assert [(s.heading, s.level) for s in document.sections] == [
        ("Kupiansk", "front"),
        ("KHERSON", "front"),
        ("Goma", "front"),
    ]


def test_a_numbered_name_may_end_with_a_full_stop(reading):
    document = reading(f"Daily report\n\n1. Kherson.\n\n{BODY}\n\n2. Kupiansk.\n\n{BODY}\n")
    assert [s.heading for s in document.sections] == ["Kherson", "Kupiansk"]


def test_under_clock_times_a_name_before_a_dash_is_a_dateline(reading):
    entries = [f"{hour}:00 p.m.\n\n{name} — {BODY}" for hour, name in ((5, "GOMA"), (4, "ALEPPO"), (3, "MOSUL"))]
    document = reading("The Latest on the war\n\n" + "\n\n".join(entries) + "\n")
    assert {s.level for s in document.sections} == {"time"}


def levels(document) -> list[tuple]:
    return [(s.heading, s.level, s.country) for s in document.sections]


def test_among_fronts_a_side_and_a_stretch_of_ground_are_fronts(reading):
    heads = ("- Mosul -", "- The south -", "- Kirkuk road -", "- Diplomacy -")
    document = reading("Fronts of the day\n\nIRAQ\n\n" + "\n\n".join(f"{head}\n\n{BODY}" for head in heads) + "\n")
    assert levels(document) == [
        ("IRAQ", "country", "IQ"),
        ("Mosul", "front", "IQ"),
        ("The south", "front", "IQ"),
        ("Kirkuk road", "front", "IQ"),
        ("Diplomacy", "topic", None),
    ]


def test_a_crosshead_in_capitals_is_no_front_for_its_noun(reading):
    document = reading(f"A day of the war\n\n{BODY}\n\nAMBUSH IN THE HILLS\n\n{BODY}\n")
    assert levels(document) == [("AMBUSH IN THE HILLS", "topic", None)]


def test_among_countries_a_land_stands_as_one(reading):
    document = reading(f"Fronts of the day\n\n{BODY}\n\nGAZA\n\n{BODY}\n\nSYRIA\n\n{BODY}\n")
    assert [(s.heading, s.level) for s in document.sections] == [("GAZA", "country"), ("SYRIA", "country")]


def test_names_may_run_in_before_a_full_stop_and_bring_others_along(reading):
    heads = ("Summary", "Kherson", "Kupiansk", "Running totals")
    document = reading("A note on the war\n\n" + "\n\n".join(f"{head}. {BODY}" for head in heads) + "\n")
    assert [(s.heading, s.level) for s in document.sections] == [
        ("Summary", "topic"),
        ("Kherson", "front"),
        ("Kupiansk", "front"),
        ("Running totals", "topic"),
    ]


def test_a_word_in_capitals_runs_in_before_a_colon(reading):
    document = reading(f"A note on the war\n\n{BODY}\n\nDISPLACED: {BODY}\n\nWATCH: {BODY}\n")
    assert [(s.heading, s.level) for s in document.sections] == [("DISPLACED", "topic")]


def test_the_country_in_brackets_is_that_of_the_front(reading):
    document = reading(f"A note on the war\n\n{BODY}\n\n## Sector 1 (Sudan)\n\n{BODY}\n\n## Kupiansk\n\n{BODY}\n")
    assert document.sections[0].country == "SD"


def test_what_a_campaign_is_fought_with_is_no_front(reading):
    document = reading(f"A note on the war\n\n{BODY}\n\n## Air campaign\n\n{BODY}\n\n## Kupiansk\n\n{BODY}\n")
    assert [s.level for s in document.sections] == ["topic", "front"]
