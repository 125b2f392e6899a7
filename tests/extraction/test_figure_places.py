"""Where each figure holds: what stands right behind it, the scene beside it, what words lead back to, or nowhere."""

import pytest


def named(document):
    """The place of each figure, as the text has it."""
    return [document.places[f.place].text if f.place is not None else None for f in document.figures]


def cases(*rows):
    """Sentences, each with the places of its figures in order."""
    return pytest.mark.parametrize(("sentence", "places"), rows)


@cases(
    ("Shells hit Raqa. In all, 907 people have been killed in Iraq this week.", ["Iraq"]),
    (
        "IRAQ\n\n- Battle for Mosul -\n\nIn November 52 nurses died, with 41 guards, in the whole of the country.",
        ["IRAQ", "IRAQ"],
    ),
    ("Shells hit Raqa, killing two men. A raid killed 19 soldiers in an ambush near Hawija.", ["Raqa", "Hawija"]),
    ("Shells hit Raqa. Nine people, including two girls, were hurt in Palmyra.", ["Palmyra", "Palmyra"]),
    ("Rebels hit Raqa. Some 300 families that fled within Syria need tents.", ["Syria"]),
    ("Shells hit Goma. More than 116,000 people have crossed into Sudan.", ["Sudan"]),
    ("Troops hold Raqa in Syria. They have seized 80 percent of the city.", ["Raqa"]),
    ("Troops entered Mosul. About 9,000 people have fled the city for Hawija.", ["Mosul"]),
    ("War in Iraq\n\nShells hit Hawija. Nationwide, 700,000 people were displaced in May.", ["Iraq"]),
    # Of a city only that part was named
    ("Troops entered eastern Mosul and Hawija. Ten men died in the east of the city.", ["eastern Mosul"]),
)
def test_what_stands_right_behind_a_count_comes_first(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Shells hit Raqa. Most of Aleppo's 12,000 residents have fled.", ["Aleppo", "Aleppo"]),  # whose they are
    ("Shells hit Raqa. Some 9,000 of Aleppo's population of 20,000 have fled.", ["Aleppo", "Aleppo"]),
    ("Shells hit Raqa. Syria accounts for 44 of the dead, Iraq for 31 and Sudan for nine.", ["Syria", "Iraq", "Sudan"]),
    ("Troops took nine villages this week: four near Raqa and five near Palmyra.", [None, "Raqa", "Palmyra"]),
    ("Shells hit Baghdad and Mosul. A rocket wounded nine in the Iraqi capital.", ["Baghdad"]),
    ("War in Iraq\n\nRebels took Hawija and pushed to within nine kilometres of Mosul.", ["Mosul"]),
    ("Raqa, 170 km east of Aleppo, hosts 8,000 people, officials say.", ["Raqa", "Raqa"]),
    ("Shells hit Raqa. The general staff in Baghdad admitted three deaths.", ["Raqa"]),
    ("A raid hit Raqa. Medics in Aleppo, where the dead were taken, counted 33 bodies.", ["Raqa"]),
    ("Shells hit Raqa. Some 280,000 Syrians have been uprooted in all.\n\nSyria is at war.", ["Syria"]),
    ("IRAQ\n\n- Battle for Mosul -\n\nShells hit Hawija. Two guns were seized here.", ["Mosul"]),
    (
        "IRAQ\n\n- Hawija -\n\nShells hit Hawija. Since the Mosul offensive began on 2 May, 90,000 people have fled.",
        ["Mosul"],
    ),
    ("Shells hit Raqa. On the Iraqi side, 14 people died.\n\nIraq is at war.", ["Iraq"]),
    ("IRAQ\n\n- Mosul -\n\nShells hit Mosul. A spokesman in Baghdad says 600 rebels are left in the city.", ["Mosul"]),
    ("Shells hit Raqa. Two thousand people have fled to Aleppo, Goma and Palmyra.", ["Raqa"]),
)
def test_what_a_count_is_said_to_be_of(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Russia fired five missiles at Syria overnight. Two men died in Raqa.", ["Syria", "Raqa"]),  # the land aimed at
    ("Two boys died in Palmyra, 160 kilometres from Raqa.", ["Palmyra", "Palmyra"]),  # Raqa only says where
    ("Shells hit Raqa, wounding nine, some of them flown to a hospital in Palmyra.", ["Raqa"]),
    ("Ten people died in Mosul and 15 in Hawija.", ["Mosul", "Hawija"]),
    ("Troops took Mosul, killing 14 rebels, after a raid on Hawija that killed nine.", ["Mosul", "Hawija"]),
    ("Rebels entered Palmyra, 40 km east of Raqa, where 4,000 children are trapped.", ["Palmyra", "Palmyra"]),
    ("Shells hit Goma. Its 600 patients are being taken to Kherson.", ["Goma"]),  # they move on
    ("War in Iraq\n\nRaids killed 1,000 men, most of them in Mosul.", ["Iraq"]),  # the whole lies in more
    ("Shells hit Raqa.\n\nIraq, which already shelters 650,000 Syrians, shut its border.", ["Iraq"]),  # the host
    ("War in Iraq\n\nTroops took Hawija and lost 90 men there.", ["Hawija"]),
    # The land that was counted just before
    (
        "Shells hit Raqa. Since May 400 people have died in Syria. A medic says 9,000 have fled.",
        ["Syria"] * 2,
    ),
    ("War in Iraq\n\nIraq, which had told of few deaths, raised its toll to 13.", ["Iraq"]),
)
def test_else_the_scene_nearest_to_it_does(reading, sentence, places):
    assert named(reading(sentence))[: len(places)] == places


