"""The word sets of `places.toml` and `countries.toml`, made ready for look-up by token."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A noun that makes a place of a name: its words, and the kind of place."""

    words: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class PlaceWords:
    """Which words are cues, types, directions, nationalities; all in lower case."""

    locative: frozenset[str]
    strong: frozenset[str]
    takes: frozenset[str]
    types_of: frozenset[str]
    before_name: frozenset[str]
    ordinary: frozenset[str]
    directions: dict[str, float]
    parts: frozenset[str]
    town_parts: frozenset[str]
    anaphors: frozenset[str]
    function: frozenset[str]
    peoples: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    bodies_lower: frozenset[str]
    bodies_of_a_field: frozenset[str]
    units: frozenset[str]
    placed_after: frozenset[str]
    borders: frozenset[str]
    border_people: frozenset[str]
    numbers: frozenset[str]
    name_openers: frozenset[str]
    km: dict[str, float]
    distances: dict[str, float]  # numbers in words that distances are told in
    after: dict[str, list[TypeWord]] = field(default_factory=dict)  # by first word, the longest first
    before: dict[str, str] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)  # nouns before "of": "province" -> province
    plurals: dict[str, str] = field(default_factory=dict)  # "provinces" -> province
    nationality: dict[str, str] = field(default_factory=dict)  # "syrian" -> SY
    country: dict[str, str] = field(default_factory=dict)  # "syria" -> SY
    long_names: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # "burkina" -> [("burkina faso", BF)]
    country_name: dict[str, str] = field(default_factory=dict)  # SY -> "Syria"
    capital: dict[str, str] = field(default_factory=dict)  # "damascus" -> SY
    capital_of: dict[str, str] = field(default_factory=dict)  # SY -> "Damascus"
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    leads_back: frozenset[str] = frozenset()  # "the city", "to the west", "the Turkish border", "the airport"
    openers: frozenset[str] = frozenset()  # names without a capital begin with them: "eastern Mosul", "al Bab"

    def never(self, low: str) -> bool:
        """A word that alone is no place, whatever stands around it."""
        return low in self.function or low in self.titles or low in self.nationality or low in self.after


def place_words(lexicon: Lexicon) -> PlaceWords:
    """The place words of a lexicon, made once."""
    return lexicon.made(_make)


def _make(lexicon: Lexicon) -> PlaceWords:
    table = lexicon["places"]

    def words(name: str) -> frozenset[str]:
        return frozenset(table["words"][name])

    made = PlaceWords(
        locative=frozenset(table["locative"]),
        strong=frozenset(table["strong"]),
        takes=frozenset(table["takes"]),
        types_of=frozenset(table["types_of"]),
        before_name=frozenset(table["before_name"]),
        ordinary=frozenset(table["ordinary"]),
        directions={word: float(bearing) for word, bearing in table["directions"].items()},
        parts=words("parts"),
        town_parts=words("town_parts"),
        anaphors=words("anaphors"),
        function=words("function"),
        peoples=words("peoples"),
        titles=words("titles"),
        bodies=words("bodies"),
        bodies_lower=words("bodies_lower"),
        bodies_of_a_field=words("bodies_of_a_field"),
        units=words("units"),
        placed_after=words("placed_after"),
        borders=words("borders"),
        border_people=words("border_people"),
        numbers=words("numbers"),
        name_openers=words("name_openers"),
        km=dict.fromkeys(words("units_km"), 1.0)
        | dict.fromkeys(words("units_mile"), 1.609344)
        | dict.fromkeys(words("units_metre"), 0.001),
        distances={word: float(lexicon["quantities"]["small"].get(word, 12)) for word in words("distances")},
        before={word: kind for kind, group in table["types_before"].items() for word in group},
        divisions={word: kind for kind, group in table["divisions"].items() for word in group},
        plurals={word: kind for kind, group in table["plurals"].items() for word in group},
        roles={name: frozenset(group) for name, group in table["roles"].items()},
    )
    made.leads_back = made.borders | made.anaphors | {*made.directions, "airport"}
    made.openers = made.parts | {*made.directions, "al", "el"}
    for kind, phrases in table["types"].items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            made.after.setdefault(parts[0], []).append(TypeWord(parts, kind))
    for group in made.after.values():
        group.sort(key=lambda t: -len(t.words))
    for code, seats in table["seats"].items():
        made.capital.update(dict.fromkeys(seats, code))
    for row in lexicon["countries"]["country"]:
        code = row["iso2"]
        made.country_name[code] = row["name"]
        made.capital_of[code] = row["capital"]
        made.capital.setdefault(row["capital"].lower(), code)
        for demonym in row.get("demonyms", ()):
            if demonym != row["name"]:  # "Myanmar" is both, and a place
                made.nationality.setdefault(demonym.lower(), code)
        for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            bare = " ".join(
                w for w in name.lower().split() if w not in ("and", "the", "of")
            )  # lower-case words drop out
            if " " in bare:
                made.long_names.setdefault(bare.split()[0], []).append((bare, code))
        for name in (row["name"], *row.get("aliases", ())):
            made.country.setdefault(name.lower(), code)
    return made
