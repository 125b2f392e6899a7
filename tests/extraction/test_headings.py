"""The layouts that reports come in, and the headings that a careful reader sees in each."""

import pytest

BODY = "Troops moved into the northern districts on Sunday and lost nine men, residents said by telephone."
OTHER = "Shells fell on the market in the night. Four people were wounded, according to a doctor at the clinic."
TITLE = "Troops enter three towns"


def page(*lines: str) -> str:
    """Lines, each a paragraph; `BODY` where a line is empty."""
    return "\n\n".join(line or BODY for line in lines) + "\n"


def found(document) -> list[tuple]:
    return [(s.heading, s.level, s.country, s.front) for s in document.sections]


def front(heading: str, country: str, name: str) -> tuple:
    return heading, "front", country, name


def topic(heading: str) -> tuple:
    return heading, "topic", None, None


def time(heading: str) -> tuple:
    return heading, "time", None, None


ALEPPO, MOSUL = front("Aleppo", "SY", "Aleppo"), front("Mosul", "IQ", "Mosul")
SYRIA, IRAQ = ("SYRIA", "country", "SY", None), ("IRAQ", "country", "IQ", None)


@pytest.mark.parametrize(
    "dressed",
    [
        "**{}**",
        "- **{}**",
        "__{}__",
        "#### {}",
        "== {} ==",
        "*** {} ***",
        "————— {} —————",
        ">> {}",
        "[{}]",
        "▶️ **{}**",
        "{}:",
        "{}\n======",
        "1) {}",
        "(2) {}",
        "2.1 {}",
        "3.1.2. {}",
        "IV. {}",
        "b) {}",
        "4/ {}",
        "First - {}:",
        "<p><strong>{}</strong></p>",
        "<h4 class=x>{}</h4>",
    ],
)
def test_a_name_is_a_heading_in_any_dress(reading, dressed):
    document = reading(page(TITLE, BODY, dressed.format("Mosul"), "", dressed.format("Aleppo"), OTHER))
    assert found(document) == [MOSUL, ALEPPO]


@pytest.mark.parametrize(
    "line",
    [
        "**{}:** ",
        "**{}**: ",
        "**{}.** ",
        "<b>{}:</b> ",
        "• {}: ",
        "🔹 {}: ",
        "A - {}: ",
        "▪️ *{}* – ",
        "({}) ",
    ],
)
def test_a_name_runs_in_in_any_dress(reading, line):
    document = reading(page(TITLE, line.format("MOSUL") + BODY, line.format("ALEPPO") + OTHER))
    assert found(document) == [front("MOSUL", "IQ", "Mosul"), front("ALEPPO", "SY", "Aleppo")]
    bodies = [document.text[s.start : s.start + 12] for s in document.sentences if s.section is not None]
    assert bodies[0] == BODY[:12]
    assert OTHER[:12] in bodies


def test_country_front_and_town_stand_under_each_other(reading):
    document = reading(
        page("# Situation report, 10 May", "## SYRIA", "### Aleppo front", "#### Palmyra", "", "## IRAQ", OTHER)
    )
    assert found(document) == [SYRIA, front("Aleppo front", "SY", "Aleppo"), front("Palmyra", "SY", "Palmyra"), IRAQ]


@pytest.mark.parametrize(
    ("heading", "level", "country", "name"),
    [
        ("Iraq / Mosul", "front", "IQ", "Mosul"),
        ("SYRIA - Aleppo", "front", "SY", "Aleppo"),
        ("Goma, Sudan", "front", "SD", "Goma"),
        ("Kherson (4)", "front", "UA", "Kherson"),
        ("Supporting Effort – Kherson", "front", "UA", "Kherson"),
        ("Operations in Mosul", "front", "IQ", "Mosul"),
        ("Situation in Syria", "country", "SY", None),
        ("Iraq – Army shells villages", "country", "IQ", None),
        ("NORTH EAST – OPERATION STRONG WIND", "front", "UA", "North East"),
        ("Human rights and detention", "topic", None, None),
        ("Who holds Mosul?", "topic", None, None),
    ],
)
def test_a_heading_of_several_parts_names_its_ground(reading, heading, level, country, name):
    document = reading(page(TITLE, BODY + " It was the worst day in Ukraine.", heading, ""))
    assert found(document) == [(heading, level, country, name)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("May 23 – {}", "May 24 – {}"),
        ("Monday, 6 May: {}", "Thursday, 9 May: {}"),
        ("**Monday:** {}", "**Tuesday:** {}"),
        ("10/05/2024 – {}", "11/05/2024 – {}"),
    ],
)
def test_days_that_run_in_are_a_chronicle(reading, first, second):
    document = reading(page("The week of the war", first.format(BODY), second.format(OTHER)), day="2024-05-12")
    assert {s.level for s in document.sections} == {"time"}
    assert len(document.sections) == 2


