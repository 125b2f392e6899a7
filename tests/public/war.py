"""A small war for tests: two countries, three fronts, four public sentences and one that is not."""

from datetime import date

from reports.models import GroupLink, Report
from tests.public import making as make


def a_war() -> Report:
    """Two countries, three fronts, four sentences of three days; one sentence is not public."""
    aleppo, raqqa = make.front("aleppo-2016"), make.front("raqqa-2016")
    mosul = make.front("mosul-2016", countries="IQ")
    jihadists, guards = make.group("islamic-state"), make.group("islamic-state-police")
    GroupLink.objects.create(group=guards, other=jihadists, kind="part_of")
    text = (
        "Shelling killed at least 12 people in Aleppo on Sunday. "
        "Islamic State took a village near Raqa on Saturday. "
        "Police of the group fled Mosul on Friday. "
        "Guns were heard in Kirkuk on Sunday. "
        "Nobody has reviewed this on Sunday."
    )
    report = make.report(text)
    ministry = make.source("ministry")
    shelling = make.development(
        "Shelling killed at least 12 people in Aleppo on Sunday.", of=report, fronts=[aleppo], type="shelling"
    )
    toll = make.figure("at least 12 people", 12, of=shelling, modifier="at_least", said_by=ministry)
    city = make.location("Aleppo", of=shelling, country=make.country("SY"))
    capture = make.development(
        "Islamic State took a village near Raqa on Saturday.",
        of=report, fronts=[raqqa, aleppo], type="capture", date_start=date(2016, 12, 10), date_end=date(2016, 12, 10),
    )  # fmt: skip
    village = make.location("Raqa", of=capture, at=(35.95, 39.0), country=make.country("SY"))
    actor = make.involvement("Islamic State", jihadists, of=capture)
    flight = make.development(
        "Police of the group fled Mosul on Friday.",
        of=report, fronts=[mosul], type="withdrawal", date_start=date(2016, 12, 9), date_end=date(2016, 12, 9),
    )  # fmt: skip
    police = make.involvement("Police", guards, of=flight, role="target")
    guns = make.development("Guns were heard in Kirkuk on Sunday.", of=report, country=make.country("IQ"))
    make.publish(shelling, toll, city, capture, village, actor, flight, police, guns)
    make.development("Nobody has reviewed this on Sunday.", of=report, fronts=[aleppo])
    return report
