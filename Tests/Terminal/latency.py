"""From key to screen through a pseudo-terminal, as a ratio to bash: each key to one program after the other.

`PROBE=.build/release/EditorProbe STENO=.build/release/steno python3 Tests/Terminal/latency.py [KEYS [LINES…]]`: bash,
libedit alone, the editor alone with hint and colour, and steno in days of 2,000 and 40,000 lines. Last, the first key of
a word in a day of 33 MB, just opened, and a paste of 1,600 lines."""
import contextlib
import os
import pty
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
    order = list(probes.items())
    while len(times["bash"]) < count:
        # Who comes after whom makes some microseconds: each comes first as often as the others.
        order.append(order.pop(0))
        for character in TEXT:
            for name, probe in order:
                times[name].append(key(probe, character.encode()))
        for probe in probes.values():
            os.write(probe.terminal, b"\r")
            settle(probe)
    return times


def key(probe, data):
    data = data if isinstance(data, bytes) else data.encode()
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


class Bash:
    def __init__(self):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"],
                       {**os.environ, "PS1": "P> ", "HISTFILE": "", "TERM": "xterm-256color", "LANG": "C.UTF-8"})
        time.sleep(0.5)


class Day(Terminal):
    """steno in a long day, as a probe."""

    def __init__(self, folder, lines):
        words = TEXT.split()
        folder.run([":day Tech Rocks", ":new 9h00 A", "première"])
        [day] = folder.days()
        with day.open("a") as file:
            for number in range(lines):
                file.write(f"* {words[number % len(words)]} note {number} {TEXT}\n")
        super().__init__(folder, str(day), columns=80, rows=24)
        self.terminal = self.file
        self.wait_prompt()


def main(count=6000, *lines):
    with contextlib.ExitStack() as stack:
        probes = {"bash": Bash(), "libedit": Probe("stock"), "editor": Probe("emacs")}
        for number in lines or (2000, 40_000):
            probes[f"steno {number}"] = Day(stack.enter_context(Folder()), number)
        for probe in probes.values():
            settle(probe)
        # What a long day has to read is read before: it is measured apart.
        time.sleep(5)
        report(keys(probes, count))
    with Folder() as folder:
        day = Day(folder, 330_000)
        first = [key(day, character) for character in "souv"]
        print(f"the first keys of a word in a day of {folder.days()[0].stat().st_size / 1e6:.0f} MB: "
              + ", ".join(f"{taken / 1000:.1f}" for taken in first) + " ms")
    with Folder() as folder:
        day = Day(folder, 10)
        text = "\r".join(f"une ligne {number} sans signe" for number in range(1600))
        start = time.monotonic()
        day.type("\x1b[200~" + text + "\x1b[201~")
        folder.wait_end("ligne 1599 sans signe\n")
        print(f"a paste of 1,600 lines: {time.monotonic() - start:.2f} s")


def report(times):
    for values in times.values():
        values.sort()
    bash = times["bash"]
    for name, values in times.items():
        middle, late = (values[int(len(values) * part)] for part in (0.5, 0.99))
        print(f"{name:12} median {middle:7.1f} µs ({middle / bash[int(len(bash) * 0.5)]:.2f} x)"
              f"   p99 {late:7.1f} µs ({late / bash[int(len(bash) * 0.99)]:.2f} x)   {len(values)} keys")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
