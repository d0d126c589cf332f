#!/usr/bin/env python3
"""What PyTorch does in the time: `pytorch.py speed`, `pytorch.py check`, `pytorch.py train`; each has --help."""

import argparse
import csv
import json
import os
import statistics
import sys
import time

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx512")  # PyTorch 1.13 stops at AVX2 unless asked; it was faster
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

try:
    import torch
except ModuleNotFoundError:
    debian = "/usr/bin/python3"
    if os.path.realpath(sys.executable) == os.path.realpath(debian) or not os.path.exists(debian):
        sys.exit("pytorch.py: this Python has no torch: apt install python3-torch libopenblas0-pthread")
    os.execv(debian, [debian, *sys.argv])

from adjoint import by_hand
from forms import T1, T2, T3, TASKS, Task, diffeq, modules, stacked

# Autograd and torch.optim.Adam, in eager mode.
PLAIN = {
    "modules": modules(foreach=False),
    "modules, Adam foreach": modules(foreach=True),
    "rows": stacked("rows"),
    "rows, Adam foreach": stacked("rows", "foreach"),
    "rows, one flat tensor": stacked("rows", "flat"),
    "columns": stacked("columns"),
    "columns, Adam foreach": stacked("columns", "foreach"),
    "columns, one flat tensor": stacked("columns", "flat"),
    "torchdiffeq odeint": diffeq("odeint"),
    "torchdiffeq odeint_adjoint": diffeq("odeint_adjoint"),
}
# Still autograd, but compiled to TorchScript or with the sigmoid in place of tanh.
TUNED = {
    "rows, scripted": stacked("rows", script=True),
    "columns, scripted": stacked("columns", script=True),
    "rows, sigmoid for tanh": stacked("rows", "flat", sigmoid=True),
    "columns, sigmoid for tanh": stacked("columns", "flat", sigmoid=True),
}
# No autograd: the adjoint and Adam written out by hand, into buffers that are made once.
BY_HAND = {
    "by hand, rows": by_hand("rows", script=False),
    "by hand, columns": by_hand("columns", script=False),
    "by hand, rows, scripted": by_hand("rows"),
    "by hand, columns, scripted": by_hand("columns"),
    "by hand, rows, scripted, sigmoid for tanh": by_hand("rows", sigmoid=True),
    "by hand, columns, scripted, sigmoid for tanh": by_hand("columns", sigmoid=True),
}
GROUPS = {"plain": PLAIN, "tuned": TUNED, "by hand": BY_HAND}
FORMS = {name: form for group in GROUPS.values() for name, form in group.items()}


def start_as_linear(task, generator, outer=1.0):
    """As torch.nn.Linear starts: uniform within 1/sqrt(inputs), V times `outer`."""

    def uniform(bound, *shape):
        return (torch.rand(*shape, generator=generator) * 2 - 1) * bound

    q, depth = task.width, task.depth
    inner = 2**-0.5
    return uniform(inner, depth, q, 2), uniform(inner, depth, q), uniform(outer * q**-0.5, depth, 2, q)


def start_small(task, generator):
    """As torch.nn.Linear, but V a tenth of it, so that the network starts near the identity."""
    return start_as_linear(task, generator, 0.1)


def start_steep(task, generator):
    """As Isotopy starts: W normal with deviation 2, b uniform in [-2, 2], V zero."""
    q, depth = task.width, task.depth
    w = torch.randn(depth, q, 2, generator=generator) * 2
    b = torch.rand(depth, q, generator=generator) * 4 - 2
    return w, b, torch.zeros(depth, 2, q)


STARTS = {"linear": start_as_linear, "small": start_small, "steep": start_steep}


def example(task):
    """A quarter turn that grows with the distance: the same work as any other target."""
    generator = torch.Generator().manual_seed(1)
    x = torch.rand(task.batch, 2, generator=generator) * 2 - 1
    angle = 1.5 * torch.exp(-2 * x.square().sum(1, keepdim=True))
    y = torch.cos(angle) * x + torch.sin(angle) * x.flip(1) * torch.tensor([[-1.0, 1.0]])
    return x, y, start_small(task, generator)


