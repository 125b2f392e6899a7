"""Of what kind a count is: a sentence, what is read of it, and what it shows."""

import pytest

# sentence | (low, high, kind) of each figure
KINDS = [
    ("The camp counted 8,400 arrivals, up from 6,100 in May.", [(8400, 8400, "displaced"), (6100, 6100, "displaced")]),
    ("Some 700 people a week are entering Uganda.", [(700, 700, "displaced")]),  # past a rate
    ("About 4,000 people have settled around the port.", [(4000, 4000, "displaced")]),
    ("Shelling of the camp on October 29 killed five people, two of them women.", [(5, 5, "killed"), (2, 2, "killed")]),
    ("Some 30 patients and carers had lost their lives.", [(30, 30, "killed")]),
    ("No school was struck.", [(0, 0, "other")]),
    ("Not a single civilian has come through.", [(0, 0, "displaced")]),
    ("It spoke of six villages recovered since May.", [(6, 6, "settlements")]),
    ("They killed six rebels and recovered 14 rifles.", [(6, 6, "killed"), (14, 14, "other")]),
    ("Schools alone shelter tens of thousands.", [(20000, None, "displaced")]),
    ("Medics performed surgery on six.", [(6, 6, "wounded")]),
    ("Some 300 servicemen were put out of action.", [(300, 300, "other")]),  # dead or hurt
    ("The war has sent 300,000 abroad.", [(300000, 300000, "displaced")]),
    ("Ten monitors entered the town.", [(10, 10, "other")]),  # on their errand
    ("Only 90 civilians got out.", [(90, 90, "displaced")]),
    # What stands about the count tells it before a verb does
    ("Rebels took the barracks housing 1,400 men.", [(1400, 1400, "troops")]),
    ("The ambush cost the brigade 23 men.", [(23, 23, "killed")]),
    ("Troops pulled back from four villages.", [(4, 4, "settlements")]),
    ("Buses brought 600 villagers out of the pocket.", [(600, 600, "displaced")]),
    ("Nine herders were shot in a field execution.", [(9, 9, "killed")]),
    ("Six of 20 pupils taken from a bus were released.", [(6, 6, "other"), (20, 20, "captured")]),
    ("Some 600 of the 1,200 displaced have gone home.", [(600, 600, "other"), (1200, 1200, "displaced")]),
    ("The column has covered 15 of the 45 kilometres.", [(15, 15, "distance_km"), (45, 45, "distance_km")]),
    (
        "Some 900 square miles, or 70 percent of Borno, are in rebel hands.",
        [(900, 900, "other"), (70, 70, "percent_territory")],
    ),
    ("The school had taken in 300 families.", [(300, 300, "displaced")]),
    ("The gap allowed 400 villagers to slip out.", [(400, 400, "displaced")]),
    ("Medics raised the toll from 11 to 19.", [(11, 11, "killed"), (19, 19, "killed")]),  # then and now, no range
    ("Commanders put at over 150 the number of its men killed.", [(150, None, "killed")]),
    ("The army owns up to 27 dead.", [(27, 27, "killed")]),  # no more than that is not said
    ("Two boats capsized, drowning at least 200.", [(2, 2, "other"), (200, None, "killed")]),
    ("On their side 1,000 elements were neutralised.", [(1000, 1000, "killed")]),
    ("Rebels executed 16 prisoners.", [(16, 16, "killed")]),
    ("Nine villagers died, while the army put the figure at four.", [(9, 9, "killed"), (4, 4, "killed")]),
    # A list ends with one who is not counted, and has one verb
    ("At the clinic, 11 patients, two nurses and a cook died.", [(11, 11, "killed"), (2, 2, "killed")]),
    ("Officials moved 3,000 villagers from the river.", [(3000, 3000, "displaced")]),
    ("The general moved 3,000 soldiers to the river.", [(3000, 3000, "troops")]),
    ("Floods and war have driven a third of the inhabitants from their homes.", [(33.3, 33.3, "displaced")]),
    (
        "The number of refugees has fallen by 8% since May, from 50,000 to 46,000.",
        [(8, 8, "other"), (50000, 50000, "displaced"), (46000, 46000, "displaced")],
    ),
    ("She put the number of those arrested for looting at 31.", [(31, 31, "captured")]),
    ("They put the number of miners trapped at 19.", [(19, 19, "trapped")]),
    ("A gang of 60 gunmen tried to land.", [(60, 60, "troops")]),
    ("Fewer than 80 gunmen still hold the mill.", [(None, 80, "troops")]),
    ("The rebels, who number about 900, have no tanks.", [(900, 900, "troops")]),
    ("Loyal troops, thought to number no more than 300, keep the port.", [(None, 300, "troops")]),
    ("Moscow pulled some 12,000 men back over the river.", [(12000, 12000, "troops")]),
    ("Four chieftains and nine of their guards were killed.", [(4, 4, "killed"), (9, 9, "killed")]),
    ("Four houses and nine shops were burned.", [(4, 4, "other"), (9, 9, "other")]),
    ("Three of its own soldiers died.", [(3, 3, "killed")]),
    ("That brings to 52 the number of rangers the park has lost.", [(52, 52, "killed")]),
    ("The clinic counted 16 dead. Its previous tally was 11.", [(16, 16, "killed"), (11, 11, "killed")]),
    (
        "The UN says 7,000 people have fled. Its own earlier estimate was 5,000.",
        [(7000, 7000, "displaced"), (5000, 5000, "displaced")],
    ),
    ("Police nabbed six suspected cattle rustlers.", [(6, 6, "captured")]),  # only people are
    ("Seven smugglers were apprehended.", [(7, 7, "captured")]),
    ("The blast hurt seven, two of them seriously.", [(7, 7, "wounded"), (2, 2, "wounded")]),
    ("Mines wounded another five, one critically.", [(5, 5, "wounded"), (1, 1, "wounded")]),
    (
        "The clinic treats 20 wounded, a dozen of them in critical condition.",
        [(20, 20, "wounded"), (12, None, "wounded")],
    ),
    ("Eight raiders escaped with bullet wounds.", [(8, 8, "wounded")]),
    ("Some 140 wounded were evacuated by ship.", [(140, 140, "wounded")]),  # the noun outweighs the verb
    ("The admiral admitted a single fatality.", [(1, 1, "killed")]),
    ("One officer and four sailors paid the supreme price.", [(1, 1, "killed"), (4, 4, "killed")]),
    ("A young nurse was wounded.", [(1, 1, "wounded")]),
    ("A woman of 61 was killed by a drone.", [(1, 1, "killed")]),
    ("One in four children is hungry.", [(25, 25, "other")]),
    ("No new arrivals were seen this week.", [(0, 0, "displaced")]),
    ("There was no shelling of the port.", [(0, 0, "other")]),
    ("Rebels killed or captured 40 soldiers.", [(40, 40, "other")]),  # several fates at once
    ("The brigade lost 300 men, killed, wounded or missing.", [(300, 300, "other")]),
    ("Some 300 men were killed, wounded or missing.", [(300, 300, "other")]),
    ("Four were killed and nine wounded.", [(4, 4, "killed"), (9, 9, "wounded")]),  # each its own
    ("Gunmen killed two men in three villages.", [(2, 2, "killed"), (3, 3, "other")]),  # nobody kills a village
    # How many there are, unless it is told what became of them
    (
        "A colonel put the number of rebels in the gorge at 700, against 900 in May.",
        [(700, 700, "troops"), (900, 900, "troops")],
    ),
    (
        "She put at 31 the number of villagers, including nine boys, who have died.",
        [(31, 31, "killed"), (9, 9, "killed")],
    ),
    ("The junta gave 58 as the number of its dead.", [(58, 58, "killed")]),
    ("Police put at 900 the number of residents taken out of the border hamlets.", [(900, 900, "displaced")]),
    ("A further 20,000 could cross if the dam bursts.", [(20000, 20000, "displaced")]),
    ("Some 6,000 people are thought to have gone on to Abyei.", [(6000, 6000, "displaced")]),
    ("Seventy men were still in its hands.", [(70, 70, "captured")]),
    ("Nine people, mostly old women, died of cold.", [(9, 9, "killed")]),
    ("Six people on the ferry died.", [(6, 6, "killed")]),
    ("Hundreds of Masalit have disappeared.", [(200, None, "missing")]),
    ("Shells killed 16 displaced people.", [(16, 16, "killed")]),  # what the verb before did to them
    ("A mortar hit the school, wounding nine people who had fled there.", [(9, 9, "wounded")]),
    ("Eleven captives were shot.", [(11, 11, "killed")]),
    ("Two boys were shot in the leg.", [(2, 2, "wounded")]),
    ("The rebels swapped the mayor for six soldiers.", [(6, 6, "other")]),
    ("The shelling sent thousands of people running.", [(2000, None, "displaced")]),
    ("Some 30 civilians were killed or maimed by mines.", [(30, 30, "other")]),
    ("The brigade has 4,000 men on that front.", [(4000, 4000, "troops")]),
    (
        "It will send 300 more troops, joining some 900 already stationed there.",
        [(300, 300, "troops"), (900, 900, "troops")],
    ),
    ("It will send regional forces from Afar and Harar, 9,000 men in all.", [(9000, 9000, "troops")]),
    ("Jets killed 12 Rapid Support Forces (RSF) fighters.", [(12, 12, "killed")]),
    ("Two soldiers sent to fetch the bodies died.", [(2, 2, "killed")]),
    ("Three girls who were fetching water died when a shell fell.", [(3, 3, "killed")]),
    ("Not one of our men was killed.", [(0, 0, "killed")]),
    ("Not a single case of measles has been confirmed.", [(0, 0, "other")]),
    ("The agency brought in no surgical supplies.", [(0, 0, "other")]),
    ("Pretoria said 90 South African commandos had crossed the river.", [(90, 90, "troops")]),
    ("Radio reported two U.S.-British raids on the airfield.", [(2, 2, "strikes")]),
    ("Officials reported five dead and a dozen houses burned.", [(5, 5, "killed"), (12, None, "other")]),
    ("They have retaken four of the six towns they lost in May.", [(4, 4, "settlements"), (6, 6, "settlements")]),
    ("About 9,000 people, nearly all of them Christians, left the plain.", [(9000, 9000, "displaced")]),
    ("He put the dead at 41 rebels and nine RSF fighters.", [(41, 41, "killed"), (9, 9, "killed")]),
    ("A further 80 laid down their arms.", [(80, 80, "captured")]),
    ("Its forces took Suluk, 10 km east of Ain, and 42 villages.", [(10, 10, "distance_km"), (42, 42, "settlements")]),
    (
        "Paris will send 300 more troops, two diplomats told AFP; about 1,000 are there now.",
        [(300, 300, "troops"), (1000, 1000, "troops")],
    ),
    (
        "Kampala will send 1,000 extra troops. It already has 4,000 in the east.",
        [(1000, 1000, "troops"), (4000, 4000, "troops")],
    ),
    ("A general put rebel numbers in the south at 900.", [(900, 900, "troops")]),
    ("Washington will send 12 F-22 fighters.", [(12, 12, "other")]),
    ("Two raiders were killed and one was captured.", [(2, 2, "killed"), (1, 1, "captured")]),
    ("One of the dead was a guard.", [(1, 1, "killed")]),
    ("The enemy lost 400 men, 160 of them killed.", [(400, 400, "other"), (160, 160, "killed")]),  # not all are dead
    ("Its 7,600 inhabitants are being taken to Vayk.", [(7600, 7600, "displaced")]),
    ("He put the number of those buried under the rubble at 14.", [(14, 14, "missing")]),
    ("Buses took 9,000 people out of the quarter.", [(9000, 9000, "displaced")]),
    ("The rebels fielded some 2,500 men.", [(2500, 2500, "troops")]),
    # a people by a name without an ending; a make of lorries is none
    ("Some 4,000 Baloch have vanished.", [(4000, 4000, "missing")]),
    ("Some 900 Rohingya were uprooted.", [(900, 900, "displaced")]),
    ("Some 12 Kamaz were parked there.", [(12, 12, "other")]),
    # two fates at once, unless the second is told of others
    ("Ninety men were killed and wounded.", [(90, 90, "other")]),
    ("Nine men were killed and wounded 12 others.", [(9, 9, "killed"), (12, 12, "wounded")]),
    ("The agency expects another 50,000 to arrive by June.", [(50000, 50000, "displaced")]),
    ("We have lost contact with two others.", [(2, 2, "missing")]),
    ("Two-thirds of the camp's residents have been moved to Khan Younis.", [(66.7, 66.7, "displaced")]),
    ("Residents said gunmen took away some 30 men.", [(30, 30, "captured")]),
    ("No fewer than nine people, including an infant, lost their lives.", [(9, None, "killed")]),
    ("The rebels let 62 hostages go.", [(62, 62, "other")]),
    ("Another 15,000 are on their way.", [(15000, 15000, "displaced")]),
    ("They hold 14 villages; the army puts it at nine.", [(14, 14, "settlements"), (9, 9, "settlements")]),
    ("Nine protesters were shot dead and 46 hurt.", [(9, 9, "killed"), (46, 46, "wounded")]),
    ("Its clinics took in 75 casualties, 20 of whom later died.", [(75, 75, "other"), (20, 20, "killed")]),
    ("Some 4,000 Malians were registered in Niger.", [(4000, 4000, "displaced")]),
    # Raids are from the air unless forces or thieves are about them
    ("The governor counts 90 raids on his province.", [(90, 90, "strikes")]),
    ("The mayor says a raid on Saada killed nine people.", [(1, 1, "strikes"), (9, 9, "killed")]),
    ("Police carried out six raids.", [(6, 6, "other")]),
    ("It puts the share of the city under rebel control at 70%.", [(70, 70, "percent_territory")]),
    (
        "Rebels hold 40% of the country. The government puts the share at 30%.",
        [(40, 40, "percent_territory"), (30, 30, "percent_territory")],
    ),
    ("The aid group has fed 9,000 people so far but warns of shortages.", [(9000, 9000, "other")]),
]


