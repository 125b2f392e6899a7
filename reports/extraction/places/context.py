"""Why a place in a sentence is no scene: it locates another, hosts a speaker, is not reached, took the wounded."""

from __future__ import annotations

from itertools import pairwise

from ..model import Place
from .around import Around
from .words import PlaceWords

SIZE = {
    "site": 0, "airport": 0, "base": 0, "crossing": 0, "neighbourhood": 1, "village": 2, "town": 3, "city": 4,
    "road": 4, "district": 5, "river": 6, "province": 7, "region": 8, "country": 9,
}  # fmt: skip
_FILLERS = frozenset({"the", "city", "town", "of", "village"})
_NEAR = frozenset({"near", "outside", "close", "outskirts", "edge"})
_NEAR_LINKS = (
    _NEAR
    | _FILLERS
    | frozenset([",", "to", "on", "just", "district", "area", "in", "a", "northern", "southern", "eastern", "western"])
)
_HOLD_LINKS = frozenset(
    [
        ",",
        "occupied",
        "neighbouring",
        "rebel-held",
        "in",
        "the",
        "of",
        "(",
        "'s",
        "district",
        "town",
        "village",
        "area",
        "neighbourhood",
        "city",
        "suburb",
    ]
)
_HOLD_OPENERS = frozenset(
    [",", "in", "(", "district", "town", "village", "area", "neighbourhood", "city", "suburb", "of"]
)
_SPOKE = frozenset({"told", "spoke", "speaking", "interview", "briefed", "addressed"})
_SETS_OUT = frozenset({"fired", "launched", "flew", "flown", "flying", "taking", "took", "departed", "operating"})
_NO_SCENE = frozenset(
    {"direction", "directions", "axis", "axes", "sector", "talks", "agreement", "agreements", "process", "summit"}
    | {"ceasefire", "accord", "accords"}
)


def larger_of(around: Around, before: Place | None, gap: list[str], words: PlaceWords) -> bool:
    """ "Petropavlivka, Kharkiv region", "Lashkar Gah in Helmand", "Al-Falah near Mosul": the second only locates."""
    if before is None or before.sentence != around.place.sentence:
        return False
    if before.relation and before.relation["kind"] == "between":
        return False
    between = [w for w in gap if w not in words.country and w not in words.nationality]
    if not between or len(between) > 6:
        return False
    if _NEAR & set(between) and set(between) <= _NEAR_LINKS:
        return True
    if between[0] == "," and between[-1] in _NEAR and words.types_of & set(between):
        return True  # "Aito, a Christian village near Zgharta"
    kind = around.place.kind
    if before.kind in ("site", "airport", "base") and kind in ("city", "town", "village"):
        return False  # what happened at a town's hospital happened in the town
    if len(between) > 4 or between[0] not in _HOLD_OPENERS or not set(between) <= _HOLD_LINKS | words.directions.keys():
        return False
    if "," in between and "in" not in between and kind not in ("province", "region", "district", "country"):
        return False
    return SIZE.get(kind, 5) > SIZE.get(before.kind, 5)


def holds_next(place: Place, after: Place, gap: list[str]) -> bool:
    """ "Kherson region's Olhivka": the larger one before only locates."""
    if place.sentence != after.sentence:
        return False
    if gap == ["'s"] and after.kind in ("airport", "base", "site", "neighbourhood", "crossing"):
        return True  # "Moscow's Vnukovo airport"
    if SIZE.get(place.kind, 0) < SIZE["district"]:
        return False
    return SIZE[place.kind] > SIZE.get(after.kind, 9) and bool(gap) and gap[0] == "'s" and len(gap) <= 4


def speaker_there(around: Around, words: PlaceWords) -> bool:
    """ "an official in Tripoli told", "In Benghazi, a spokesman said", "Kharkiv governor Oleh Synehubov said"."""
    roles = words.roles
    if around.ahead() in roles["office_holders"] and not around.sentence.caps:
        return True
    if around.possessive and any(w in roles["speakers"] for w in around.after(6)[1:]):
        return around.place.text.lower() in words.capital
    if around.back() in ("in", "of", "from", "at") and around.back(2) in roles["residents"]:
        return any(w in roles["speech"] for w in around.after(4))
    if around.back() not in ("in", "at", "from"):
        return False
    if around.back(2) in roles["speakers"] or around.back(2) in roles["rulers"]:
        return True
    if around.back(2) == ")" and set(around.before(8)) & roles["speakers"]:  # "the Ministry of Health (MoH) in Gaza"
        return True
    window = around.before(5)[:-1]
    if _SPOKE & set(window):
        return True
    if any(w in roles["speech"] for w in window) and any(w in roles["speakers"] for w in window):
        return True
    opens = around.first - 2 <= around.sentence.first
    if opens and around.ahead() == "," and _source_at(around, around.last + 1):
        return True
    return opens and around.ahead() == "," and any(w in roles["speakers"] for w in around.after(7))


def _source_at(around: Around, first: int) -> bool:
    """Whether someone who says something is named at token `first` or right behind it."""
    low = around.draft.tokens[first].start if first < around.sentence.last else -1
    return low >= 0 and any(low <= s.start <= low + 4 for s in around.draft.sources)


