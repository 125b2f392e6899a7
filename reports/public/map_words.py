"""The words of the map's scripts (`WORDS` in static/js/map/popover.js) in the reader's language.

`%n` and the like are filled in by the script, so each is worded to hold for any number.
"""

from django.conf import settings
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

WORDS = {
    "read": gettext_noop("Read it in the report"),
    "here": gettext_noop("%n developments at this place"),
    "cluster": gettext_noop("%n developments around %place; open to come nearer"),
    "one": gettext_noop("%kind, %place, %date"),
    "many": gettext_noop("%n developments, %place"),
    "more": gettext_noop("%n more are in the list"),
    "reported": gettext_noop("reported"),
    "close": gettext_noop("Close"),
    "zoom_in": gettext_noop("Come nearer"),
    "zoom_out": gettext_noop("Step back"),
}


def map_words() -> dict[str, str]:
    """By name; empty in the default language, which the script has itself."""
    if get_language() == settings.LANGUAGE_CODE:
        return {}
    return {name: _(words) for name, words in WORDS.items()}
