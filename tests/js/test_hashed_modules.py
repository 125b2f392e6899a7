"""Script modules under the hashed names of production."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test import override_settings

from frontdesk.storage import lean

IMPORTS = re.compile(r"""(?:from\s*|import\(|import\s+)["'](\.[^"']+)["']""")
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("static")
    with override_settings(
        STATIC_ROOT=root,
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
        STORAGES={**project.STORAGES, "staticfiles": {"BACKEND": "frontdesk.storage.HashedModules"}},
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


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


def test_a_lean_script_loses_comments_and_indentation_and_nothing_else() -> None:
    script = """/** What it does,
 * at length. */
// And more.
export const one = "a // b"; // stays
  /* gone */
  const two = `c /* d */`;

"""
    assert lean(script, "js/one.js") == 'export const one = "a // b"; // stays\nconst two = `c /* d */`;\n'
    assert lean("/* One. */\n.a {\n  color: red; /* two */\n}\n// b\n", "css/a.css") == (
        ".a {\ncolor: red; /* two */\n}\n// b\n"
    )


def test_no_text_of_our_scripts_runs_over_several_lines() -> None:
    for path in [*(project.BASE_DIR / "static/js").rglob("*.js")]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            assert line.replace("\\`", "").count("`") % 2 == 0, f"{path.name}:{number}: a template over several lines"


def test_lean_scripts_are_still_scripts(collected: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("no node here")
    ours = [path for path in collected.glob("js/**/*.js") if HASHED.search(path.name)]
    assert len(ours) > 20
    for path in ours:
        assert not re.search(r"^\s*(//|/\*)", path.read_text(), re.MULTILINE), path.name
        command = ["node", "--input-type=module", "--check"]
        told = subprocess.run(command, input=path.read_text(), capture_output=True, text=True, check=False)
        assert told.returncode == 0, f"{path.name}: {told.stderr}"
