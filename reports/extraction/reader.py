"""The passes, in order: normalise, segment, tokenise, find, arbitrate, resolve, relate, classify."""

from __future__ import annotations

import datetime as dt

from .actions import assign_actions
from .as_of import find_as_of
from .bulletin import find_dateline
from .classify import classify
from .confidence import add_confidence
from .controls import find_controls
from .dates import find_dates
from .evidence import Evidence
from .figure_places import place_figures
from .figures import find_figures
from .groups import find_groups
from .issuer import find_issuer
from .leftovers import find_leftovers
from .lexicon import Lexicon
from .model import Document, Draft
from .named_bodies import add_named_bodies
from .names import Names
from .normalise import normalise
from .opinions import weigh_kinds, weigh_scopes, weigh_statuses
from .periods import date_figures
from .places import assign_roles, find_places
from .relate import relate
from .segment import segment
from .sources import find_sources, speakers
from .subjects import class_subjects
from .tokenise import tokenise
from .world import find_home

READER_VERSION = "1.0"


def read(
    text: str, lexicon: Lexicon, names: Names, *, published: dt.date | None = None, outlet: str | None = None
) -> Document:
    """Read one report. Total: any Unicode text gives a document; the same arguments give the same document."""
    draft = Draft(normalise(text), published, outlet)
    draft.take(tokenise(draft.text))
    find_home(draft, lexicon, names)
    find_dateline(draft, lexicon)
    segment(draft, lexicon, names)
    find_dates(draft, lexicon)
    find_as_of(draft, lexicon)
    find_figures(draft, lexicon)
    find_groups(draft, lexicon)
    said = find_sources(draft, lexicon)
    find_issuer(draft, speakers(lexicon), frozenset(a.sentence for a in said))
    relate(draft, said)
    class_subjects(draft, lexicon)
    classify(draft, lexicon, said)
    evidence = Evidence(draft)
    weigh_statuses(draft, lexicon, evidence)
    weigh_kinds(draft, lexicon, evidence)
    date_figures(draft)
    weigh_scopes(draft, lexicon, evidence)
    assign_actions(draft, lexicon, said)
    draft.places = find_places(draft, lexicon, names)
    assign_roles(draft, lexicon)
    place_figures(draft, lexicon)
    find_controls(draft, lexicon, said)
    add_named_bodies(draft, lexicon)
    find_leftovers(draft)
    add_confidence(draft, lexicon)
    return _document(draft, lexicon, names)


def _document(draft: Draft, lexicon: Lexicon, names: Names) -> Document:
    return Document(
        reader={"reader": READER_VERSION, "lexicon": lexicon.fingerprint, "gazetteer": names.version},
        text=draft.text,
        outlet=draft.outlet,
        dateline=draft.dateline,
        as_of=draft.as_of,
        published=draft.published,
        sections=draft.sections,
        sentences=draft.sentences,
        figures=draft.figures,
        places=draft.places,
        groups=draft.groups,
        sources=draft.sources,
        dates=draft.dates,
        controls=draft.controls,
        unresolved=draft.unresolved,
    )
