"""From key to screen through a pseudo-terminal: the editor with hint and colour, as a ratio to libedit's own el_wgets.

`PROBE=.build/release/EditorProbe python3 Tests/Terminal/latency.py`: both programs in turn, in the same run, key by key."""
import os
import select
import statistics
import sys
import time

from soak import Probe

TEXT = "la souveraineté numérique, c'est d'abord une question de données : "


def keys(probe, count):
    """Types a line of text again and again; the time until the first byte of the answer, in microseconds, for each."""
    times = []
    while len(times) < count:
        for character in TEXT:
            start = time.perf_counter_ns()
            os.write(probe.terminal, character.encode())
            select.select([probe.terminal], [], [], 5)
            times.append((time.perf_counter_ns() - start) / 1000)
            settle(probe)
        os.write(probe.terminal, b"\r")
        settle(probe)
    return times


def settle(probe):
    """Until nothing comes any more."""
    while select.select([probe.terminal], [], [], 0.002)[0]:
        os.read(probe.terminal, 65536)


def main(count=1500, rounds=4):
    probes = {mode: Probe(mode) for mode in ("stock", "emacs")}
    times = {mode: [] for mode in probes}
    for probe in probes.values():
        probe.read(2)
        settle(probe)
    for _ in range(rounds):
        for mode, probe in probes.items():
            times[mode] += keys(probe, count // rounds)
    result = {}
    for mode, values in times.items():
        values.sort()
        result[mode] = (statistics.median(values), values[int(len(values) * 0.99)])
        print(f"{mode:6} median {result[mode][0]:7.1f} µs   p99 {result[mode][1]:7.1f} µs   ({len(values)} keys)")
    print(f"ratio  median {result['emacs'][0] / result['stock'][0]:.2f}       p99 {result['emacs'][1] / result['stock'][1]:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
