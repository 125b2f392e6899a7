"""A ledger of sources: a sentence with a figure, who says it, and of what kind that is."""

import pytest

LEDGER = [
    ("The Syrian Observatory for Human Rights said 12 people died.", "Syrian Observatory for Human Rights", "monitor"),
    ("Twelve people died, the Observatory said.", "Syrian Observatory for Human Rights", "monitor"),
    ("Twelve people died, according to the Observatory.", "Syrian Observatory for Human Rights", "monitor"),
    ("State news agency SANA said on Sunday that 12 people died.", "SANA", "state_media"),
    ("Twelve people died, said a spokesman for the US-led coalition.", "US-led coalition", "military"),
    ("LNA spokesman Ahmed al-Mismari put the dead at 12.", "Ahmed al-Mismari", "military"),
    ("Prime Minister Haider al-Abadi said 12 people died.", "Haider al-Abadi", "government"),
    ("A medical source put the dead at 12.", "medical source", "medical"),
    ("Twelve people died, residents said.", "residents", "residents"),
    ("Doctors Without Borders (MSF) treated 12 wounded people.", "Medecins Sans Frontieres", "ngo"),
    ("UNICEF fears as many as 12 children died.", "UNICEF", "un"),
    ("The interior ministry had given a toll of 12 dead.", "interior ministry", "government"),
    ("A report published on Monday by Human Rights Watch counted 12 dead.", "Human Rights Watch", "ngo"),
    ("Moscow said 12 people died.", "Russia", "government"),
    ("“We buried 12 people,” a teacher told Reuters by telephone.", "teacher", "residents"),
    ("The city council said 12 people died.", "city council", "government"),
    ("Twelve people died (hospital source).", "hospital source", "medical"),
    ("The toll is 12 dead, by Israeli tallies.", "Israel", "government"),
    ("The head of the camp, Amina Osman, said 12 people died.", "Amina Osman", "government"),
    ("The agency quoted the health ministry as saying 12 people died.", "health ministry", "medical"),
    ("IS said in a message that 12 people died.", "Islamic State", "armed_group_media"),
    ("IS, in a message by its own agency, claimed to have killed 12 people.", "Islamic State", "armed_group_media"),
    ("The mayor, Lt. Col. Amin Haddad, said 12 people died.", "Amin Haddad", "government"),
    ("The raid killed 12 people, by the health ministry's first count.", "health ministry", "medical"),
    ("A claim by Syrian rebels that 12 people died could not be checked.", "Syrian rebels", "other"),
    ("The dead are put at 12 by the governor.", "governor", "government"),
    ("The United Nations' figure for the dead is 12.", "United Nations", "un"),
    ("Twelve people died, read a statement from the governor of the north.", "governor of the north", "government"),
    ("The mayor put out a statement saying 12 people died.", "mayor", "government"),
    ("Government tally as of Friday: 12 people died.", "Government", "government"),
    ("Twelve people died, in the words of a local doctor.", "local doctor", "medical"),
    ("Twelve people died, reported the human rights network RNDX.", "human rights network RNDX", "monitor"),
    ("The army, which says it killed 12 people, did not comment.", "government forces", "military"),
    ("The army has killed 12 people, it announced.", "government forces", "military"),
    ("The hospital in the camp treated 12 wounded.", "hospital in the camp", "medical"),
    ("Two Russian military bloggers put the dead at 12.", "two Russian military bloggers", "other"),
    ("Ukraine's Third Storm Corps reported that 12 people died.", "Third Storm Corps", "military"),
    ("According to the corps, 12 people died.", "corps", "other"),
    ("The director of the clinic, Amin Haddad, put Sunday's toll at 12 dead.", "Amin Haddad", "medical"),
    ("Rights groups accuse the army of holding 12 people.", "Rights groups", "ngo"),
    ("The police chief, Omar Diallo, said 12 people died.", "Omar Diallo", "military"),
    ("A presidential adviser, Ivan Kovach, said 12 people died.", "Ivan Kovach", "government"),
    ("The Hezbollah-run Al-Amal said 12 people died.", "Hezbollah-run Al-Amal", "armed_group_media"),
    ("The Hamas-run health ministry said 12 people died.", "Gaza health ministry", "medical"),
    ("A resistance fighter said 12 people died.", "resistance fighter", "armed_group_media"),
    ("Twelve people died, said Doctors Without Borders.", "Medecins Sans Frontieres", "ngo"),
    ("The army's Third Division said 12 people died.", "army's Third Division", "military"),
    ("Ankara's general staff said 12 people died.", "Turkish general staff", "military"),
    ("Syria's navy said 12 people died.", "Syrian navy", "military"),
    ("The U.N. children's fund said 12 people died.", "UNICEF", "un"),
    ("The U.S. Central Command said 12 people died.", "US Central Command", "military"),
    ("Two residents reached by phone said 12 people died.", "two residents", "residents"),
    # who studies, officials of an army, people of a trade or of none
    ("Analysts at Airwars said 12 people died.", "Airwars", "monitor"),
    ("Task force officials said 12 people died.", "Task force officials", "military"),
    ("A sergeant of the guard said 12 people died.", "sergeant of the guard", "military"),
    ("Omar Diallo, a carpenter, said 12 people died.", "Omar Diallo", "residents"),
    ("Umm Salim said 12 people died.", "Umm Salim", "residents"),
    ("Omar Diallo of UNICEF said 12 people died.", "Omar Diallo", "un"),
    # the state's own: a minister, its rescuers, the paper on its side
    ("Health Minister Amin Haddad said 12 people died.", "Amin Haddad", "government"),
    ("The civil defence agency said 12 people died.", "civil defence agency", "government"),
    ("The pro-government daily Al-Nahar said 12 people died.", "Al-Nahar", "state_media"),
    (
        "The Delta Institute for Conflict Studies said 12 people died.",
        "Delta Institute for Conflict Studies",
        "monitor",
    ),
    ("The Darfur Doctors Union said 12 people died.", "Darfur Doctors Union", "medical"),
    ("A local councilman said 12 people died.", "local councilman", "government"),
    # what a man is, not whom he met
    ("Yusuf Demir, a baker who hid until soldiers came, said 12 people died.", "Yusuf Demir", "residents"),
    # an office and a name, in either order
    ("According to its mayor, Kwame Addo, the town hospital treated 12 wounded.", "Kwame Addo", "government"),
    ("The clinic took in 12 wounded, according to its director, Samira Haddad.", "Samira Haddad", "medical"),
    ("Yusuf Demir, the governor of the province, said 12 people died.", "Yusuf Demir", "government"),
    ("Twelve people died, said Yusuf Demir, the provincial governor.", "Yusuf Demir", "government"),
    ("According to Hafiz Rahimi, head of the provincial council, 12 people died.", "Hafiz Rahimi", "government"),
    ("A member of the provincial council said 12 people died.", "member of the provincial council", "government"),
    ("Fatuma Ali, 45, a resident of the town, said gunmen had killed 12 people.", "Fatuma Ali", "residents"),
    ("Fatuma Ali, whose house was burnt down, said gunmen killed 12 people.", "Fatuma Ali", "residents"),
    # who speaks for a body is of its kind
    ("UNICEF said a school was hit. Its chief, Maria Berg, said 12 people died.", "Maria Berg", "un"),
    ("Oxfam runs the camp. Its country head, Anna Berg, said 12 people died.", "Anna Berg", "ngo"),
    ("The Observatory's head Rami Haddad told AFP that 12 people died.", "Rami Haddad", "monitor"),
    ("Houthi military spokesman Amin Saree said 12 people died.", "Amin Saree", "armed_group_media"),
    ("The head of the Oxfam office in Sanaa said 12 people died.", "head of the Oxfam office in Sanaa", "ngo"),
    ("The White Helmets dug all day. Their coordinator said 12 people died.", "White Helmets", "medical"),
    ("A junta spokesman said 12 people died.", "government forces", "government"),
    # losses owned up to, tolls put higher
    ("The army admitted losing 12 men.", "government forces", "military"),
    ("Hamas has owned up to the loss of 12 men.", "Hamas", "armed_group_media"),
    ("A hospital official put the toll higher, saying 12 people had died.", "hospital official", "medical"),
    ("A rival count by the opposition has 12 people killed.", "opposition", "other"),
    # an agency passes on what an office said
    ("State television said 12 people died, citing the health ministry.", "health ministry", "medical"),
    ("Citing hospital sources, the daily said 12 people died.", "hospital sources", "medical"),
    ("Twelve people died, state news agency SANA reported, citing a military source.", "military source", "military"),
    ("Russian agencies cited the mayor as saying 12 people died.", "mayor", "government"),
    # a movement's own agency and channels
    (
        "IS claimed the attack on its Amaq agency, saying it had killed 12 soldiers.",
        "Islamic State",
        "armed_group_media",
    ),
    ("The Houthis' Al-Masirah television said 12 people died.", "Al-Masirah", "armed_group_media"),
    ("In a post on X the army said 12 rebels died.", "government forces", "military"),
    ("On its channel the jihadist group Boko Haram said 12 people died.", "Boko Haram", "armed_group_media"),
    # whose count, whose claim
    ("More than 12 people died, according to an AFP tally from official figures.", "AFP", "wire"),
    ("Twelve people died, according to figures compiled by AFP.", "AFP", "wire"),
    ("Twelve people died, according to a count by the Observatory.", "Syrian Observatory for Human Rights", "monitor"),
    ("The government dismissed a rebel claim that 12 soldiers died.", "rebels", "other"),
    ("A claim of 12 dead by Hamas could not be checked.", "Hamas", "armed_group_media"),
    ("Some 12 people fled (source: UNHCR/IOM).", "UNHCR", "un"),
    (
        "Twelve people died, according to local authorities and aid groups.",
        "local authorities and aid groups",
        "government",
    ),
    (
        "Hezbollah beat back the attack. Twelve people died, one of their commanders said.",
        "Hezbollah",
        "armed_group_media",
    ),
    # a state's office has one name
    ("The health ministry in Beirut said 12 people died.", "Lebanese health ministry", "medical"),
    ("Twelve people died in Sudan, the ministry of health said.", "Sudanese health ministry", "medical"),
    ("Khartoum's army-aligned health ministry said 12 people died.", "Sudanese health ministry", "medical"),
    ("The defence ministry in Moscow said 12 people died.", "Russian Ministry of Defence", "government"),
    ("The government in Addis Ababa said 12 people died.", "Ethiopian government", "government"),
    ("Britain's defence ministry said 12 people died.", "UK Ministry of Defence", "government"),
    # forces are military, whoever's; movements are not; rebels of no name are other
    ("The Rapid Support Forces said 12 people died.", "Rapid Support Forces", "military"),
    ("The Arakan Army said 12 people died.", "Arakan Army", "military"),
    ("The Taliban said 12 people died.", "Taliban", "armed_group_media"),
    ("A rebel commander said 12 people died.", "rebel commander", "military"),
    ("A rebel spokesman said 12 people died.", "rebel spokesman", "armed_group_media"),
    # what else is said of a count, and by whom
    ("Witnesses described seeing 12 bodies.", "Witnesses", "residents"),
    ("Aid agencies fear that 12 people died.", "Aid agencies", "ngo"),
    ("Hezbollah mourned 12 of its fighters.", "Hezbollah", "armed_group_media"),
    ("Amin Haddad, who heads the provincial council, said 12 people died.", "Amin Haddad", "government"),
    ("“We have 12 wounded,” said Dr Hassan Idris, who runs the clinic.", "Hassan Idris", "medical"),
    ("UNHCR figures put the number of displaced at 12.", "UNHCR", "un"),
    # where it was said stands behind the verb
    (
        "Twelve people died, Britain's defence ministry said in its daily bulletin.",
        "UK Ministry of Defence",
        "government",
    ),
    ("Twelve people died, the governor wrote on his Telegram channel.", "governor", "government"),
    (
        "A rocket struck a house, killing 12 people, said Osama Ali, spokesman for the ambulance.",
        "Osama Ali",
        "medical",
    ),
    # kinds by all the words of a phrase
    ("The town's civil defence agency said 12 people died.", "town's civil defence agency", "government"),
    ("A civil society group said 12 people died.", "civil society group", "ngo"),
    ("Humanitarian organizations said 12 people died.", "Humanitarian organizations", "ngo"),
    ("A Reuters witness said 12 people died.", "Reuters witness", "wire"),
    ("GNA fighters said 12 people died.", "Government of National Accord", "military"),
    ("The Bui Unity Warriors said 12 people died.", "Bui Unity Warriors", "armed_group_media"),
    ("Oxfam on Sunday raised to 12 the number of people killed.", "Oxfam", "ngo"),
    # many who report, at the end of the sentence
    ("Twelve people died, local authorities report.", "local authorities", "government"),
    ("Twelve people died in the flood, police report.", "police", "government"),
    # whose statement, whose claim, whose pictures, whose count
    ("We know of a statement by the Hamas-run health ministry that 12 people died.", "Gaza health ministry", "medical"),
    ("He called false the claim of Hamas, spread by some sites, that 12 people died.", "Hamas", "armed_group_media"),
    ("Satellite images analysed by Airwars show that 12 people died.", "Airwars", "monitor"),
    ("In a UN count published in May, 12 people died.", "United Nations", "un"),
    ("The council's head gave another version, telling AFP that 12 people died.", "council's head", "government"),
    ("The Observatory offered a different count, 12 dead.", "Syrian Observatory for Human Rights", "monitor"),
    ("A captain of the guard spoke to AFP of 12 dead.", "captain of the guard", "military"),
    # past an aside that tells where, or begins with an article of another tongue
    ("A nurse in Bor, 30 km (19 miles) to the north, said 12 people died.", "nurse in Bor", "medical"),
    ("Hamas, el Qassam's parent, said 12 people died.", "Hamas", "armed_group_media"),
    ("The group's radio, Al-Nasr, spoke of 12 dead.", "Al-Nasr", "armed_group_media"),
    ("The Northern Room, an alliance of rebels formed on Friday, said 12 people died.", "Northern Room", "military"),
    # the head of a house that goes by no name
    ("Fire swept through the town's prison, killing 12, its director said.", "prison director", "government"),
    ("The army's 4th Armoured Brigade said 12 people died.", "army's 4th Armoured Brigade", "military"),
    ("The Coastal Relief Coalition said 12 people fled.", "Coastal Relief Coalition", "ngo"),
    ("“There were 12 men,” said a 40-year-old baker who hid in a barn.", "baker", "residents"),
    # a longer name than the one that is known, and a general word behind a name
    ("The Kordofan Security Council said 12 people died.", "Kordofan Security Council", "government"),
    ("Twelve people died, the DeepState monitoring group said.", "DeepState", "monitor"),
    ("The Local Harvest Committees said 12 people died.", "Local Harvest Committees", "residents"),
    ("DeepState shows 12 villages in enemy hands.", "DeepState", "monitor"),
    # whose men they are; whom they fight; the first of two
    ("Chechen fighters of Hamas said 12 people died.", "Hamas", "armed_group_media"),
    ("Local forces battling Hamas said 12 people died.", "Local forces", "military"),
    ("Twelve people died, Ukraine's military and Moscow said.", "Armed Forces of Ukraine", "military"),
    ("The opposition in Juba says 12 people died.", "opposition in Juba", "other"),
    ("Two detainees told our staff that 12 people died.", "two detainees", "residents"),
    ("Twelve people died, police of the northern region report.", "police of the northern region", "government"),
    ("Twelve people died, the health ministry in Gaza said.", "Gaza health ministry", "medical"),
    ("Twelve people died, the Palestinian health ministry said.", "Palestinian health ministry", "medical"),
    # kinds: a life told behind the name, a spokesman of what fights, the army of a state told before
    ("“We hid for a day,” said Elif Demir, 58, who had lost 12 sheep.", "Elif Demir", "residents"),
    ("Amin Haddad, a spokesman for the operation, said 12 people died.", "Amin Haddad", "military"),
    ("Turkey sent tanks. Its general staff said 12 people died.", "Its general staff", "military"),
    ("President Amina Osman went to Cairo. Osman said 12 people died.", "Osman", "government"),
    ("The two foreign ministries said 12 people died.", "two foreign ministries", "government"),
    ("An AFP team counted 12 dead.", "AFP team", "wire"),
    ("The mayor, Amin Haddad, gave a third count: 12 dead.", "Amin Haddad", "government"),
    ("Oxfam said it would stay. Its field hospital has received 12 wounded.", "Oxfam", "ngo"),
    ("RAIDERS BURNT TWO BARNS AT HIT, WHERE RESIDENTS REPORTED 12 DEAD.", "RESIDENTS", "residents"),
    ("The old beekeeper said 12 people died.", "old beekeeper", "other"),  # an open class
]


