"""Synthetic developments in a database of their own: run by `manage.py shell`-like processes of the benchmark.

    python -m scripts.bench_pages.generate 10000

Rows go in by bulk, but no promise is lifted: texts hold the sentences that claims point to, claims are accepted and
then published by decisions of the ledger, and each has the version that readers see. The same number gives the same
developments; those of a smaller number are not the first of a larger one, since days and places are spread anew.
"""

import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

WORDS = {
    "airstrike": "Warplanes struck the {quarter} side of {place}",
    "shelling": "Shells fell on the {quarter} side of {place}",
    "clash": "Fighters clashed on the {quarter} edge of {place}",
    "advance": "Troops moved up on the {quarter} edge of {place}",
    "capture": "The group took posts on the {quarter} edge of {place}",
    "displacement": "Families left the {quarter} part of {place}",
    "aid": "Trucks with flour reached the {quarter} part of {place}",
    "talks": "Envoys spoke of a pause in the {quarter} part of {place}",
}
WEIGHTS = (22, 22, 20, 10, 6, 10, 5, 5)
QUARTERS = ("northern", "southern", "eastern", "western", "old", "new")
SENTENCES = 10  # of a report
FRONTS = 40  # the first of the shipped ones; some hear much more than others
TOWNS = 60  # of a front; most developments happen in one of them
LAST, DAYS = date(2016, 12, 31), 540
BATCH = 2000


@dataclass
class Told:
    """One development before it is a row: its sentence, and what is claimed in it as (kind, words, fields)."""

    sentence: str
    type: str
    day: date
    front: int
    parts: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)


class Teller:
    """Makes developments up, the same for the same seed."""

    def __init__(self, number: int, fronts: list, groups: list[int]):
        self.dice = random.Random(number)  # noqa: S311 (the same developments each time)
        self.fronts, self.groups = fronts, groups
        self.weights = [1 / (rank + 2) for rank in range(len(fronts))]
        self.towns = {front.pk: [self._spot(front) for _ in range(TOWNS)] for front in fronts}

    def tell(self, serial: int) -> Told:
        dice = self.dice
        (front,) = dice.choices(self.fronts, self.weights)
        (kind,) = dice.choices(list(WORDS), WEIGHTS)
        town = min(int(dice.expovariate(0.08)), TOWNS - 1)
        name = f"{front.name.split()[0]} Town {town + 1}"
        dead = dice.choice((0, 0, dice.randrange(1, 60)))
        end = f", killing {dead} people, witness {serial} said." if dead else f", witness {serial} said."
        sentence = WORDS[kind].format(quarter=dice.choice(QUARTERS), place=name) + end
        day = LAST - timedelta(days=int(DAYS * dice.random() ** 1.5))
        told = Told(sentence, kind, day, front.pk)
        if dead:
            counted = {"low": dead, "high": dead, "figure_kind": "killed", "scope": "incremental", "unit": "people"}
            told.parts.append(("figure", f"{dead} people", counted))
        if place := self._place(front, name, town):
            told.parts.append(("location", name, place))
        for role in ("actor", "target")[: dice.choice((0, 1, 1, 2))]:
            told.parts.append(
                ("involvement", kind_of_words(sentence), {"group_id": dice.choice(self.groups), "role": role})
            )
        return told

    def _place(self, front, name: str, town: int) -> dict[str, Any] | None:
        """One in seven has no place; of the others two in three are in a town, the rest each at a spot of its own."""
        draw = self.dice.random()
        if draw < 0.14:
            return None
        latitude, longitude = self.towns[front.pk][town] if draw < 0.7 else self._spot(front)
        precise = draw < 0.9
        country = front.countries.all()[0].pk if front.countries.all() else None
        return {
            "name": name, "role": "event", "place_kind": "town", "latitude": latitude, "longitude": longitude,
            "radius_km": 5.0 if precise else 25.0, "where_prec": 1 if precise else 3, "country_id": country,
        }  # fmt: skip

    def _spot(self, front) -> tuple[float, float]:
        south, west, north, east = front.bounds
        return round(self.dice.uniform(south, north), 4), round(self.dice.uniform(west, east), 4)


def kind_of_words(sentence: str) -> str:
    return sentence.split()[0]


