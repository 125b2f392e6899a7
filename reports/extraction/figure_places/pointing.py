"""Words that point back to a place: `there`, `the camp`, `the port city`, `across the province`, `the country`."""

from __future__ import annotations

from ..cues import cue, cue_table
from ..model import Figure, Place
from .setting import PENS, Setting

_KINDS = cue_table("ground_kinds")
_AREAS = cue("settle", "stretches")
_POINTING = frozenset(["the", "this", "that"])
_BE = frozenset(["is", "are", "was", "were", "has", "have"])
_AT = cue("settle", "at")
_LIES = cue("settle", "lies")
_SIDES = cue("settle", "sides")
_SPEAKERS = cue("settle", "speakers")
_BATTLES = cue("settle", "battles")
_NATIONWIDE = cue("settle", "nationwide")
_TOWNS = cue("settle", "towns")
_WHOLE = frozenset({"whole", "entire"})
_RELATIVES = frozenset({"which", "who", "whose", "whom"})
_BACK = 4  # sentences looked back at
_WITHIN = 4  # words that "the port city" may have


def pointed(setting: Setting, figure: Figure, j: int) -> int | None:
    """What `the port city` at token `j` means: its heading, what its section is about, or the last of that kind."""
    noun = noun_at(setting, j, setting.sentence(figure).last)
    return _meant(setting, figure, setting.lows[noun], j) if noun is not None else None


def noun_at(setting: Setting, j: int, end: int) -> int | None:
    """The token of the noun in `the besieged city`; None where the words name the place, or point to none."""
    lows, tokens = setting.lows, setting.tokens
    if lows[j] not in _POINTING:
        return None
    if j + 2 < end and lows[j + 2] == "capital" and lows[j + 1] in setting.nationals:
        return j + 2  # "in the Saudi capital"
    for k in range(j + 1, min(j + _WITHIN, end)):
        if tokens[k].kind != "w" or (tokens[k].capital and not tokens[k].text.isupper()):
            return None
        if lows[k] in _KINDS and lows[k + 1 : k + 2] and lows[k + 1] in _KINDS and k + 1 < end:
            continue  # "the state capital"
        if lows[k] in _KINDS:
            after = tokens[k + 1] if k + 1 < end else None
            named = after is not None and (after.low == "of" or (after.capital and not after.text.isupper()))
            return None if named or lows[k + 1 : k + 2] == ["that"] else k
    return None


def _meant(setting: Setting, figure: Figure, noun: str, j: int) -> int | None:
    if noun in ("country", "nation", "countryside"):
        return setting.land(figure)
    if noun == "capital" and setting.lows[j + 1] in setting.nationals:
        return setting.capital_of(setting.lows[j + 1])
    if noun == "capital" and setting.lows[j + 1 : j + 2] == [noun] and (seat := setting.seat(figure)) is not None:
        return seat
    if noun == "front" and _WHOLE & set(setting.lows[j : j + _WITHIN]):
        return setting.land(figure)  # "along the whole front"
    if noun in PENS and setting.pen is not None:
        return setting.pen
    before = [p for p in setting.here(figure) if setting.place(p).end <= setting.tokens[j].start]
    before = [p for p in before if not _hosts_a_speaker(setting, p)]
    sure = [p for p in (setting.heading(figure), setting.main(figure)) if p is not None]
    scenes = [p for p in before if setting.place(p).role == "event"]
    for p in [*reversed(scenes), *reversed(before)]:
        if _can_be(setting.place(p), noun):
            better = [q for q in sure if setting.place(q).kind == noun != setting.place(p).kind]
            return better[0] if better else p  # "the city's bakeries" are none of a village's
    if setting.lows[j] != "the" and (last := last_named(setting, figure, noun, 1)) is not None:
        return last  # "this town", "that base"
    last = last_named(setting, figure, noun, _BACK)
    if last is not None and setting.place(last).kind == noun and noun not in _TOWNS:
        sure = [p for p in sure if setting.place(p).kind == noun]  # "Hama province" before the town of Hama
    for p in sure:
        if _can_be(setting.place(p), noun):
            wide = (
                p != setting.heading(figure) and setting.place(p).kind not in _KINDS[noun]
            )  # a town that shares its name with a province
            other = setting.most_named(noun) if wide else None
            return p if other is None else other
    if (last is None or setting.place(last).kind != noun) and (
        part := _part_of_it(setting, figure, noun, j)
    ) is not None:
        return part
    if last is None and setting.title is not None and _can_be(setting.place(setting.title), noun):
        return setting.title
    if (
        noun in ("city", "capital")
        and (last is None or setting.place(last).kind != "city")
        and setting.filed is not None
        and (last is None or setting.place(last).sentence != figure.sentence - 1 or noun == "capital")
    ):
        return setting.filed  # a story from Juba: "in the city"
    return last


def _hosts_a_speaker(setting: Setting, p: int) -> bool:
    """ "An officer in X says 600 are left in the city": not in X."""
    return setting.place(p).rules.get("role") == "speaker" and setting.lows[setting.first_token(p) - 1] in ("in", "at")


