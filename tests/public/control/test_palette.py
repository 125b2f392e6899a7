"""The colours of sides: visible on the map's land, and told apart by those who do not see all colours."""

import re
from itertools import combinations

import numpy as np
import pytest
from django.conf import settings

# What eyes without one kind of cone see, in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
EYES = {
    "all cones": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
SCHEMES = {"light": 0, "dark": 1}  # the first and the second block of a sheet


def colours(sheet: str, pattern: str, scheme: str) -> list[str]:
    """Values of custom properties, in the order of the sheet."""
    light, dark = (settings.BASE_DIR / f"static/css/{sheet}.css").read_text().split("prefers-color-scheme: dark")
    return re.findall(rf"{pattern}: (#[0-9a-f]{{6}});", (light, dark)[SCHEMES[scheme]])


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ light / np.array([0.9505, 1, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(np.clip(xyz, 0, None)), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((float(TO_XYZ[1] @ linear(colour)) for colour in (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_stands_out_from_the_land(scheme):
    (land,) = colours("map", "--map-land", scheme)
    sides = colours("control", r"--hold-\d", scheme)
    assert len(sides) == 8
    assert [side for side in sides if contrast(side, land) < 3] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_any_two_differ_for_all_eyes(scheme, eyes):
    seen = [lab(np.clip(np.array(EYES[eyes]) @ linear(one), 0, 1)) for one in colours("control", r"--hold-\d", scheme)]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) > 20
