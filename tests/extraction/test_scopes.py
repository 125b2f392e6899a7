"""A ledger of scopes: whether a count runs on, adds, or stands, and what in the sentence tells."""

import pytest

LEDGER = [
    # What has happened so far, where no day and no single event is told, runs on ...
    ("Some 90 soldiers have died in the east, the ministry says.", ["cumulative"]),
    ("The brigade has lost 61 men, its commander admitted.", ["cumulative"]),
    ("Nine drivers have been killed and 14 have been injured.", ["cumulative", "cumulative"]),
    ("Teams have carried out 640 operations.", ["cumulative"]),
    ("The navy has fired 200 missiles at the coast.", ["cumulative"]),
    # ... but not the deed of one hour, nor a claim, nor an addition
    ("A car bomb has killed nine traders.", ["incremental"]),
    ("Gunmen have killed 12 villagers in a night raid.", ["incremental"]),
    ("The rebels claim to have killed 30 soldiers.", ["incremental"]),
    ("Three more people have been killed.", ["incremental"]),
    # A number that somebody puts on losses is a tally, unless it is of the event just told
    ("The general put his losses at 40 dead and 110 wounded.", ["cumulative", "cumulative"]),
    ("Kyiv puts Russian losses at more than 30,000.", ["cumulative"]),
    ("The register lists 90 miners killed.", ["cumulative"]),
    ("A mine killed two men. The army put the number of dead at four.", ["incremental", "incremental"]),
    ("That raised to 214 the number of people killed in the siege.", ["cumulative"]),
    ("Losses in the past 24 hours came to a total of 300 dead.", ["incremental"]),
    # Driven from home: since the start, at one stroke, or where they are now
    ("Some 40,000 people have fled the district.", ["cumulative"]),
    ("Dozens of families have crossed into Chad.", ["incremental"]),
    ("Thousands fled as shells fell on the town.", ["incremental"]),
    ("Some 60,000 are in relief camps.", ["level"]),
    ("Up to 500,000 people could flee if the city falls.", [None]),  # not yet
    ("One miner is still missing.", ["level"]),
    ("Some 440 people were on board when it sank.", ["level"]),
    ("Since May 90 men have died; 25 of them died in a single day.", ["cumulative", "incremental"]),
    ("In June, bombers killed 32 people.", ["incremental"]),  # within a month is one event ...
    ("Some 50,000 people were killed between May 2013 and June 2014.", ["cumulative"]),
    ("In 2014, bombers killed 320 people.", ["cumulative"]),  # ... within a year is none
    ("Troops seized four tanks, two guns and upwards of 900 rifles.", ["incremental"] * 3),
    # What no verb and no day tells of has happened; where something stands or was done, its spots are told alike
    ("The raid sank all four ferries.", ["incremental"]),
    ("Nurses are sleeping in nine schools.", ["level"]),
    ("Cooks served soup in seven camps on Monday.", ["incremental"]),
    ("He said two thirds of the mines had been lifted.", ["level"]),
    # Forces: what was sent, what stands there
    ("The army deployed 5,000 troops to the province.", ["incremental"]),
    ("Some 5,000 troops are deployed in the province.", ["level"]),
    ("Several hundred soldiers have given up their rifles.", ["incremental"]),
    ("More than 70 gunmen, some of them in uniform, stormed the village.", ["incremental"]),
    # Things: a past verb before or behind does something to them
    ("Troops seized 40 rifles and two mortars.", ["incremental", "incremental"]),
    ("Residents counted more than 40 explosions.", ["incremental"]),
    ("The rebels ambushed a convoy, torching five lorries.", ["incremental"]),
    ("Four of the six bridges remain.", ["level", "level"]),  # so many of how many
    ("Berlin will send 14 tanks.", [None]),
    ("No aid convoy has entered the town since May 3.", ["incremental"]),  # nothing runs on
    # Ground: a distance stands, ground gained since a day runs on
    ("The line runs 12 km from the city.", ["level"]),
    ("The army has advanced up to 15 km since December 1.", ["cumulative"]),
    ("The rebels hold about 70 percent of the land, including six provincial capitals.", ["level", "level"]),
    ("The army chief said 340 of his men had been killed and 1,100 wounded so far.", ["cumulative", "cumulative"]),
    ("The clashes have left 78 dead, among them 11 guards.", ["cumulative", "cumulative"]),
    ("Some 6,000 people have fled in the past week.", ["incremental"]),  # a span is no running total
    ("Turkey lost 33 men in one strike in February 2016.", ["incremental"]),
    ("Troops retook seven hamlets, bringing to 19 the number retaken since May.", ["incremental", "cumulative"]),
    ("It has received 300 tonnes of aid since the truce took hold on December 1.", ["cumulative"]),
    ("The rebels had 12 tanks.", ["level"]),  # what they have
    ("Rebels took 40 hostages.", ["incremental"]),
    ("Rebels are holding 40 hostages.", ["level"]),
    ("As of December 9, 62 deaths were reported.", ["cumulative"]),
    ("Thousands have been killed and more than a million driven from their homes.", ["cumulative", "cumulative"]),
    ("A third of the wells work.", ["level"]),
    ("Not more than 10 prisoners remain.", ["level"]),
    ("The airlift brought in 1,100 tons of supplies.", ["incremental"]),
    # What leans on a count told before: compared with it, some of it, the items of its sum
    ("Some 61,000 have fled the valley since May, up from 25,000 three weeks ago.", ["cumulative", "cumulative"]),
    ("The clinic put the toll of the war at 340. Of the 190 guards killed, 40 were boys.", ["cumulative"] * 3),
    ("Police raised their toll to 19. Eleven cooks and eight guards were killed.", ["cumulative"] * 3),
    ("The junta had until then reported four deaths.", ["cumulative"]),
    # What stands: the wounded who lie somewhere, captives nothing is done with, people who left no longer
    ("Three miners are missing, and about 120 wounded lay in the yard.", ["level", "level"]),
    ("His men guard nearly 2,000 prisoners.", ["level"]),
    ("Some 900 who had found shelter in a school were flown to Goma.", ["incremental"]),
    (
        "UNICEF says 160,000 have fled since May, of whom 70,000 are girls. Officials speak of 270,000.",
        ["cumulative"] * 3,
    ),
    ("The clinic had received 46 wounded by Monday noon.", ["cumulative"]),
    ("A camp designed for 900 people now houses 4,000.", ["level", "level"]),
    ("Some 9,000 patients need treatment.", ["level"]),
    ("The number of ruined houses has reached 572,000.", ["cumulative"]),
    ("They have wrecked 16 huts and freed 200 hostages.", ["cumulative", "cumulative"]),
    ("The rebels claim to have wrecked 16 huts and freed 200 hostages.", ["incremental", "incremental"]),
    ("Kyiv put Russian losses at 180,000 dead or wounded and its own at 100,000.", ["cumulative", "cumulative"]),
    ("Rebels attacked 42 times in the past 24 hours. The army put their losses at 204 dead.", ["incremental"] * 2),
    ("Fewer than 5,000 of those who lived there before the war are left.", ["level"]),
    ("Police raised the death toll from the truck bombing to 64.", ["incremental"]),
    ("Officials put the toll of the massacre at 115 dead.", ["incremental"]),
    ("Some 700 people a day are leaving the valley.", ["incremental"]),
    ("The town has only two doctors, down from 35.", ["level", "level"]),
    ("The army gained four kilometres in the past 24 hours.", ["incremental"]),
    ("A watchdog that documents the war counted 17 dead in the raid.", ["incremental"]),
    ("Ten lorries, three cars and a boat were burnt.", ["incremental", "incremental"]),
    # The second verb of a subject is not that of the object before it
    ("The navy has struck several launchers and would go on guarding the strait.", ["incremental"]),
    ("Around 40 men crossed the lake in six boats.", ["incremental", "incremental"]),
    ("More than 6,000 villagers had fled to the hills when the town fell.", ["incremental"]),
    ("They lost six dead in taking the bridge, and claim to have killed 250 guards.", ["incremental", "incremental"]),
    ("Two men died on 24 May.", ["incremental"]),  # a month, and nothing that may be
]


