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
    """A folder with a notebook, a state folder and a script; made again for every run."""

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
            choices.append(self.expected(sorted(acknowledged + [doubtful])))
        if found in choices or not acknowledged and found in (None, b''):
            return self.leftovers(folder)
        return 'day differs: ' + self.difference(found or b'', choices[0] or b'')

    def difference(self, found, expected):
        start = len(os.path.commonprefix([found, expected]))
        return f'at {start} of {len(expected)} bytes: {found[start:start + 60]!r}, expected {expected[start:start + 60]!r}'

    def leftovers(self, folder):
        if self.day(folder) is None:
            return None  # killed while the day was being made: its unfinished file is written over the next time
        left = [n for n in os.listdir(folder + '/notes') if n.endswith('.steno-new')]
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
        # The very write that reports a line may be the one that fails.
        silent = [n for n in range(1, len(bench.lines) + 1) if n not in tried and n not in refused]
        if len(silent) > 1:
            return f'nothing said about the lines {silent}'
        return bench.check(folder, [n for n in tried if n not in refused], silent[0] if silent else None)

    for error in ERRORS:
        for call in CALLS:
            runs, found = sweep(bench, call, f'error={error}', every, judge)
            if runs:
                print(f'  {error} from {call}: {runs} runs, {len(found)} problems', flush=True)
            total, problems = total + runs, problems + found
    return total, problems


# ------------------------------------------------------------------ power loss

# A program that forgets to sync: the checker has to find it, or its silence would mean nothing.
FORGETFUL = 'int fsync(int f) { return 0; } int fdatasync(int f) { return 0; }'


def power(bench, checker, lines, bound):
    """Crash states by crashcheck.py, each recovered in its own mount namespace at the path where it was written."""
    if not os.path.exists(checker):
        print('power: skipped, no crashcheck.py (name it in CRASHCHECK)')
        return 1, []
    numbers = list(range(1, lines + 1))
    prefixes = bench.top + '/prefixes'
    os.makedirs(prefixes)
    for count in range(lines + 1):
        with open(f'{prefixes}/{count}', 'wb') as file:
            file.write(bench.expected(numbers[:count]) or b'')
    total, problems = 0, []
    sync_error = ['--inject', 'fdatasync:error=EIO:when=3']
    for model in ['posix', 'ordered', 'ext4']:
        for name, extra in [('', []), (', a failing fdatasync', sync_error)]:
            states, violations, text = crash(bench, checker, model, numbers, prefixes, bound, extra)
            print(f'  power loss, {model}{name}: {states} states, {violations} violations', flush=True)
            total += states
            if violations or not states:
                problems.append(text)
    states, violations, text = crash(bench, checker, 'ext4', numbers, prefixes, bound, [], forgetful(bench))
    print(f'  a program that forgets to sync: {states} states, {violations} violations (some are due)', flush=True)
    if not violations:
        problems.append('a program that forgets to sync was not found out')
    return total, problems


