#!/usr/bin/env python3
"""Faults for real: `steno run` under strace, with a system call killed or failing at every possible point.

  faults.py kill    [--every N]   the process is killed at each call that touches a file
  faults.py errors  [--every N]   each such call fails with ENOSPC, EIO, EDQUOT, EINTR, EROFS
  faults.py power   [--checker P] power loss after any call (crashcheck.py), and a program that forgets to sync
  faults.py full                  a disk that is really full, and has room again
  faults.py all     [--every N]

What must hold after each: the next start brings every acknowledged line back, once and in its place: the day's file is
byte for byte what the acknowledged lines alone make of it. `--every N` takes each Nth point only.
Exit status 0: it held everywhere; 1: it did not; 2: cannot be tried here.
"""
import argparse, os, re, shutil, struct, subprocess, sys, tempfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CALLS = 'write pwrite64 fsync fdatasync rename renameat renameat2 ftruncate openat unlink unlinkat mkdir link'.split()
ERRORS = ['ENOSPC', 'EIO', 'EDQUOT', 'EINTR', 'EROFS']


def find_steno():
    given = os.environ.get('STENO')
    for path in [given] if given else [f'{ROOT}/.build/{kind}/steno' for kind in ('release', 'debug')]:
        if os.access(path, os.X_OK):
            return os.path.abspath(path)
    sys.exit('faults: no steno; build it, or name it in STENO')