@pytest.mark.parametrize(("sentence", "name", "kind"), LEDGER)
def test_the_figure_has_its_source(reading, sentence, name, kind):
    document = reading(sentence)
    source = document.sources[document.figures[-1].source]
    assert (source.name, source.kind) == (name, kind)


def test_the_wire_itself_is_nobody(reading):
    document = reading("Twelve people died in the raid.")
    assert document.figures[0].source is None
    assert document.sources == []


@pytest.mark.parametrize("pronoun", ["It", "The agency"])
def test_a_pronoun_leads_back(reading, pronoun):
    document = reading(f"The UN refugee agency said 12 people died. {pronoun} added that 30 people fled.")
    assert [s.name for s in document.sources] == ["UNHCR"]
    assert document.sources[0].sentences == [0, 1]
    assert document.figures[1].source == 0


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (
            "The Kivu Security Tracker counted 15 dead.",
            "The monitor said 12 people were women.",
            "Kivu Security Tracker",
        ),
        ("Hezbollah shelled the base on Monday.", "The group said 12 people died.", "Hezbollah"),
        ("The mayor spoke to reporters on Monday.", "“We lost 12 people,” he said.", "mayor"),
        ("Governor Ivan Petrenko said 15 people were hurt.", "Twelve are in hospital.", "Ivan Petrenko"),
        (
            "The Observatory gave a breakdown.",
            "Twelve of the dead were civilians.",
            "Syrian Observatory for Human Rights",
        ),
        (
            "The army spokesman said 15 rebels died.",
            "The same spokesman said 12 people were captured.",
            "government forces",
        ),
    ],
)
def test_a_noun_leads_back(reading, before, after, name):
    document = reading(f"{before} {after}")
    assert document.sources[document.figures[-1].source].name == name
    assert len(document.sources) == 1


