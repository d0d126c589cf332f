#!/usr/bin/env python3
"""Draws Isotopy's icons and renders them: the lattice of the plane, bent by a flow, and the way of one particle.

Usage: src/dist/icons/draw.py       (needs rsvg-convert, Debian package librsvg2-bin)

Writes the sources resources/icons/*.svg, the window's pictures resources/isotopy/icons/*.png and, for the packages,
src/dist/icons/isotopy.ico, isotopy.icns, document.ico, document.icns and the PNG files of every size.
"""
import math
import pathlib
import struct
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
SOURCES = ROOT / "resources" / "icons"
WINDOW = ROOT / "resources" / "isotopy" / "icons"
PACKAGES = ROOT / "src" / "dist" / "icons"
SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]
SMALL = 32  # up to this size the drawing with fewer and thicker lines is used
TINY = 24  # and up to this one that of two bent lines each way
INK, LINE, ACCENT, PAPER = "#10233d", "#9fb6d4", "#ffb224", "#ffffff"


def flow(x, y, t, turn):
    """The swirl: a turn that is strong in the middle and ends at the edge."""
    r = math.hypot(x, y)
    angle = t * turn * math.exp(-(r / 0.62) ** 2)
    c, s = math.cos(angle), math.sin(angle)
    return c * x - s * y, s * x + c * y


def path(points, centre, reach):
    """A smooth path through the points (Catmull and Rom's curve)."""
    p = [(centre + reach * x, centre - reach * y) for x, y in points]
    d = f"M{p[0][0]:.1f} {p[0][1]:.1f}"
    for k in range(len(p) - 1):
        a, b = p[max(k - 1, 0)], p[k]
        c, e = p[k + 1], p[min(k + 2, len(p) - 1)]
        d += (f"C{b[0] + (c[0] - a[0]) / 6:.1f} {b[1] + (c[1] - a[1]) / 6:.1f} "
              f"{c[0] - (e[0] - b[0]) / 6:.1f} {c[1] - (e[1] - b[1]) / 6:.1f} {c[0]:.1f} {c[1]:.1f}")
    return d


def lattice(lines, width, turn, centre, reach, colour=LINE):
    ticks = [-1 + 2 * k / (lines - 1) for k in range(lines)]
    fine = [-1 + k / 12 for k in range(25)]
    d = "".join(path([flow(x, y, 1, turn) for y in fine], centre, reach) for x in ticks)
    d += "".join(path([flow(x, y, 1, turn) for x in fine], centre, reach) for y in ticks)
    return (f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
            f'stroke-linejoin="round"/>')


def particle(start, turn, width, radius, centre, reach):
    way = [flow(*start, k / 12, turn) for k in range(13)]
    x, y = centre + reach * way[-1][0], centre - reach * way[-1][1]
    return (f'<path d="{path(way, centre, reach)}" fill="none" stroke="{ACCENT}" stroke-width="{width}" '
            f'stroke-linecap="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{ACCENT}"/>')


def svg(title, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">'
            f"<title>{title}</title>{body}</svg>\n")


def tile(inner):
    # the pale rim keeps the dark tile apart from a dark panel
    return (f'<rect x="18" y="18" width="476" height="476" rx="104" fill="{INK}" stroke="#5f7ea6" stroke-width="10"/>'
            + inner)


def app():
    return svg("Isotopy", tile(
        lattice(7, 9, 1.7, 256, 168) + particle((0.4, -0.28), 3.9, 20, 32, 256, 168)
        ))


def app_small():
    return svg("Isotopy, small", (
        f'<rect x="8" y="8" width="496" height="496" rx="96" fill="{INK}" stroke="#5f7ea6" stroke-width="16"/>'
        + lattice(4, 26, 1.2, 256, 176) + particle((0.5, -0.36), 3.9, 50, 68, 256, 176)))


def sheet(width):
    return (f'<path d="M104 {width}H316L430 130V{512 - width}H104Z" transform="translate(-11 0)" fill="{PAPER}" '
            f'stroke="#47648c" stroke-width="{width}" stroke-linejoin="round"/>'
            f'<path d="M316 {width}V130H430" transform="translate(-11 0)" fill="#dbe6f4" stroke="#47648c" '
            f'stroke-width="{width}" stroke-linejoin="round"/>')


def document():
    inner = (lattice(5, 9, 1.7, 256, 112, "#47648c")
             + particle((0.42, -0.3), 3.7, 17, 26, 256, 112).replace(ACCENT, "#e08a00"))
    return svg("Isotopy project", sheet(12) + f'<g transform="translate(0 56)">{inner}</g>')


def document_small():
    inner = (lattice(3, 28, 1.2, 256, 92, "#47648c")
             + particle((0.5, -0.36), 3.7, 40, 54, 256, 92).replace(ACCENT, "#e08a00"))
    return svg("Isotopy project, small", sheet(28) + f'<g transform="translate(0 66)">{inner}</g>')


def app_tiny():
    lines = "".join(path(list(zip(*[iter(p)] * 2)), 256, 1) for p in (
        [-76, 232, -120, 90, -20, -70, -76, -232], [84, 232, 40, 90, 140, -70, 84, -232],
        [-232, 84, -90, 128, 70, 28, 232, 84], [-232, -76, -90, -32, 70, -132, 232, -76]))
    return svg("Isotopy, tiny", (
        f'<rect width="512" height="512" rx="96" fill="#17335c"/>'
        f'<path d="{lines}" fill="none" stroke="{LINE}" stroke-width="40"/>'
        f'<circle cx="352" cy="160" r="108" fill="{ACCENT}"/>'))


def document_tiny():
    return svg("Isotopy project, tiny", sheet(32) + (
        '<path d="M176 352C176 420 288 430 330 330" fill="none" stroke="#47648c" stroke-width="40" '
        'stroke-linecap="round"/><circle cx="290" cy="272" r="84" fill="#e08a00"/>'))


def render(name, size, to):
    kind = "-tiny" if size <= TINY else "-small" if size <= SMALL else ""
    source = SOURCES / f"{name}{kind}.svg"
    subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), "-o", str(to), str(source)], check=True)
    return to.read_bytes()


def ico(pictures):
    """Windows' container of PNG pictures: a head, an entry for each, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    body = b""
    for size, png in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at + len(body))
        body += png
    return head + body


def icns(pictures):
    """The Mac's container: the kind of each entry says its size."""
    kinds = {32: [b"ic11"], 64: [b"ic12"], 128: [b"ic07"], 256: [b"ic08", b"ic13"], 512: [b"ic09", b"ic14"]}
    body = b"".join(kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
                    for size, all_kinds in kinds.items() for kind in all_kinds)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main():
    for folder in (SOURCES, WINDOW, PACKAGES):
        folder.mkdir(parents=True, exist_ok=True)
    drawn = {"isotopy": app(), "isotopy-small": app_small(), "isotopy-tiny": app_tiny(),
             "document": document(), "document-small": document_small(), "document-tiny": document_tiny()}
    for name, text in drawn.items():
        (SOURCES / f"{name}.svg").write_text(text)
    for name in ("isotopy", "document"):
        pictures = {size: render(name, size, PACKAGES / f"{name}-{size}.png") for size in SIZES}
        (PACKAGES / f"{name}.ico").write_bytes(ico({s: pictures[s] for s in (16, 24, 32, 48, 64, 256)}))
        (PACKAGES / f"{name}.icns").write_bytes(icns(pictures))
    for size in (16, 32, 48, 128):
        (WINDOW / f"isotopy-{size}.png").write_bytes((PACKAGES / f"isotopy-{size}.png").read_bytes())


if __name__ == "__main__":
    main()