def generate(number: int) -> None:
    """Fill the database of the settings, which has its tables and nothing else."""
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection, transaction

    from reports.models import Front, Group, Source

    call_command("load_world", verbosity=0)
    people = [User.objects.create(username=name) for name in ("editor", "reviewer", "publisher")]
    outlet = Source.objects.create(slug="bench-wire", name="Bench Wire", is_wire=True)
    sources = list(Source.objects.order_by("pk").values_list("pk", flat=True)[:60])
    fronts = [front for front in Front.objects.order_by("slug").prefetch_related("countries") if front.bounds][:FRONTS]
    teller = Teller(number, fronts, list(Group.objects.order_by("pk").values_list("pk", flat=True)[:80]))
    for start in range(0, number, BATCH):
        told = [teller.tell(serial) for serial in range(start, min(start + BATCH, number))]
        with transaction.atomic():
            _keep(sorted(told, key=lambda one: one.day), outlet, sources, people, teller.dice)
        print(f"\r· {min(start + BATCH, number):,} developments", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    if connection.vendor == "postgresql":  # as autovacuum does in a server at work: without it plans are blind
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _keep(told: list[Told], outlet, sources: list[int], people: list, dice: random.Random) -> None:
    """Reports of ten sentences each, then all claims of a kind at once, then the decisions on them."""
    from reports.models import Development, DevelopmentFront, Figure, Involvement, Location, Report
    from reports.models.reports import digest

    editor, reviewer, publisher = people
    packs = [told[n : n + SENTENCES] for n in range(0, len(told), SENTENCES)]
    texts = [" ".join(one.sentence for one in pack) for pack in packs]
    reports = Report.objects.bulk_create(
        Report(
            outlet=outlet, text=text, sha256=digest(text), published=pack[-1].day, entered_by=editor,
            as_of=datetime.combine(pack[-1].day, time(17), tzinfo=UTC), headline=f"Round-up {pack[-1].day:%d %B %Y}",
        )
        for pack, text in zip(packs, texts, strict=True)
    )  # fmt: skip
    places = list(_places(packs, reports))
    claims = _claims(
        "development", [(of, at, one.sentence, one.day) for one, of, at in places], sources, reviewer, dice
    )
    developments = Development.objects.bulk_create(
        Development(claim=claim, type=one.type) for claim, (one, _of, _at) in zip(claims, places, strict=True)
    )
    DevelopmentFront.objects.bulk_create(
        DevelopmentFront(development=development, front_id=one.front, primary=True, basis="heading")
        for development, (one, _of, _at) in zip(developments, places, strict=True)
    )
    bodies = [
        (claim, development, [one.front])
        for claim, development, (one, _o, _a) in zip(claims, developments, places, strict=True)
    ]
    for kind, model in (("location", Location), ("figure", Figure), ("involvement", Involvement)):
        rows = [
            (development, of, at + one.sentence.index(words), words, one.day, fields)
            for development, (one, of, at) in zip(developments, places, strict=True)
            for mine, words, fields in one.parts
            if mine == kind
        ]
        made = _claims(kind, [(of, at, words, day) for _d, of, at, words, day, _f in rows], sources, reviewer, dice)
        more = {"name": "a group"} if kind == "involvement" else {}
        parts = model.objects.bulk_create(
            model(claim=claim, development=row[0], **row[5], **more) for claim, row in zip(made, rows, strict=True)
        )
        bodies += [(claim, part, []) for claim, part in zip(made, parts, strict=True)]
    _decide(bodies, reviewer, publisher)


def _places(packs: list[list[Told]], reports: list) -> Iterator[tuple[Told, Any, int]]:
    """Each development with its report and where its sentence begins."""
    for pack, report in zip(packs, reports, strict=True):
        at = 0
        for one in pack:
            yield one, report, at
            at += len(one.sentence) + 1


def _claims(kind: str, spans: list[tuple], sources: list[int], reviewer, dice: random.Random) -> list:
    from reports.models import Claim

    return Claim.objects.bulk_create(
        Claim(
            kind=kind, report=of, start=at, end=at + len(words), source_id=dice.choice(sources), date_start=day,
            date_end=day, date_precision="day", date_basis="stated", reported_at=of.reported_at, verdict="accepted",
            reviewed_by=reviewer, reviewed_at=of.reported_at + timedelta(minutes=30),
            recorded_at=of.reported_at + timedelta(minutes=20),
        )
        for of, at, words, day in spans
    )  # fmt: skip


def _decide(bodies: list[tuple[Any, Any, list[int]]], reviewer, publisher) -> None:
    """Accept and publish each claim, by the ledger; then what follows from that."""
    from django.db.models import F

    from reports.models import Claim, ClaimVersion, Decision

    accepted = [
        Decision(
            claim=c, action="accept", by=reviewer, role="reviewer", at=c.reviewed_at, before={"verdict": "proposed"}
        )
        for c, _part, _fronts in bodies
    ]
    published = [
        Decision(
            claim=c, action="publish", by=publisher, role="publisher", at=_published(c), before={"verdict": "accepted"}
        )
        for c, _part, _fronts in bodies
    ]
    Decision.objects.bulk_create(accepted)
    decisions = Decision.objects.bulk_create(published)
    Claim.objects.filter(pk__gte=min(c.pk for c, _p, _f in bodies), published_at__isnull=True).update(
        published_at=F("reported_at") + timedelta(hours=1),
        visible_from=F("reported_at") + timedelta(hours=1),
        published_by=publisher,
        version=2,
    )
    ClaimVersion.objects.bulk_create(
        ClaimVersion(
            claim=claim, number=2, decision=decision, valid_from=decision.at, body=_body(claim, part, fronts)
        )
        for (claim, part, fronts), decision in zip(bodies, decisions, strict=True)
    )  # fmt: skip


def _published(claim) -> datetime:
    return claim.reported_at + timedelta(hours=1)


def _body(claim, part, fronts: list[int]) -> dict[str, Any]:
    """What `workflow.snapshot` gives of a claim, without asking the database for each."""
    from reports.workflow.snapshot import CLAIM_FIELDS, FRONTS, LOCATIONS, editable, plain

    linked = {FRONTS: fronts, LOCATIONS: []}
    values = {}
    for name in editable(claim.kind):
        row = claim if name in CLAIM_FIELDS else part
        values[name] = linked[name] if name in linked else getattr(row, row._meta.get_field(name).attname)
    return plain(values)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frontdesk.settings")
    import django

    django.setup()
    generate(int(sys.argv[1]))