def test_a_quotation_goes_on_with_its_speaker(reading):
    document = reading("“We buried five people,” a teacher told AFP. “Then 20 people fled.”")
    assert [f.source for f in document.figures] == [0, 0]


def test_a_clipped_sentence_goes_on_with_its_speaker(reading):
    document = reading("Eight soldiers died in the town, a spokesman said. The other three were killed in the port.")
    assert document.figures[-1].source == 0


def test_what_also_happened_elsewhere_is_told_by_nobody(reading):
    document = reading("The army said it hit 40 tunnels. Three civilians have also been killed in Israel.")
    assert [f.source for f in document.figures] == [0, None]


def test_a_clause_on_a_place_says_nothing_of_the_distance_before_it(reading):
    document = reading("That leaves Raqa, 80 kilometres down the river, which Abadi said his men would enter soon.")
    assert [f.source for f in document.figures] == [None]


def test_a_new_source_ends_the_old_one(reading):
    document = reading("The army said 250 fighters died; residents said 13 people were killed.")
    assert [document.sources[f.source].name for f in document.figures][1] == "residents"


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor spoke of 14 dead, the rebels of 40.",
        "A doctor counted 14 dead and a nurse 40.",
        "Residents spoke of 14 dead; the army of at least 40 killed.",
        "The mayor put the dead at 14, hospital officials at 40.",
        "A police officer told us of 14 dead, and the mayor of 40.",
        "The ministry reported 14 dead while the UN counted 40.",
    ],
)
def test_a_second_speaker_needs_no_verb_of_his_own(reading, sentence):
    document = reading(sentence)
    assert [f.low for f in document.figures] == [14, 40]
    assert len({f.source for f in document.figures} - {None}) == 2