@pytest.mark.parametrize(("sentence", "scopes"), LEDGER)
def test_it_tells_what_runs_on_from_what_adds_and_what_stands(reading, sentence, scopes):
    assert [f.scope for f in reading(sentence).figures] == scopes


def test_ground_gained_since_a_day_keeps_its_days(reading):
    (figure,) = reading("They pushed the army back nine kilometres since Friday.").figures
    assert (str(figure.date_start), str(figure.date_end)) == ("2016-12-09", "2016-12-11")


LEANING = [
    # Another count of the same runs on, or not, as the first does
    ("The network documented 80 dead since May; the mayor gave 96.", ["cumulative", "cumulative"]),
    ("Since May 109 people have been killed. Another 600 have been hurt.", ["cumulative", "cumulative"]),
    ("On Friday 109 people were killed. Another 60 were hurt.", ["incremental", "incremental"]),
    (
        "Troops have killed 900 gunmen since May. The Islamists own up to fewer than 150 dead.",
        ["cumulative", "cumulative"],
    ),
    ("Some 2,200 men were killed in the 2014 war.", ["cumulative"]),
    ("By Monday night the agency had registered 900 arrivals.", ["cumulative"]),  # up to then
    ("By midday the mayor had counted 22 dead.", ["incremental"]),  # of that day
    ("In May the president put the country's dead at 46,000.", ["cumulative"]),
    ("The toll from two bombs at a market has risen to nine.", ["incremental", "incremental"]),
    ("The rebels hold six towns, and have ringed Taiz since May.", ["level"]),
    ("Since May 900 people have fled; a fifth of them are sleeping in parks.", ["cumulative", "level"]),
    ("Some 62 people have been killed, among them 14 boys, and 140 hurt.", ["cumulative"] * 3),
    ("Troops have killed nine men since Tuesday and lost four on Friday.", ["cumulative", "incremental"]),
]


