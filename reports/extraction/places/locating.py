"""Why a place only locates: it is larger than the one beside it, or its relation tells where that one lies."""

from __future__ import annotations

from ..cues import cue
from ..model import Place
from .around import Around
from .words import PlaceWords

SIZE = {
    "site": 0, "airport": 0, "base": 0, "crossing": 0, "neighbourhood": 1, "village": 2, "town": 3, "city": 4,
    "road": 4, "district": 5, "river": 6, "province": 7, "region": 8, "country": 9,
}  # fmt: skip
# kinds that are a spot on the ground, where something can happen
SPOTS = frozenset({"city", "town", "village", "neighbourhood", "site", "base", "airport"})
_FILLERS = cue("places", "fillers")
_NEAR = cue("locating", "near")
_NEAR_LINKS = _NEAR | _FILLERS | cue("locating", "near_links")
_TOWN_PARTS = cue("locating", "town_parts")
_PARTS_NAMED = cue("locating", "parts_named")
_NOUNS_OF_TOWNS = _PARTS_NAMED | cue("locating", "towns")
_PARTS_OF_TOWNS = frozenset({"airport", "base", "site", "neighbourhood", "crossing", "district"})
_TELLS_WHERE = cue("locating", "tells_where")
_PARTS_OF_ANOTHER = cue("locating", "parts_of_another")
_CHIEF = cue("locating", "chief")
_BREAK_OFF = cue("locating", "break_off")
_LIES = cue("locating", "lies")
_LEADS = frozenset(
    {",", "(", "—", "--", "-", "–", "which", "that", "some", "just", "the", "lies", "is", "located", "situated"}
    | {"about", "last", "of", "them"}
)
_BREAKS = frozenset({",", "(", "—", "--", "–"})


def larger_of(around: Around, before: Place | None, gap: list[str], words: PlaceWords) -> bool:
    """ "Petropavlivka, Kharkiv region", "Lashkar Gah in Helmand", "Al-Falah near Mosul": the second only locates."""
    if before is None or before.sentence != around.place.sentence:
        return False
    if before.relation and before.relation["kind"] == "between":
        return False
    between = [w for w in gap if w not in words.country and w not in words.nationality]
    kind = around.place.kind
    if _told_by(between, words):
        return True
    if between == ["/"] or not between or len(between) > 8:
        return False
    if _apposition(between, words) and SIZE.get(kind, 5) > SIZE.get(before.kind, 5):
        return True
    if between == [","] and around.possessive and any(w in words.types_of or w == "suburbs" for w in around.after(3)):
        return True  # "Dahiyeh, Beirut's southern suburbs"
    if between in ([",", "on"], ["on"]) and "island" in around.place.text.lower():
        return True  # "Lamitan, on Basilan island"
    if between in ([",", "on", "the"], [",", "along", "the"]) and kind in ("road", "river", "region"):
        return True  # "Thingannyinaung, on the Asian Highway"
    if between[-1] == "of" and between[-2:-1] in (["shores"], ["shore"], ["banks"], ["coast"]) and "on" in between[:3]:
        return True  # "Tumbun Shanu on the shores of Lake Chad"
    if between[0] == "," and between[-1] == "inside" and len(between) < 4:
        return True  # "Moebye, just inside Shan State"
    small = before.kind in ("village", "district")
    if around.place.clue.get("province_too") and between[-1] == "," and small and around.ahead() not in ("and", ","):
        return True  # "Kanbalu township, Sagaing"
    if len(between) > 6:
        return False
    if between[0] in _TOWN_PARTS and between[-1] == "of" and len(between) < 4 and kind in ("city", "town"):
        return True  # "the Musaffah district of Abu Dhabi"
    if _NEAR & set(between) and set(between) <= _NEAR_LINKS:
        return True
    if between[0] == "," and between[-1] in _NEAR and words.types_of & set(between):
        return True  # "Aito, a Christian village near Zgharta"
    if before.kind in ("site", "airport", "base") and kind in ("city", "town", "village"):
        return False  # what happened at a town's hospital happened in the town
    if (
        len(between) > 6
        or between[0] not in words.roles["hold_openers"]
        or not all(w in words.roles["hold_links"] or w in words.directions or w in words.parts for w in between)
    ):
        return False
    if "," in between and "in" not in between and kind not in ("province", "region", "district", "country"):
        return False
    return SIZE.get(kind, 5) > SIZE.get(before.kind, 5)


def _told_by(between: list[str], words: PlaceWords) -> bool:
    """ "Tadef, a town at the gates of X", "Lashio, the largest town in northern X", "Avdiivka, a suburb of X"."""
    if (
        len(between) > 14
        or between[:1] not in ([","], ["("])
        or between[1:2] not in (["a"], ["an"], ["the"], ["another"])
    ):
        return False
    noun = next((k for k, w in enumerate(between) if w in words.types_of or w in words.roles["outposts"]), None)
    if noun is None or noun > 6:
        return False
    links = between[noun + 1 :]
    told = between[noun] in _PARTS_OF_ANOTHER or any(
        w in _CHIEF or w.endswith(("est", "most")) for w in between[2:noun]
    )
    if links[:1] == ["of"] and not told:
        return False  # "A, the port of X and B": its name
    opens = bool(links) and (links[0] in _TELLS_WHERE or links[0] in words.directions or links[0].isdigit())
    return opens and not _BREAK_OFF & set(links)