def locator(around: Around, words: PlaceWords) -> bool:
    """ "the road to X", "based in X", "talks in X", "the X direction", "launched from X"."""
    roles = words.roles
    last, second = around.back(), around.back(2)
    if last in ("in", "to", "at") and (
        around.ahead() in roles["meetings"] or set(around.before(3)[:-1]) & roles["meetings"]
    ):
        return True
    if last in ("to", "from", "with", "for") and second in roles["roads"]:
        return True
    if last in ("for", "to") and second == "road" and around.back(3) == "by":
        return True
    if last == "of" and second in words.roles["offices"]:
        return True
    if last == "in" and second in ("based", "born", "exiled", "headquartered"):
        return True
    if around.ahead() == "time":  # "18:00 Kyiv time"
        return True
    if around.ahead() in ("and", ",") and {"directions", "axes"} & set(around.after(5)):
        return True
    if around.ahead() in _NO_SCENE or (last == "at" and second in words.borders):
        return True
    if last == "from" and _SETS_OUT & set(around.before(4)):
        return True
    if last == "of" and second == "capital" and around.place.kind in ("province", "region", "district"):
        return True
    return around.ahead() in ("-", "–") and around.ahead(1) == "based"


def not_reached(around: Around, words: PlaceWords) -> bool:
    """ "pushing towards X", "on the way to X", "bound for X": nothing has happened there yet."""
    before = around.before(5, without=_FILLERS)
    if not before or around.sentence.type == "displacement":
        return False
    if before[-1] in ("towards", "toward"):
        return True
    if before[-1] == "for" and {"left", "leaving", "leave", "leaves"} & set(before[:-1]):
        return True
    return before[-1] in ("to", "for", "on", "at") and bool(set(before[-3:-1]) & words.roles["heading"])


def only_thought_of(around: Around, words: PlaceWords) -> bool:
    """ "could move on X", "planned an assault on X", "have yet to enter X": in the clause of a plan or a doubt."""
    clause = around.before(9)
    for mark in (".", ";", ":", ",", "but", "after", "while", "where", "when", "as"):
        while mark in clause:
            clause = clause[clause.index(mark) + 1 :]
    pairs = set(pairwise(clause))
    return bool(set(clause) & words.roles["doubts"]) or any(
        b == "to" and a in words.roles["doubts_to"] for a, b in pairs
    )


def men_of(around: Around, words: PlaceWords) -> bool:
    """ "fighters from Misrata", "Donetsk rebels": the place tells who they are, not where."""
    armed = words.roles["armed"]
    if around.back() == "from" and around.back(2) in armed:
        return True
    if around.back() == "of" and around.back(2) in words.roles["people_of"]:
        return True
    return around.ahead() in armed and around.back() not in words.locative


def described(around: Around, words: PlaceWords) -> bool:
    """ "Sirte is the birthplace of", "Kobani lies on": what a place is, not what happened in it."""
    opens = around.first - 1 <= around.sentence.first or around.back() in (",", "which", "that")
    if not opens or around.sentence.type not in (None, "other"):
        return False
    return around.ahead() in ("is", "was", "lies", "sits") and around.ahead(1) in words.roles["describes"]


def took_wounded(around: Around, words: PlaceWords) -> bool:
    """ "taken to hospitals in X": the blow fell elsewhere."""
    before, after = set(around.before(6)), set(around.after(4))
    treats, took, hurt = words.roles["treats"], words.roles["took"], words.roles["hurt"]
    if around.place.text.split()[-1].lower() in treats:
        return bool(after & took)
    if around.back() in ("in", "at") and around.back(2) in treats:
        return bool((before | after) & took) or "died" in before
    if (
        around.back() == "to"
        and before & took
        and any(around.low(i) in hurt for i in range(around.sentence.first, around.first))
    ):
        return True
    return bool(before & treats) and bool(before & took)


def places_another(around: Around, before: Place | None, start: int, words: PlaceWords) -> bool:
    """ "Gharyan, about 80 km south of Tripoli": the relation, from token `start`, tells where Gharyan lies."""
    relation = around.place.relation
    if around.place.clue.get("led_back") and around.place.text[:1].isdigit():
        return True  # "13 km to the southeast"
    if relation is None or before is None or before.sentence != around.place.sentence:
        return False
    if relation["kind"] in ("within", "between") or before.kind in ("region", "river", "province", "country"):
        return False
    links = {",", "(", "—", "--", "-", "–", "which", "that", "some", "just", "the", "lies", "is", "located", "situated"}
    links |= {"about", "last", "of", "them"}
    i = start - 1
    while i >= around.sentence.first and around.low(i) in links:
        i -= 1
    if i < around.sentence.first:
        return False
    token = around.draft.tokens[i]
    touches = token.end <= before.end
    if touches:
        return True
    if around.low(start - 1) == "," and token.start - before.end < 40 and not before.relation:
        return around.starts_between(before.end, token.start) < 4  # "the Natanz enrichment plant, 220 km south of"
    type_noun = around.low(i) in words.types_of or around.low(i) in words.after
    lies = any(around.low(j) in words.roles["lies"] for j in range(i + 1, start))
    return type_noun and (lies or token.start - before.end <= 2)


def happens_in(around: Around, words: PlaceWords) -> bool:
    """A region is a scene only by its own words: "killed in Gaza", "across Darfur", "over Lake Kivu"."""
    n = 1
    while around.back(n) in (
        "the",
        "of",
        "most",
        "much",
        "all",
        "some",
        "several",
        "shore",
        "western",
        "eastern",
        "northern",
        "southern",
        "part",
        "parts",
    ):
        n += 1
    if around.back(n) in words.takes:
        return True
    if around.back(n) not in ("in", "across", "inside", "throughout", "over", "along", "on", "near", "into"):
        return False
    noun = around.back(n + 1)
    return noun not in words.types_of and noun not in ("held", "people", "war", "population", "majority")