@pytest.mark.parametrize(("text", "scopes"), LEANING)
def test_a_count_that_leans_on_another_runs_on_with_it(reading, text, scopes):
    assert [f.scope for f in reading(text).figures] == scopes


GROWN_AND_LEFT = [
    ("The rebels raised their toll by 19 to 212.", ["incremental", "cumulative"]),
    ("Rebel losses there had reached 900 men, 350 of them killed.", ["cumulative", "cumulative"]),
    ("In total, since the start of the war, 512 aircraft and 190 ships have been destroyed.", ["cumulative"] * 2),
    ("Only 4,000 of its 30,000 inhabitants remained.", ["level", "level"]),
    ("Mosul hosts up to 300,000 people uprooted by years of war.", ["level"]),
    ("Rebels denied losing the town and said they still held several districts.", ["level"]),
    ("The agency is to send 14 lorries and 900 tents to the camp.", [None, None]),
    ("They had cleared a further 40 square kilometres.", ["incremental"]),
    ("The shelling left 9,000 people without power.", ["level"]),
    ("The number of refugees in Adre has climbed to 230,000.", ["level"]),
    ("There were 191 patients in the hospital.", ["level"]),
    ("Some 430 villagers were killed in the 73-day battle for the town.", ["cumulative"]),
    ("Nearly 900 men were killed in the five-month siege.", ["cumulative"]),
    ("Nine men were killed in a 2-day battle for a bridge.", ["incremental"]),
    ("They said they held several districts.", ["level"]),
    ("Four villages were still in the rebels' hands.", ["level"]),
    ("The rebels have 1,500 fighters left in the town.", ["level"]),
    ("The camp, once a farm, holds 10,000.", ["level"]),
    ("Some 28 towns in the Kursk region were under Ukrainian control.", ["level"]),
    ("The number of wounded had passed 160.", ["cumulative"]),
    ("The town of 16,000 has been without light since May.", ["level"]),
    ("Some 30,000 people were waiting at the border.", ["level"]),
    ("Some 22 hospitals have stopped working.", ["level"]),
    ("Kyiv and Moscow have swapped 190 prisoners.", ["incremental"]),
]


@pytest.mark.parametrize(("text", "scopes"), GROWN_AND_LEFT)
def test_what_has_grown_runs_on_and_what_is_left_stands(reading, text, scopes):
    assert [f.scope for f in reading(text).figures] == scopes
