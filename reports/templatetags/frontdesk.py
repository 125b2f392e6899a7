"""Tags of the public pages: words for numbers and days, symbols of classes, addresses of sentences."""

from datetime import UTC, datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.models import Claim, ControlClaim, Country, Development, Figure, Front, Group, Source
from reports.public import ages, features, kinds, words
from reports.public.annotated import Node
from reports.public.control import Held
from reports.public.control.told import sign_of, told
from reports.public.map_words import map_words
from reports.public.sentences import primary_front

register = template.Library()

register.filter("number", words.number)
register.filter("percent", words.percent)
register.filter("quantity", words.quantity)
register.filter("in_short", words.figure_in_short)
register.filter("when", words.when)
register.filter("said_by", words.said_by)
register.filter("day", words.day)
register.filter("reported", features.reported)
register.filter("precision", words.precision)
register.filter("places_of", features.spots_of)
register.simple_tag(map_words)


@register.filter
def stylesheets(names: str) -> list[str]:
    """Addresses of the style sheets of these names, in their order."""
    return [static(f"css/{name}.css") for name in names.split()]


@register.filter
def front_of(development: Development):
    """The front it counts for, or None."""
    return primary_front(development)


@register.filter
def sentence_url(claim: Claim) -> str:
    return features.sentence_url(claim.report, claim)


@register.filter
def own_figures(development: Development) -> list[Figure]:
    """Its figures, without those that say another one again."""
    return [figure for figure in development.public_figures if not figure.same_as_id]  # type: ignore[attr-defined]


@register.filter
def utc(instant: datetime | None) -> datetime | None:
    return instant and timezone.localtime(instant, timezone.get_fixed_timezone(0))


@register.simple_tag(takes_context=True)
def named(context: template.Context, record: Country | Front | Group | Source) -> str:
    """The name of a record of the world in the reader's language, where the register has it."""
    return context["request"].index.names.shown(record._meta.model_name, record.pk, record.name)


@register.simple_tag(takes_context=True)
def age_of(context: template.Context, part: Figure | ControlClaim) -> ages.Age:
    """How old a figure, or a statement on who holds a place, is at the moment that the reader looks at."""
    kind = part.figure_kind if isinstance(part, Figure) else ages.CONTROL
    request, filters = context["request"], context.get("filters")
    by = filters.until if filters and kind == ages.CONTROL else None  # who holds a place is told as of the day shown
    return ages.age(kind, ages.day_of(part.claim), primary_front(part.development), request.index, request.clock, by)


@register.simple_tag(takes_context=True)
def heard_ago(context: template.Context, front: Front, last: datetime) -> ages.Age:
    """How long ago a front was last heard of."""
    request = context["request"]
    return ages.age(ages.HEARD, last.astimezone(UTC).date(), front, request.index, request.clock)


@register.simple_tag(takes_context=True)
def held_line(context: template.Context, held: Held) -> str:
    """A place and who holds it, in a line: "Palmyra: claimed for Islamic State"."""
    return told(held, context["request"].index)


@register.simple_tag(takes_context=True)
def held_sign(context: template.Context, held: Held) -> SafeString:
    """A small square in the look that the place has on the map."""
    state, first, second = sign_of(held, context["request"].index)
    return format_html(
        '<i class="heldsign heldsign--{} hold--{} hold2--{}" aria-hidden="true"></i>', state, first, second
    )


@register.simple_tag
def comma() -> str:
    """The comma, and space, that the reader's language sets between two parts of a line."""
    return words.comma()


@register.simple_tag
def symbol(kind: str, hollow: bool = False) -> SafeString:
    """The shape of a development's type (or of a class itself), as on the map."""
    name = kind if kind in kinds.SHAPES else kinds.class_of(kind)
    return format_html(
        '<svg class="symbol symbol--{}{}" viewBox="-1.35 -1.35 2.7 2.7" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        name,
        " symbol--hollow" if hollow else "",
        kinds.SHAPES[name],
    )


@register.simple_tag
def marked(nodes: list[Node]) -> SafeString:
    """A sentence with its marks, each a link to what was read from it; no blank is added anywhere."""
    return format_html_join("", "{}", ((_node(node),) for node in nodes))


def _node(node: Node) -> SafeString:
    if node.claim is None:
        return format_html("{}", node.text)
    anchor = format_html(' id="c-{}"', node.claim.public_id) if node.first else ""
    return format_html(
        '<a class="mark mark--{}" href="#read-{}"{}>{}</a>',
        node.claim.kind,
        node.claim.public_id,
        anchor,
        marked(node.children),
    )