def test_a_word_with_a_sentences_capital_is_no_name(reading):
    document = reading("Damage assessment revealed that 12 people died. Additional troops reported.")
    assert not [s for s in document.sources if s.name in ("Damage", "Additional")]


def test_an_office_is_that_of_its_own_section(reading):
    text = "GAZA\n\nThe Hamas-run health ministry said 12 died.\n\nSYRIA\n\nThe health ministry said 30 died."
    document = reading(text)
    assert [document.sources[f.source].name for f in document.figures] == [
        "Gaza health ministry",
        "Syrian health ministry",
    ]


def test_its_count_is_that_of_who_spoke_last(reading):
    document = reading("UNHCR said 30 people fled. The town now shelters 12 families, by its count.")
    assert [document.sources[f.source].name for f in document.figures] == ["UNHCR", "UNHCR"]


def test_what_a_body_did_it_goes_on_telling(reading):
    document = reading("The M23 announced that it killed 12 soldiers. It recovered 14 rifles and freed 2 hostages.")
    assert {f.source for f in document.figures} == {0}


def test_what_was_said_is_no_speaker(reading):
    document = reading("Residents, cut off since May, said armed men blew up 12 wells.")
    assert [s.name for s in document.sources] == ["Residents"]


def test_nobody_is_no_speaker(reading):
    assert reading("No group has claimed the attack, which killed 12 people.").sources == []


