"""The board of a report: its proposals by front and sentence, as the review page shows them. Constant queries."""

from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from reports.models import Claim, ControlClaim, Development, DevelopmentFront, Figure, Involvement, Location, Report
from reports.models.vocabulary import Verdict
from reports.workflow.publish import held_back
from reports.workflow.review import needs_single_decision

from . import words
from .beside import Aside, Beside


@dataclass
class Item:
    """One claim on the board. `note` says why it must be decided by itself, or what it lacks.

    `sentence` is the claim of the development that it hangs on; None of a development.
    """

    claim: Claim
    part: Development | Figure | Location | Involvement | ControlClaim
    sentence: Claim | None = None
    note: str = ""
    held: str = ""
    aside: Aside = field(default_factory=Aside)
    mark: str = ""  # of all that it shows, see `drawn`

    @property
    def anchor(self) -> str:
        return f"c-{self.claim.public_id}"

    @property
    def value(self) -> str:
        return words.figure_value(self.part) if isinstance(self.part, Figure) else ""

    @property
    def period(self) -> str:
        return words.period(self.claim.date_start, self.claim.date_end)

    @property
    def said_by(self) -> str:
        return words.said_by(self.claim)

    @property
    def where(self) -> list[str]:
        """Of a place: its spot, how it stands to the name, how precise it is; each only where known."""
        if not isinstance(self.part, Location):
            return []
        return [told for told in (words.coordinates(self.part), words.where_precision(self.part)) if told]

    @property
    def relation(self) -> str:
        return words.relation(self.part) if isinstance(self.part, Location) else ""

    @property
    def template(self) -> str:
        return f"desk/items/{self.claim.kind}.html"

    @property
    def is_hidden_with_sentence(self) -> bool:
        """Published, but its development is withdrawn, withheld or delayed: readers do not see it either."""
        return self.claim.published_at is not None and self.sentence is not None and not self.sentence.is_public

    @property
    def is_open(self) -> bool:
        return self.claim.verdict == Verdict.PROPOSED

    @property
    def is_uncertain(self) -> bool:
        """Still open, and not to be taken in bulk."""
        return self.is_open and bool(self.note)


@dataclass
class Card:
    """A development and all that hangs on it, in the order of the text."""

    development: Item
    rest: list[Item]

    @property
    def items(self) -> list[Item]:
        return [self.development, *self.rest]


@dataclass
class Block:
    """The cards of one front. `new_front` is the heading that no front answers to yet."""

    name: str
    new_front: str
    cards: list[Card]

    @property
    def has_front(self) -> bool:
        return bool(self.cards[0].development.part.front_links.all())  # type: ignore[union-attr]

    @property
    def country(self):
        return self.cards[0].development.part.country  # type: ignore[union-attr]

    @property
    def first_day(self):
        """The first day told below the heading: where a new front's start may be looked for."""
        days = [card.development.claim.date_start for card in self.cards if card.development.claim.date_start]
        return min(days, default=None)


@dataclass
class Board:
    """All claims of a report, and what is left to do."""

    blocks: list[Block] = field(default_factory=list)
    layout: str = ""  # what its frames and its pins show, see `drawn`
    pinned: str = ""

    @property
    def items(self) -> list[Item]:
        return [item for block in self.blocks for card in block.cards for item in card.items]

    @property
    def held(self) -> list[Item]:
        return [item for item in self.items if item.held]

    @property
    def publishable(self) -> list[Item]:
        return [item for item in self.items if item.claim.waits_for_publication and not item.held]

    @property
    def uncertain(self) -> list[Item]:
        return [item for item in self.items if item.is_uncertain]

    @property
    def open_in_bulk(self) -> int:
        """How many open items one key press would accept."""
        return sum(item.is_open and not item.note for item in self.items)

    def after(self, public_id: str) -> Item | None:
        """The next open item after a claim, from the top again where there is none."""
        items = self.items
        at = next((i for i, item in enumerate(items) if item.claim.public_id == public_id), -1)
        return next((item for item in [*items[at + 1 :], *items[:at]] if item.is_open), None)


def board_of(report: Report, by) -> Board:
    """The board as a person sees it: what is held back depends on who would publish."""
    beside = Beside.load(report)
    cards = [_card(development, report, by, beside) for development in _developments(report)]
    blocks = [Block(name, new, list(some)) for (name, new), some in groupby(cards, key=_front_of)]
    return Board(blocks)


def _developments(report: Report):
    def parts(model, *names: str):
        shared = ("claim__source", "claim__reviewed_by", "claim__published_by")
        return model.objects.select_related(*shared, *names).order_by("claim__start", "claim_id")

    figures = parts(Figure, "part_of__claim", "same_as__claim").prefetch_related("locations")
    return (
        parts(Development, "country")
        .filter(claim__report=report)
        .prefetch_related(
            Prefetch("front_links", DevelopmentFront.objects.select_related("front").order_by("-primary", "pk")),
            Prefetch("figures", figures),
            Prefetch("locations", parts(Location, "country", "place")),
            Prefetch("involvements", parts(Involvement, "group")),
            Prefetch("controls", parts(ControlClaim, "location", "holder", "contender")),
        )
    )


def _card(development: Development, report: Report, by, beside: Beside) -> Card:
    hanging = [
        *development.figures.all(),  # type: ignore[attr-defined]
        *development.locations.all(),  # type: ignore[attr-defined]
        *development.involvements.all(),  # type: ignore[attr-defined]
        *development.controls.all(),  # type: ignore[attr-defined]
    ]
    hanging.sort(key=lambda part: (part.claim.start, part.claim.pk))
    for figure in development.figures.all():  # type: ignore[attr-defined]
        for other in filter(None, (figure.part_of, figure.same_as)):
            other.claim.report = report
    items = [_item(part, development, report, by, beside) for part in (development, *hanging)]
    return Card(items[0], items[1:])


def _item(part, development: Development, report: Report, by, beside: Beside) -> Item:
    claim = part.claim
    claim.report = report  # so that quotes cost no query
    aside = beside.of(claim)
    return Item(
        claim,
        part,
        None if part is development else development.claim,
        note=needs_single_decision(claim, aside.warnings) if claim.verdict == Verdict.PROPOSED else "",
        held=held_back(claim, by, development.claim) if claim.waits_for_publication else "",
        aside=aside,
    )


def _front_of(card: Card) -> tuple[str, str]:
    """The name above a run of cards, and the heading that waits for a front."""
    development = card.development.part
    links = development.front_links.all()  # type: ignore[union-attr]
    if links:
        return links[0].front.name, ""
    new = development.new_front  # type: ignore[union-attr]
    return (new, new) if new else (_("No front yet"), "")
