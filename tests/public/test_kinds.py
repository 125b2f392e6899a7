"""The four classes, drawn alike by the server and by the map."""

import re

import pytest
from django.conf import settings

from reports.models.vocabulary import DevelopmentType
from reports.public import kinds

SCRIPT = (settings.BASE_DIR / "static" / "js" / "map" / "kinds.js").read_text()


@pytest.mark.parametrize("kind", DevelopmentType.values)
def test_the_map_puts_each_type_into_the_same_class(kind):
    classes = dict(re.findall(r"^  (battle|strike|people): \[(.*)\],$", SCRIPT, re.M))
    there = next((name for name, listed in classes.items() if f'"{kind}"' in listed), "other")
    assert kinds.class_of(kind) == there


@pytest.mark.parametrize("name", kinds.SHAPES)
def test_the_map_draws_the_same_shape(name):
    assert f'{name}: "{kinds.SHAPES[name]}"' in SCRIPT