def test_two_tolls_are_both_kept(reading):
    document = reading("Medics said 12 people died. The government said 30 people died.")
    assert [(f.low, document.sources[f.source].name) for f in document.figures] == [(12, "Medics"), (30, "government")]


def test_sana_is_not_sanaa(reading):
    (source,) = reading("SANA said 12 people died.").sources
    assert source.kind == "state_media"


def test_passive_words_are_no_speakers(reading):
    assert reading("Twelve people were reported killed.").sources == []


def test_editors_aliases_are_heard(lexicon, names):
    from reports.extraction import read

    desk = lexicon.with_aliases(sources=[("Night Watch", "Syrian Observatory for Human Rights")])
    document = read("Night Watch said 12 people died.", desk, names)
    assert document.sources[0].name == "Syrian Observatory for Human Rights"
    assert desk.fingerprint != lexicon.fingerprint
    assert lexicon.with_aliases() is lexicon


def test_what_somebody_owns_is_no_speaker(reading):
    document = reading(
        "The charity, whose clinic near the port usually reported five patients a day, closed on Sunday."
    )
    assert not [s.name for s in document.sources if s.name.startswith("whose")]


def test_a_hospital_is_not_heard_where_a_doctor_speaks(reading):
    document = reading("The hospital received 12 wounded, a teacher said.")
    assert [s.name for s in document.sources] == ["teacher"]


def test_a_body_may_be_named_before_it_speaks(reading):
    document = reading("Looters broke into a World Food Programme store. The agency said 12 people were hurt.")
    assert document.sources[document.figures[-1].source].name == "World Food Programme"


def test_somebody_without_a_name_does_not_take_the_object_for_a_speaker(reading):
    document = reading("The army admitted the loss of a colonel and said 12 people died.")
    assert [s.name for s in document.sources] == ["government forces"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shelling resumed after a ceasefire announced by Turkey ran out in Aleppo.",
        "A lull declared by the mayor lasted three hours.",
        "A corridor promised by Russia stayed shut.",
    ],
)
def test_what_somebody_announces_does_not_speak(reading, sentence):
    assert [s.name for s in reading(sentence).sources] == []