def _part_of_it(setting: Setting, figure: Figure, noun: str, j: int) -> int | None:
    """ "in the east of the city" after "eastern Mosul": of the city only that part was named, and it is meant."""
    side = setting.lows[j - 2] if setting.lows[j - 1] == "of" else ""
    if noun not in _TOWNS or side not in _SIDES:
        return None
    section = setting.sentence(figure).section
    for number in range(figure.sentence, max(-1, figure.sentence - 1 - _BACK), -1):
        if setting.draft.sentences[number].section != section:
            break
        for p in reversed(setting.named.get(number, [])):
            place = setting.place(p)
            if "part" in place.clue and place.start < figure.start and place.text.lower().startswith(side):
                return p
    return None


def side_meant(setting: Setting, figure: Figure, j: int) -> int | None:
    """ "in the east", where the section has told of "the rebel-held east": that side."""
    behind, section = setting.lows[j + 1 : j + 3], setting.sentence(figure).section
    if behind[:1] == [] or behind[0] not in _SIDES or behind[1:] == ["of"]:
        return None
    low = behind[0]
    for number in range(figure.sentence, max(-1, figure.sentence - 2 * _BACK), -1):
        if setting.draft.sentences[number].section != section:
            break
        for p in reversed(setting.named.get(number, [])):
            place = setting.place(p)
            if "part" in place.clue and place.clue.get("led_back") and place.name.startswith(low):
                return p
    return None


def last_named(setting: Setting, figure: Figure, noun: str | None, back: int) -> int | None:
    """The last event place of the kind that `noun` names, else the last place of that kind; None: of any kind."""
    section = setting.sentence(figure).section
    other = None
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - back), -1):
        if setting.draft.sentences[number].section != section:
            break
        for p in reversed(setting.named.get(number, [])):
            place = setting.place(p)
            if not _can_be(place, noun) or (noun is None and place.rule == "border"):
                continue
            if place.role == "event":
                return p
            other = p if other is None else other
    return other


def named_before(setting: Setting, figure: Figure) -> int | None:
    """`there`, `the camp`, `that battle` anywhere in the sentence: the last place named before that can be meant."""
    sentence, lows = setting.sentence(figure), setting.lows
    for k in range(sentence.first, min(sentence.last, sentence.first + 60)):
        low = lows[k]
        if k > figure.last and low in _RELATIVES:
            return None  # "a push on X, from which they shelled the city"
        if low in _NATIONWIDE:
            return setting.land(figure)
        if low == "ground" and lows[k - 2 : k] == ["on", "the"] and figure.kind == "troops":
            return setting.land(figure)
        if low == "there" and (k + 1 >= sentence.last or lows[k + 1] not in _BE):
            return last_named(setting, figure, None, 1)
        if low == "here" and k > figure.last - 1 and (front := setting.heading(figure)) is not None:
            return front  # "were seized here", under a heading
        area = low in _AREAS and lows[k - 1] == "the" and lows[k - 2] in _AT and not _named_by(setting, k)
        if area and (found := last_named(setting, figure, None, 1)) is not None:
            return found
        if (pair := _of_the_two(setting, figure, k)) is not None:
            return pair
        if low == "that" and k + 1 < sentence.last and lows[k + 1] in _BATTLES:
            return last_named(setting, figure, None, 1)
        if low in _POINTING and (noun := noun_at(setting, k, sentence.last)) is not None:
            where = k == sentence.first or lows[k - 1] in _AT or (lows[k - 1] == "of" and lows[k - 2] not in _SIDES)
            where = where or (
                noun + 1 < sentence.last and k > sentence.first and lows[k - 1] == "that" and lows[noun + 1] in _BE
            )  # "that the village was"
            where = where and not (k > sentence.first + 1 and lows[k - 2] in _SPEAKERS)  # "a lawmaker from the region"
            owner = noun + 1 < sentence.last and lows[noun + 1] in ("'s", "’s") and k != sentence.first
            if where and not owner and (found := _meant(setting, figure, lows[noun], k)) is not None:
                return found
    return None


def _of_the_two(setting: Setting, figure: Figure, k: int) -> int | None:
    """ "in the two towns": the first of those that the sentence before named."""
    lows = setting.lows
    if lows[k] != "the" or lows[k - 1] not in _AT or lows[k + 1 : k + 2] not in (["two"], ["three"]):
        return None
    noun = {"towns": "town", "villages": "village", "cities": "city", "camps": "camp"}.get("".join(lows[k + 2 : k + 3]))
    named = setting.named.get(figure.sentence - 1, []) if noun else []
    fit = [p for p in named if _can_be(setting.place(p), noun)]
    return fit[0] if len(fit) > 1 else None


def _named_by(setting: Setting, k: int) -> bool:
    """ "the area of X", "the area around it": said with the noun itself."""
    after = setting.lows[k + 1 : k + 2]
    return bool(after) and after[0] in ("of", "around", "near", "between", "where", "under", "that")


def opens_on(setting: Setting, figure: Figure) -> int | None:
    """`The camp lies 15 km south of the city and houses ...`: what the sentence opens on comes first."""
    first = setting.sentence(figure).first
    lows = setting.lows[first : first + 3]
    if len(lows) == 3 and lows[0] in _POINTING and lows[1] in _KINDS and lows[2] in _LIES:
        return last_named(setting, figure, lows[1], _BACK)
    return None


def _can_be(place: Place, noun: str | None) -> bool:
    if noun is None:
        return place.kind != "country"
    if noun in PENS and place.clue.get("part_of_country"):
        return False
    if place.kind not in _KINDS[noun] and not ("province" in _KINDS[noun] and place.clue.get("province_too")):
        return False
    return place.kind != "site" or noun in place.text.lower() or noun in place.name.lower()