def crash(bench, checker, model, numbers, prefixes, bound, extra, preload=None):
    folder = bench.fresh([(n, bench.lines[n - 1]) for n in numbers], 'crash')
    check = f'{sys.executable} {os.path.abspath(__file__)} state {folder} {prefixes}'
    program = ['env', f'XDG_STATE_HOME={folder}/state', 'TZ=UTC', 'LANG=C.UTF-8'] + (
        [f'LD_PRELOAD={preload}'] if preload else []) + [
        'sh', '-c', f'cd {folder} && exec {bench.steno} run script -n notes -t minimal']
    arguments = [sys.executable, checker, 'run', '--dir', folder, '--check', check, '--fs', model, '--ack',
                 r':zzack(\d+)', '--bound', str(bound), '--max-states', '4000', *extra, '--', *program]
    environment = dict(os.environ, STENO=bench.steno)
    result = subprocess.run(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    text = result.stdout.decode(errors='replace') + result.stderr.decode(errors='replace')
    found = re.search(r'(\d+) distinct checked, (\d+) VIOLATIONS', text)
    return (int(found[1]), int(found[2]), text) if found else (0, 1, text)


def forgetful(bench):
    source, library = bench.top + '/forgetful.c', bench.top + '/forgetful.so'
    with open(source, 'w') as file:
        file.write(FORGETFUL)
    compiler = shutil.which('cc') or shutil.which('clang') or shutil.which('gcc')
    subprocess.run([compiler, '-shared', '-fPIC', '-o', library, source], check=True)
    return library


def judge_state(folder, prefixes):
    """Run by crashcheck.py for each state: $STATE is what the disk holds, $ACKS what was acknowledged before."""
    with open(os.environ['ACKS']) as file:
        acknowledged = len({line for line in file.read().split()})
    command = f'mount --bind "$STATE" {folder} && cd {folder} && for i in 1 2; do echo :slots | ' \
        f'XDG_STATE_HOME={folder}/state {find_steno()} run - -n notes -t minimal >/dev/null 2>&1; done; ' \
        f'cat {folder}/notes/*.adoc 2>/dev/null'
    found = subprocess.run(['unshare', '-rm', 'sh', '-c', command], stdout=subprocess.PIPE).stdout
    for count in (acknowledged, acknowledged + 1):
        path = f'{prefixes}/{count}'
        if os.path.exists(path):
            with open(path, 'rb') as file:
                if file.read() == found:
                    return 0
    print(f'after {acknowledged} lines: {found[-200:]!r}')
    return 1


# ------------------------------------------------------------------ a full disk

class Typist:
    """A running shell that is fed line by line."""

    def __init__(self, bench, folder):
        environment = dict(os.environ, XDG_STATE_HOME=folder + '/state', LANG='C.UTF-8', TZ='UTC')
        self.process = subprocess.Popen([bench.steno, 'run', '-', '-n', 'notes', '-t', 'minimal'], cwd=folder,
                                        env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE)

    def type(self, line):
        """Returns what was complained about the line; empty: it was taken without a word."""
        self.process.stdin.write((line + '\n:zzack\n').encode())
        self.process.stdin.flush()
        said = []
        while True:
            text = self.process.stderr.readline().decode()
            if not text or ':zzack' in text:
                return said
            said.append(text.strip())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def fill(folder):
    """Takes every byte that is left."""
    with open(folder + '/junk', 'wb', buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(b'x' * size)
            except OSError:
                pass


def full(bench):
    """The state folder's disk full: lines are refused. The notebook's disk full: lines are kept, the file follows."""
    problems, lines = [], 0
    for place in ['state', 'notes']:
        folder = bench.fresh([], 'full')
        os.makedirs(f'{folder}/{place}', exist_ok=True)
        mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', f'{folder}/{place}'])
        if mounted.returncode:
            print('full: skipped, mounting is not allowed here')
            return 1, []
        try:
            problem, count = fill_while_typing(bench, folder, place)
        finally:
            subprocess.run(['umount', '-l', f'{folder}/{place}'])
        lines += count
        print(f'  {place} full: {count} lines, {problem or "none lost"}', flush=True)
        if problem:
            problems.append(problem)
    return lines, problems


def fill_while_typing(bench, folder, place):
    typist, taken, refused = Typist(bench, folder), [], 0
    typist.type(':day Full Day')
    typist.type(':new 9h00 : Un exposé')

    def write(numbers):
        nonlocal refused
        for n in numbers:
            said = typist.type(f'* ligne {n} ' + 'x' * 400)
            if any('stdin:' in text for text in said):
                refused += 1
            else:
                taken.append(n)

    write(range(1, 20))
    fill(f'{folder}/{place}')
    write(range(20, 60))
    os.unlink(f'{folder}/{place}/junk')
    write(range(60, 80))
    typist.end()
    text = (bench.day(folder) or b'').decode()
    found = [int(x) for x in re.findall(r'^\* ligne (\d+) x{400}$', text, re.M)]
    if refused:
        return f'{refused} lines refused though the journal had room, or could go among the notes', 79
    moved = os.path.isdir(f'{folder}/notes/.steno/state')
    if moved != (place == 'state'):
        return 'the journal is not where it should be: the disk was not full' if not moved else 'the journal moved', 79
    return (None if found == taken else f'taken {taken}, found {found}'), 79


def main():
    if len(sys.argv) == 4 and sys.argv[1] == 'state':
        sys.exit(judge_state(sys.argv[2], sys.argv[3]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('what', choices=['kill', 'errors', 'power', 'full', 'all'])
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--checker', default=os.environ.get('CRASHCHECK', os.path.join(ROOT, '../shared/tools/crashcheck.py')))
    parser.add_argument('--lines', type=int, default=12, help='lines of the session that loses power')
    parser.add_argument('--bound', type=int, default=16, help='states tried for each point of a power loss')
    options = parser.parse_args()
    with open(HERE + '/session.steno') as file:
        lines = file.read().splitlines()
    bench = Bench(find_steno(), lines)
    failed = False
    try:
        wait_for_all(bench)
        trials = {
            'kill': lambda: kill(bench, options.every),
            'errors': lambda: errors(bench, options.every),
            'power': lambda: power(bench, options.checker, options.lines, options.bound),
            'full': lambda: full(bench),
        }
        for name, trial in trials.items():
            if options.what in (name, 'all'):
                total, problems = trial()
                print(f'{name}: {total} runs, {len(problems)} problems', flush=True)
                for problem in problems[:10]:
                    print('  ' + problem)
                failed = failed or bool(problems) or not total
    finally:
        bench.close()
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
