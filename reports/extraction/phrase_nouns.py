"""The noun of a counted phrase: steps over what describes it, to where the phrase ends."""

from __future__ import annotations

from collections.abc import Callable

from .cues import cue
from .model import Token
from .nouns import acronym_in_brackets, coordinated, ends_the_phrase, is_acronym, of_a_name, pairs_before_a_noun
from .phrase_walk import Phrase, PhraseWalk
from .words import CountWords

_FREED = cue("kinds", "freed")
_LY_NOUNS = cue("kinds", "ly_nouns")
_NO_NOUNS = cue("kinds", "no_nouns")  # "800 strong", "eight further inland"
_VERB_NOUNS = cue("kinds", "verb_nouns")
_LONGEST = 9  # tokens in a noun phrase
_OPENS_A_WORD = frozenset(['"', "“", "”", "'s", "'"])
_WITHIN = _OPENS_A_WORD | {"-", ","}  # marks that may stand in a phrase


def find_noun(tokens: list[Token], j: int, end: int, one: bool, words: CountWords, phrase: Phrase) -> None:
    """Set the noun of the phrase whose first word is token `j`, and where it ends."""
    walk = PhraseWalk(tokens, j, min(end, j + _LONGEST), end, words, j, one, phrase)
    while walk.at < walk.limit:
        token = tokens[walk.at]
        walk.low = token.low
        for step in _steps(token.kind, walk.plural):
            if step(walk):
                break
        else:
            walk.stop()
    if phrase.head is None:
        _take_the_last_word(walk)


def _steps(kind: str, plural: bool) -> tuple[Callable[[PhraseWalk], bool], ...]:
    """Those that may know a token of this kind; a number ends the phrase."""
    if kind == "w":
        return _BEHIND_A_PLURAL if plural else _BEFORE_THE_NOUN
    return _AT_A_MARK if kind == "p" else ()


def _past_acronym(walk: PhraseWalk) -> bool:
    """`200 Rapid Support Forces (RSF) fighters`; behind a plural, only people may follow."""
    if not acronym_in_brackets(walk.tokens, walk.at, walk.end):
        return False
    if not walk.plural:
        return walk.at > walk.first and walk.on(3)
    if not walk.words.person(walk.ahead(3)):
        return False
    walk.plural = False
    return walk.on(3)


def _past_hyphen(walk: PhraseWalk) -> bool:
    """`two U.S.-British raids`."""
    j, tokens = walk.at, walk.tokens
    if walk.low != "-" or not walk.first < j < walk.end - 1 or tokens[j].space:
        return False
    return tokens[j - 1].capital and tokens[j + 1].capital and walk.on()


def _past_quote(walk: PhraseWalk) -> bool:
    """`nine young "caliphate cubs"`, `one man's house`."""
    k = walk.at + 1
    if walk.low not in _OPENS_A_WORD or walk.plural or walk.at == walk.first:
        return False
    return k < walk.end and walk.tokens[k].kind == "w" and walk.on()


def _past_comma(walk: PhraseWalk) -> bool:
    """`two small, heavily armed boats`."""
    if walk.low != "," or walk.plural or walk.at == walk.first or walk.at + 2 >= walk.end:
        return False
    return walk.ahead(1).endswith(("ed", "ly")) and walk.on()


def _past_others(walk: PhraseWalk) -> bool:
    """`soldiers and militiamen`, `special forces and other personnel`, `soldiers, militiamen`."""
    if not walk.plural or walk.low not in ("and", ",") or (walk.low == "," and not walk.words.person(walk.ahead(1))):
        return False
    k = coordinated(walk.tokens, walk.at, walk.end, walk.phrase.head, walk.words)
    if not k:
        return False
    walk.phrase.last = k
    return walk.to(k)


def _another_plural(walk: PhraseWalk) -> bool:
    """`displaced people`: the second is the noun, and the first may be a state."""
    low, words, before = walk.low, walk.words, walk.at - 1
    if not words.plural(low) or low in words.states or low in words.stops:
        return False
    if words.participle(low) or low.endswith("'"):
        return False
    if walk.tokens[before].low in words.states and words.person(low):
        walk.phrase.state = before
    walk.noun_is(walk.at)
    return walk.on()


def _past_and_of_names(walk: PhraseWalk) -> bool:
    """`68 Boko Haram and ISWAP fighters`."""
    j, tokens = walk.at, walk.tokens
    if walk.low != "and" or j == walk.first or j + 2 >= walk.end:
        return False
    fighters = tokens[j + 2]
    if not (tokens[j - 1].capital and tokens[j + 1].capital) or fighters.text.isupper():
        return False
    return walk.words.person(fighters.low) and walk.on()


