"""The measure of public geoparsing sets: which names it takes, and what counts as right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "geoparse_score.py"
sys.path.insert(0, str(SCRIPT.parent))
import geoparse_score  # noqa: E402

# Both shapes of a set: LGL and TR-News have `phrase` and `gaztag`, GeoWebNews `extractedName` and plain coordinates.
SET = """<articles>
  <article><text>Troy and Rome.\u2028Oz too.</text><toponyms>
    <toponym><phrase>Troy</phrase><gaztag><lat>42.73</lat><lon>-73.69</lon></gaztag></toponym>
    <toponym><phrase>Oz</phrase></toponym>
    <toponym><extractedName>Rome</extractedName><latitude>41.89</latitude><longitude>12.48</longitude></toponym>
  </toponyms></article>
</articles>"""
TROY, ROME = {"latitude": 42.73, "longitude": -73.69}, {"latitude": 41.89, "longitude": 12.48}


@pytest.fixture
def corpus(tmp_path) -> Path:
    path = tmp_path / "set.xml"
    path.write_text(SET, encoding="utf-8")
    return path


def test_it_takes_the_names_that_have_coordinates(corpus):
    rows = list(geoparse_score.names(corpus))
    assert [(row["name"], row["latitude"], row["longitude"]) for row in rows] == [
        ("Troy", 42.73, -73.69), ("Rome", 41.89, 12.48),
    ]  # fmt: skip
    assert rows[0]["context"] == "Troy and Rome.\u2028Oz too."


# What is answered for Troy, then: right, placed. 161 km north of it is 1.448 degrees of latitude.
ANSWERS = [
    (TROY, (1, 1)),
    ({"latitude": 44.1, "longitude": -73.69}, (1, 1)),
    ({"latitude": 44.2, "longitude": -73.69}, (0, 1)),
    ({"latitude": None, "longitude": None}, (0, 0)),
    (None, (0, 0)),
]


@pytest.mark.parametrize(("chosen", "wanted"), ANSWERS)
def test_right_is_within_161_km_and_no_answer_is_wrong(chosen, wanted):
    asked, answers = [{"name": "Troy", **TROY}], [{"name": "Troy", "chosen": chosen}]
    assert geoparse_score.score(asked, answers) == (*wanted, 1)


def test_answers_to_another_set_are_refused():
    with pytest.raises(ValueError, match="'Rome' answers 'Troy'"):
        geoparse_score.score([{"name": "Troy", **TROY}], [{"name": "Rome", "chosen": ROME}])


def test_both_verbs_work_together(corpus, tmp_path):
    asked, answers = tmp_path / "asked.jsonl", tmp_path / "answers.jsonl"
    subprocess.run([sys.executable, SCRIPT, "names", corpus, asked], check=True)
    names = [json.loads(line)["name"] for line in asked.read_bytes().splitlines()]
    lines = [json.dumps({"name": name, "chosen": ROME}) + "\n" for name in names]
    answers.write_text("".join(lines), encoding="utf-8")
    said = subprocess.run([sys.executable, SCRIPT, "score", asked, answers], check=True, capture_output=True, text=True)
    assert said.stdout == "within 161 km 0.500 (1 of 2); without a spot 0\n"
