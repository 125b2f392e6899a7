"""The ledger of roles: one line of text, a place, its role, and the rule that is tried."""

import pytest

LEDGER = [
    (
        "Rockets killed five people in Aleppo on Sunday, Syrian medics said.",
        "Aleppo",
        "event",
        "something happened there",
    ),
    ("BEIRUT, Dec 11 (AFP) -- Shells killed two in Aleppo, Syria, on Sunday.", "Aleppo", "event", "behind a dateline"),
    ("Syria said four died in clashes near the Turkish border.", "Turkish border", "event", "no spot but a border"),
    ("Syria said tanks had crossed the Turkish border in clashes.", "Turkish border", "context", "a border crossed"),
    (
        "Shells hit Aleppo near the Turkish border in Syria.",
        "Turkish border",
        "context",
        "beside a spot",
    ),
    (
        "Fighters came from areas near the Turkish border in Syria.",
        "Turkish border",
        "context",
        "came from there",
    ),
    ("Four killed in clashes near Turkish border in Syria", "Turkish border", "context", "a headline"),
    ("Two killed, 61 clashes in a day near Goma - Moscow", "Moscow", "metonym", "a headline is signed"),
    ("Moscow holds a part of Aleppo province in Syria.", "Moscow", "metonym", "a government holds ground"),
    ("Moscow estimates the dead of Goma at 40.", "Moscow", "metonym", "a government estimates"),
    ("Moscow had some 70,000 troops near Goma, officers said.", "Moscow", "metonym", "a government has troops"),
    ("Goma had 12 bombings on Sunday, officers in DR Congo said.", "Goma", "event", "a town has bombings"),
    ("Washington has announced new sanctions on Syria.", "Washington", "metonym", "a government announces"),
    ("Moscow did not regard the raid on Aleppo in Syria as an attack.", "Moscow", "metonym", "past a denial"),
    ("Moscow does not publish its losses in Syria.", "Moscow", "metonym", "what a government does not do"),
    ("Aleppo in Syria did not fall, medics said.", "Aleppo", "event", "what does not befall a town"),
    ("Troops entered Goma with the consent of Kigali.", "Kigali", "metonym", "whose leave they had"),
    ("Statements by Moscow that Aleppo in Syria fell are false.", "Moscow", "metonym", "what a government states"),
    ("The wars in Homs and Aleppo in Syria as of 1600 GMT Sunday:", "Homs", "context", "the report speaks of itself"),
    ("A raid killed two in Homs, Syria, as the war over Aleppo dragged on.", "Aleppo", "context", "what it is over"),
    ("The road from Homs to Aleppo in Syria is closed, medics said.", "Homs", "context", "one end of a road"),
    ("The road from Homs to Aleppo in Syria is closed, medics said.", "Aleppo", "context", "its other end"),
    ("Reinforcements sent from Aleppo reached Homs in Syria.", "Aleppo", "context", "whence they were sent"),
    ("The brigades, largely from Aleppo, took Homs in Syria.", "Aleppo", "context", "who they are"),
    ("Residents of Aleppo reported an explosion in Syria.", "Aleppo", "event", "they tell of home"),
    ("Two died in Homs, said Amal, 51, who had walked to Aleppo in Syria.", "Aleppo", "context", "a witness left"),
    ("He said by telephone from Aleppo that shells had hit Homs in Syria.", "Aleppo", "context", "where he sits"),
    ("Aleppo authorities reported that shells had hit Homs in Syria.", "Aleppo", "context", "whose office it is"),
    ("An Aleppo provincial councillor said shells had hit Homs in Syria.", "Aleppo", "context", "which office"),
    ("War has left nine million in need of aid in Aleppo, the UN said.", "Aleppo", "context", "where they need it"),
    (
        "Rebels vowed on Friday to carry the fight to Aleppo, Syrian medics said.",
        "Aleppo",
        "context",
        "past the day of a vow",
    ),
    ("Raids have killed 90 since 5 December in villages around Aleppo in Syria.", "Aleppo", "event", "since a day"),
    ("Ninety have died since rebels entered Aleppo in Syria.", "Aleppo", "context", "since an event"),
    ("Some 300 people have been registered in Aleppo, Syria.", "Aleppo", "event", "people who came"),
    ("Six of them were killed, the central hospital in Aleppo in Syria said.", "Aleppo", "context", "it counts them"),
    (
        "A doctor at the city's Aleppo hospital in Syria told AFP of 12 dead.",
        "Aleppo hospital",
        "context",
        "so does he",
    ),
    ("Troops hold Homs, an oil town 90 kilometres north of Aleppo in Syria.", "Aleppo", "context", "an aside"),
    ("About 90 kilometres north of Aleppo, the town has been under siege.", "Aleppo", "context", "where the town lies"),
    ("Shells hit Homs in Syria. The base is some 90 kilometres from Aleppo.", "Aleppo", "context", "where it is"),
    ("Fighters in Homs, just inside Idlib, were trapped, Syrian medics said.", "Idlib", "context", "just inside it"),
    ("Rebels pushed towards the outskirts of Aleppo in Syria.", "Aleppo", "context", "not there yet"),
    ("In this village near Aleppo, nine Syrians were shot dead.", "Aleppo", "context", "a village is near it"),
    ("Troops cut the main route from Aleppo in Syria.", "Aleppo", "context", "which route it is"),
    ("Shells hit Homs in Syria, said a radio monitored in Aleppo.", "Aleppo", "context", "where it was heard"),
    ("Moscow denied that its jets had struck Aleppo in Syria.", "Moscow", "metonym", "a government denies"),
    ("Moscow's envoy arrived in Aleppo in Syria.", "Moscow", "metonym", "a government's envoy"),
    ("Moscow has given the rebels in Aleppo a week to leave.", "Moscow", "metonym", "a government sets a term"),
    ("Two valleys near Aleppo in Syria escape the control of Moscow.", "Moscow", "metonym", "a government controls"),
    ("Syria urged Ankara to pull back from Aleppo.", "Ankara", "metonym", "a government is spoken to"),
    ("Kigali and Moscow agreed on Sunday to talk about Goma.", "Kigali", "metonym", "two governments"),
    ("Shells killed two people in Moscow on Sunday, Russian medics said.", "Moscow", "event", "the town itself"),
    ("Kigali and Moscow will exchange 40 prisoners from Goma.", "Moscow", "metonym", "governments are to do it"),
    ("Moscow reacted to the raid on Aleppo in Syria with threats.", "Moscow", "metonym", "a government reacts"),
    ("Kigali and Moscow both deny the raid on Goma.", "Moscow", "metonym", "both of two governments"),
    ("Moscow's claim that Aleppo in Syria fell is false.", "Moscow", "metonym", "a government's claim"),
    ("A source in Moscow's FSB spoke of the raid on Aleppo in Syria.", "Moscow", "metonym", "a service of its"),
    ("The rebels fled from Idlib in Syria in the direction of Aleppo.", "Aleppo", "context", "a way of flight"),
    ("Some 900 people fled to Aleppo, Syrian medics said.", "Aleppo", "context", "they moved on"),
    ("Artillery fire from the town of Aleppo hit a mill in Syria.", "Aleppo", "context", "fired from there"),
    ("A bomb fell in Idlib, Syria, up the hill from Aleppo.", "Aleppo", "context", "up the hill from it"),
    ("Jets hit the besieged enclave outside Aleppo in Syria.", "Aleppo", "context", "it says where that lies"),
    ("Syria said militiamen from Aleppo had barred the way.", "Aleppo", "context", "who they are"),
    (
        "Aleppo, the town through which grain passes, lies 90 km from Idlib in Syria.",
        "Aleppo",
        "context",
        "where it lies",
    ),
    ("Rescuers treated two people for wounds in Aleppo, Syria.", "Aleppo", "event", "where they were hurt"),
    ("Four people were treated in Aleppo, Syria.", "Aleppo", "context", "who were hurt elsewhere"),
    ("Moscow's general staff spoke of raids on Aleppo in Syria.", "Moscow", "metonym", "whose army speaks"),
    ("Moscow's aircraft flew five raids on Aleppo in Syria.", "Moscow", "metonym", "whose jets they are"),
    (
        "Moscow, whose jets back the raid, says rebels keep families from leaving Aleppo.",
        "Moscow",
        "metonym",
        "past it",
    ),
    ("A convoy for Syria is expected in Aleppo this week.", "Aleppo", "context", "not there yet"),
    (
        "Troops took Petropavlivka, Kharkiv region, Ukraine, on Sunday.",
        "Kharkiv region",
        "context",
        "a region that locates",
    ),
    (
        "The Taliban seized Lashkar Gah in Helmand, Afghanistan, on Sunday.",
        "Helmand",
        "context",
        "a province that locates",
    ),
    (
        "A shell killed two in Kherson region's Olhivka, Ukraine, on Sunday.",
        "Kherson region",
        "context",
        "the larger one before",
    ),
    (
        "Rebels entered Gharyan, about 80 km south of Tripoli, Libya, on Sunday.",
        "Tripoli",
        "context",
        "it places another",
    ),
    ("Shells hit Xyzad near Mosul in Iraq on Sunday.", "Mosul", "context", "near it lies another"),
    ("Troops pushed towards Mosul in Iraq on Sunday.", "Mosul", "context", "not reached"),
    ("A strike cut supply lines to Mosul in Iraq on Sunday.", "Mosul", "context", "a line's end"),
    ("Dozens of wounded rebels were driven to hospitals in Misrata, Libya.", "Misrata", "context", "drove them there"),
    ("The wounded were taken to a hospital in Misrata, Libya, on Sunday.", "Misrata", "context", "took the wounded"),
    ("Fighters from Misrata seized Sirte in Libya on Sunday.", "Misrata", "context", "where they are from"),
    ("Fighters from Misrata seized Sirte in Libya on Sunday.", "Sirte", "event", "what they took"),
    (
        "An official in Tripoli, Libya, told AFP that Sirte was shelled on Sunday.",
        "Tripoli",
        "context",
        "who speaks there",
    ),
    (
        "In Benghazi, a spokesman said 20 Libyan soldiers were killed in Sirte on Sunday.",
        "Benghazi",
        "context",
        "a spokesman there",
    ),
    (
        "Kharkiv governor Oleh Syn said two were killed in Nikopol, Ukraine, on Sunday.",
        "Kharkiv",
        "context",
        "an office's place",
    ),
    ("Talks opened in Geneva on Sunday while shells fell on Aleppo in Syria.", "Geneva", "context", "where they meet"),
    ("In the Kherson direction, Ukrainian troops were shelled on Sunday.", "Kherson", "context", "a front's direction"),
    ("Ukrainian and Russian envoys met at noon (Kyiv time).", "Kyiv", "context", "a clock's town"),
    ("Troops reached the river Tigris in Iraq on Sunday.", "Tigris", "context", "a river is no spot"),
    ("Forces have yet to enter Sirte in Libya.", "Sirte", "context", "nothing happened yet"),
    ("Sirte is the birthplace of a former leader of Libya.", "Sirte", "context", "what a town is"),
    ("Families fled Basra for Hawija and Kirkuk, Iraq, on Sunday.", "Hawija", "context", "left one town for another"),
    ("Families fled Basra for Hawija and Kirkuk, Iraq, on Sunday.", "Kirkuk", "context", "a list goes on"),
    ("The rebels are fleeing towards Nyala in Sudan.", "Nyala", "context", "not reached in flight"),
    ("Tanks blocked the road to Goma, Congo, on Sunday.", "Goma", "event", "a road that was blocked"),
    (
        "Goma's hospital took in 40 of Sunday's wounded, an aid worker said.",
        "Goma",
        "context",
        "whose hospital took in",
    ),
    ("The clinic in the south of Goma has admitted 100 wounded.", "Goma", "context", "where the clinic is"),
    ("Two of the three bridges to Kherson, Ukraine, are gone.", "Kherson", "context", "bridges to it"),
    ("Drones hit a camp to avenge Sunday's strikes in Homs, Syria.", "Homs", "context", "what is avenged"),
    ("Men arrived in Goma, bringing their number in North Kivu to 900.", "North Kivu", "context", "a running count"),
    ("The column from Kirkuk is now close to Mosul.", "Kirkuk", "context", "whence a column comes"),
    ("Ten people died in the pocket, 35 miles southeast of Kunduz.", "Kunduz", "context", "an apposition"),
    ("Ten soldiers were killed 35 miles southeast of Kunduz.", "Kunduz", "event", "where it happened"),
    ("On Sunday, 20 km north of Kunduz, Afghanistan, ten soldiers died.", "Kunduz", "event", "a day is no town"),
    ("The garrison fled towards Nyala, Sudan, on Sunday.", "Nyala", "context", "fled towards, not into"),
    ("Rebels took Helmand capital on Sunday, Afghan officials said.", "Helmand", "context", "whose capital"),
    ("The town changed hands twice since May, when fighting erupted in Nyala.", "Nyala", "context", "since then"),
    ("Ten workers left the Xyz field, around 140 km northeast of Nyala.", "Nyala", "context", "where the field lies"),
    ("The president said in Kigali that shells had fallen on Goma.", "Kigali", "context", "he said it there"),
    ("Moscow and Paris on Sunday signed an accord on Syria.", "Moscow", "metonym", "past another capital and a day"),
    ("Moscow and Paris on Sunday signed an accord on Syria.", "Paris", "metonym", "past a day"),
    ("The leaders signed an accord in Geneva on Sunday.", "Geneva", "context", "where it was signed"),
    ("A plane from Moscow bombed Homs in Syria.", "Moscow", "context", "whence a plane came"),
    ("A minister arrived in Damascus from Moscow on Sunday.", "Damascus", "context", "an envoy came"),
    ("A minister visited Damascus, Syria, on Sunday.", "Damascus", "context", "a visit"),
    ("Rebels took Kunduz, a northern town in Helmand province, on Sunday.", "Helmand", "context", "in an apposition"),
    ("Moscow has yet to say whether it will send anyone to Syria.", "Moscow", "metonym", "past what it has yet to do"),
    ("About 900 families escaped toward Goma and Sake in Congo.", "Sake", "context", "both are not reached"),
    ("A bomb hit a truck on the road Goma - Sake in Congo.", "Goma", "context", "a road by its ends"),
    ("The army launched 49 drones, mainly from Bakhmut, at Kyiv, Ukraine.", "Bakhmut", "context", "a launch site"),
    ("Ahmed, who toured the Hawija district, spoke of Mosul in Iraq.", "Hawija", "context", "a visit past an article"),
    ("Amnesty International in Kigali urged calm in Goma.", "Kigali", "context", "a body that speaks there"),
    ("Police in Goma did not comment.", "Goma", "context", "the police speak there"),
    ("The troops, from a base in Kirkuk, were killed in Mosul.", "Kirkuk", "context", "where their base is"),
    ("Goma's governor was shot on Sunday in Sake, Congo.", "Goma", "context", "an office holder's town"),
    (
        "Residents who reached Goma by boat spoke of a massacre in Sake, Congo.",
        "Goma",
        "context",
        "where they tell of it",
    ),
    ("A lawmaker in Kigali put the contingent in Congo at 900 men.", "Kigali", "context", "a lawmaker's town"),
    ("Ten others were treated for wounds in Goma, Congo, on Sunday.", "Goma", "context", "where they were treated"),
    ("Forty patients were flown to Mosul, Iraq, on Sunday.", "Mosul", "context", "where they were flown"),
    ("The families left Hawija, Iraq, for camps in Kirkuk on Sunday.", "Kirkuk", "context", "camps that they left for"),
    (
        "Rebels took 12 of Helmand's 14 districts on Sunday, Afghan officials said.",
        "Helmand",
        "context",
        "only a share",
    ),
    ("The hospital in Goma, Congo, was evacuated on Sunday.", "Goma", "event", "a hospital that was itself emptied"),
    ("Moscow, which is in touch with both sides in Syria, urged calm.", "Moscow", "metonym", "past a relative clause"),
    ("The Moscow government said Syria was calm.", "Moscow", "metonym", "a capital's government"),
    ("Shelling killed six people in Russian Kursk region on Sunday.", "Kursk region", "event", "past a nationality"),
    ("(Goma) - Rebels killed 12 people in Sake, Congo, on Sunday.", "Goma", "dateline", "filed from, in brackets"),
    ("[Goma] The army killed 12 people in Sake, Congo, on Sunday.", "Goma", "dateline", "filed from, in square ones"),
    ("KIRKUK, Dec 5: Gunmen killed three in Hawija, Iraq, police said.", "KIRKUK", "dateline", "a day and a colon"),
    ("Goma, Congo – Gunmen killed three people in Sake on Sunday.", "Goma", "dateline", "a town, its land and a dash"),
    ("Troops are now under Kyiv's control in Kherson, Ukraine.", "Kyiv", "metonym", "a government's control"),
    ("Moscow has not updated its count of the dead in Ukraine since May.", "Moscow", "metonym", "what it has not done"),
    ("Kyiv has been hit by 40 rockets, Ukrainian officials said.", "Kyiv", "event", "what has befallen the town"),
    ("Rebels who had come down from Kirkuk entered Mosul, Iraq, on Sunday.", "Kirkuk", "context", "whence they came"),
    ("Troops are near the road linking Kirkuk and Mosul, Iraq.", "Mosul", "context", "a road's ends"),
    ("Two jets hit Benghazi, Libya, it said from Misrata.", "Misrata", "context", "said from there"),
    ("The next goal, Sirte, is 40 km from the rebels, Libyan officers said.", "Sirte", "context", "the next goal"),
    ("Two days after rebels took Sirte, a bomb killed nine in Derna, Libya.", "Sirte", "context", "what came before"),
    ("Two days after rebels took Sirte, a bomb killed nine in Derna, Libya.", "Derna", "event", "what is told"),
    ("South of Sirte, rebels wrested Derna from the army in Libya.", "Sirte", "context", "opens for another"),
    ("Troops took Bakhmut, at the gates of Donetsk, Ukraine, on Sunday.", "Donetsk", "context", "at its gates"),
    ("The army has 900 troops in Helmand, Afghan officials said.", "Helmand", "event", "a province all the same"),
    (
        "A colonel reached by telephone in Goma said rebels had taken Sake, Congo.",
        "Goma",
        "context",
        "on the telephone",
    ),
    ("Missiles fired in retaliation struck Homs, Syria, on Sunday.", "Homs", "event", "what retaliation struck"),
    (
        "Planes flew 60 of the worst wounded to Tripoli from Sirte, Libya.",
        "Tripoli",
        "context",
        "where the wounded flew",
    ),
    ("Troops hired by Moscow left Sirte, Libya, on Sunday.", "Moscow", "metonym", "who hired them"),
    ("Rebels fired rockets at Homs the previous day, Syrian officers said.", "Homs", "context", "an earlier day"),
    ("A column that set out from Homs was stopped near Raqa, Syria.", "Homs", "context", "whence it set out"),
    ("TEN DIED AT GONAGALA, 210 KM EAST OF TRIPOLI, ON SUNDAY.", "GONAGALA", "event", "in capitals, by a distance"),
    ("Yes, Homs in Syria was shelled on Sunday.", "Homs", "event", "a lone word before a comma"),
    ("Ten civilians died when shells hit a hospital in Homs, Syria.", "Homs", "event", "a hospital that was hit"),
    (
        "Militiamen crossed from Kirkuk into Syria overnight, Iraqi officers said.",
        "Kirkuk",
        "event",
        "where they crossed",
    ),
    (
        "Troops crossed into Syria from Kirkuk overnight, Iraqi officers said.",
        "Kirkuk",
        "context",
        "whence they crossed",
    ),
    ("A mob burned shops in Hawija, in the hills above Kirkuk, Iraq.", "Kirkuk", "context", "what lies below"),
    ("Families fled on foot towards Kirkuk, Iraqi officials said.", "Kirkuk", "context", "fled towards, on foot"),
    ("In Geneva, envoys of both sides in Syria met on Sunday.", "Geneva", "context", "where envoys met"),
    (
        "Ankara, which backs one side in Libya, has kept its men there.",
        "Ankara",
        "metonym",
        "past a relative, what it did",
    ),
    ("Gunmen shot dead a teacher in Homs, Syrian police said.", "Homs", "event", "who says it stands elsewhere"),
    ("The General Staff in Kyiv counted nine assaults near Bakhmut, Ukraine.", "Kyiv", "context", "where a staff sits"),
    ("Rebels hold all of Darfur, Sudan, except for Nyala, monitors said.", "Nyala", "context", "what is left out"),
    (
        "A note from the army in Damascus said jets had hit Palmyra, Syria.",
        "Damascus",
        "context",
        "what says is no one",
    ),
    ("Raids were reported in Homs on Sunday, Syrian medics said.", "Homs", "event", "reported there, by nobody there"),
    ("Medics in Homs said two boys were killed by a Syrian shell.", "Homs", "event", "who speaks of his own town"),
    ("Troops took Raqa, the last town before Palmyra, Syria.", "Palmyra", "context", "what the town lies before"),
    ("Troops took Raqa, the port of Idlib and Homs, Syria.", "Idlib", "event", "its name, no apposition"),
    ("Rebels massing at Derna, Libya, have set their sights on Sirte.", "Sirte", "context", "what they aim at"),
    ("Rebels closing in on Sirte took Derna, Libya.", "Sirte", "context", "what they close in on"),
    ("The UN called for a truce in Homs, Syria.", "Homs", "context", "what is asked for there"),
    ("Smoke could be seen from Homs after a raid on Idlib, Syria.", "Homs", "context", "seen from there"),
    ("A raid on Homs in Syria drew a protest from Tehran.", "Tehran", "metonym", "a government is heard"),
    ("Relations between Khartoum and Moscow soured after Sudan lost Nyala.", "Khartoum", "metonym", "two that deal"),
    ("Moscow will send more jets to Syria.", "Moscow", "metonym", "what it will do"),
    ("Half of Raqa, Syria, is in Moscow's hands.", "Moscow", "metonym", "in whose hands"),
    ("Mortar fire from Palmyra wounded three people in Raqa, Syria.", "Palmyra", "context", "whence they fired"),
    ("Iraqi troops pushing west from Kirkuk took Hawija.", "Kirkuk", "context", "whence they pushed"),
    ("Rebels in Syria cut the road north to Idlib on Sunday.", "Idlib", "context", "where a road leads"),
    ("Shells hit Goma, in the eastern province of North Kivu, Congo.", "North Kivu", "context", "in which province"),
    ("The rebels shelled the Darfur city of Nyala in Sudan.", "Darfur", "context", "whose city it is"),
    ("Jets hit the Homs suburb of Idlib, Syrian medics said.", "Homs", "context", "whose suburb it is"),
    ("Jets hit the Homs suburb of Idlib, Syrian medics said.", "Idlib", "event", "the suburb itself"),
    ("Troops raided Sarand district of Helmand in Afghanistan.", "Sarand", "event", "a district by its own noun"),
    ("Shells fell on Homs's Alawite district of Idlib, Syrian medics said.", "Homs", "context", "whose district it is"),
    ("The brigade, raised in Kharkiv, fought in Bakhmut, Ukraine.", "Kharkiv", "context", "where it was raised"),
    ("A Kharkiv man was killed near Bakhmut, Ukraine.", "Kharkiv", "context", "whence he was"),
    ("The rebels, who still hold Raqa, attacked Homs in Syria.", "Raqa", "context", "a clause in passing"),
    (
        "Rebels in Syria who fled Homs in June attacked Idlib on Friday.",
        "Idlib",
        "event",
        "the day nearest to it counts",
    ),
    ("An attack on Idlib would displace a million Syrians.", "Idlib", "context", "what would happen there"),
    ("Pressure is growing on Moscow over Syria.", "Moscow", "metonym", "who is pressed"),
    ("Drones killed two residents of Kherson in Ukraine.", "Kherson", "event", "where its residents died"),
    ("Medics in Misrata, where they are flown, say 90 Libyans died in Sirte.", "Misrata", "context", "past a clause"),
]