@pytest.mark.parametrize("whom", ["More than 4,000 fighters", "The rebels"])
def test_those_who_are_spoken_of_do_not_speak(reading, whom):
    document = reading(f"The Red Cross said 12 people died. {whom} left overnight, it said, and 30 people fled.")
    assert [s.name for s in document.sources] == ["International Committee of the Red Cross"]
    assert document.sources[0].sentences == [0, 1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Whoever spoke before goes on: by a pronoun in mid-sentence, an earlier count, the victims of what was told
        ("UNICEF said 250 had died. They include 13 guards. Nine boys, it added, were shot in a barn.", "UNICEF"),
        ("The ombudsman says 200 died. An earlier count had put the dead at 32.", "ombudsman"),
        ("A lorry hit a mine, the governor said. Three drivers were killed and seven people hurt.", "governor"),
        # ... but not whoever speaks beside the event, in a clause of its own
        ("A shell fell on a quay, a day after the mayor promised calm. Three sailors were killed.", None),
        ("The WHO runs a hospital there, it says. Its teams treated 31 guards.", "World Health Organization"),
        # ... but a share of other people is no more of what was said
        ("The mayor said nine died. Half of the valley's 50,000 inhabitants have left.", None),
        # The subject behind a fronted phrase speaks of its own deeds
        ("Since Monday, the Ukrainian army has beaten off 160 assaults, it said.", "Armed Forces of Ukraine"),
        ("Turkey denied it. As for UNICEF, it documented the killing of 322 boys.", "UNICEF"),
        # Somebody of no name behind the verb, not the first of those who were killed
        ("The chief, a cook and eight boys were killed, said a fisherman who got away.", "fisherman"),
        # A desk or a man of a party is the party; its statement leads back to it, to the end of the paragraph
        ("An RSF officer said 60 guards had been killed.", "Rapid Support Forces"),
        ("A note issued by the media centre of the Arakan Army told of a raid. It said 40 men died.", "Arakan Army"),
        ("Hamas said it was ready. According to the statement, a raid began. In the west, it took 14 men.", "Hamas"),
        # Things that show it, bodies that look into it, and who owns up to it
        ("Satellite images appear to show 400 burnt huts.", "Satellite images"),
        ("The provincial council is checking reports that 22 guards were shot.", "provincial council"),
        ("UNICEF says 90 boys may have died, while the RSF admits to 15 deaths.", "Rapid Support Forces"),
        ("The Centre for Documentation of Violations said 15 guards died.", "Centre for Documentation of Violations"),
        ("UNICEF says it was shocked. The agency's own records show 15 guards died.", "UNICEF"),
        (
            "Medics counted nine. Syria's interior ministry condemns it. It says 15 guards died.",
            "Syrian interior ministry",
        ),
        ("The Uganda Red Cross said 15 guards died.", "Uganda Red Cross"),
        ("UNICEF said it was shocked. According to it, 15 guards died.", "UNICEF"),
        # What is told of those counted has no speaker, whoever told it
        ("The port was shelled. Over 40 sailors reported killed on Friday.", None),
        ("The port was shelled. At least 40 sailors were hurt, 12 feared dead.", None),
        # ... but a clause that hangs on them has one
        ("That brings to 40 the number of sailors, among them nine boys, whom UNICEF says have drowned.", "UNICEF"),
        ("The port lost 40 men who the army said were rebels.", "government forces"),
        # A known body in brackets, behind a day as behind any word
        ("• 1,200 families driven from the valley since 3 May (UNHCR)", "UNHCR"),
        # A desk, an officer or a paper by no name: of the body that is spoken of
        ("Hamas shelled a post. There were nine dead in its ranks, its press office said.", "Hamas"),
        ("UNICEF teams fed nine boys. We have little left, the coordinator said: 40 boys went without.", "UNICEF"),
        ("UNHCR closed its office. MSF's clinic lost nine nurses, the organisation said.", "Medecins Sans Frontieres"),
        ("The armed forces have lost 38 men this year, according to their own figures.", "government forces"),
        ("The Interior Ministry's morning bulletin is out: 38 people died.", "Interior Ministry"),
        (
            "Russia's defence ministry said it was over. The ministry in Moscow said 38 men died.",
            "Russian Ministry of Defence",
        ),
        ("Israel's army said it was over. According to the same military, 38 men died.", "Israel Defense Forces"),
        ("The Baloch Liberation Army said it attacked. The group put its dead at 38.", "Baloch Liberation Army"),
        # A clause of who speaks stands before the verb, or what he could do
        ("Two port officials who spoke on condition of anonymity put the toll at 38 dead.", "two port officials"),
        ("UNICEF could confirm at least 38 deaths.", "UNICEF"),
        # Whom a quotation tells of does not speak it
        ("UNICEF said it was shocked. “The army lost 38 men,” it said.", "UNICEF"),
        # Two states that speak with one voice: the first
        ("New Delhi and Kabul both said 38 men died.", "India"),
        # Two known bodies as well
        ("The BBC and UNICEF have named 38 men killed.", "BBC"),
        # A quotation that opens in one sentence is spoken by whoever is named where it closes
        ("“I counted 38 dead. I know most of them,” said Omar Diallo, a baker.", "Omar Diallo"),
        # Verbs of no speech, by which a count has an owner
        (
            "SANA reported six dead; the Syrian Observatory for Human Rights had 38.",
            "Syrian Observatory for Human Rights",
        ),
        ("The mayor spoke of nine. UNICEF had a lower figure, 38 dead.", "UNICEF"),
        ("The mayor said nine died. A higher count of 38 dead comes from UNICEF.", "UNICEF"),
        ("The governor said nine died. UNICEF was told by two residents that 38 boys died.", "two residents"),
        ("The Taliban said it was over, and own up to 38 losses.", "Taliban"),
        ("President Omar Diallo hopes to bring home 38 hostages.", "Omar Diallo"),
        ("The clinic took in 38 people with burns.", "clinic"),
        ("The mayor put the dead at six; UNICEF, at 38.", "UNICEF"),
        ("Hamas admits the loss of six fighters and Hezbollah of 38.", "Hezbollah"),
        ("The governor gave 38 dead and nine hurt.", "governor"),
        ("Up to 40,000 boys would be driven out, UNICEF fears.", "UNICEF"),
        # ... but forces, and who has people, say nothing
        ("The Third Division, 400 strong, hopes to reach the port.", None),
        ("UNICEF has 38 nurses in the valley.", None),
        # A toll brought up to date is of whoever told the last deaths
        ("Six people died, UNICEF said. The deaths bring to 38 the number of boys killed.", "UNICEF"),
        # ... and so is a part of those just told, what died of them, and what the event cost, in the same paragraph
        ("UNHCR says 900 people came. Some 38 of them are ill.", "UNHCR"),
        ("The surgeon said she treated 40 men. Six died on the table.", "surgeon"),
        ("The army said five men fell. Two lorries had been lost.", "government forces"),
        ("UNHCR says it was shocked.\n\nThe port is full. Some 38 of them are ill.", None),
        # Who blames somebody for a count tells it; who is blamed does not
        ("The mayor blamed a gang for 38 deaths.", "mayor"),
        ("The port fell to a gang blamed for 38 deaths.", None),
        # The speaker before goes on where what he tells is that others counted
        ("The mayor said inspectors had already documented 38 raids.", "mayor"),
        ("Doctors Without Borders has so far registered 38 births.", "Medecins Sans Frontieres"),
        ("At least 38 people died, Reuters reporters counted.", "Reuters reporters"),
        # A title with a full stop, a clause behind "that", a noun that ends the name of one who spoke
        ("About 38 men fell, Army Col. Omar Diallo, a spokesman for the coalition, said in Goma.", "Omar Diallo"),
        ("Army spokesman Col. Omar Diallo put the dead at 38.", "Omar Diallo"),
        ("A colonel in the corps that fights for the president said 38 men fell.", "colonel in the corps"),
        (
            "The Security Service of Ukraine said nine fled. The service estimates 38 are left.",
            "Security Service of Ukraine",
        ),
        # Who treats people in a clause of its own; whose officials, spokeswoman or army it is
        ("Hamas said it was over, and MSF treated 38 people.", "Medecins Sans Frontieres"),
        ("UNHCR said nine came. Stores of UNICEF were looted and 38 lorries taken, a spokeswoman said.", "UNICEF"),
        (
            "The Somali Red Crescent took 38 bodies away, one of the organisation's officials said.",
            "Somali Red Crescent",
        ),
        ("Kenya denied it. Its military said 38 men fell.", "Kenyan armed forces"),
        ("An adviser to the RSF said 38 men fell.", "Rapid Support Forces"),
        # No speaker: a remark in brackets
        ("(all times local) A boat sank with 38 men.", None),
        # A count by somebody's rival, by a tally that he keeps, by a clause without a verb of its own
        ("The mayor said nine fled; the Syrian Red Crescent had it at 38.", "Syrian Red Crescent"),
        ("The Observatory has 40 helpers in the valley.", None),
        ("A tally kept by Reuters shows that 38 men fell.", "Reuters"),
        ("The army said it was over, and UNICEF that 38 boys died.", "UNICEF"),
        ("The mayor spoke of nine; the coalition admits 38.", "coalition"),
        ("Six farms burnt, police chief Omar Diallo said, denying reports of 38 dead.", "Omar Diallo"),
        # Whoever cites answers for it, wires and stations apart; a station that quotes passes on
        ("UNICEF, citing survivors, said 38 boys died.", "UNICEF"),
        ("SANA, citing the governor, said 38 boys died.", "governor"),
        ("UNICEF, quoted by local radio, counted 38 dead.", "UNICEF"),
        # What persons and helpers mean to do they have told
        ("UNICEF plans to feed 38,000 boys.", "UNICEF"),
        ("The rebels plan to send 38 men.", None),
        # The count that stands beside is another's
        ("The mayor said nine died, down from an Interior Ministry count of 38.", "Interior Ministry"),
        ("The rebels said they lost nine men, and that 38 are left, by Turkish estimates.", "Turkey"),
        ("Six died, the mayor said, up from the 38 that UNICEF reported on Sunday.", "UNICEF"),
        ("The front is within 38 kilometres, satellite images published on Sunday show.", "satellite images"),
        # A body's man by his name; what was found, with nothing behind the verb
        ("The UN’s Omar Diallo said 38 men died.", "Omar Diallo"),
        ("Over 38 huts burnt, the agency UNICEF found.", "UNICEF"),
        # Two who give a number in the passive; whose toll it is, and of what; one of many
        ("The losses are put at nine by UNICEF and at 38 by the mayor.", "mayor"),
        ("In the latest toll from UNICEF, 38 boys died.", "UNICEF"),
        ("The toll from Sunday’s raids rose to 38.", None),
        ("One of the survivors said 38 men died.", "survivors"),
        # A known body alone before a colon, or named as the source in brackets behind a place
        ("UNHCR: 3,800 families came by boat.", "UNHCR"),
        ("• Some 3,800 families driven out of Goma (source: UNHCR).", "UNHCR"),
        # The people who own a channel do not speak in its stead
        ("The rebels’ Al-Masirah television mentioned no town. It said 38 men died.", "Al-Masirah"),
    ],
)
def test_the_last_count_has_its_source(reading, text, name):
    document = reading(text)
    source = document.figures[-1].source
    assert (document.sources[source].name if source is not None else None) == name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kyiv says 12 drones shot down, admits losing 4 men", ["Ukraine", "Ukraine"]),
        ("Oxfam, which first spoke of 4 dead, on Sunday put the toll at 12.", ["Oxfam", "Oxfam"]),
        ("The ministry lost 4 men and put the rebel dead at 12.", ["ministry", "ministry"]),
        ("Diplomats put the garrison at 4,000 men and the attacking force at 12,000.", ["Diplomats", "Diplomats"]),
        ("According to the Relief Union, 4 fled. The same group gives a toll of 12.", ["Relief Union", "Relief Union"]),
        ("Ministry spokesman Amin Haddad counted 4 dead. The ministry says 12 died.", ["Amin Haddad", "ministry"]),
    ],
)
def test_two_counts_of_one_speaker(reading, text, who):
    document = reading(text)
    assert [document.sources[f.source].name for f in document.figures] == who


