"""Maps of the square [-1, 1]^2 to train on, and pairs of them as CSV files."""

import csv
import math
import random


def swirl(a, b):
    """The preset of the same name: a turn by 1.4 r radians."""
    angle = 1.4 * math.hypot(a, b)
    return math.cos(angle) * a - math.sin(angle) * b, math.sin(angle) * a + math.cos(angle) * b


def pinch(a, b):
    """The preset of the same name: space is drawn towards two points."""
    u, v = a, b
    for p in (-0.5, 0.5):
        pull = 0.65 * math.exp(-((a - p) ** 2 + b**2) / 0.16)
        u, v = u - pull * (a - p), v - pull * b
    return u, v


def ripple(a, b):
    """A shear along a sine, then a cubic shear upwards: no preset."""
    u = a + 0.3 * math.sin(2 * math.pi * b)
    return u, b + 0.25 * u**3


MAPS = {"swirl": swirl, "pinch": pinch, "ripple": ripple}


def write_pairs(path, function, count, seed):
    """Writes `count` pairs with starts uniform in the square."""
    draw = random.Random(seed)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["x1", "x2", "y1", "y2"])
        for _ in range(count):
            x = draw.uniform(-1, 1), draw.uniform(-1, 1)
            writer.writerow([*x, *function(*x)])


def mean_square(truth, found):
    """(1/n) sum |y - y'|^2 of the goals in two files of pairs that have the same starts."""
    with open(truth, newline="") as a, open(found, newline="") as b:
        rows = list(zip(csv.DictReader(a), csv.DictReader(b), strict=True))
    return sum((float(p[c]) - float(q[c])) ** 2 for p, q in rows for c in ("y1", "y2")) / len(rows)
