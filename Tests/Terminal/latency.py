"""From key to screen through a pseudo-terminal: the editor with hint and colour, as a ratio to libedit's own el_wgets.

`PROBE=.build/release/EditorProbe STENO=.build/release/steno python3 Tests/Terminal/latency.py`: libedit alone, the editor
alone, and steno in a day of 2,000 lines, in turn for each key."""
import os
import select
import sys
import time

from soak import Probe
from steno import Folder, Terminal

TEXT = "la souveraineté numérique, c'est d'abord une question de données : "


def keys(probes, count):
    """Types a line of text again and again, each key to one probe after the other, so that all meet the same machine;
    the time until the first byte of the answer, in microseconds, for each."""
    times = {name: [] for name in probes}
    while len(times["stock"]) < count:
        for character in TEXT:
            for name, probe in probes.items():
                times[name].append(key(probe, character.encode()))
        for probe in probes.values():
            os.write(probe.terminal, b"\r")
            settle(probe)
    return times


def key(probe, data):
    start = time.perf_counter_ns()
    os.write(probe.terminal, data)
    select.select([probe.terminal], [], [], 5)
    taken = (time.perf_counter_ns() - start) / 1000
    settle(probe)
    return taken


def settle(probe):
    """Until nothing comes any more."""
    while select.select([probe.terminal], [], [], 0.002)[0]:
        os.read(probe.terminal, 65536)


class Day(Terminal):
    """steno in a long day, as a probe."""

    def __init__(self, folder, lines=2000):
        words = TEXT.split()
        folder.run([":day Tech Rocks", ":new 9h00 A"] + [f"{words[n % len(words)]} note {n} {TEXT}" for n in range(lines)])
        super().__init__(folder, columns=80, rows=24)
        self.terminal = self.file
        self.wait_prompt()


def main(count=6000):
    with Folder() as folder:
        probes = {"stock": Probe("stock"), "editor": Probe("emacs"), "steno": Day(folder)}
        for probe in probes.values():
            settle(probe)
        report(keys(probes, count))
        probes["steno"].type("\x04")


def report(times):
    for values in times.values():
        values.sort()
    stock = times["stock"]
    for name, values in times.items():
        middle, late = (values[int(len(values) * part)] for part in (0.5, 0.99))
        print(f"{name:6} median {middle:7.1f} µs ({middle / stock[int(len(stock) * 0.5)]:.2f} x)"
              f"   p99 {late:7.1f} µs ({late / stock[int(len(stock) * 0.99)]:.2f} x)   {len(values)} keys")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
