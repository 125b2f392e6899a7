"""Runs the map's pure modules with node's test runner, where there is a node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_the_modules_of_the_map_keep_their_promises(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "static" / "js", tmp_path / "static" / "js")
    shutil.copytree(ROOT / "static" / "map", tmp_path / "static" / "map")
    for test in (ROOT / "tests" / "js").glob("*.test.js"):
        shutil.copy(test, tmp_path)
    (tmp_path / "package.json").write_text(json.dumps({"type": "module"}))
    tests = sorted(str(path) for path in tmp_path.glob("*.test.js"))
    done = subprocess.run([str(NODE), "--test", *tests], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"# pass {sum(Path(t).read_text().count(chr(10) + 'test(') for t in tests)}" in done.stdout
