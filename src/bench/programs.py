"""How the scripts here find, build and start what they compare."""

import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
ISOTOPY = os.path.join(ROOT, "target", "isotopy", "bin", "isotopy")
PYTORCH = [sys.executable, os.path.join(HERE, "pytorch.py")]


def build():
    """The program as users get it, from the sources as they are."""
    print("Building target/isotopy ...", file=sys.stderr)
    subprocess.run(["mvn", "-q", "-B", "package", "-DskipTests"], cwd=ROOT, check=True)


def pinned(command, cores):
    """The command on these cores only, such as "1" or "0,1"; where there is no taskset, as it is."""
    return ["taskset", "-c", cores, *command] if os.path.exists("/usr/bin/taskset") else command


def run(command, cores="1"):
    """Runs to the end and returns what was said and the seconds it took, from start to end of the process."""
    begin = time.perf_counter()
    done = subprocess.run(pinned(command, cores), stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {done.returncode}; its message stands above")
    return done.stdout, seconds


class Server:
    """A process that is asked for one measurement after the other, so that two of them can take turns."""

    def __init__(self, command, cores):
        self.process = subprocess.Popen(
            pinned(command, cores), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

        self.answer("ready")

    def ask(self, line):
        """Steps per second, of wall time and of processor time."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        wall, busy = self.answer("steps/s")
        return float(wall), float(busy)

    def answer(self, word):
        """What follows that word on the next line that has it; Maven may put colours before it."""
        for answer in self.process.stdout:
            if word in answer:
                return answer.partition(word)[2].split()
        sys.exit("a process under measurement ended early; its message stands above")

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)


def isotopy_server(cores):
    return Server(["mvn", "-q", "-B", "-Pbench", "-Dbench.main=isotopy.bench.Rounds"], cores)


def pytorch_server(cores):
    return Server([*PYTORCH, "serve"], cores)