def _past_and_of_things(walk: PhraseWalk) -> bool:
    """`three oil and gas fields`."""
    if walk.low != "and" or walk.one or walk.at == walk.first:
        return False
    return pairs_before_a_noun(walk.tokens, walk.at, walk.end, walk.words) and walk.on()


def _past_such(walk: PhraseWalk) -> bool:
    """`two such convoys`, `12 South African commandos`."""
    such = walk.low == "such" and walk.at == walk.first
    return (such or of_a_name(walk.tokens, walk.at, walk.first, walk.end)) and walk.on()


def _not_past_small_words(walk: PhraseWalk) -> bool:
    """`nine in the town`: prepositions, verbs and the like end it, but for those that may be nouns: `nine dead`."""
    low, words = walk.low, walk.words
    if low not in words.stops or low in words.noun_kind or low in words.class_of:
        return False
    if is_acronym(walk.tokens, walk.at) or (walk.at == walk.first and low in _VERB_NOUNS):
        return False
    return walk.stop()


def _past_participle(walk: PhraseWalk) -> bool:
    """`1,706 wounded people`, `30 freed hostages`; `nine wounded` is a noun, `nine arrested` is none."""
    low, words, after = walk.low, walk.words, walk.ahead(1)
    if low in words.class_of or not words.participle(low):
        return False
    noun = low in words.noun_kind
    if not _before_a_word(walk) or (noun and not words.plural(after)):
        if noun:
            walk.noun_is(walk.at)
        return walk.stop()
    if noun or (low in _FREED and words.person(after)):
        walk.phrase.state = walk.at
    if low in words.object and walk.at == walk.first and not words.plural(after) and not noun:
        return walk.stop()
    return walk.on()


def _before_a_word(walk: PhraseWalk) -> bool:
    """A word follows that the participle may describe."""
    k = walk.at + 1
    if k >= walk.end or (walk.one and walk.phrase.head is not None):  # "one strike destroyed two cars"
        return False
    after = walk.tokens[k]
    return after.kind == "w" and after.low not in walk.words.stops and after.low not in walk.words.subject


def _not_past_no_noun(walk: PhraseWalk) -> bool:
    """`eight further inland`, `one critically`; `one strike flattens`: a verb."""
    low, headless = walk.low, walk.phrase.head is None
    if low in _NO_NOUNS and headless:
        return walk.stop()
    adverb = low.endswith("ly") and low not in _LY_NOUNS
    verb = not headless and low.endswith("s") and not low.endswith("ss")
    return walk.one and (adverb or verb) and walk.stop()


def _past_noun(walk: PhraseWalk) -> bool:
    """`nine rebels`; what is no plural only describes the noun behind: `nine rebel supply lines`."""
    plural = walk.words.plural(walk.low)
    if walk.one or plural or _before_the_end(walk):
        walk.noun_is(walk.at)
        walk.plural = not walk.one and plural and ends_the_phrase(walk.tokens, walk.at, walk.end, walk.words)
    return walk.on()


def _before_the_end(walk: PhraseWalk) -> bool:
    """The sentence ends behind it, or a mark that stands in no phrase."""
    k = walk.at + 1
    return k >= walk.end or (walk.tokens[k].kind == "p" and walk.tokens[k].low not in _WITHIN)


def _take_the_last_word(walk: PhraseWalk) -> None:
    """No plural seen: the last word before the stop is the noun."""
    if walk.at == walk.first:
        return
    low, words = walk.tokens[walk.at - 1].low, walk.words
    if walk.tokens[walk.at - 1].kind != "w" or low in words.stops or words.participle(low):
        return
    named = walk.one and walk.tokens[walk.first].capital
    if not named and not low.endswith("ly") and low not in _NO_NOUNS:
        walk.noun_is(walk.at - 1)


_AT_A_MARK: tuple[Callable[[PhraseWalk], bool], ...] = (
    _past_acronym,
    _past_hyphen,
    _past_quote,
    _past_comma,
    _past_others,
)
_BEFORE_THE_NOUN: tuple[Callable[[PhraseWalk], bool], ...] = (
    _past_and_of_names,
    _past_and_of_things,
    _past_such,
    _not_past_small_words,
    _past_participle,
    _not_past_no_noun,
    _past_noun,
)
_BEHIND_A_PLURAL: tuple[Callable[[PhraseWalk], bool], ...] = (_another_plural, _past_others)