def test_it_is_not_many(reading):
    document = reading("NATO flew sorties, it said. Rebels said they took 30 men. It denied that 12 people died.")
    assert [document.sources[f.source].name for f in document.figures] == ["rebels", "NATO"]


def test_what_an_aside_tells_of_a_speaker_he_does_not_say(reading):
    document = reading("The army, which had 120 men in the town, said 12 people died.")
    assert [f.source for f in document.figures] == [None, 0]


def test_a_statement_is_no_speaker_where_it_says(reading):
    document = reading("Oxfam reported 4 dead. In a statement, it says 12 people fled.")
    assert [s.name for s in document.sources] == ["Oxfam"]


def test_what_a_party_did_before_it_spoke_it_does_not_say(reading):
    document = reading("Hamas shelled posts 12 kilometres from the port, and said it killed 40 men.")
    assert [f.source is None for f in document.figures] == [True, False]


def test_a_council_is_not_another_council(reading):
    document = reading("The Norwegian Refugee Council said 12 fled. The provincial council said 30 people died.")
    assert [document.sources[f.source].name for f in document.figures][1] == "provincial council"


def test_a_part_of_something_else_goes_on_with_nobody(reading):
    document = reading("The mayor said 12 people died. One of the city's two stations was closed by a drone strike.")
    assert document.figures[-1].source is None