def chosen(args):
    tasks = [task for task in TASKS if not args.task or task.name in args.task]
    names = [name for group, forms in GROUPS.items() if group in (args.group or GROUPS) for name in forms]
    return tasks, [name for name in names if not args.form or name in args.form]


def group_of(name):
    return next(group for group, forms in GROUPS.items() if name in forms)


def available(name):
    if not name.startswith("torchdiffeq"):
        return True
    try:
        import torchdiffeq  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


def speed(args):
    torch.set_num_threads(args.threads)
    tasks, names = chosen(args)
    missing = [name for name in names if not available(name)]
    if missing:
        print("torchdiffeq is not installed in this Python: its rows are left out.", file=sys.stderr)
    names = [name for name in names if name not in missing]
    table = {}
    for task in tasks:
        x, y, start = example(task)
        for name in names:
            if "sigmoid" in name and task.activation != "tanh":
                continue
            step = FORMS[name](task, start, x, y)
            rates = measure(step, args.seconds, args.rounds)
            row = {"form": name, "group": group_of(name), "task": task.name, "steps/s": statistics.median(rates), "best": max(rates)}
            table[name, task.name] = row["steps/s"]
            print(json.dumps(row), flush=True)
    if args.table:
        print_table(table, tasks, names)


def measure(step, seconds, rounds):
    """Steps a second in each round, after a warm-up as long as a round."""
    until = time.perf_counter() + seconds
    taken = 0
    while taken < 3 or time.perf_counter() < until:
        step()
        taken += 1
    rates = []
    for _ in range(rounds):
        begin, taken = time.perf_counter(), 0
        while time.perf_counter() - begin < seconds:
            step()
            taken += 1
        rates.append(taken / (time.perf_counter() - begin))
    return rates


def serve(_):
    """Each line `SECONDS TASK FORM` of the input is answered by steps/s of wall time and of processor time."""
    torch.set_num_threads(1)
    steps = {}
    print("ready", flush=True)
    for line in sys.stdin:
        seconds, name, form = line.strip().split(" ", 2)
        task = next(task for task in TASKS if task.name == name)
        if (name, form) not in steps:
            x, y, start = example(task)
            steps[name, form] = FORMS[form](task, start, x, y)
        step, taken = steps[name, form], 0
        begin, busy = time.perf_counter(), time.process_time()
        while time.perf_counter() - begin < float(seconds):
            step()
            taken += 1
        print("steps/s", taken / (time.perf_counter() - begin), taken / (time.process_time() - busy), flush=True)


def names(_):
    for name in filter(available, FORMS):
        print(f"{group_of(name)}\t{name}")


def print_table(table, tasks, names):
    width = max(map(len, names))

    def line(title, cells):
        print(f"{title:{width}}" + "".join(f"{cell:9.4g}" if cell else f"{'-':>9}" for cell in cells))

    print(f"\n{'steps/s':{width}}" + "".join(f"{task.name:>9}" for task in tasks))
    for name in names:
        line(name, [table.get((name, task.name)) for task in tasks])
    for group in {group_of(name): None for name in names}:
        line(f"fastest {group}", [
            max((rate for (name, of), rate in table.items() if of == task.name and group_of(name) == group), default=0)
            for task in tasks])  # fmt: skip


def check(args):
    """Every form takes the same steps: parameters and losses after a few agree with the first form's."""
    torch.set_num_threads(1)
    _, names = chosen(args)
    worst = 0.0
    for task in (Task("euler", 16, 6, "euler", 1024, "tanh"), Task("relu", 16, 6, "euler", 1024, "relu"),
                 Task("rk4", 8, 5, "rk4", 1024, "tanh"), Task("midpoint", 8, 5, "midpoint", 1024, "tanh")):  # fmt: skip
        x, y, start = example(task)
        judge = None
        for name in filter(available, names):
            if name == "torchdiffeq odeint_adjoint":
                continue  # its gradient is another one
            if task.scheme == "midpoint" and name not in BY_HAND and "modules" not in name:
                continue
            step = FORMS[name](task, start, x, y)
            losses = [float(step()) for _ in range(5)]
            judge = judge or losses
            error = max(abs(a - b) / b for a, b in zip(losses, judge))
            worst = max(worst, error)
            print(f"{task.name:9} {name:44} loss {losses[0]:.6f} -> {losses[-1]:.6f}  off by {error:.1e}")
    print("all forms take the same steps" if worst < 1e-3 else f"forms differ by {worst:.1e}")
    return 0 if worst < 1e-3 else 1


