#!/usr/bin/env python3
"""The test error of Isotopy and of plain PyTorch on the same pairs, with the same sizes and as many steps of Adam."""

import argparse
import json
import os
import statistics
import tempfile

import maps
import programs

STARTS = {
    "linear": "PyTorch, as torch.nn.Linear starts",
    "small": "PyTorch, the same with V a tenth of it",
    "steep": "PyTorch, starting as Isotopy does",
}


def isotopy(files, seed, args):
    out, found = files["out"], files["found"]
    programs.run([programs.ISOTOPY, "train", "--points", files["train"], "--test-fraction", "0", "--out", out, "--quiet",
                  "--steps", str(args.steps), "--seed", str(seed), "--width", str(args.width), "--depth", str(args.depth),
                  "--integrator", args.scheme, "--family", args.activation], args.core)  # fmt: skip
    programs.run([programs.ISOTOPY, "apply", out, "--points", files["test"], "--out", found, "--quiet"], args.core)
    return maps.mean_square(files["test"], found)


def pytorch(files, seed, start, args):
    said = programs.run([*programs.PYTORCH, "train", "--train", files["train"], "--test", files["test"], "--start", start,
                         "--form", "columns" if args.scheme in ("euler", "rk4") else "modules",
                         "--steps", str(args.steps), "--seed", str(seed), "--width", str(args.width),
                         "--depth", str(args.depth), "--scheme", args.scheme, "--activation", args.activation],
                        args.core)[0]  # fmt: skip
    return json.loads(said)["test"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--map", nargs="*", choices=list(maps.MAPS), default=list(maps.MAPS))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--depth", type=int, default=20)
    parser.add_argument("--scheme", default="euler")
    parser.add_argument("--activation", default="tanh", choices=["tanh", "relu", "sigmoid"])
    parser.add_argument("--pairs", type=int, default=1600)
    parser.add_argument("--core", default="1")
    parser.add_argument("--no-build", action="store_true", help="target/isotopy is new enough")
    args = parser.parse_args()
    if not args.no_build:
        programs.build()
    print(f"Mean square error on 2,000 pairs that were not trained on: median (least to largest) of {args.seeds} seeds;\n"
          f"{args.pairs} pairs, {args.steps} full-batch steps of Adam at 0.01, {args.depth} {args.activation} layers"
          f" of width {args.width}, {args.scheme}\n")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        files = {name: os.path.join(folder, name) for name in ("train", "test", "found", "out.isotopy")}
        files["out"] = files.pop("out.isotopy")
        for name in args.map:
            maps.write_pairs(files["train"], maps.MAPS[name], args.pairs, seed=1)
            maps.write_pairs(files["test"], maps.MAPS[name], 2000, seed=2)
            seeds = range(1, args.seeds + 1)
            rows = {"Isotopy": [isotopy(files, seed, args) for seed in seeds]}
            for start, title in STARTS.items():
                rows[title] = [pytorch(files, seed, start, args) for seed in seeds]
            for title, errors in rows.items():
                print(f"{name:8} {title:40} {statistics.median(errors):.3g}  ({min(errors):.3g} to {max(errors):.3g})",
                      flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
