"""Bodies with a name of their own that speak: monitors, agencies, missions, ministries, charities, stations.

They are groups of the role "source", or "mentioned" where they only are, with no actor type (the practice reports have
them so). Needs sources and armed parties; adds to `groups` where no party is named already.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Group, Token
from .sources import speakers

KNOWN, SPEAKING = "known-body", "speaking-body"  # the rules
_NOUNS = cue("named_bodies", "nouns")
_AFTER_A_NAME = cue("named_bodies", "after")
_CAPITAL_NOUNS = cue("named_bodies", "capital")
_OF = frozenset({"of", "of the", "from", "from the"})  # "Amina Osman of UNICEF said"
_LONGEST = 6  # words in the name of a body
_ARTICLES = cue("grammar", "articles")
_BODIES = frozenset({"monitor", "state_media", "armed_group_media", "un", "ngo", "military"})
_BY_THEIR_WORDS = frozenset({"role-noun", "owned-body", "proper-name", "office", "media-of-a-party"})


def is_body(group: Mapping[str, Any]) -> bool:
    """Whether a group of a document is such a body, and no party to a fight."""
    return group.get("rule") in (KNOWN, SPEAKING)


def add_named_bodies(draft: Draft, lexicon: Lexicon) -> None:
    """Add the bodies to `draft.groups`, in the order of the text."""
    speaking = {source.name for source in draft.sources}
    found = _known(draft, lexicon, speaking) + _spoken_of(draft)
    taken = [(group.start, group.end) for group in draft.groups]
    for group in sorted(found, key=lambda one: (one.start, -one.end)):
        k = bisect_left(taken, (group.start, group.start))
        before, after = taken[k - 1 : k] if k else [], taken[k : k + 1]
        if any(start < group.end and group.start < end for start, end in before + after):
            continue
        taken.insert(k, (group.start, group.end))
        draft.groups.append(group)
    draft.groups.sort(key=lambda group: (group.start, group.end))


def _known(draft: Draft, lexicon: Lexicon, speaking: set[str]) -> list[Group]:
    """Every mention of a body of the lexicon, credits apart."""
    words, tokens = speakers(lexicon), draft.tokens
    said = [(source.start, source.end) for source in draft.sources]
    found: list[Group] = []
    for number, sentence in enumerate(draft.sentences):
        if sentence.status == "noise":
            continue
        free = sentence.first
        for i in [i for i in range(sentence.first, sentence.last) if draft.lows[i] in words.aliases.index]:
            hit = words.aliases.at(tokens, i, sentence.last, sentence.caps) if i >= free else None
            if hit is None:
                continue
            size, entry = hit
            free = i + size
            if tokens[i].low == "red" and (land := _of_a_land(draft, i, sentence.first)) is not None:
                text = draft.text[tokens[land].start : tokens[i + size - 1].end]
                role = "source" if any(name.endswith(text) for name in speaking) else "mentioned"
                found.append(_group(tokens[land].start, tokens[i + size - 1].end, text, text, role, KNOWN, number))
                continue
            if found and _in_brackets(tokens, i, found[-1]) and entry.name == found[-1].name:
                continue  # "Doctors Without Borders (MSF)": one mention
            first, last = tokens[i], tokens[i + size - 1]
            stands = not _before_a_noun(tokens, i + size, sentence.last, words.say)
            if words.longer_name(tokens, sentence.first, i, size) or _in_another_name(tokens, i, size, words.generic):
                continue
            if entry.table.get("kind") in _BODIES and stands and (first.capital or size > 2):
                spoken_for = any(
                    start <= first.start and (last.end <= end or draft.text[end : first.start].strip() in _OF)
                    for start, end in said
                )
                role = "source" if entry.name in speaking or spoken_for else "mentioned"
                text = draft.text[first.start : last.end]
                found.append(_group(first.start, last.end, text, entry.name, role, KNOWN, number))
    return found


def _in_another_name(tokens: list[Token], i: int, size: int, generic: frozenset[str]) -> bool:
    """`Levant Conflict Monitor`: a general word with a capital behind another is part of a name that no list knows."""
    general = size == 1 and tokens[i].low in generic and tokens[i].capital
    return general and i > 0 and tokens[i - 1].capital and tokens[i - 1].low not in _ARTICLES


def _of_a_land(draft: Draft, i: int, first: int) -> int | None:
    """`the Central African Red Cross`: the token where a body begins that has a land before its name."""
    k = i
    while k > first and draft.tokens[k - 1].capital and draft.lows[k - 1] not in _ARTICLES:
        k -= 1
    return k if k < i else None


def _in_brackets(tokens: list[Token], i: int, last: Group) -> bool:
    """Whether token `i` opens the brackets behind the group found last."""
    return i > 1 and tokens[i - 1].low == "(" and tokens[i - 2].end == last.end


def _before_a_noun(tokens: list[Token], i: int, end: int, say: frozenset[str]) -> bool:
    """ "the UN envoy", "an MSF clinic": the name says only whose."""
    if i >= end or tokens[i].kind != "w":
        return False
    low = tokens[i].low
    return low not in _AFTER_A_NAME and low not in say and not low.endswith(("ed", "ly"))


def _spoken_of(draft: Draft) -> list[Group]:
    """The ministries and stations among the sources that no lexicon knows, where they are first named."""
    found = []
    for source in draft.sources:
        words = source.text.split()
        if source.rule not in _BY_THEIR_WORDS or len(words) > _LONGEST:
            continue
        if not _NOUNS.intersection(map(_bare, words)) and not _proper(words):
            continue
        start = source.start + (len(words[0]) + 1 if words[0].lower() in _ARTICLES else 0)
        text = draft.text[start : source.end]
        found.append(_group(start, source.end, text, source.name, "source", SPEAKING, source.sentence))
    return found


def _proper(words: list[str]) -> bool:
    """`the Delta Relief Coalition`, and no `local council`: a body by a name of its own."""
    named = [word for word in words if word.lower() not in _ARTICLES]
    return len(named) > 2 and all(word[:1].isupper() for word in named) and _bare(named[-1]) in _CAPITAL_NOUNS


def _bare(word: str) -> str:
    return word.strip("'’,.").lower()


def _group(start: int, end: int, text: str, name: str, role: str, rule: str, sentence: int) -> Group:
    rules = {"name": rule, "role": "speaks" if role == "source" else "only-named"}
    return Group(start, end, text, name, role=role, rule=rule, sentence=sentence, rules=rules)