@cases(
    ("Rebels took 40 villages in Syria, among them Palmyra.", ["Syria"]),  # one of those counted
    ("Shells hit Mosul. It drove out 900 families, two-thirds of them to Hawija.", ["Mosul"]),  # a part's
    ("Shells hit Mosul, killing 18 men, four of whom died in Hawija hospitals.", ["Mosul"]),
    ("Shells hit Mosul. Ten men, three of them nurses, died in Hawija.", ["Hawija", "Hawija"]),  # an aside has its end
    ("Raids hit Syria. Iraq's army gave no toll; a doctor counted 12 dead in Mosul.", ["Mosul"]),
    ("Troops left Raqa. Russia is sending 900 soldiers to Palmyra, where a raid hit a camp.", ["Palmyra"]),
    ("Shells hit Raqa in Syria. A mine on the road to Palmyra killed four traders.", ["Palmyra"]),
    ("Shells hit Raqa in Syria. The army lost nine men, according to a source in Palmyra.", ["Raqa"]),
    ("Raids hit Raqa in Syria. Twelve people died in a single village, Palmyra.", ["Palmyra"]),
    ("Raids hit Raqa in Syria. Jets flew 90 people to Palmyra on Sunday.", ["Palmyra"]),
    ("War in Iraq\n\nSome 4 million have fled since rebels seized Mosul in 2014.", ["Iraq"]),
    ("GOMA, Congo (AP) - Rebels fled. About 9,000 people have left the city.", ["GOMA"]),
    ("Aid to Syria\n\nTwo nurses were killed in ten days.", [None]),  # a land is no answer for want of a better one
    ("Shells hit Raqa in Syria. Aid groups gave out 640 tents.\n\n# Response\n\nThey gave 900 meals.", ["Raqa", None]),
)
def test_a_place_of_a_part_or_of_one_that_is_counted_is_not_that_of_all(reading, sentence, places):
    assert named(reading(sentence))[: len(places)] == places