def test_days_in_sentences_are_no_chronicle(reading):
    assert reading(page(TITLE, f"On 9 May, {BODY}", f"On 10 May, {OTHER}")).sections == []


@pytest.mark.parametrize(
    "line",
    [
        "[08:20] ",
        "21:15 - ",
        "13:45 (11:45 GMT): ",
        "14:32 GMT | ",
        "07:00 (GMT): ",
        "0545 hrs: ",
        "10 May 2024, 14:30 GMT – ",
        "9.30pm EEST: ",
        "**19:40** – ",
        "Posted at 18:42: ",
    ],
)
def test_an_hour_before_a_mark_is_a_heading(reading, line):
    document = reading(page(TITLE, line + BODY))
    assert [s.level for s in document.sections] == ["time"]
    assert document.sections[0].heading in line


def test_topics_run_in_where_two_of_them_do(reading):
    document = reading(page(TITLE, f"- Fighting: {BODY}", f"- Diplomacy: {OTHER}"))
    assert found(document) == [topic("Fighting"), topic("Diplomacy")]


def test_the_title_of_a_paper_is_no_heading(reading):
    assert found(reading(page("Violence in Mosul: Flash Update #7", BODY, OTHER))) == []
    assert found(reading(page("HEADQUARTERS", "RAIDS IN MOSUL FROM 4 MAY TO 9 MAY 2024", BODY, OTHER))) == []


def test_what_a_form_asks_for_is_no_heading(reading):
    form = "Location: Mosul, in Iraq\nDate: 8 May 2024\nIncident: Gunmen attacked a checkpoint and killed two soldiers."
    assert reading(page(TITLE, form, form)).sections == []


@pytest.mark.parametrize("line", ["The army said this:", "Here is what they found:", "Among the dead were:"])
def test_what_brings_in_a_list_is_no_heading(reading, line):
    assert reading(page(TITLE, BODY, line, f"- {BODY}")).sections == []


def test_a_table_of_contents_is_left_out(reading):
    document = reading(f"War monitor\n\nContents\n1. Mosul\n2. Aleppo\n\n1. Mosul\n\n{BODY}\n\n2. Aleppo\n\n{OTHER}\n")
    assert found(document) == [MOSUL, ALEPPO]
    assert document.sections[0].body_end > document.sections[0].body_start


def test_a_letterhead_is_no_heading(reading):
    document = reading(
        f"MINISTRY OF DEFENCE\nPRESS RELEASE\n\nGOMA, 7 March 2024\n\nEVENING BULLETIN\n\n{BODY}\n\nMOSUL\n\n{OTHER}\n"
    )
    assert found(document) == [front("MOSUL", "IQ", "Mosul")]


def test_a_list_of_names_may_begin_with_the_first_line(reading):
    document = reading(page("Mosul", "", "Aleppo", OTHER, "Kherson", ""))
    assert [s.heading for s in document.sections] == ["Mosul", "Aleppo", "Kherson"]


def test_the_first_part_of_a_region_is_a_heading_above_its_country(reading):
    document = reading(page("Crisis overview", BODY, "Worse than before", "Sudan", ""))
    assert [(s.heading, s.level) for s in document.sections] == [("Worse than before", "topic"), ("Sudan", "country")]


def test_a_land_with_fronts_of_its_own_stands_as_a_country(reading):
    document = reading(page("GAZA", f"Gaza: {BODY}", f"Goma: {OTHER}"))
    assert [(s.heading, s.level) for s in document.sections][:2] == [("GAZA", "country"), ("Gaza", "front")]


def test_a_rule_parts_entries_and_is_no_line(reading):
    document = reading(f"War bulletin\n-------\n\nMosul\n{BODY}\n-------\n\nAir raids at night\n{BODY}\n-------\n")
    assert found(document) == [MOSUL, topic("Air raids at night")]


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "ENDS",
        "-- more --",
        "Rescuers in the rubble of a hospital on Monday. Photo: AFP",
        "Smoke over the town (Picture by a resident)",
        "SITREP - Page 2 of 7",
        "Mosul and its plain ........ 3",
    ],
)
def test_the_furniture_of_a_page_is_noise(reading, line):
    document = reading(page(TITLE, BODY, line, OTHER))
    assert document.sections == []
    assert [document.text[s.start : s.end] for s in document.sentences if s.status == "noise"]
    assert {s.status for s in document.sentences if s.start > document.text.index(OTHER)} == {"current"}


