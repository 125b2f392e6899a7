"""The ministries and governments of states, by one name wherever they stand: `Lebanese health ministry`."""

from __future__ import annotations

from bisect import bisect_right

from .cues import cue
from .model import Draft
from .speaker_words import Speaker, SpeakerWords
from .world import World

_ARTICLES = cue("grammar", "articles")
_OWNED = cue("sources", "owned")
_FIELDS = cue("speakers", "fields")
_OFFICES = cue("speakers", "national")
_OF_RAMALLAH = frozenset(["palestinian", "palestine", "ramallah", "authority", "bank"])
_RECENT = 40  # sources back in which an office of the same name is looked for
_SHORT = 4  # words of "the ministry in Moscow"
_BESIDE = cue("speakers", "beside_offices")
_OF_A_FIELD = cue("speakers", "of_a_field")


def country_here(draft: Draft, offset: int, known: World) -> str | None:
    """The country that a place in the text is about: the one its sentence names, or its section's."""
    if (named := _named_about(draft, offset, known)) is not None:
        return named
    k = bisect_right(draft.sections, offset, key=lambda s: s.body_start) - 1
    while k >= 0:
        section = draft.sections[k]
        if section.country and section.body_start <= offset < section.body_end:
            return section.country
        k -= 1
    return None


def _named_about(draft: Draft, offset: int, known: World) -> str | None:
    """The one country that the sentence names."""
    k = bisect_right(draft.sentences, offset, key=lambda s: s.start) - 1
    if k < 0 or offset >= draft.sentences[k].end:
        return None
    found = {code for t in draft.tokens_of(draft.sentences[k]) if t.capital and (code := known.countries.get(t.low))}
    return found.pop() if len(found) == 1 else None


class SpeakerOffices(SpeakerWords):
    """Names a national office by its country: the one it is said to be of, or the one spoken of."""

    def _national(self, draft: Draft, first: int, last: int) -> tuple[str, str, bool] | None:
        """`the health ministry`, `Kyiv's defence ministry`, `the ministry of health in Tripoli`: country, office, and
        whether the country stands with it, in its sentence or above its section."""
        tokens = draft.tokens
        head = next((k for k in range(first, last) if tokens[k].low in _OFFICES), None)
        if head is None:
            return None
        fields: list[str] = []
        code: str | None = None
        k = first + (tokens[first].low in _ARTICLES)
        while k < last:
            token = tokens[k]
            size = next((n for n in (3, 2, 1) if k + n <= last and self._land(draft, k, k + n)), 0)
            if size and code is None:
                code = self._land(draft, k, k + size)
                k += size
                continue
            if token.low in _FIELDS:
                fields.append(token.low.replace("defense", "defence"))
            elif k != head and token.low not in _BESIDE and token.low not in _OWNED and not self._backed(token.low):
                return None
            k += 1
        office = tokens[head].low
        if office in _OF_A_FIELD and not fields:
            return None
        if code is None and any(self._backed(t.low) for t in tokens[first:last]):
            return None  # "the Houthi-run health ministry" of no land that is named
        near = code or country_here(draft, tokens[first].start, self.world)
        name = " ".join([*fields, office])
        code = near or self._spoke_before(draft, name) or draft.home
        return (code, name, near is not None) if code else None

    def _spoke_before(self, draft: Draft, office: str) -> str | None:
        """The country whose office of that name spoke last."""
        ending = f" {office}"
        spoke = [known for known in draft.sources[-_RECENT:] if known.name.endswith(ending)]
        for known in sorted(spoke, key=lambda known: known.sentences[-1] if known.sentences else -1, reverse=True):
            if code := self.world.adjectives.get(known.name.removesuffix(ending).lower()):
                return code
        return None

    def _land(self, draft: Draft, first: int, last: int) -> str | None:
        words = " ".join(draft.lows[first:last])
        if not draft.tokens[first].capital:
            return None
        return self.world.country_of(words) or self.world.capitals.get(words)

    @staticmethod
    def _backed(low: str) -> bool:
        return low.endswith(("-run", "-aligned", "-backed", "-led", "-controlled", "-based"))

    def _of_a_state(self, draft: Draft, speaker: Speaker) -> Speaker:
        """The speaker under the name of its state's office, where it is one."""
        found = self._national(draft, speaker.first, speaker.last)
        if found is None:
            return self._told_before(draft, speaker)
        code, office, known = found
        demonym = self.world.demonym.get(code) or self.world.name.get(code, code)
        name = f"{demonym} {office}"
        words = draft.lows[speaker.first : speaker.last]
        if code == "PS" and office == "health ministry" and _OF_RAMALLAH.isdisjoint(words):
            name = f"Gaza {office}"  # the one that counts there, unless it is said to be the other
        hit = self.by_alias.get(name.lower())
        if hit:
            name, speaker.rule = hit.name, "known-source"
            speaker.kind = str(hit.table.get("kind", speaker.kind))
        speaker.name = name
        if known:
            speaker.anaphor = None
        return speaker

    def _told_before(self, draft: Draft, speaker: Speaker) -> Speaker:
        """`the ministry in Moscow`, without what it is for: the ministry of that land that spoke before."""
        said = range(speaker.first, speaker.last)
        office = next((draft.tokens[k].low for k in said if draft.tokens[k].low in _OFFICES), None)
        code = next((code for k in said if (code := self._land(draft, k, k + 1))), None)
        if office is None or code is None or len(said) > _SHORT:
            return speaker
        lands = {self.world.demonym.get(code), self.world.name.get(code)}
        for known in reversed(draft.sources):
            words = known.name.lower().split()
            if office in words and any(land and land.lower() in known.name.lower() for land in lands):
                speaker.name, speaker.kind, speaker.rule = known.name, known.kind, "led-back"
                break
        return speaker
