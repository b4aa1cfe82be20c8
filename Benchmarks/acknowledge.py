#!/usr/bin/env python3
"""What acknowledging a line costs, as a ratio within one run.

  acknowledge.py STENO [--blocks N] [--folder DIR]

A block of lines goes down a pipe; each is taken only when the one before is durable. The yardstick is a bare write +
fdatasync of as many bytes as the journal's record has, as often, to a file on the same disk. Blocks alternate, so that
all meet the same disk; medians count. `--folder` must be on a real disk.
"""
import argparse, glob, os, shutil, statistics, subprocess, tempfile, time


LINES = 50  # in a block


class Shell:
    def __init__(self, steno, folder, size):
        self.folder = folder
        os.makedirs(folder + '/notes')
        self.day = folder + '/notes/20260101_bench.adoc'
        line = '* ' + 'une ligne de la journée, assez longue pour en être une ; ' * 2 + '\n'
        with open(self.day, 'w') as file:
            file.write('= Bench 2026/01/01\n')
            slot = '\n== 09h00 - Un exposé\n\n' + line * 40
            file.write(slot * (size // len(slot.encode())))
            file.write('\n== 23h00 - Le dernier\n\n')
        environment = dict(os.environ, XDG_STATE_HOME=folder + '/state', LANG='C.UTF-8')
        self.process = subprocess.Popen([steno, 'run', '-', '--on', self.day], env=environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.acknowledge(['* la première, avec la copie du jour dans le journal'])

    def acknowledge(self, lines):
        """Seconds a line until the shell has taken them all; the complaint about the last line is the sign."""
        data = ('\n'.join(lines) + '\n:zzack\n').encode()
        start = time.perf_counter()
        self.process.stdin.write(data)
        self.process.stdin.flush()
        while b':zzack' not in self.process.stderr.readline():
            pass
        return (time.perf_counter() - start) / len(lines)

    def record_size(self):
        return os.path.getsize(glob.glob(self.folder + '/state/steno/*/*/*.journal')[0])

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def bare(file, data):
    start = time.perf_counter()
    for _ in range(LINES):
        os.write(file, data)
        os.fdatasync(file)
    return (time.perf_counter() - start) / LINES


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('steno')
    parser.add_argument('--blocks', type=int, default=20)
    parser.add_argument('--folder', default=os.environ.get('TMPDIR', '/var/tmp'))
    options = parser.parse_args()
    top = tempfile.mkdtemp(prefix='steno-bench.', dir=options.folder)
    try:
        shells = {size: Shell(options.steno, f'{top}/{size}', size) for size in (25_000, 25_000_000)}
        small = shells[25_000]
        before = small.record_size()
        small.acknowledge(['* 00000 ligne de la longueur habituelle, avec un accent ou deux'])
        data = b'x' * (small.record_size() - before)
        file = os.open(top + '/bare', os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        times = {'bare': [], **{size: [] for size in shells}}
        for block in range(options.blocks):
            lines = [f'* {block * LINES + n:05} ligne de la longueur habituelle, avec un accent ou deux'
                     for n in range(LINES)]
            times['bare'].append(bare(file, data))
            for size, shell in shells.items():
                times[size].append(shell.acknowledge(lines))
        for shell in shells.values():
            shell.end()
    finally:
        shutil.rmtree(top, ignore_errors=True)
    median = {name: statistics.median(found) * 1000 for name, found in times.items()}
    print(f'a line acknowledged, day of 25 KB: {median[25_000]:.2f} ms, {median[25_000] / median["bare"]:.2f}x of a bare '
          f'write + fdatasync of {len(data)} bytes ({median["bare"]:.2f} ms), {options.blocks * LINES} lines')
    print(f'a line acknowledged, day of 25 MB: {median[25_000_000]:.2f} ms, {median[25_000_000] / median["bare"]:.2f}x of '
          f'the same, {median[25_000_000] / median[25_000]:.2f}x of the day of 25 KB')


if __name__ == '__main__':
    main()