@pytest.mark.parametrize(("text", "name", "role", "why"), LEDGER, ids=[why for *_, why in LEDGER])
def test_it_tells_a_scene_from_context(places, text, name, role, why):
    place = next(p for p in places(text) if p.text == name)
    assert place.role == role, place.rules["role"]


def test_a_heading_is_context(places):
    found = places("SYRIA\n\n- Battle for Aleppo -\n\nShells killed two in Aleppo on Sunday.\n")
    assert [p.role for p in found if p.text == "Aleppo"] == ["context", "event"]


def test_a_line_of_place_day_and_agency_is_a_dateline(places):
    found = places(
        "Battle for Aleppo rages\n\nDamascus, Oct 12, 2015 (AFP)\n\nShells killed two in Aleppo on Sunday.\n"
    )
    assert [p.role for p in found if p.text == "Damascus"] == ["dateline"]


def test_a_place_and_its_agency_open_a_line(places):
    found = places("Kabul (PAJHWOK NEWS) 11 December 2016 – Shells killed two in Kandahar, Afghanistan, on Sunday.\n")
    assert [(p.text, p.role) for p in found if p.kind != "country"] == [("Kabul", "dateline"), ("Kandahar", "event")]


def test_a_name_that_opens_its_paragraph_alone_is_context(places):
    found = places("Ukraine update\n\nBakhmut. Two civilians were killed in Nikopol on Sunday.\n")
    assert [(p.text, p.role) for p in found if p.kind != "country"] == [("Bakhmut", "context"), ("Nikopol", "event")]


def test_a_sentence_on_the_report_itself_names_no_scene(places):
    found = places("Here are the latest developments on the fronts in Darfur:\n\nShells killed two in Nyala, Sudan.\n")
    assert [(p.text, p.role) for p in found if p.kind != "country"] == [("Darfur", "context"), ("Nyala", "event")]


def test_a_masthead_is_no_scene(places):
    found = places("ALEPPO FRONTLINE WATCH\n\nShells killed two people in Idlib, Syria, on Sunday, medics said.\n")
    assert [p.role for p in found if p.text == "ALEPPO"] in ([], ["context"])


def test_a_dateline_is_one(places):
    found = places("KABUL, Afghanistan (AP) — Shells killed two people in Kandahar on Sunday.\n")
    assert [(p.text, p.role) for p in found if p.kind != "country"] == [("KABUL", "dateline"), ("Kandahar", "event")]