def read_pairs(path):
    with open(path, newline="") as file:
        rows = [[float(row[c]) for c in ("x1", "x2", "y1", "y2")] for row in csv.DictReader(file)]
    table = torch.tensor(rows)
    return table[:, :2].contiguous(), table[:, 2:].contiguous()


def train(args):
    torch.set_num_threads(args.threads)
    x, y = read_pairs(args.train)
    task = Task("train", args.width, args.depth, args.scheme, len(x), args.activation, args.horizon)
    start = STARTS[args.start](task, torch.Generator().manual_seed(args.seed))
    step = FORMS[args.form](task, start, x, y)
    begin = time.perf_counter()
    for _ in range(args.steps):
        step()
    seconds = time.perf_counter() - begin
    report = {"form": args.form, "start": args.start, "seed": args.seed, "steps": args.steps, "seconds": seconds}
    for name, path in (("train", args.train), ("test", args.test)):
        if path:
            report[name] = mean_square(task, step.parameters(), *read_pairs(path))
    print(json.dumps(report))


def mean_square(task, parameters, x, y):
    """(1/n) sum |phi(x) - y|^2, in double precision."""
    from forms import ACTIVATION, rk_step

    w, b, v = (p.double() for p in parameters)
    z = x.double()
    for k in range(task.depth):
        z = rk_step(task.scheme, task.horizon / task.depth,
                    lambda p, k=k: ACTIVATION[task.activation](p @ w[k].t() + b[k]) @ v[k].t(), z)  # fmt: skip
    return float((z - y).square().sum() / len(x))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("speed", help="steps per second of every form, as JSON lines and a table")
    one.add_argument("--task", nargs="*", choices=[task.name for task in TASKS])
    one.add_argument("--group", nargs="*", choices=list(GROUPS))
    one.add_argument("--form", nargs="*", help="names of forms")
    one.add_argument("--seconds", type=float, default=1.0, help="of one round (default 1)")
    one.add_argument("--rounds", type=int, default=5)
    one.add_argument("--threads", type=int, default=1)
    one.add_argument("--no-table", dest="table", action="store_false")
    one.set_defaults(run=speed)
    two = commands.add_parser("check", help="that all forms take the same steps")
    two.set_defaults(run=check, form=None, task=None, group=None)
    three = commands.add_parser("train", help="on pairs from a CSV file with the columns x1, x2, y1, y2")
    three.add_argument("--train", required=True, metavar="CSV")
    three.add_argument("--test", metavar="CSV")
    three.add_argument("--width", type=int, default=16)
    three.add_argument("--depth", type=int, default=20)
    three.add_argument("--horizon", type=float, default=1.0)
    three.add_argument("--scheme", choices=["euler", "midpoint", "rk4"], default="euler")
    three.add_argument("--activation", choices=["tanh", "relu", "sigmoid"], default="tanh")
    three.add_argument("--steps", type=int, default=3000)
    three.add_argument("--seed", type=int, default=1)
    three.add_argument("--threads", type=int, default=1)
    three.add_argument("--start", choices=list(STARTS), default="small")
    three.add_argument("--form", choices=list(FORMS), default="columns, one flat tensor")
    three.set_defaults(run=train)
    commands.add_parser("serve", help="measures on request, for compare.py").set_defaults(run=serve)
    commands.add_parser("names", help="the forms there are, for compare.py").set_defaults(run=names)
    args = parser.parse_args()
    sys.exit(args.run(args))


if __name__ == "__main__":
    main()
