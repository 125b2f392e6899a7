"""A ledger of sentences in a report of Sunday, 11 December 2016: how they stand to that day, and what they tell."""

import pytest

LEDGER = [
    ("Syrian forces pushed forward in Aleppo.", "current", "advance"),
    ("IS seized Palmyra on Sunday.", "current", "capture"),
    ("The army retook Palmyra on Sunday.", "current", "recapture"),
    ("The army withdrew from Palmyra.", "current", "withdrawal"),
    ("Heavy clashes shook the town.", "current", "clash"),
    # what is denied, told false or played down in the main clause, and what is only so in an aside
    ("Claims that the ship was hit on Sunday are false.", "denied", "other"),
    ("Statements by Kyiv that it holds Hit do not correspond to reality.", "denied", "advance"),
    ("The army dismissed the figures as propaganda.", "denied", "other"),
    ("Doctors in Hit disputed this.", "denied", "other"),
    ("The army said it killed 12 fighters, a claim the rebels dismissed as a joke.", "current", "clash"),
    # plans with a day or a quotation between; the day of the words is none of the event's
    ("The president vowed on Friday to send troops to Hit.", "announced", "deployment"),
    ("“We will send 900 troops to Hit,” he said.", "announced", "deployment"),
    ("About 900 people fled Hit at the time.", "background", "displacement"),
    ("The army said on Sunday that 30 fighters had died in clashes on October 20.", "background", "clash"),
    # what killed them stands behind "when"
    ("Two men died on Sunday when a rocket struck a barn in Hit.", "current", "shelling"),
    ("Six people were hurt on Sunday when a drone hit a bus in Hit.", "current", "airstrike"),
    # men and things taken, and no ground; men who are lost and men who are there
    ("The rebels killed 60 fighters in a clash and took 17 prisoners.", "current", "clash"),
    ("Some 900 fighters took part in the battle.", "current", "clash"),
    ("The force lost nine men in fighting; it has 900 troops there.", "current", "clash"),
    # how near, and where they would go next
    ("Its men stood six kilometres from Hit on Sunday.", "current", "advance"),
    ("Troops have come to within two miles of Hit.", "current", "advance"),
    ("Should Hit fall, only one road would be left.", "hypothetical", "advance"),
    ("The army ended a siege of two years at the base on Sunday.", "current", "advance"),
    ("Some 1,800 people have abandoned Hit since Sunday.", "current", "displacement"),
    ("The army has beaten back an assault on Hit.", "current", "clash"),
    # What is added to a deed as a plan, a day in a genitive, and a clause beside the main one change nothing
    ("The army has shelled two bases and will go on doing so.", "current", "shelling"),
    ("Leaflets told people in Mosul to shun next month's vote.", "current", "other"),
    ("The rebels now hold Hit, a town that troops captured in January 2015.", "current", "capture"),
    ("The army, which lost Hit on November 2, is fighting for it.", "current", "clash"),
    ("Some 900 have fled, 200 more than last October.", "current", "displacement"),
    # An offer is turned down, a count was given before, forces are under way
    ("A rival cleric rejected the truce and urged his men to fight.", "current", "truce"),
    ("An earlier count had put the dead at 32.", "background", "clash"),
    ("The violence began with a series of kidnappings.", "background", "other"),
    ("Parliament has approved the dispatch of 750 troops.", "announced", "deployment"),
    ("Rebels wrested Hit from the army.", "current", "capture"),
    ("The army wrested Hit from the rebels.", "current", "recapture"),
    ("Warplanes bombed the market.", "current", "airstrike"),
    ("Mortar shells fell on the market.", "current", "shelling"),
    ("A car bomb exploded in the market.", "current", "bombing"),
    # Whoever calls what was told false denies it
    ("The command called the numbers inflated and misleading.", "denied", None),
    ("The ministry said the toll was grossly exaggerated.", "denied", None),
    ("The mayor described the report as false.", "denied", None),
    ("The ministry said the report was late and the road wrong.", "current", None),
    ("Troops took the wrong road.", "current", None),
    # Mines that are cleared harm nobody and win no ground; a distance that nobody has come is no advance
    ("Engineers are clearing mines and booby-trapped flats.", "current", "other"),
    ("Sappers cleared 40 mines from the lane.", "current", "other"),
    ("Mines were cleared from the lane.", "current", "other"),
    ("Troops clearing the lane hit a mine.", "current", "bombing"),
    ("The old mill lies three kilometres from the town.", "current", "other"),
    ("The army stands three kilometres from the town.", "current", "advance"),
    ("Troops encircled the town.", "current", "siege"),
    ("Thousands of people fled.", "current", "displacement"),
    ("Buses evacuated the wounded.", "current", "evacuation"),
    ("Reinforcements were sent to the front.", "current", "deployment"),
    ("Trucks with food reached the town.", "current", "aid"),
    ("The truce held.", "current", "truce"),
    ("The army had expelled the rebels from Palmyra in March.", "background", "recapture"),
    ("IS first seized the city in May 2015.", "background", "capture"),
    ("Washington will deploy 200 troops.", "announced", "deployment"),
    ("They agreed on a pause announced for Thursday.", "announced", None),  # a day to come
    ("If the town fell, the road would be open.", "hypothetical", None),
    ("Moscow denied that any civilian had been harmed.", "denied", None),
    ("The army calls the report a lie.", "denied", None),
    ("Kigali rejects that claim.", "denied", None),
    ("The bloc said it would send monitors if the roads were safe.", "announced", None),
    ("Thousands have died in two months of conflict.", "background", None),
    ("Troops pulled back from the centre after fighting that killed 17 soldiers.", "current", "withdrawal"),
    ("The rebels, who seized the hills in August 2013, attacked a patrol.", "current", "clash"),
    ("It may be recalled that the group torched seven lorries.", "background", None),
    ("In case the rains fail, the famine will finish the town.", "hypothetical", None),
    ("An explosion hit a truck carrying food.", "current", "bombing"),
    ("Troops attacked near the town but did not advance.", "current", "clash"),
    ("At least 70 soldiers were killed and eight captured.", "current", "clash"),  # men, no ground
    ("Aid groups were denied access to the town.", "current", None),  # nothing said is denied
    ("Leaders called on Saturday for a ceasefire.", "current", "truce"),  # the call was made
    ("The army foiled a plan to blow up a bridge.", "current", None),
    ("Rebels announced that they took the town; they will go on.", "current", None),
    ("Jets bombed the camp twice last week.", "background", "airstrike"),
    ("The town, taken in August 2013, is still in rebel hands.", "background", None),
    ("Warplanes bombed the market. Five people were killed.", "current", "airstrike"),
    ("Five rebels were killed.", "current", "clash"),  # a toll and no more
    ("The rebels, who seized the hills in October, attacked a patrol.", "current", "clash"),  # an aside before
    ("A mortar attack killed four people.", "current", "shelling"),
    ("Soldiers were flown out of the town.", "current", "evacuation"),
    ("The UN said 614 people had been wounded.", "current", None),  # "said" only shifts the tense
    ("The army advanced to within 25 km of the port.", "current", "advance"),
    ("Rebels fought their way into the western districts.", "current", "advance"),
    ("Troops pressed north, a day after bombing had emptied the town.", "current", "advance"),  # the news comes first
    (
        "The rebels overran the base and found hundreds of rockets there.",
        "current",
        "capture",
    ),  # rockets that do nothing
    ("Jets struck 12 missile launchers in the desert.", "current", "airstrike"),
    ("The 5th Assault Regiment raised a flag over the village.", "current", "recapture"),  # a name tells nothing
    ("One week into the offensive, units completed the recapture of the district.", "current", "recapture"),
    ("Gunmen laid down their arms and left the citadel.", "current", "withdrawal"),
    ("The last soldiers left overnight without a fight.", "current", "withdrawal"),
    ("A drone hit a minibus and killed nine passengers.", "current", "airstrike"),
    ("Artillery pounded the eastern suburbs.", "current", "shelling"),
    ("The two armies traded heavy artillery fire for a third day.", "current", "shelling"),
    ("Two children died when they stepped on a mine.", "current", "bombing"),
    ("Six suicide attackers struck two barracks.", "current", "bombing"),
    ("The town has been under siege for two years.", "current", "siege"),
    ("About 900 people a day arrive in the town.", "current", "displacement"),
    (
        "Some 2,800 refugees have been relocated to a camp inland.",
        "current",
        "evacuation",
    ),  # they did not flee by themselves
    ("Authorities moved 2,000 residents to safety.", "current", "evacuation"),
    ("Turkey moved tanks and commandos to the border.", "current", "deployment"),
    ("A ceasefire brokered by Qatar took effect at midnight.", "current", "truce"),
    ("The Security Council met behind closed doors.", "current", "talks"),
    ("The ministry had put the toll at 80 on Friday.", "background", None),
    ("Talks that were due to open on Friday were called off.", "background", "talks"),
    ("The two sides are to meet on Thursday.", "announced", None),
    ("A vote could be held on Monday or Tuesday.", "announced", None),
    ("Flights should resume on Friday, the airline said.", "announced", None),
    ("The UN expects 200,000 arrivals by the end of the year.", "hypothetical", "displacement"),
    ("The commander expected to take the bridge within a day.", "hypothetical", None),
    ("The town could fall within days, aid workers warned.", "hypothetical", None),
    ("The spokesman debunked claims that 30 soldiers had died.", "denied", None),
    ("The governor would have none of it.", "denied", None),
    ("Rights groups say 300 people are held in the camp; it denies this.", "current", None),  # denied by another
    ("The claim could not be independently verified.", "current", None),
]