@cases(
    ("Rebels hit Hawija on Sunday. Five traders died there.", ["Hawija"]),
    ("Troops stormed Hawija on Sunday. The battle for the town cost the lives of nine men.", ["Hawija"]),
    ("Shelling hit Kherson on Friday. The port city has lost nine doctors.", ["Kherson"]),
    ("Rebels shelled Raqa. In the besieged city, 40 people are trapped.", ["Raqa"]),
    ("Shells fell on Mosul. In that attack, 11 people died.", ["Mosul"]),
    ("Shells fell on Mosul. The town's 40 nurses have left.", ["Mosul"]),
    ("Shells fell on Mosul. Raids killed six. The army said it had lost 45 soldiers.", ["Mosul", "Mosul"]),
)
def test_words_lead_back_to_a_place_named_before(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Shells hit Raqa, killing two men. In all, the war has claimed 300,000 lives.", ["Raqa", None]),
    ("War in Syria\n\nShells hit Raqa, killing two. The war has killed 300,000 people.", ["Raqa", "Syria"]),
    ("War in Syria\n\nShells hit Raqa. Syria's health ministry gave a toll of 24 dead.", ["Syria"]),
    ("War in Iraq\n\nShells hit Mosul. The health ministry in Gaza counted 25 dead.", ["Gaza"]),
)
def test_a_toll_of_a_land_belongs_to_the_land(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Rebels advanced in Syria.\n\nIn Raqa, the council head said 30 soldiers had surrendered.", ["Raqa"]),
    ("Shells hit Raqa.\n\nIn Iraq, police spokesman Ali Hadi said the toll had climbed to 31 dead.", ["Iraq"]),
    ("Shells hit Raqa.\n\nIn Mosul, the ministry said 19 men had died.", ["Raqa"]),  # that is where it speaks
)
def test_a_place_that_opens_the_sentence_holds_unless_an_office_sits_there(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Shells hit Raqa.\n\nFrance said it would send 300 more soldiers.", [None]),
    ("Shells hit Raqa.\n\nIran said it had shot down five jets.", [None]),
    ("Shells hit Raqa.\n\nMore than 4,000 people have been uprooted in four provinces.", [None]),
    ("Shells hit Raqa.\n\nThe two sides exchanged 115 prisoners each on Sunday.", [None]),
    ("Shells hit Raqa.\n\nHe put government losses at 64 dead and 118 wounded.", [None, None]),
    ("War in Iraq\n\nShells hit Mosul.\n\nThe war has cost the lives of 900 soldiers since 2014.", [None]),
)
def test_what_holds_nowhere_has_no_place(reading, sentence, places):
    assert named(reading(sentence))[: len(places)] == places


def test_a_part_holds_where_its_whole_does(reading):
    document = reading("- Raqa -\n\nRaids killed 20 people, six of them children, as troops neared Palmyra.\n")
    assert len(set(named(document))) == 1


def test_a_figure_tells_the_rule_that_placed_it(reading):
    figures = reading("Nine men died in Mosul. The war has claimed 300,000 lives.").figures
    assert [f.rules["place"] for f in figures] == ["attached", "of-a-land"]


@cases(
    # under the heading of a land, the scene told last, past a sentence that only says where it lies
    (
        "IRAQ\n\nRebels took Hawija.\n\nThe town is small.\n\n“Seven soldiers died,” a medic said.",
        ["Hawija"],
    ),
    # the toll of an old attack, and the dead of what was told of the past
    ("IRAQ\n\nThe toll of the May massacre at Hawija stands at 115 dead.", ["Hawija"]),
    ("IRAQ\n\nOn 3 May 2014 rebels raided Hawija. Officials put the dead at 40.", ["Hawija"]),
    # who is on the ground is in the land; who was in the area was in the place just told
    ("War in Iraq\n\nShells hit Mosul.\n\nThe mission has 416 officers on the ground.", ["Iraq"]),
    ("IRAQ\n\nRaids on villages near Mosul went on. Some 3,400 people fled the area.", ["Mosul"]),
)
def test_a_count_goes_back_to_the_scene_that_it_tells_of(reading, sentence, places):
    assert named(reading(sentence))[-1:] == places


