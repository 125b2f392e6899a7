"""Image, compose file and the example of the environment agree with the project."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from reports.extraction import compiled

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
OURS = {name: service for name, service in COMPOSE["services"].items() if service["image"] == "frontdesk"}


def variables(text: str) -> set[str]:
    return set(re.findall(r'(?:env|flag|words)\(\s*"([A-Z_]+)"', text))


def commands(words: list[str]) -> list[list[str]]:
    """The commands of a compose `command` or `test`, those inside a shell's string too."""
    if words[0] in ("CMD", "CMD-SHELL"):
        words = words[1:]
        words = words[0].split() if len(words) == 1 else words
    if words[:2] == ["sh", "-c"]:
        return [part.split() for part in words[2].split("&&")]
    return [words]


ALL = [
    command
    for service in OURS.values()
    for words in (service.get("command"), service.get("healthcheck", {}).get("test"))
    if words
    for command in commands(words)
]


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_each_command_of_the_compose_file_exists(command):
    program, first, *rest = command
    if first == "manage.py":
        assert rest[0] in get_commands()
    elif program == "python":
        assert (ROOT / first).is_file()
    else:
        assert (ROOT / ".venv/bin" / program).exists() or shutil.which(program)


def test_each_command_that_serves_the_site_warms_its_workers():
    """The image, the demonstration and the handbook start Gunicorn with the same configuration."""
    for path in ("Dockerfile", "scripts/demo.py", "docs/install.md"):
        (line,) = [line for line in (ROOT / path).read_text().splitlines() if "frontdesk.wsgi" in line]
        assert "python:frontdesk.serving" in line
    found = subprocess.run(
        [sys.executable, "-m", "gunicorn", "frontdesk.wsgi", "--config", "python:frontdesk.serving", "--print-config"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = dict(line.split("=", 1) for line in re.sub(r" *= *", "=", found.stdout).splitlines() if "=" in line)
    assert (told["worker_class"], told["threads"], told["control_socket_disable"]) == ("gthread", "8", "True")
    assert "post_worker_init" in told["post_worker_init"]


def test_all_parts_of_the_site_are_served():
    assert set(OURS) == {"migrate", "web", "worker", "beat"}
    assert set(COMPOSE["services"]) - set(OURS) == {"postgres", "redis"}
    for service in OURS.values():
        assert service["depends_on"].keys() <= COMPOSE["services"].keys()
    assert {name for name, service in COMPOSE["services"].items() if "healthcheck" in service} == {
        "web", "worker", "postgres", "redis"
    }  # fmt: skip


def test_each_volume_that_is_used_is_declared():
    used = {volume.split(":")[0] for service in COMPOSE["services"].values() for volume in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])


def test_compose_sets_only_variables_that_the_settings_read():
    known = variables((ROOT / "frontdesk/settings.py").read_text())
    assert set(OURS["web"]["environment"]) <= known


def test_the_example_lists_every_variable_and_no_other():
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert example - {"POSTGRES_PASSWORD"} == variables((ROOT / "frontdesk/settings.py").read_text())


def test_the_image_runs_as_nobody_in_particular():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    users = [number for number, line in enumerate(lines) if line.startswith("USER ")]
    assert lines[users[-1]] != "USER root"
    assert users[-1] < next(number for number, line in enumerate(lines) if line.startswith("CMD "))


def test_the_image_takes_the_compiled_reader_from_where_it_is_put():
    (copied,) = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if "--from=compiled" in line]
    source, target = copied.split()[2:]
    assert source == target
    assert source.endswith(f"/python3.11/site-packages/{compiled.LIBRARY}")


def test_everything_that_the_project_asks_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = (
        project["dependencies"] + project["optional-dependencies"]["test"] + project["optional-dependencies"]["compile"]
    )
    pins = {_plain(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}
    assert {_plain(re.split(r"[<>=;\s\[]", line)[0]) for line in wanted} <= pins


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck here: apt install shellcheck")
def test_the_shell_scripts_have_no_known_traps():
    shell = [path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix]
    done = subprocess.run(["shellcheck", *shell, ROOT / ".ci/run"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
@pytest.mark.parametrize("target", ["install", "demo", "test", "compile", "browser"])
def test_each_target_of_make_calls_its_script(target):
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == f"scripts/{target}"
