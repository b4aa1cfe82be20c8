#!/usr/bin/env python3
"""What a programme of 1,000 sessions costs while notes are taken: `programme_use.py STENO`.

`:new` with it and without it, key to prompt on a pseudo-terminal, the same line to one program after the other; the time to
the first prompt with it in the notebook and without it, in turn; and an import, whole process, against Python's json."""
import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from programmes import as_json, as_xml, run
from startup import spend

ROUNDS = int(os.environ.get("RUNS", "40"))
DAY = ":day 2026-02-01 E"
PROMPT = "› ".encode()


class Shell:
    """A steno on a terminal."""

    def __init__(self, steno, notebook, environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(steno, [steno, "-n", notebook, f"{notebook}/20260201_e.adoc"], environment)
        self.settle(1)

    def settle(self, seconds=0.03):
        output = b""
        while select.select([self.terminal], [], [], seconds)[0]:
            output += os.read(self.terminal, 65536)
        return output

    def line(self, text):
        """Milliseconds from Enter to the prompt after it."""
        for character in text:
            os.write(self.terminal, character.encode())
        self.settle()
        start = time.perf_counter()
        os.write(self.terminal, b"\r")
        output = b""
        while True:
            output += os.read(self.terminal, 65536)
            if b"\n" in output and PROMPT in output[output.rindex(b"\n"):]:
                break
        taken = (time.perf_counter() - start) * 1000
        self.settle()
        return taken


def talks(count):
    """Lines that mean sessions of the file, by time and words."""
    for index in range(count):
        number = index * 7 % 500
        yield f":new {9 + number // 50 % 10:02}h{number % 2 * 30:02} Talk {number} about things"


def measure_new(steno, folder, environment):
    shells = {name: Shell(steno, f"{folder}/{name}", environment) for name in ("without", "with")}
    times = {name: [] for name in shells}
    plain = {name: [] for name in shells}
    for round, line in enumerate(talks(ROUNDS)):
        for name, shell in shells.items():
            times[name].append(shell.line(line))
        for name, shell in shells.items():
            plain[name].append(shell.line(re.sub("Talk.*", f"Words of nobody {round}", line)))
    text = open(f"{folder}/with/20260201_e.adoc").read()
    assert text.count("By Ada Lovelace") == ROUNDS, text.count("By Ada Lovelace")
    for name, what in [("filled from it", times), ("not in it", plain)]:
        ours, yard = statistics.median(what["with"][1:]), statistics.median(what["without"][1:])
        print(f":new with 1,000 sessions, {name}: {ours:.2f} ms, {ours / yard:.2f}x of {yard:.2f} ms without (at most 1.2)")
    print(f"  the first one, which reads the programme: {times['with'][0]:.1f} ms, without {times['without'][0]:.1f} ms")


def measure_start(steno, folder, environment):
    times = {"without": [], "with": []}
    for _ in range(ROUNDS):
        for name, taken in times.items():
            taken.append(spend([steno, "-n", f"{folder}/{name}", f"{folder}/{name}/20260201_e.adoc"], environment, PROMPT))
    ours, yard = (statistics.median(times[name]) for name in ("with", "without"))
    print(f"start to prompt with a programme: {ours:.1f} ms, {ours / yard:.2f}x of {yard:.1f} ms without (at most 1.1)")


def measure_import(steno, folder, environment):
    readers = {
        "json": "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))",
        "xml": "import sys, xml.etree.ElementTree as e; e.parse(sys.argv[1])",
    }
    for kind, script in readers.items():
        path = f"{folder}/1000.{kind}"
        lines = f"{folder}/import.{kind}.steno"
        with open(lines, "w") as file:
            file.write(f"{DAY}\n:programme {path}\n")
        ours, theirs = [], []
        for number in range(max(5, ROUNDS // 3)):
            theirs.append(run([sys.executable, "-c", script, path])[0])
            notebook = f"{folder}/import-{kind}-{number}"
            os.environ.update(environment)
            seconds, _, output = run([steno, "run", "-n", notebook, lines])
            assert "1000 talks" in output, output
            ours.append(seconds)
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f":programme, 1,000 sessions of {kind}, whole process with what is kept: {a * 1000:.0f} ms, "
              f"{a / b:.2f}x of Python's {b * 1000:.0f} ms (at most 3)")


def main():
    steno = os.path.realpath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="steno-programme-")
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_STATE_HOME": folder + "/state", "TERM": "xterm-256color",
                   "LANG": "C.UTF-8"}
    for kind, text in [("json", as_json(1000)), ("xml", as_xml(1000))]:
        with open(f"{folder}/1000.{kind}", "w") as file:
            file.write(text)
    for name, line in [("without", ""), ("with", f":programme {folder}/1000.json\n")]:
        subprocess.run([steno, "run", "-n", f"{folder}/{name}", "-"], input=f"{DAY}\n{line}".encode(), env=environment,
                       check=True, stdout=subprocess.DEVNULL)
    try:
        # Before `:new` fills one of the days: both are the same, but for the programme.
        measure_start(steno, folder, environment)
        measure_new(steno, folder, environment)
        measure_import(steno, folder, environment)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
