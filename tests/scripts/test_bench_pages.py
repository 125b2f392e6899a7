"""The synthetic developments of the benchmark: as many as asked for, and every promise kept."""

import sys
from pathlib import Path

import pytest

from reports.models import Claim, ClaimVersion, Development
from reports.workflow.verify import verify

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from scripts.bench_pages.generate import generate


@pytest.mark.django_db
def test_synthetic_developments_are_public_by_the_ledger_and_keep_every_promise(capsys):
    generate(60)
    assert Development.objects.public().count() == 60
    assert ClaimVersion.objects.count() == Claim.objects.public().count() > 60
    assert [outcome.broken for outcome in verify() if outcome.broken] == []