def _apposition(between: list[str], words: PlaceWords) -> bool:
    """ "Palma, a coastal town in Cabo Delgado province"."""
    if between[0] != "," or between[1:2] not in (["a"], ["an"], ["the"]):
        return False
    ends = [w for w in between if w not in ("'s", "’s", "the")]
    return ends[-1] in ("in", "of", "on") and ends[-2] in words.types_of


def holds_next(place: Place, after: Place, gap: list[str]) -> bool:
    """ "Kherson region's Olhivka": the larger one before only locates."""
    if place.sentence != after.sentence:
        return False
    named = gap[-1:] == ["of"] and 1 < len(gap) < 4 and gap[-2] in _NOUNS_OF_TOWNS  # "the Darfur city of X"
    if gap[-2:-1] and gap[-1] == "of" and gap[-2] in _PARTS_NAMED and gap[0] == "'s" and len(gap) < 6:
        return place.kind in ("city", "town")  # "Baghdad's Shiite district of Sadr City"
    typed = bool(place.clue.get("whole"))  # "Sangin district of Helmand": its own noun
    if named and gap[-2] in _PARTS_NAMED and SIZE.get(place.kind, 0) >= SIZE["town"] and not typed:
        return True  # "the Damascus suburb of Douma"
    if (
        named
        and not typed
        and SIZE.get(place.kind, 0) >= SIZE["district"]
        and SIZE.get(after.kind, 9) < SIZE[place.kind]
    ):
        return True
    if gap == ["'s"] and after.kind in _PARTS_OF_TOWNS and place.kind in ("city", "town", "village", "country"):
        return True  # "Moscow's Vnukovo airport", "Omdurman's Karari district"
    if SIZE.get(place.kind, 0) < SIZE["district"]:
        return False
    return SIZE[place.kind] > SIZE.get(after.kind, 9) and bool(gap) and gap[0] == "'s" and len(gap) <= 4


def places_another(around: Around, before: Place | None, start: int, words: PlaceWords) -> bool:
    """ "Gharyan, about 80 km south of Tripoli": the relation, from token `start`, tells where Gharyan lies."""
    relation = around.place.relation
    if around.place.clue.get("led_back") and around.place.text[:1].isdigit():
        return True  # "13 km to the southeast"
    if around.low(start - 1) in _LIES:
        return True  # "the camp lies 15 km south of El-Fasher"
    if around.low(start - 1) in _BREAKS and _noun_before(around, start - 1, words):
        return True  # "trapped in the pocket, 35 miles southeast of Sarajevo", "The town, 150 km from Malakal, had"
    if _opens_on_a_town(around, start, words) or _is_so_far(around, start, words):
        return True
    if relation is None or before is None or before.sentence != around.place.sentence:
        return False
    if relation["kind"] == "between" and before.kind == "road" and before.role == "context":
        return True  # "X, on the highway between A and B"
    if relation["kind"] in ("within", "between"):
        return False
    if before.kind in ("region", "river", "province", "country"):
        held = before.rules.get("role") == "holds-another"
        return held and around.draft.tokens[start].start - before.end < 3  # "X, a town in Y region 380 km north of Z"
    return _touches(around, before, start, words)


def _touches(around: Around, before: Place, start: int, words: PlaceWords) -> bool:
    """Between the place and the relation stand words that only lead to it: "X, which lies some 80 km south of"."""
    i = start - 1
    while i >= around.sentence.first and around.low(i) in _LEADS:
        i -= 1
    if i < around.sentence.first:
        return False
    token = around.draft.tokens[i]
    if token.end <= before.end:
        return True
    apart = around.starts_between(before.end, token.start)
    if around.low(start - 1) == "," and token.start - before.end < 40 and not before.relation:
        return apart < 4  # "the Natanz enrichment plant, 220 km south of"
    between = around.draft.text[before.end : token.end]
    if apart < 6 and between.startswith(", a") and "," not in between[1:] and token.low not in words.function:
        return True  # "X, an oil terminal about 80 kilometres southwest of Y"
    type_noun = around.low(i) in words.types_of or around.low(i) in words.after
    lies = any(around.low(j) in words.roles["lies"] for j in range(i + 1, start))
    return type_noun and (lies or token.start - before.end <= 2)


def _opens_on_a_town(around: Around, start: int, words: PlaceWords) -> bool:
    """ "About 200 kilometres north of X, the town has been under siege": where that town lies."""
    ahead = around.after(6)
    if start - around.sentence.first > 2 or ahead[:1] != [","] or ahead[1:2] not in (["the"], ["this"]):
        return False
    return any(w in words.types_of for w in ahead[2:4])


def _is_so_far(around: Around, start: int, words: PlaceWords) -> bool:
    """ "The base is some 60 kilometres from X"."""
    i = start - 1
    while around.low(i) in ("about", "some", "just", "around", "only"):
        i -= 1
    noun = around.low(i - 1)
    return around.low(i) in ("is", "was") and (noun == "it" or noun in words.types_of or noun in words.after)


def _noun_before(around: Around, comma: int, words: PlaceWords) -> bool:
    """A place, or a noun for one ("camp", "pocket"), stands right before the mark at token `comma`."""
    token = around.draft.tokens[comma - 1]
    if comma + 1 - around.sentence.first <= (2 if token.low in words.types_of else 4):
        return False
    if token.low in words.types_of or token.low in words.after or token.low in words.roles["grounds"]:
        return True
    return token.kind == "w" and token.low not in words.function  # "on Monday, 20 km north of X" tells of no town
