"""Keys, pastes, terminals' replies and resizes, split and delayed at every byte, through a pseudo-terminal.

The schedules are those of `ByteFuzzTests`, which turns a clock of its own; here the time is real.
`python3 Tests/Terminal/fuzz.py [COUNT [FIRST]]`: 2,000 schedules, as many at once as wait."""
import os
import re
import select
import signal
import subprocess
import sys
import time
import unicodedata

from soak import PROBE, Probe

AT_ONCE = int(os.environ.get("AT_ONCE", "48"))


def seconds(delay):
    """Half of what the other fuzzer waits within a sequence: this machine may be busy for as long again."""
    return delay / (2000 if delay <= 400 else 1000)


class Run:
    """One schedule on its own pseudo-terminal; `step` does what is due."""

    @staticmethod
    def of(number, text):
        """The schedule with the seconds that it takes."""
        return number, text, sum(int(delay) for delay in re.findall(r"(\d+):", text)) / 1000

    def __init__(self, number, text):
        self.number = number
        mode, terminal, steps, accepted = text.rstrip("\n").split("\t")
        self.mode, self.terminal = mode, terminal
        self.expected = [unicodedata.normalize("NFC", line) for line in accepted.split("\x1f")]
        os.environ["TERM"] = terminal
        self.probe = Probe(mode)
        self.steps = []
        for step in steps.split(" "):
            if step[0] == "r":
                self.steps.append((0, int(step[1:])))
                continue
            delay, byte = step.split(":")
            data = bytes([int(byte, 16)])
            if self.steps and delay == "0" and isinstance(self.steps[-1][1], bytes):
                self.steps[-1] = (self.steps[-1][0], self.steps[-1][1] + data)
            else:
                self.steps.append((seconds(int(delay)), data))
        self.due = None

    def step(self, now):
        """Returns whether there is more to do."""
        if self.due is None:
            if b"> " not in self.probe.output:
                return True
            self.due = now + self.steps[0][0]
        while self.steps and self.due <= now:
            _, what = self.steps.pop(0)
            if isinstance(what, bytes):
                os.write(self.probe.terminal, what)
            else:
                self.probe.resize(what, 24)
            if self.steps:
                self.due = now + self.steps[0][0]
        return bool(self.steps)

    def read(self):
        """Returns false at the end of the output."""
        return self.probe.read(0)

    def end(self):
        os.write(self.probe.terminal, b"\x04")
        self.due = time.monotonic() + 60

    def result(self):
        """Returns what differs; None: nothing."""
        try:
            status = self.probe.finish(0)
        except AssertionError:
            os.kill(self.probe.pid, signal.SIGKILL)
            status = self.probe.finish()
        found = [line for line in self.probe.lines() if line != "end "]
        if status == 0 and found == self.expected:
            return None
        return f"schedule {self.number}, {self.mode}, {self.terminal}, status {status}:\n  {found}\ninstead of\n  {self.expected}"


def fuzz(count, first=1, longest=float("inf")):
    """Returns the differences, of schedules that take at most `longest` seconds."""
    lines = subprocess.run([PROBE, "schedules", str(first), str(count)], capture_output=True, text=True, check=True)
    waiting = [Run.of(number, line) for number, line in enumerate(lines.stdout.splitlines(), first)]
    waiting = [(number, line) for number, line, length in waiting if length <= longest]
    running, ending, differences = [], [], []
    while waiting or running or ending:
        while waiting and len(running) < AT_ONCE:
            running.append(Run(*waiting.pop(0)))
        select.select([run.probe.terminal for run in running + ending], [], [], 0.005)
        for run in list(running):
            run.read()
            if not run.step(time.monotonic()):
                running.remove(run)
                ending.append(run)
                run.end()
        for run in list(ending):
            if not run.read() or time.monotonic() > run.due:
                ending.remove(run)
                differences += filter(None, [run.result()])
    return differences


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    found = fuzz(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("\n".join(found[:5]))
    print(f"{count} schedules, {len(found)} differences")
    sys.exit(1 if found else 0)
