"""The real gazetteer, and documents made by hand."""

from contextlib import closing
from pathlib import Path

import prepare
import pytest
from django.conf import settings

from reports.extraction.model import Document, Place, Section, Sentence
from reports.geocoding import Gazetteer, open_gazetteer
from reports.geocoding.build import build, version


@pytest.fixture(scope="session")
def gazetteer_path(tmp_path_factory) -> Path:
    """What the installation built, where it is of this very code and data and nothing was imported since; else built
    here, which takes most of a minute."""
    installed = Path(settings.GAZETTEER_PATH)
    if prepare.is_made(installed, prepare.marker_of(installed), prepare.gazetteer_sources()):
        with closing(open_gazetteer(installed)) as opened:
            if opened.version == version():
                return installed
    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.sqlite3"
    build(path)
    return path


@pytest.fixture(scope="session")
def gazetteer(gazetteer_path) -> Gazetteer:
    return open_gazetteer(gazetteer_path)


@pytest.fixture
def document():
    """Makes a document that names places, all in one sentence, as the finder would leave them."""

    def make(*places: Place, country: str | None = None) -> Document:
        text = " ".join(place.text for place in places)
        at = 0
        for place in places:
            place.start, place.end = at, at + len(place.text)
            place.sentence = 0 if place.sentence is None else place.sentence
            place.clue = {"query": place.name, "kinds": []} | place.clue
            at = place.end + 1
        sections = [Section(0, 0, 0, len(text), "", "country", country)] if country else []
        sentence = Sentence(0, max(len(text), 1), section=0 if country else None)
        return Document({}, text, None, None, None, None, sections, [sentence], [], list(places), [], [], [], [], [])

    return make


def named(name: str, **more) -> Place:
    """A mention of `name`."""
    return Place(0, 0, name, name, **more)