TOLD_BY_THE_CLAUSE = [
    ("Nine villages had fallen to the rebels by nightfall.", [(9, 9, "settlements")]),
    ("Troops cleared the jihadists from two districts of the town.", [(2, 2, "settlements")]),
    ("Two pilots of a helicopter were listed as missing.", [(2, 2, "missing")]),
    ("At least 60 people are still trapped under the rubble.", [(60, None, "trapped")]),
    ("Between 500 and 700 people remain cut off in the valley.", [(500, 700, "trapped")]),
    ("The shelling left 20 soldiers and allied militiamen dead.", [(20, 20, "killed")]),
    ("Strikes on June 27-28 killed three civilians in Poltava.", [(3, 3, "killed")]),
    ("Up to 6,000 peshmerga took part in the assault.", [(None, 6000, "troops")]),
    ("Some 150 gunmen rode into Mafa at dusk.", [(150, 150, "troops")]),
    ("Several hundred men on motorbikes stormed the base.", [(300, None, "troops")]),
    ("Two gunmen stormed a hotel.", [(2, 2, "other")]),  # no strength
    ('The attackers, "several hundred" strong, came at dawn.', [(300, None, "troops")]),
    ("About 3,000 US troops would leave by May.", [(3000, 3000, "troops")]),
    ("The war has left 9 million in need of aid.", [(9_000_000, 9_000_000, "other")]),
    ("A third of the city's population of 800,000 has left.", [(33.3, 33.3, "displaced"), (800_000, 800_000, "other")]),
    ("Most of Idlib's 12,000 residents have sought shelter.", [(50, None, "displaced"), (12_000, 12_000, "other")]),
    ("About 900 people left Sinjar, half of them for Dohuk.", [(900, 900, "displaced"), (50, 50, "displaced")]),
    ("A third of the country is under evacuation orders.", [(33.3, 33.3, "other")]),
    ("The raid killed four rebels and no civilians were harmed.", [(4, 4, "killed"), (0, 0, "other")]),
    ("They killed hundreds of the enemy.", [(200, None, "killed")]),
    ('Dozens of "terrorists" were "neutralised".', [(24, None, "killed")]),
    ("Of the dead, 80 were rebels and six were civilians.", [(80, 80, "killed"), (6, 6, "killed")]),
    ("Of those wounded, nine are children.", [(9, 9, "wounded")]),
    ("Eleven members of one family died.", [(11, 11, "killed")]),
    ("No attack was reported in the port.", [(0, 0, "other")]),
    ("Fighters pushed towards the Kilo 40 crossing.", []),
    ("About 500 people, soldiers and civilians alike, had been killed.", [(500, 500, "killed")]),
    (
        "It had received 29 bodies and 48 wounded, 30 of them children.",
        [(29, 29, "killed"), (48, 48, "wounded"), (30, 30, "wounded")],
    ),
    ("Their dead since May now exceed 450.", [(450, None, "killed")]),
    (
        "The union put the number executed at 300 and of those hurt at 650.",
        [(300, 300, "killed"), (650, 650, "wounded")],
    ),
    ("They put the number of those who laid down their arms at 265.", [(265, 265, "captured")]),
    ("They did not kill a single civilian.", [(0, 0, "killed")]),
    ("The camp, 70 km from the border, holds 10,000.", [(70, 70, "distance_km"), (10_000, 10_000, "displaced")]),
    ("Twelve soldiers died and several more are missing.", [(12, 12, "killed"), (3, None, "missing")]),
    (
        "The army lost two men; some 900 residents had slipped over the border.",
        [(2, 2, "killed"), (900, 900, "displaced")],
    ),
    ("Some 140 remain in hospital mortuaries.", [(140, 140, "killed")]),
    ("Gunmen killed seven clerks. Three were British.", [(7, 7, "killed"), (3, 3, "killed")]),
    ("They killed nine men and enslaved 300 women.", [(9, 9, "killed"), (300, 300, "captured")]),
    ("A quarter of a million people have fled.", [(250_000, 250_000, "displaced")]),
    ("The war sent 7.4 million people from their homes.", [(7_400_000, 7_400_000, "displaced")]),
    ("Rebels hacked six villagers to death and led away five others.", [(6, 6, "killed"), (5, 5, "captured")]),
    ("They attended the burial of 43.", [(43, 43, "killed")]),
    ("The rebels pulled out of four towns.", [(4, 4, "settlements")]),
    ("Twelve district centres fell to the rebels.", [(12, 12, "settlements")]),
    ("Lorries with food for 40,000 people reached Madaya.", [(40_000, 40_000, "other")]),
    ("The town is held by 100 to 200 gunmen.", [(100, 200, "troops")]),
    ("Four burnt-out Humvees stood on the road.", [(4, 4, "other")]),
    ("They are without news of five of their staff.", [(5, 5, "missing")]),
    ("They killed three men near Homs and eight further inland.", [(3, 3, "killed"), (8, 8, "killed")]),
    ("Of the 900 people under siege, 30 have starved to death.", [(900, 900, "trapped"), (30, 30, "killed")]),
    (
        "They hold 40 percent of Homs, and the army has about a third.",
        [(40, 40, "percent_territory"), (33.3, 33.3, "percent_territory")],
    ),
    (
        "Nearly 300 militants, 69 members of the police and 27 civilians have been killed.",
        [(300, 300, "killed"), (69, 69, "killed"), (27, 27, "killed")],
    ),
    (
        "Five were wounded, and some 900 of the 4,000 residents remained in the town.",
        [(5, 5, "wounded"), (900, 900, "other"), (4000, 4000, "other")],
    ),
    ("The raid killed 53 soldiers and a civilian.", [(53, 53, "killed"), (1, 1, "killed")]),
    ("Some 28 towns in the Kursk region were under Ukrainian control.", [(28, 28, "settlements")]),
    ("The first convoy out of the city carried 951 people.", [(951, 951, "displaced")]),
    ("Fighters moved into six villages.", [(6, 6, "settlements")]),
    ("Hundreds of Taliban fighters seized Kunduz.", [(200, None, "troops")]),
    ("Four peacekeepers from Chad and two policemen were killed.", [(4, 4, "killed"), (2, 2, "killed")]),
    ("Some 55 others were admitted with wounds.", [(55, 55, "wounded")]),
    ("It was cold: the night before, minus 17 degrees were measured.", []),
    ("The enemy lost up to 95 servicemen.", [(None, 95, "other")]),
    ("The enemy lost over 600 men and 17 armoured vehicles.", [(600, None, "other"), (17, None, "other")]),
    ("They lost nine men.", [(9, 9, "killed")]),
    ("The rebels have 1,500 to 2,500 fighters left there.", [(1500, 2500, "troops")]),
    (
        "Fighting killed 149 people. They listed 110 rebels, 32 soldiers and seven civilians.",
        [(149, 149, "killed"), (110, 110, "killed"), (32, 32, "killed"), (7, 7, "killed")],
    ),
    ("He put the toll at 88 on the army's side and some 400 rebels.", [(88, 88, "killed"), (400, 400, "killed")]),
    ("The force numbers around 30,000.", [(30_000, 30_000, "troops")]),
    ("It killed nine men, and thousands of people were without water.", [(9, 9, "killed"), (2000, None, "other")]),
    ("The army said it killed more than 200 Taliban.", [(200, None, "killed")]),
    ("The previous day 21 civilians died.", [(21, 21, "killed")]),
    ("They have cleared all but 20 percent of Mosul.", [(20, 20, "percent_territory")]),
    ("It reported a student killed and four people hurt.", [(1, 1, "killed"), (4, 4, "wounded")]),
    ("They shot dead 23 detainees.", [(23, 23, "killed")]),
    ("One woman was killed and several were hurt.", [(1, 1, "killed"), (3, None, "wounded")]),
    ("Some 37 rebels surrendered, according to one of them.", [(37, 37, "captured")]),
    ("Not a single piece of equipment was left behind.", [(0, 0, "other")]),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD_BY_THE_CLAUSE)