def test_an_unknown_name_among_fronts_is_one_where_the_report_speaks_of_it(reading):
    document = reading(
        page(TITLE, "- Mosul -", "", "- Zunqula -", "A drone hit Zunqula, the army said.", "- Prices -", OTHER)
    )
    assert [(s.heading, s.level) for s in document.sections] == [
        ("Mosul", "front"),
        ("Zunqula", "front"),
        ("Prices", "topic"),
    ]


def test_a_namesake_far_from_the_war_does_not_move_a_front(reading, names, monkeypatch):
    from reports.extraction.names import NameHit

    monkeypatch.setitem(names.places, "springfield", NameHit("city", "US", 9_000, 0))
    document = reading(page(TITLE, "SYRIA", "- Aleppo -", "", "- Springfield -", OTHER))
    assert [(s.heading, s.country) for s in document.sections[1:]] == [("Aleppo", "SY"), ("Springfield", "SY")]


def test_sectors_are_headings_with_their_country_in_brackets(reading):
    document = reading(page(TITLE, BODY, "Sector 1 (Iraq)", "", "Sector 2 (Sudan)", OTHER))
    assert found(document) == [front("Sector 1 (Iraq)", "IQ", "Sector 1"), front("Sector 2 (Sudan)", "SD", "Sector 2")]
    assert document.dateline is None


def test_more_dresses_of_a_name_are_seen(reading):
    document = reading(page(TITLE, "// ALEPPO //", "", "(MOSUL)", "", "KHERSON -", ""))
    assert [(s.heading, s.country) for s in document.sections] == [("ALEPPO", "SY"), ("MOSUL", "IQ"), ("KHERSON", "UA")]


def test_a_bold_name_runs_in_without_a_mark(reading):
    document = reading(page(TITLE, f"**Aleppo** {BODY}", f"**Mosul** {OTHER}"))
    assert found(document) == [ALEPPO, MOSUL]


def test_axes_run_in_though_their_names_are_unknown(reading):
    lines = [f"Kupiansk axis: {BODY}", f"Kherson axis: {BODY}", f"Sever and Yug axes: {OTHER}", "Mala–Vela axis: Calm."]
    headings = [s.heading for s in reading(page(TITLE, *lines)).sections]
    assert headings == ["Kupiansk axis", "Kherson axis", "Sever and Yug axes", "Mala–Vela axis"]


def test_a_clause_before_a_full_stop_is_no_heading(reading):
    assert not reading(page(TITLE, f"The rebels hold the city. {BODY}")).sections


def test_a_name_behind_a_bullet_heads_the_news_right_below(reading):
    document = reading(f"{TITLE}\n\nSyria\n- Aleppo region\n  {BODY}\n- Palmyra\n  {OTHER}\n")
    assert [s.heading for s in document.sections] == ["Syria", "Aleppo region", "Palmyra"]


def test_a_day_with_its_year_and_hour_below_the_title_is_no_heading(reading):
    assert not reading(f"{TITLE}\nSept 12, 2016, 1500 GMT\n\n{BODY}\n").sections


def test_a_topic_runs_in_before_a_dash_between_fronts_that_do(reading):
    fronts = [f"MOSUL — {BODY}", f"Power grid — {OTHER}", f"ALEPPO — {BODY}", f"KHERSON — {BODY}"]
    document = reading(page(TITLE, *fronts))
    assert [(s.heading, s.level) for s in document.sections][1] == ("Power grid", "topic")


def test_a_district_runs_in_before_a_sentence_in_lower_case(reading):
    document = reading(page(TITLE, f"Mosul district: a drone hit a bus. {BODY}"))
    assert [s.heading for s in document.sections] == ["Mosul district"]


def test_small_words_in_front_make_no_front_of_a_crosshead(reading):
    body = "The army said that its men had gone back to their posts in the course of the night, and stayed there."
    sections = reading(
        f"A town\n\n{body}\n\nACROSS THE WATER\n\n{body}\n\nSince the start of the siege\n{body}"
    ).sections
    assert [(s.heading, s.level) for s in sections] == [
        ("ACROSS THE WATER", "topic"),
        ("Since the start of the siege", "topic"),
    ]


