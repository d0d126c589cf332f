#!/usr/bin/env python3
"""How long until something moves: from the start of the process to the first moving frame, in a table.

Usage: src/bench/startup.py [--rounds 9] [--image target/dist/Isotopy]

Needs the app image (mvn -Pdist package), a JDK 25 (JAVA_HOME or JAVA25_HOME) for the empty window's one class, and Xvfb. Four
programs are started in turn, once per round, so that what else the machine does falls on all alike: the program with
and without its ahead-of-time cache, and an empty JavaFX window in the same image (same launcher, runtime, flags), with a cache
of its own and without. Medians of the rounds after the first; the files are then in the system's cache ("warm").
"""
import argparse
import glob
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 120


def java_home():
    for home in [os.environ.get("JAVA25_HOME"), os.environ.get("JAVA_HOME"), *sorted(glob.glob("/usr/lib/jvm/*25*"))]:
        if home and "JAVA_VERSION=\"25" in (pathlib.Path(home) / "release").read_text():
            return pathlib.Path(home)
    sys.exit("startup.py: needs JDK 25: set JAVA25_HOME to its folder")


def configure(image, change):
    file = image / "lib/app/Isotopy.cfg"
    lines = change(file.read_text().splitlines())
    file.unlink()  # a hard link to the image's own
    file.write_text("\n".join(lines) + "\n")


def copy(image, to, change):
    shutil.copytree(image, to, symlinks=True, copy_function=os.link)
    configure(to, change)
    return to


def without_cache(lines):
    return [line for line in lines if "AOTCache" not in line]


def emptied(lines):
    kept = [line for line in without_cache(lines) if not line.startswith(("app.classpath", "app.mainclass"))]
    at = kept.index("[Application]") + 1
    return kept[:at] + ["app.classpath=$APPDIR/empty.jar", "app.mainclass=EmptyWindow"] + kept[at:]


def with_cache(lines):
    at = lines.index("[JavaOptions]") + 1
    return lines[:at] + ["java-options=-XX:AOTCache=$APPDIR/empty.aot"] + lines[at:]


def compile_empty(java, work):
    classes = work / "classes"
    subprocess.run([java / "bin/javac", "--module-path", ROOT / "target/isotopy/lib/fx", "--add-modules",
                    "javafx.controls", "-d", classes, ROOT / "src/bench/startup/EmptyWindow.java"], check=True)
    subprocess.run([java / "bin/jar", "--create", "--file", work / "empty.jar", "-C", classes, "."], check=True)
    return work / "empty.jar"


def start(image, options, environment):
    environment = {**environment, "JAVA_TOOL_OPTIONS": options}
    return subprocess.Popen([image / "bin/Isotopy"], env=environment, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, preexec_fn=os.setpgrp)


def frames(image, lines, environment, work):
    """Milliseconds from the start of the process to its first moving frame, and to the first with all of the window."""
    note = work / "first-frame"
    note.unlink(missing_ok=True)
    began = time.time_ns()
    process = start(image, f"-Disotopy.firstframe={note} -Duser.home={work} -Djava.util.prefs.userRoot={work}",
                    environment)
    try:
        while not (note.exists() and note.read_text().count("\n") == lines):
            if process.poll() is not None or time.time_ns() - began > PATIENCE * 1e9:
                sys.exit(f"startup.py: {image} showed no frame within {PATIENCE} s")
            time.sleep(0.005)
        return [(int(line) - began) / 1e6 for line in note.read_text().split()]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        return server, ":" + pipe.readline().strip()


def measure(image, rounds, work):
    java = java_home()
    jar = compile_empty(java, work)
    empty = copy(image, work / "empty", emptied)
    shutil.copy(jar, empty / "lib/app/empty.jar")
    cached = copy(empty, work / "empty-cached", list)
    programs = {"empty window, without a cache": empty, "empty window, with its own cache": cached,
                "Isotopy, without a cache": copy(image, work / "plain", without_cache), "Isotopy": image}
    server, name = display()
    environment = {**os.environ, "DISPLAY": name, "XDG_CONFIG_HOME": str(work)}
    try:
        cache = cached / "lib/app/empty.aot"
        start(cached, f"-XX:AOTCacheOutput={cache} -Donce=true", environment).wait(timeout=PATIENCE)
        if not cache.exists():
            sys.exit("startup.py: the empty window's cache could not be made")
        configure(cached, with_cache)
        times = {title: [] for title in programs}
        for k in range(rounds + 1):
            for title, program in programs.items():
                taken = frames(program, 2 if "Isotopy" in title else 1, environment, work)
                if k > 0:
                    times[title].append(taken)
        return times
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--image", type=pathlib.Path, default=ROOT / "target/dist/Isotopy")
    asked = parser.parse_args()
    if "AOTCache" not in (asked.image / "lib/app/Isotopy.cfg").read_text():
        sys.exit("startup.py: the image has no ahead-of-time cache")
    # beside the image: hard links do not cross disks
    work = pathlib.Path(tempfile.mkdtemp(prefix="startup", dir=asked.image.resolve().parent.parent))
    try:
        times = measure(asked.image.resolve(), asked.rounds, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    whole = {title: [taken[1] for taken in rounds] for title, rounds in times.items() if len(rounds[0]) > 1}
    times = {title: [taken[0] for taken in rounds] for title, rounds in times.items()}
    medians = {title: statistics.median(taken) for title, taken in times.items()}
    print("| from the start of the process to the first moving frame | median, ms | least … most |")
    print("| --- | --- | --- |")
    for title, taken in times.items():
        print(f"| {title} | {medians[title]:.0f} | {min(taken):.0f} … {max(taken):.0f} |")
    for title, taken in whole.items():
        print(f"| {title}: all of the window | {statistics.median(taken):.0f} | {min(taken):.0f} … {max(taken):.0f} |")
    ratios = list(zip(*times.values()))
    print()
    print(f"To an empty window with its own cache: {medians['Isotopy'] / medians['empty window, with its own cache']:.2f}; "
          f"to one without: {medians['Isotopy'] / medians['empty window, without a cache']:.2f} (goal: at most 1.5).")
    share = statistics.median(row[3] / row[2] for row in ratios)
    print(f"To Isotopy without the cache: {medians['Isotopy'] / medians['Isotopy, without a cache']:.0%}, "
          f"median of the rounds' own shares {share:.0%} (goal: under 70 %).")


if __name__ == "__main__":
    main()