def test_the_clause_around_a_count_tells_its_kind(reading, sentence, expected):
    assert [(f.low, f.high, f.kind) for f in reading(sentence).figures] == expected


@pytest.mark.parametrize(("sentence", "expected"), KINDS)
def test_it_tells_the_kind(reading, sentence, expected):
    assert [(f.low, f.high, f.kind) for f in reading(sentence).figures] == expected


def test_what_a_whole_is_made_up_of_is_of_its_kind(reading):
    figures = reading("Some 40 rebels made up of 25 men, 9 women and 6 children surrendered to the army.").figures
    assert [(f.low, f.kind, f.part_of) for f in figures] == [
        (40, "captured", None),
        (25, "captured", 0),
        (9, "captured", 0),
        (6, "captured", 0),
    ]


def test_a_share_by_where_they_went_is_of_the_displaced_and_one_by_who_they_are_is_not(reading):
    figures = reading("Some 9,000 people fled, half of them through Goma. A third of them are children.").figures
    assert [f.kind for f in figures] == ["displaced", "displaced", "other"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two countries have quarrelled for a century.",  # spoken of, not counted
        "Talks between these three neighbours went on.",
        "Troops of 4 Armoured Brigade held the ridge.",  # a unit's number
        "Elements of 2 Division left.",
        "The thieves took N1.3 billion.",  # money by its letters
        "They crossed into the rebels' half of the city.",  # which part, not how much
        "Activists of the Hama 24 network spoke.",
        "The next one will be issued in May.",
        "They took the hill without a single loss.",
        "Pupils under the age of 18 stayed.",
        "The siege has gone on for three and a half years.",
        "Its rents are three times their worth.",  # a factor
    ],
)
def test_it_finds_no_figure(reading, sentence):
    assert reading(sentence).figures == []