LOOKS = [
    (("+++ Mosul +++", "", "+++ Aleppo +++", ""), [MOSUL, ALEPPO]),
    (
        ("MOSUL | Troops took a bridge.", "ALEPPO | Shells fell.", "HAWIJA | Calm came back."),
        [front("MOSUL", "IQ", "Mosul"), front("ALEPPO", "SY", "Aleppo"), front("HAWIJA", "IQ", "Hawija")],
    ),
    (
        ("MOSUL:: Troops took a bridge.", "ALEPPO:: Shells fell all day long."),
        [front("MOSUL", "IQ", "Mosul"), front("ALEPPO", "SY", "Aleppo")],
    ),
    (
        (
            "Mosul: Troops took a bridge.",
            "Aleppo: Shells fell all day.",
            "Humanitarian situation: Water is short in all camps.",
        ),
        [MOSUL, ALEPPO, topic("Humanitarian situation")],
    ),
    (("=> In Iraq", "", "=> In Syria", ""), [("In Iraq", "country", "IQ", None), ("In Syria", "country", "SY", None)]),
    (("- NATO -", "", "- Mosul -", ""), [topic("NATO"), MOSUL]),
    (("18h20 – Shells fell on Aleppo in the evening.", "16h45 – Two men were hurt."), [time("18h20"), time("16h45")]),
    (
        ("In Mosul: nine men died of their wounds.", "In Aleppo: shells fell on the market."),
        [front("In Mosul", "IQ", "Mosul"), front("In Aleppo", "SY", "Aleppo")],
    ),
    (("» Mosul", "", "» Aleppo", ""), [MOSUL, ALEPPO]),
    (("a1) Mosul", "", "a2) Aleppo", ""), [MOSUL, ALEPPO]),
    (("-Mosul-", "", "-French deployment-", ""), [MOSUL, topic("French deployment")]),
    (("Day 45", ""), [time("Day 45")]),
    (
        ("MOSUL. – Fighters were seen on the bridge.", "ALEPPO. – Shells fell all day."),
        [front("MOSUL", "IQ", "Mosul"), front("ALEPPO", "SY", "Aleppo")],
    ),
    (
        ("Mosul\n" + BODY, "Aleppo\n" + BODY, "Truce\nA pause of 48 hours began at dusk."),
        [MOSUL, ALEPPO, topic("Truce")],
    ),
    (("BREAKING: Troops are in the town.", "Question: Do you rule out a pull-out?", ""), []),
    (("OUR CORRESPONDENT", ""), []),
]


@pytest.mark.parametrize(("lines", "sections"), LOOKS)
def test_headings_of_many_houses_are_seen(reading, lines, sections):
    assert found(reading(page(TITLE, "", *lines))) == sections


def test_names_with_their_land_run_in_and_are_no_datelines(reading):
    lines = ("MOSUL, Iraq - Troops took a bridge.", "ALEPPO, Syria - Shells fell.", "HAWIJA, Iraq - Calm returned.")
    document = reading(page("Around the region", *lines))
    assert [s.front for s in document.sections] == ["Mosul", "Aleppo", "Hawija"]
    assert document.dateline is None


def test_a_county_that_no_gazetteer_has_is_a_front(reading):
    assert found(reading(page(TITLE, "", "LEYLEK DISTRICT", "", "Mosul", "")))[0][1] == "front"


@pytest.mark.parametrize("line", ["II - THE COAST", "COMBINED TASK FORCE SOUTH - DAILY LOG", "Iraq - Mosul"])
def test_the_number_or_the_issuer_of_a_paper_is_no_dateline(reading, line):
    assert reading(f"{line}\n\n{BODY}\n").dateline is None


def test_a_report_with_names_that_run_in_keeps_its_dateline(reading):
    text = page("BEIRUT (dpa) - An overview.", "Aleppo - Troops took a hill.", "Mosul - Shells fell.", "Hawija - Calm.")
    assert reading(text).dateline == "Beirut"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Mosul, Iraq | AFP | Monday 12/12/2016", "Mosul"),
        ("MOSUL, December 12. /TASS/. Troops took a bridge on Sunday.", "Mosul"),
        ("Aleppo, SANA- Units of the army took a hill on Sunday.", "Aleppo"),
        ("December 12, 2016 (HAWIJA) – Troops took a bridge on Sunday.", "Hawija"),
        ("Mosul – By our staff", "Mosul"),
        ("ATTENTION - ADDS quotes, toll", None),
    ],
)
def test_every_house_has_its_own_dateline(reading, line, place):
    assert reading(f"{TITLE}\n\n{line}\n\n{BODY}\n").dateline == place
