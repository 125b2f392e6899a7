"""Geometry on plain lists: Web Mercator, Visvalingam's simplification, clipping to a square, and packing as text."""

from __future__ import annotations

import heapq
import math
from itertools import pairwise

from .sources import Line, Point

Box = tuple[float, float, float, float]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
LIMIT = 85.0511


def mercator(line: Line, size: float) -> Line:
    """Points of a line on a square world `size` units wide, y down from the north, as Leaflet's pixels."""
    return [project(lon, lat, size) for lon, lat in line]


def project(lon: float, lat: float, size: float) -> Point:
    lat = max(-LIMIT, min(LIMIT, lat))
    x = (lon + 180) / 360
    y = 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)
    return x * size, y * size


def simplify(line: Line, least: float) -> Line:
    """Visvalingam: drops, smallest first, each point whose triangle with its neighbours is under `least` square units.

    End points stay. A closed ring that shrinks under four points comes back empty.
    """
    count = len(line)
    closed = count > 3 and line[0] == line[-1]
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    gone = [False] * count
    areas = [math.inf] * count
    heap = []
    for i in range(1, count - 1):
        areas[i] = _triangle(line[i - 1], line[i], line[i + 1])
        heap.append((areas[i], i))
    heapq.heapify(heap)
    while heap:
        area, i = heapq.heappop(heap)
        if area >= least:
            break
        if gone[i] or area != areas[i]:
            continue
        gone[i] = True
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < count - 1:
                areas[j] = max(area, _triangle(line[before[j]], line[j], line[after[j]]))
                heapq.heappush(heap, (areas[j], j))
    kept = [point for i, point in enumerate(line) if not gone[i]]
    return [] if closed and len(kept) < 4 else kept


def join(lines: list[Line]) -> list[Line]:
    """Lines put end to end wherever exactly two of them meet, so that a border cut into crumbs can be simplified."""
    ends: dict[Point, list[int]] = {}
    for i, line in enumerate(lines):
        ends.setdefault(line[0], []).append(i)
        ends.setdefault(line[-1], []).append(i)
    used = [False] * len(lines)

    def follow(line: Line) -> Line:
        while line[0] != line[-1]:
            others = ends[line[-1]]
            following = [i for i in others if not used[i]]
            if len(others) != 2 or len(following) != 1:
                break
            used[following[0]] = True
            other = lines[following[0]]
            line = line + (other[1:] if other[0] == line[-1] else other[-2::-1])
        return line

    joined = []
    for i, line in enumerate(lines):
        if not used[i]:
            used[i] = True
            joined.append(follow(follow(line)[::-1]))
    return joined


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def ring_area(ring: Line) -> float:
    """Square units enclosed, never negative."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def middle(ring: Line) -> Point:
    """The centre of gravity of a ring's area."""
    x = y = twice = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        x, y, twice = x + (ax + bx) * cross, y + (ay + by) * cross, twice + cross
    return x / (3 * twice), y / (3 * twice)


def smooth(line: Line, rounds: int = 2) -> Line:
    """Chaikin's corner cutting: takes the steps out of a line that was put on a coarse grid."""
    for _ in range(rounds):
        cut = [line[0]]
        for (ax, ay), (bx, by) in pairwise(line):
            cut += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
        line = [*cut, line[-1]]
    return line


def clip_ring(ring: Line, box: Box) -> Line:
    """Sutherland-Hodgman: the ring inside the box. Edges may run along the box, which is fine for a fill."""
    for axis, limit, keep_above in ((0, box[0], True), (0, box[2], False), (1, box[1], True), (1, box[3], False)):
        if not ring:
            return []
        ring = _half(ring, axis, limit, keep_above)
    return ring


def _half(ring: Line, axis: int, limit: float, keep_above: bool) -> Line:
    kept: Line = []
    last = ring[-1]
    last_in = (last[axis] >= limit) == keep_above
    for point in ring:
        is_in = (point[axis] >= limit) == keep_above
        if is_in != last_in:
            part = (limit - last[axis]) / (point[axis] - last[axis])
            other = last[1 - axis] + part * (point[1 - axis] - last[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if is_in:
            kept.append(point)
        last, last_in = point, is_in
    return kept


def clip_line(line: Line, box: Box) -> list[Line]:
    """The pieces of a line inside the box (Liang-Barsky on each segment)."""
    pieces: list[Line] = []
    for a, b in pairwise(line):
        cut = _segment(a, b, box)
        if cut is None:
            continue
        if pieces and pieces[-1][-1] == cut[0]:
            pieces[-1].append(cut[1])
        else:
            pieces.append([cut[0], cut[1]])
    return pieces


def _segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    start, end = 0.0, 1.0
    for step, room in ((-dx, a[0] - box[0]), (dx, box[2] - a[0]), (-dy, a[1] - box[1]), (dy, box[3] - a[1])):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            start = max(start, room / step)
        else:
            end = min(end, room / step)
    if start > end:
        return None
    first = a if start == 0 else (a[0] + start * dx, a[1] + start * dy)
    return first, b if end == 1 else (a[0] + end * dx, a[1] + end * dy)


def pack(line: Line, origin: Point, closed: bool = False) -> str:
    """The line as text: whole units from `origin`, each step from the last point in signed base-32 digits.

    A digit's sixth bit says that another follows; the sign is the lowest bit. A closed ring leaves its last point out.
    Empty where fewer than two (three, closed) different points are left.
    """
    points: list[tuple[int, int]] = []
    for x, y in line:
        point = (round(x - origin[0]), round(y - origin[1]))
        if not points or points[-1] != point:
            points.append(point)
    if closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if closed else 2):
        return ""
    text, last = [], (0, 0)
    for point in points:
        text += [_digits(point[0] - last[0]), _digits(point[1] - last[1])]
        last = point
    return "".join(text)


def _digits(step: int) -> str:
    value = step * 2 if step >= 0 else -step * 2 - 1
    text = ""
    while value > 31:
        text += ALPHABET[32 + (value & 31)]
        value >>= 5
    return text + ALPHABET[value]