def test_the_issuer_speaks_in_a_clause_of_its_own(reading):
    text = (
        "RED LAKE MONITOR\n\nWe recorded 12 deaths. We recorded 3 raids. The UN speaks of 90 dead; we can confirm 12."
    )
    document = reading(text)
    assert document.figures[-1].source == document.figures[0].source != document.figures[-2].source


def test_a_headline_is_the_wires_own_word(reading):
    document = reading("Raid on port kills 12\n\nTwelve people died in a raid on the port, medics said on Sunday.")
    title, lead = (f for f in document.figures if f.kind == "killed")
    assert (title.same_as is not None, title.source) == (True, None)
    assert document.sources[lead.source].name == "medics"


MORE_WORDS_OF_SPEECH = [
    ("Sixteen wards are open, according to WHO, and 61 have closed.", ["World Health Organization"] * 2),
    ("Civil society groups maintain that nine men died.", ["Civil society groups"]),
    ("Amnesty International has the names of 41 people abducted in May.", ["Amnesty International"]),
    ("The toll rose to 300, up from the 276 announced by the government.", [None, "government"]),
    ("The mayor says 19 were seized in the town, where 28 have died, according to medics.", ["mayor", "medics"]),
    ("Some 30 men have died since the army announced its offensive, nine of them officers.", [None, None]),
]


@pytest.mark.parametrize(("sentence", "sources"), MORE_WORDS_OF_SPEECH)
def test_a_speaker_is_known_by_more_words_than_said(reading, sentence, sources):
    document = reading(sentence)
    named = [None if f.source is None else document.sources[f.source].name for f in document.figures]
    assert [name and name.removeprefix("The ") for name in named] == sources