@cases(
    # a note on one land that has counted in all of it goes on so
    ("War in Iraq\n\nIn May jets flew 40 raids in Iraq. At least nine nurses died, after 12 in April.", ["Iraq"] * 3),
    ("War in Iraq\n\nSome 900 people fled across Iraq.\n\nAid\n\nThe office noted 44 robberies.", ["Iraq"] * 2),
    # a topic behind the fronts is of none of them
    (
        "SYRIA\n\n- Raqa -\n\nShells hit Raqa.\n\n- Prisoners -\n\nThe sides freed 146 men on Sunday.",
        ["SYRIA"],
    ),
    # what a part or a relative clause names is not the place of all
    ("Raids on Mosul left 78 people dead, a nurse said, most of them in Hawija.", ["Mosul", "Hawija"]),
    (
        "Rebels made 46 attacks around Mosul, 11 of them near Hawija, and took nine trucks.",
        ["Mosul", "Hawija", "Mosul"],
    ),
    ("Mosul, where the army drove rebels out of Hawija, came second: 78 raids.", ["Mosul"]),
    (
        "IRAQ\n\n- Mosul -\n\nRaids killed 22. Nine of the bodies lay in Hawija. In all 90 have died there since May.",
        ["Mosul", "Hawija", "Mosul"],
    ),
    # the capital of the land of the section, not of the paper's desk
    (
        "GOMA (AFP) -\n\nIRAQ\n\n- Mosul -\n\nRockets hit Baghdad.\n\nRockets on the capital killed nine men.",
        ["Baghdad"],
    ),
    ("Shells hit Mosul in Iraq. Six soldiers died in a village of northern Syria.", ["northern Syria"]),
)
def test_a_count_is_of_what_its_note_its_front_or_its_clause_is_about(reading, sentence, places):
    assert named(reading(sentence))[-len(places) :] == places


@cases(
    # "the enclave" is the region that the story is on, and not the town that it is written from
    (
        "A siege in Mosul\n\nSara lives in Mosul in Gaza. In the enclave 700 people have died. Rescuers gave 790.",
        ["Gaza", "Gaza"],
    ),
    ("Jets flew 29 raids in Syria and Iraq on Sunday.", [None]),  # of neither alone
    # a diary of one city counts in it
    ("Mosul diary\n\nTraders were cut off from the city. A charity counts 900 dead over those months.", ["Mosul"]),
)
def test_a_count_goes_on_where_words_that_point_back_led(reading, sentence, places):
    assert named(reading(sentence))[-len(places) :] == places


@cases(
    ("Shells hit Mosul in Iraq. Troops were 20 kilometres (twelve miles) from Hawija.", ["Hawija", "Hawija"]),
    ("Troops took Hawija and Mosul on Sunday. Some 300 rebels died in the two towns.", ["Hawija"]),
    ("IRAQ\n\n- Mosul -\n\nTroops took Hawija. He said that the town was lost, and 50 of them died.", ["Hawija"]),
    ("War in Iraq\n\nJets have wrecked 200 homes since May, most of them in northern Syria.", ["northern Syria"] * 2),
    ("Sara lives in Mosul, the largest town of Gaza, 15 kilometres from Hawija.", ["Mosul"]),
)
def test_words_that_point_or_measure_find_their_town(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    # a side of the heading's city that somebody holds is a place; what comes after is of the whole city again
    (
        "SYRIA\n\n- Aleppo -\n\nShells killed 27 traders in the rebel-held east.",
        ["rebel-held east"],
    ),
    (
        "SYRIA\n\n- Aleppo -\n\nShells hit the rebel-held east. It is cold.\n\nSix nurses died in the east.",
        ["rebel-held east"],
    ),
    ("SYRIA\n\nShells killed 27 traders in the rebel-held east of Syria.", ["Syria"]),
)
def test_a_side_that_somebody_holds_is_a_place_of_its_own(reading, sentence, places):
    assert named(reading(sentence)) == places


@cases(
    ("Shells hit Mosul in Iraq. Some 1,300 soldiers were killed along the whole front.", ["Iraq"]),
    ("Troops took Hawija. They freed 90 captives under the deal struck in Mosul.", ["Hawija"]),
    ("A siege in Mosul\n\nSara lives in Mosul in Gaza. The enclave is cold. A study found 11 percent ill.", ["Gaza"]),
)
def test_a_front_a_deal_and_a_siege_are_not_of_the_place_named_last(reading, sentence, places):
    assert named(reading(sentence)) == places