def picture():
    """The smallest PNG."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    header = struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(b'\0\0')) + chunk(b'IEND', b'')


class Bench:
    """A folder with a notebook, a state folder and a script; made anew for every run."""

    def __init__(self, steno, lines):
        self.steno, self.lines = steno, lines
        shm = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
        self.top = tempfile.mkdtemp(prefix='steno-faults.', dir=shm)
        self.cases = {}

    def close(self):
        shutil.rmtree(self.top, ignore_errors=True)

    def fresh(self, lines, name='run'):
        """Every other line of the script is a command that does not exist: the complaint about it is the sign that the
        line before it was acknowledged."""
        folder = os.path.join(self.top, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder + '/notes')
        with open(folder + '/picture.png', 'wb') as file:
            file.write(picture())
        with open(folder + '/script', 'w') as file:
            for number, line in lines:
                file.write(f'{line}\n:zzack{number}\n')
        return folder

    def run(self, folder, script='script', wrapper=(), stdin=None):
        environment = dict(os.environ, XDG_STATE_HOME=folder + '/state', LANG='C.UTF-8', TZ='UTC')
        arguments = list(wrapper) + [self.steno, 'run', script, '-n', 'notes', '-t', 'minimal']
        return subprocess.run(arguments, cwd=folder, env=environment, input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)

    def outcome(self, result):
        """Numbers of the lines that were tried and acknowledged, and those refused."""
        text = result.stderr.decode(errors='replace')
        tried = sorted({int(x) for x in re.findall(r':zzack(\d+)', text)})
        refused = set()
        for place, rest in re.findall(r'^steno: script:(\d+): (.*)$', text, re.M):
            if ':zzack' not in rest:
                refused.add((int(place) + 1) // 2)
        return tried, refused

    def expected(self, numbers):
        """The day as these lines alone make it."""
        key = tuple(numbers)
        if key not in self.cases:
            folder = self.fresh([(n, self.lines[n - 1]) for n in numbers], 'expected')
            self.run(folder)
            self.cases[key] = self.day(folder)
        return self.cases[key]

    def day(self, folder):
        days = [n for n in sorted(os.listdir(folder + '/notes')) if n.endswith('.adoc')]
        if not days:
            return None
        with open(f'{folder}/notes/{days[0]}', 'rb') as file:
            return file.read()

    def recover(self, folder):
        """The next start; twice, as recovering again must change nothing."""
        for _ in range(2):
            result = self.run(folder, '-', stdin=b':slots\n')
        return result

    def check(self, folder, acknowledged, doubtful):
        """None where the day is what the acknowledged lines make of it, with or without the doubtful one."""
        self.recover(folder)
        found = self.day(folder)
        choices = [self.expected(acknowledged)]
        if doubtful:
            choices.append(self.expected(acknowledged + [doubtful]))
        if found in choices or not acknowledged and found in (None, b''):
            return self.leftovers(folder)
        return f'day differs: {found!r}\n   expected {choices[0]!r}'

    def leftovers(self, folder):
        if self.day(folder) is None:
            return None  # killed while the day was being made: its unfinished file is written over the next time
        left = [n for n in os.listdir(folder + '/notes') if n.startswith('.')]
        return f'left in the notebook: {left}' if left else None


def wait_for_all(bench):
    """A clean run: every line must be accepted, or the sweeps would prove little."""
    folder = bench.fresh(list(enumerate(bench.lines, 1)))
    tried, refused = bench.outcome(bench.run(folder))
    if refused or tried != list(range(1, len(bench.lines) + 1)):
        sys.exit(f'faults: the script does not run cleanly: tried {tried}, refused {refused}')


def sweep(bench, call, inject, every, judge):
    """Runs with the fault at the 1st, 2nd, … such call until a run has none left. Returns (runs, problems)."""
    runs, problems, number = 0, [], 1
    while True:
        folder = bench.fresh(list(enumerate(bench.lines, 1)))
        log = bench.top + '/strace'
        wrapper = ['strace', '-f', '-qq', '-o', log, '-e', f'trace={call}', '-e', f'inject={call}:{inject}:when={number}']
        result = bench.run(folder, wrapper=wrapper)
        with open(log, errors='replace') as file:
            text = file.read()
        if 'INJECTED' not in text and '+++ killed by SIGKILL' not in text:
            return runs, problems
        runs += 1
        problem = judge(folder, result)
        if problem:
            problems.append(f'{call} {inject} #{number}: {problem}')
        number += every


def kill(bench, every):
    total, problems = 0, []

    def judge(folder, result):
        tried, refused = bench.outcome(result)
        acknowledged = [n for n in tried if n not in refused]
        following = len(tried) + 1
        return bench.check(folder, acknowledged, following if following <= len(bench.lines) else None)

    for call in CALLS:
        runs, found = sweep(bench, call, 'signal=SIGKILL', every, judge)
        print(f'  kill at {call}: {runs} runs, {len(found)} problems', flush=True)
        total, problems = total + runs, problems + found
    return total, problems


def errors(bench, every):
    total, problems = 0, []

    def judge(folder, result):
        if result.returncode < 0:
            return f'died of signal {-result.returncode}'
        tried, refused = bench.outcome(result)
        if not tried:
            return None
        return bench.check(folder, [n for n in tried if n not in refused], None)

    for error in ERRORS:
        for call in CALLS:
            runs, found = sweep(bench, call, f'error={error}', every, judge)
            if runs:
                print(f'  {error} from {call}: {runs} runs, {len(found)} problems', flush=True)
            total, problems = total + runs, problems + found
    return total, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('what', choices=['kill', 'errors', 'power', 'full', 'all'])
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--checker', default=os.environ.get('CRASHCHECK', HERE + '/crashcheck.py'))
    options = parser.parse_args()
    with open(HERE + '/session.steno') as file:
        lines = file.read().splitlines()
    bench = Bench(find_steno(), lines)
    failed = False
    try:
        wait_for_all(bench)
        for name, trial in [('kill', kill), ('errors', errors)]:
            if options.what in (name, 'all'):
                total, problems = trial(bench, options.every)
                print(f'{name}: {total} runs, {len(problems)} problems', flush=True)
                for problem in problems[:10]:
                    print('  ' + problem)
                failed = failed or bool(problems) or not total
    finally:
        bench.close()
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
