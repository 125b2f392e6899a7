"""Atom feeds (RFC 4287) of what was corrected and of what changed, with the filters of their pages.

An entry's id is a tag URI (RFC 4151) of the decision or the version in the ledger, so it stays the same for ever; the
host in it is that of the address asked. A feed's own date is that of its newest entry: unchanged data give the same
bytes, and the same ETag.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .answers import kept
from .api import LICENCE, refused
from .asked import Problem
from .changes import LABELS
from .corrections import Change, Entry
from .events import Event
from .features import sentence_url
from .filters import Filters

NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # the date of a feed that has no entry yet: it must have one
TITLE = 160


@dataclass(frozen=True)
class Feed:
    """Where a page's feed is, for the page to name."""

    label: str
    url: str

    @classmethod
    def of(cls, name: str, filters: Filters) -> "Feed":
        """The feed of a page by these filters, with what the page itself stands for."""
        labels = {"corrections_feed": _("Corrections as they are made"), "changes_feed": _("What is new and changed")}
        query = filters.query(fixed=True, clocks=False)
        return cls(labels[name], f"{reverse(name)}?{query}" if query else reverse(name))


def feed(known: Iterable[str]) -> Callable[[Callable], Callable[[HttpRequest], HttpResponse]]:
    """A GET view of a feed that takes these parameters and no others; readable from anywhere."""

    def decorated(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
        @csrf_exempt
        @require_safe
        @cache_control(public=True, no_cache=True)
        @kept
        @wraps(view)
        def wrapped(request: HttpRequest) -> HttpResponse:
            strange = [Problem(one, request.GET[one], "no such parameter", tuple(known)) for one in request.GET
                       if one not in known]  # fmt: skip
            response = refused(strange) if strange else view(request)
            response["Access-Control-Allow-Origin"] = "*"
            return response

        return wrapped

    return decorated


def of_corrections(request: HttpRequest, query: str, entries: Iterable[Entry]) -> HttpResponse:
    """The lines of the ledger; what is out of sight has its kind and its reason."""
    written = _Feed.about(request, _("Corrections"), "corrections", query)
    for entry in entries:
        written.add_item(
            title=_titled(capfirst(entry.words), entry.quote),
            link=request.build_absolute_uri(entry.url or reverse("corrections")),
            description=_told(entry.changes, filter(None, [entry.role, entry.why])),
            updateddate=entry.at,
            unique_id=_tag(request, f"corrections/{entry.key}"),
            categories=[entry.action],
        )
    return written.response()


def of_changes(request: HttpRequest, query: str, events: Iterable[Event]) -> HttpResponse:
    """What is new, revised or taken away, one entry for each time that readers could see it."""
    written = _Feed.about(request, _("What changed"), "changes", query)
    for event in events:
        claim = event.claim
        page = sentence_url(claim.report, claim) if event.is_public else reverse("changes")
        written.add_item(
            title=_titled(f"{LABELS[event.what]} · {claim.get_kind_display()}", event.words),
            link=request.build_absolute_uri(page),
            description=_told(event.changes, event.reasons),
            updateddate=event.at,
            unique_id=_tag(request, f"claims/{claim.public_id}/{event.number}/{event.what}"),
            categories=[event.what, claim.kind],
        )
    return written.response()


class _Feed(Atom1Feed):
    """Django's, dated by its newest entry alone."""

    @classmethod
    def about(cls, request: HttpRequest, title: str, page: str, query: str) -> "_Feed":
        asked = f"?{query}" if query else ""
        return cls(
            title=f"{title} · {settings.SITE_NAME}",
            link=request.build_absolute_uri(f"{reverse(page)}{asked}"),
            feed_url=request.build_absolute_uri(f"{request.path}{asked}"),
            feed_guid=_tag(request, f"{page}{asked}"),
            description=None,
            language=get_language(),
            author_name=settings.SITE_NAME,
            author_link=request.build_absolute_uri(reverse("home")),
            feed_copyright=LICENCE,
        )

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)

    def response(self) -> HttpResponse:
        return HttpResponse(self.writeString("utf-8"), content_type=self.content_type)


def _tag(request: HttpRequest, what: str) -> str:
    host = request.get_host().partition(":")[0]
    return f"tag:{host},2016:{get_language()}/{what}"


def _titled(words: str, quote: str) -> str:
    return _clean(f"{words}: “{Truncator(quote).chars(TITLE)}”" if quote else words)


def _told(changes: Iterable[Change], lines: Iterable[str]) -> SafeString:
    """What an entry says, as HTML: old and new values, who changed them in which role, why."""
    values = format_html_join(
        "", "<li>{}: <del>{}</del> → <ins>{}</ins></li>",
        ((_clean(one.field), _clean(one.before), _clean(one.after)) for one in changes),
    )  # fmt: skip
    said = format_html_join("", "<p>{}</p>", ((_clean(line),) for line in lines))
    return said + (format_html("<ul>{}</ul>", values) if values else mark_safe(""))


def _clean(words: str) -> str:
    """Without the control characters that XML does not know."""
    return "".join(one for one in words if one in "\t\n" or unicodedata.category(one) != "Cc")
