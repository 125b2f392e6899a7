"""The catalogues of the public pages: whole, in step with the code, and with the same placeholders and markup."""

import re
import shutil
import string
import subprocess
import sys

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

from reports.public import words
from reports.public.map_words import WORDS, map_words

CATALOGUES = {code: settings.BASE_DIR / f"locale/{code}/LC_MESSAGES/django.po" for code in ("ar", "fr")}
PLACEHOLDER = re.compile(r"%\(\w+\)s|%\(\w+\)d|%%|%[a-z_]{1,5}\b|<[^>]+>")


@pytest.fixture(params=CATALOGUES)
def catalogue(request) -> polib.POFile:
    return polib.pofile(str(CATALOGUES[request.param]))


def forms(entry: polib.POEntry) -> list[str]:
    """All translations of an entry: one, or one for each plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_string_is_translated_and_none_is_a_guess(catalogue):
    left = [entry.msgid for entry in catalogue if not all(forms(entry)) or "fuzzy" in entry.flags]
    assert left == []
    assert len(catalogue) > 400


def test_placeholders_and_markup_are_those_of_the_original(catalogue):
    for entry in catalogue:
        wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for form in forms(entry):
            found = sorted(PLACEHOLDER.findall(form))
            # A plural form of one number, "no", "one" or "two", may say it as a word.
            assert found == wanted or (entry.msgid_plural and found == [] and form in forms(entry)[:3]), entry.msgid


def test_arabic_has_six_plural_forms_and_french_two():
    for code, number in (("ar", 6), ("fr", 2)):
        po = polib.pofile(str(CATALOGUES[code]))
        assert {len(forms(entry)) for entry in po if entry.msgid_plural} == {number}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا تطورات"),
        (1, "تطور واحد"),
        (2, "تطوران"),
        (3, "3 تطورات"),
        (11, "11 تطورا"),
        (100, "100 تطور"),
        (103, "103 تطورات"),
    ],
)
def test_arabic_counts_as_arabic_does(count, said):
    with translation.override("ar"):
        assert ngettext("%(n)s development", "%(n)s developments", count) % {"n": count} == said


@pytest.mark.skipif(not shutil.which("xgettext"), reason="collecting strings needs GNU gettext: apt install gettext")
def test_no_string_of_the_public_pages_is_uncollected(tmp_path):
    """Collects anew in a copy of the code, and finds the same strings."""
    for name in ("frontdesk", "locale", "reports", "scripts", "templates"):
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    script = tmp_path / "scripts/translations.py"
    subprocess.run([sys.executable, script, "collect"], cwd=tmp_path, check=True, capture_output=True)
    for code, path in CATALOGUES.items():
        fresh = polib.pofile(str(tmp_path / f"locale/{code}/LC_MESSAGES/django.po"))
        assert {entry.msgid for entry in fresh} == {entry.msgid for entry in polib.pofile(str(path))}


def test_numbers_are_written_in_the_readers_way():
    for code, thousands, decimal in (
        ("en", "120,000", "2.5"),
        ("fr", "120\N{NO-BREAK SPACE}000", "2,5"),
        ("ar", "120,000", "2.5"),
    ):
        with translation.override(code):
            assert (words.number(120_000), words.number(2.5)) == (thousands, decimal)


def test_days_are_written_in_the_readers_way():
    from datetime import date

    said = {}
    for code in ("en", "fr", "ar"):
        with translation.override(code):
            said[code] = words.day(date(2016, 12, 11))
    assert said == {"en": "11 Dec 2016", "fr": "11 déc. 2016", "ar": "11 ديسمبر 2016"}


def test_the_words_of_the_map_are_those_of_its_script_and_translated():
    script = (settings.BASE_DIR / "static/js/map/popover.js").read_text()
    held = dict(re.findall(r'^  (\w+): "([^"]+)",$', script, flags=re.MULTILINE))
    assert held == WORDS
    with translation.override("ar"):
        assert map_words().keys() == WORDS.keys()
        assert map_words()["close"] == gettext("Close") != "Close"
        assert all(any(letter not in string.printable for letter in said) for said in map_words().values())
