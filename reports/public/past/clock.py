"""What the reader set the clocks to, read from the query string, told in words and carried along in addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from reports.public.moment import NOW

KNOWN, DESK = "known", "desk"
# Addresses of pages in the text of a page, and those that are no view of the data.
_LINK = re.compile(r'<a (?P<before>[^>]*?)href="(?P<address>[/?][^"]*)"(?P<after>[^>]*)>')
_FEED = "/feed.atom"
_NO_VIEW = ("/static/", "/admin/", "/method/", "/sitemap", "/robots.txt", "/healthz", "/changes/", "/live.json")


@dataclass(frozen=True)
class Clock:
    """`known` and `desk` are instants (UTC), None where a clock runs; `given` is how they stand in addresses."""

    known: datetime | None = None
    desk: datetime | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)  # what is no day and no instant

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Clock":
        """Days (to their end, UTC) or instants in ISO form. What lies ahead is now."""
        given = {name: value.strip() for name in (KNOWN, DESK) if (value := query.get(name, "")).strip()}
        read = {name: _instant(value) for name, value in given.items()}
        now = timezone.now()
        past = {name: at for name, at in read.items() if at is not None and at <= now}
        return cls(
            known=past.get(KNOWN),
            desk=past.get(DESK),
            given={name: given[name] for name in past},
            unread={name: given[name] for name, at in read.items() if at is None},
        )

    @property
    def is_set(self) -> bool:
        return self.known is not None or self.desk is not None

    def moment(self) -> Any:
        from .moment import Published, Reported

        if self.desk is not None:
            return Published(self)
        return Reported(self) if self.known is not None else NOW

    @property
    def key(self) -> str:
        return "&".join(f"{name}={at.isoformat()}" for name, at in ((KNOWN, self.known), (DESK, self.desk)) if at)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address in this past."""
        return list(self.given.items())

    @property
    def words(self) -> list[str]:
        """What is shown, in a sentence for each clock that is set."""
        told = []
        if self.desk is not None:
            told.append(_("What this site showed at %(at)s, with later corrections undone.") % _at(self.desk))
        if self.known is not None:
            told.append(_("Only what had been reported by %(at)s, with what we corrected since.") % _at(self.known))
        return told

    @property
    def days(self) -> dict[str, str]:
        """The days that the fields of the page show, in ISO form."""
        return {name: at.date().isoformat() for name, at in ((KNOWN, self.known), (DESK, self.desk)) if at}

    def left(self, query: QueryDict) -> str:
        """The query string without the clocks, with its question mark; empty where nothing is left."""
        kept = [(name, value) for name, values in query.lists() for value in values if name not in (KNOWN, DESK)]
        return f"?{urlencode(kept)}" if kept else ""

    def carried(self, html: str) -> str:
        """A page whose links stay in this past; here, so that no template can forget one."""
        return _LINK.sub(self._link, html)

    def _link(self, found: re.Match[str]) -> str:
        if "data-now" in found["after"]:
            return found[0]
        return f'<a {found["before"]}href="{self._in_this_past(found["address"])}"{found["after"]}>'

    def _in_this_past(self, address: str) -> str:
        parts = urlsplit(address)
        if (
            parts.path.startswith(_NO_VIEW)
            or parts.path.endswith(_FEED)
            or f"{DESK}=" in parts.query
            or f"{KNOWN}=" in parts.query
        ):
            return address
        query = "&amp;".join(filter(None, [parts.query, escape(urlencode(self.pairs))]))
        return f"{parts.path}?{query}" + (f"#{parts.fragment}" if parts.fragment else "")


def _instant(value: str) -> datetime | None:
    """The instant, or the last one of the day (UTC); None where it is neither."""
    try:
        if day := parse_date(value):
            return end_of(day)
        found = parse_datetime(value.replace(" ", "+"))  # a plus of an offset that was not encoded
    except ValueError:
        return None
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=UTC)


def _at(at: datetime) -> dict[str, str]:
    at = at.astimezone(UTC)
    if at.time() == time.max:
        return {"at": _("the end of %(day)s") % {"day": date_format(at.date(), "j F Y")}}
    return {"at": _("%(time)s UTC, %(day)s") % {"time": f"{at:%H:%M}", "day": date_format(at.date(), "j F Y")}}
