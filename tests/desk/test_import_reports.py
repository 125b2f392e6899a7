"""`manage.py import_reports`: folders in, one line a file; a bad one stops nobody, a second run repeats nothing."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from reports.models import Report
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def desk_of_lina(monkeypatch):
    monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)
    make.outlet()
    make.outlet("reuters", "Reuters")
    make.person("Lina", "editor")


def run(*paths, **options) -> tuple[list[str], int]:
    """The lines of a run, and how it ended."""
    out = io.StringIO()
    try:
        call_command("import_reports", *map(str, paths), stdout=out, stderr=out, **{"by": "Lina", **options})
    except SystemExit as ended:
        return out.getvalue().splitlines(), ended.code
    return out.getvalue().splitlines(), 0


def test_a_folder_is_taken_with_its_manifest_and_options_fill_in(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels left two villages.")
    (tmp_path / "2016-12-12 b.txt").write_text("Shelling went on.")
    (tmp_path / "reports.csv").write_text("file,published,outlet,headline\na.txt,2016-12-11,Reuters,\n")
    lines, ended = run(tmp_path, outlet="afp")
    assert (lines[-1], ended) == ("2 taken, 0 skipped, 0 refused", 0)
    assert {(row.published, row.outlet.slug, row.entered_by.username) for row in Report.objects.all()} == {
        (date(2016, 12, 11), "reuters", "Lina"),
        (date(2016, 12, 12), "afp", "Lina"),
    }


def test_a_second_run_takes_only_what_is_new(tmp_path):
    (tmp_path / "2016-12-11.txt").write_text("Rebels left two villages.")
    run(tmp_path, outlet="afp")
    (tmp_path / "2016-12-12.txt").write_text("Shelling went on.")
    lines, ended = run(tmp_path, outlet="afp")
    assert (lines[-1], ended) == ("1 taken, 1 skipped, 0 refused", 0)


def test_each_bad_file_says_why_in_one_line_and_the_others_go_on(tmp_path):
    (tmp_path / "2016-12-11 latin.txt").write_bytes("Les rebelles ont quitté Alep.".encode("latin-1"))
    (tmp_path / "2016-12-11 empty.txt").write_text(" \n")
    (tmp_path / "undated.txt").write_text("Rebels left.")
    (tmp_path / "2016-12-11 good.txt").write_text("Rebels left two villages.")
    lines, ended = run(tmp_path, tmp_path / "missing.txt", outlet="afp")
    assert (lines[-1], ended) == ("1 taken, 0 skipped, 4 refused", 1)
    told = "\n".join(lines)
    for sentence in ("not UTF-8", "The text is empty", "Give the day it was published", "No such file"):
        assert sentence in told
    assert len(lines) == 6


def test_credits_are_believed_only_where_asked(tmp_path):
    (tmp_path / "2016-12-11.txt").write_text("Rebels left.\nSource: AFP")
    assert run(tmp_path)[1] == 1
    assert run(tmp_path, outlet="guess")[1] == 0
    assert Report.objects.get().outlet.slug == "afp"


def test_a_manifest_with_an_unknown_column_is_refused_in_words(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels left.")
    (tmp_path / "reports.csv").write_text("file,day\na.txt,2016-12-11\n")
    lines, ended = run(tmp_path)
    assert ended == 1 and "has the columns day, file" in lines[0]


def test_a_dry_run_keeps_nothing(tmp_path):
    (tmp_path / "2016-12-11.txt").write_text("Rebels left.")
    lines, _ended = run(tmp_path, outlet="afp", dry_run=True)
    assert "published 2016-12-11, outlet afp" in lines[0]
    assert not Report.objects.exists()


def test_an_account_is_needed_that_may_enter_reports(tmp_path):
    with pytest.raises(CommandError, match="no account"):
        run(tmp_path, by="nobody")
    (tmp_path / "2016-12-11.txt").write_text("Rebels left.")
    make.person("Sami", "reviewer")
    lines, ended = run(tmp_path, outlet="afp", by="Sami")
    assert ended == 1 and "role of an editor" in lines[0]
