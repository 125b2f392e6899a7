"""The shipped world as rows: the TOML files of `extraction/lexicons/`, and those of names in other languages here."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from reports.extraction import load_lexicon
from reports.models.vocabulary import ActorType

GAZETTEER = "frontdesk"  # the gazetteer of the places that fronts.toml lists; their ids are "SY/aleppo"
COUNTRY_NAMES = Path(__file__).with_name("country_names.toml")
REGISTER_NAMES = Path(__file__).with_name("register_names.toml")

Row = dict[str, Any]


def place_id(country: str, name: str) -> str:
    """The id of a shipped place: "SY/aleppo"."""
    return f"{country}/{slugify(name)}"


@cache
def country_names() -> dict[str, dict[str, str]]:
    """Language to ISO 3166-1 alpha-2 to name."""
    return tomllib.loads(COUNTRY_NAMES.read_text("utf-8"))


def in_other_languages(kind: str, rows: list[Row]) -> list[Row]:
    """Rows of groups or sources ("group", "source") with the name of each language that has one, as a front's have."""
    listed = tomllib.loads(REGISTER_NAMES.read_text("utf-8"))
    return [row | _translations(kind, row, listed) for row in rows]


def _translations(kind: str, row: Row, listed: dict[str, Any]) -> dict[str, str]:
    found = {language: names[kind][row["slug"]] for language, names in listed.items() if row["slug"] in names[kind]}
    if row.get("of_country"):
        called = country_names()
        for language, names in listed.items():
            if name := called[language].get(row["countries"][0]):
                found.setdefault(language, names["armed_forces"].format(country=name))
    return found


def shipped(file: str, key: str) -> list[Row]:
    """The rows of one kind in one of the lexicons."""
    return load_lexicon()[file][key]


def shipped_groups() -> list[Row]:
    """The shipped groups, and the state forces of each country under the name that the reader gives them."""
    rows, names = list(shipped("groups", "group")), load_lexicon()["groups"]["state"]["names"]
    taken = {row["name"] for row in rows}
    for country in load_lexicon()["countries"]["country"]:
        name = names.get(country["iso2"], f"{country['name']} armed forces")
        if "demonyms" in country and name not in taken:
            taken.add(name)
            rows.append(
                {
                    "slug": slugify(name),
                    "name": name,
                    "actor_type": ActorType.STATE_FORCES,
                    "countries": [country["iso2"]],
                    "of_country": country["iso2"] not in names,
                }
            )
    return rows


def shipped_places() -> Iterator[tuple[str, str, float, float, str]]:
    """Country, name, latitude, longitude and kind."""
    for country, places in load_lexicon()["fronts"]["places"].items():
        for name, (latitude, longitude, kind) in places.items():
            yield country, name, latitude, longitude, kind