@pytest.mark.parametrize(("sentence", "status", "kind"), LEDGER)
def test_it_tells_status_and_type(reading, sentence, status, kind):
    read = reading(sentence).sentences[-1]
    assert read.status == status
    assert kind in (None, read.type)


def test_a_type_has_its_acled_names(reading):
    (sentence,) = reading("Warplanes bombed the market.").sentences
    assert (sentence.event_type, sentence.sub_event_type) == ("Explosions/Remote violence", "Air/drone strike")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Iraqi troops captured Hawija.", "Government regains territory"),
        ("M23 seized Goma.", "Non-state actor overtakes territory"),
    ],
)
def test_who_takes_a_place_decides_the_sub_event(reading, sentence, name):
    assert reading(sentence).sentences[0].sub_event_type == name


PLOVER = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT"}
PLOVER |= {"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}


def test_each_type_names_its_event_in_plover_where_there_is_one(lexicon):
    codes = {row["name"]: row.get("plover") for row in lexicon["events"]["type"]}
    assert {name for name, code in codes.items() if code is None} <= {
        "evacuation",
        "displacement",
        "announcement",
        "other",
    }
    assert set(filter(None, codes.values())) <= PLOVER
    assert codes["airstrike"] == "ASSAULT" and codes["withdrawal"] == "RETREAT"
