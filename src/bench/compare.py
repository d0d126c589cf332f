#!/usr/bin/env python3
"""Isotopy and PyTorch in turn on one core: steps per second on T1 to T3, a fresh process of 3,000 steps, two threads."""

import argparse
import os
import statistics
import sys
import tempfile

import maps
import programs

TASKS = ("T1", "T2", "T3")
GROUPS = {
    "plain": "autograd and torch.optim.Adam, eager",
    "tuned": "autograd, scripted or with sigmoid for tanh",
    "by hand": "no autograd: adjoint and Adam by hand",
}


def forms():
    lines = programs.run([*programs.PYTORCH, "names"])[0].splitlines()
    return {name: group for group, name in (line.split("\t") for line in lines)}


def warm_up(server, line):
    """Runs until two seconds in a row bring no more than a twentieth, for a minute at most."""
    best, idle = 0.0, 0
    for _ in range(60):
        rate = server.ask(line)[1]
        idle = 0 if rate > 1.05 * best else idle + 1
        best = max(best, rate)
        if idle == 2:
            return


def speeds(args):
    """Rounds in turn: the median over the rounds of each form, and the ratio of Isotopy to the fastest of each group."""
    names = {name: group for name, group in forms().items() if group in args.group}
    isotopy, pytorch = programs.isotopy_server(args.core), programs.pytorch_server(args.core)
    print(f"\n{'steps per second, one thread':48}" + "".join(f"{task:>12}" for task in TASKS))
    found = {}
    for task in TASKS:
        usable = [name for name in names if not ("sigmoid" in name and task == "T2")]
        print(f"{task} ...", file=sys.stderr)
        warm_up(isotopy, f"1 1 {task}")
        for name in usable:
            pytorch.ask(f"{args.seconds} {task} {name}")
        for _ in range(args.rounds):
            found.setdefault(("Isotopy", task), []).append(isotopy.ask(f"1 {args.seconds} {task}"))
            for name in usable:
                found.setdefault((name, task), []).append(pytorch.ask(f"{args.seconds} {task} {name}"))
    isotopy.close()
    pytorch.close()

    def line(title, cells):
        print(f"{title:48}" + "".join(f"{cell:12.4g}" if cell else f"{'-':>12}" for cell in cells))

    def median(name, task, clock):
        rates = found.get((name, task))
        return statistics.median(rate[clock] for rate in rates) if rates else None

    for name in ("Isotopy", *names):
        line(name if name == "Isotopy" else "PyTorch, " + name, [median(name, task, 0) for task in TASKS])
    for clock, title in enumerate(("wall time", "processor time")):
        print(f"\nIsotopy / fastest PyTorch, {title}")
        for group in args.group:
            best = {task: max((median(name, task, clock) or 0) for name in names if names[name] == group) for task in TASKS}
            line(f"  {group} ({GROUPS[group]})",
                 [best[task] and median("Isotopy", task, clock) / best[task] for task in TASKS])  # fmt: skip


def threads(args):
    """Two threads against one on T3, in turn, in one process on two cores."""
    server = programs.isotopy_server(args.cores)
    rates = {1: [], 2: []}
    for count in rates:
        warm_up(server, f"{count} 1 T3")
    for _ in range(args.rounds):
        for count, into in rates.items():
            into.append(server.ask(f"{count} {3 * args.seconds} T3")[0])
    server.close()
    one, two = (statistics.median(rates[count]) for count in (1, 2))
    print(f"\nT3 on one thread {one:.4g} steps/s, on two {two:.4g}: {two / one:.2f} times as fast")


def fresh(args):
    """Whole processes, from start to end: reading the pairs, 3,000 full-batch steps, saving or reporting."""
    print(f"\nA fresh process, 3,000 steps, seconds{'':30}" + "".join(f"{count:>8} pairs" for count in args.pairs))
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in args.pairs:
            train, out = os.path.join(folder, f"{count}.csv"), os.path.join(folder, "out.isotopy")
            maps.write_pairs(train, maps.swirl, count, seed=1)
            commands = {"isotopy train": [programs.ISOTOPY, "train", "--points", train, "--test-fraction", "0",
                                          "--steps", "3000", "--out", out, "--quiet"]}  # fmt: skip
            for form in args.form:
                commands["PyTorch, " + form] = [*programs.PYTORCH, "train", "--train", train, "--form", form]
            for _ in range(args.fresh_rounds):
                for name, command in commands.items():
                    rows.setdefault((name, count), []).append(programs.run(command, args.core)[1])
    for name in commands:
        cells = [statistics.median(rows[name, count]) for count in args.pairs]
        ratios = [statistics.median(rows[name, count]) / statistics.median(rows["isotopy train", count]) for count in args.pairs]
        print(f"{name:66}" + "".join(f"{cell:8.2f} ({ratio:.1f}x)" for cell, ratio in zip(cells, ratios)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=[], help="speeds, threads, fresh (default all)")
    parser.add_argument("--group", nargs="*", choices=list(GROUPS), default=list(GROUPS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.7, help="of one measurement (default 0.7)")
    parser.add_argument("--core", default="1", help="the core that all share (default 1)")
    parser.add_argument("--cores", default="0,1", help="for two threads (default 0,1)")
    parser.add_argument("--pairs", nargs="*", type=int, default=[1600, 10000])
    parser.add_argument("--fresh-rounds", type=int, default=3)
    parser.add_argument("--form", nargs="*", default=["modules", "columns", "by hand, columns, scripted, sigmoid for tanh"])
    parser.add_argument("--no-build", action="store_true", help="target/isotopy is new enough")
    args = parser.parse_args()
    parts = args.parts or ["speeds", "threads", "fresh"]
    if "fresh" in parts and not args.no_build:
        programs.build()
    for part in parts:
        {"speeds": speeds, "threads": threads, "fresh": fresh}[part](args)


if __name__ == "__main__":
    main()
