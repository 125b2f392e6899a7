"""What kind of source somebody is, by the body that is named with an office, or by the office told before."""

from __future__ import annotations

from .cues import cue
from .groups import overlapping
from .model import Draft, Token
from .speaker_parties import SpeakerParties
from .speaker_words import party_kind

_TITLED = 6  # words of an office and a name
_COMMAND = cue("speakers", "command")
MOVEMENT = "armed_group_media"
WITHIN_OR_FROM = frozenset(["of", "for", "at", "with", "from", "in", "to"])
# kinds that the body behind a person overrules
_LOOSE = frozenset(["other", "government", "military", "wire", "residents"])


class SpeakerKinds(SpeakerParties):
    """The kinds of officers, of those who speak for a body, of names told again."""

    def _body_kind(self, draft: Draft, first: int, last: int, caps: bool) -> str | None:
        """The kind of the body that a phrase names: `UNICEF's`, `the Save the Children office`, `Houthi military`."""
        for i in range(first, last):
            hit = self.aliases.at(draft.tokens, i, last, caps)
            if hit and hit[1].table.get("kind") != "wire":
                return str(hit[1].table.get("kind", "other"))
        if first >= last:
            return None
        group = overlapping(self.near(draft, first), draft.tokens[first].start, draft.tokens[last - 1].end)
        return party_kind(group.name, group.actor_type) if group else None

    def _officer_kind(self, draft: Draft, first: int, at: int, last: int, caps: bool, given: str) -> str:
        """The kind of a head, director or spokesman at token `at`: that of the body, where the phrase names one."""
        leading = self.roles.before(draft.tokens, at, first)
        if given == "government" and leading and leading[1] == "military":
            return "military"  # "task force officials", "an army representative"
        behind = at + 1 < last and draft.tokens[at + 1].low in WITHIN_OR_FROM
        body = self._body_kind(draft, first, at, caps) or (
            self._body_kind(draft, at + 2, min(last, at + 12), caps) if behind else None
        )
        return self._of_body(body, draft.tokens[first : at + 1], given)

    def _of_body(self, body: str | None, words: list[Token], given: str) -> str:
        """A body's kind holds for who speaks for it; but a minister is none of the army's."""
        if body is None or body == "other" or (given not in _LOOSE and (body, given) != ("un", "medical")):
            return given
        lows = {t.low for t in words}
        if body == MOVEMENT and given == "military" and lows & _COMMAND and not lows & self.spokes:
            return given
        if body in ("military", "government") and self._told_kind(lows):
            return given
        return body

    def _told_earlier(self, draft: Draft, at: int) -> str | None:
        """`President Amina Osman left. Osman said`: the kind of a surname, by the office told with it before."""
        tokens, surname = draft.tokens, draft.tokens[at].low
        k = draft.lows.index(surname)
        if k >= at or k < 2 or not (tokens[k - 1].capital and tokens[k].capital):
            return None
        first = k - 1
        while (
            first > 0
            and first > k - _TITLED
            and tokens[first - 1].kind == "w"
            and (tokens[first - 1].capital or self.roles.before(tokens, first, max(0, first - 2)))
        ):
            first -= 1
        titled = any(t.low in self.titles or self.roles.before([t], 1, 0) for t in tokens[first : k - 1])
        kind = self._kind(tokens, first, k - 1, "other") if titled else "other"
        return kind if kind != "other" else None
