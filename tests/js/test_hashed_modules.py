"""Script modules under the hashed names of production."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command

IMPORTS = re.compile(r"""(?:from\s*|import\(|import\s+)["'](\.[^"']+)["']""")
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture
def collected(settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "frontdesk.storage.HashedModules"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_import_of_a_hashed_module_leads_to_a_hashed_module(collected: Path) -> None:
    modules = [
        path for path in [*collected.glob("js/**/*.js"), *collected.glob("map/*.js")] if HASHED.search(path.name)
    ]
    assert any(path.name.startswith("map.") for path in modules)
    imports = [(path, target) for path in modules for target in IMPORTS.findall(path.read_text())]
    assert len(imports) > 280
    for path, target in imports:
        assert HASHED.search(target), f"{path.name} imports {target}"
        assert (path.parent / target).exists(), f"{path.name} imports {target}, which is not there"
