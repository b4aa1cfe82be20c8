#!/usr/bin/env python3
"""Exports that are killed, or whose disk is full, at every system call of Steno's own process.

  exports.py [--every N] [--only html]

Each form is written over an old file, and where there is none. After each fault a target is the old file or the new one,
an old one that was replaced is in the trash, the day is untouched, and the next export works and leaves no draft.
Exit status 0: it held everywhere; 1: it did not; 2: cannot be tried here.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from faults import find_steno, picture

FORMS = ['adoc', 'md', 'txt', 'zip', 'docbook', 'html', 'pdf']
ENDINGS = {'docbook': 'xml'}
NEEDS = {'docbook': 'asciidoctor', 'html': 'asciidoctor', 'pdf': 'weasyprint'}
DAY = '= Fault Day\n\n== 9h00 A\n\n* un\n* deux « trois »\n\n.Une image\nimage::images/a.png[]\n'
OLD = b'what was there before'
FULL = 'write pwrite64 fsync openat mkdir rename renameat2 link'.split()


class Case:
    """One form, in a folder that is made again for every run."""

    def __init__(self, steno, form, has_old):
        self.steno, self.form, self.has_old = steno, form, has_old
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='steno-exports.'))
        self.name = f'day.{ENDINGS.get(form, form)}'
        self.images = form in ('adoc', 'md', 'docbook')
        self.fresh()
        done = self.export()
        if done.returncode:
            sys.exit(f'exports: {form} does not run cleanly: {done.stderr.decode()}')
        self.new = self.target.read_bytes()

    @property
    def target(self):
        return self.folder / 'out' / self.name

    def fresh(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / 'images').mkdir(parents=True)
        (self.folder / 'images/a.png').write_bytes(picture())
        (self.folder / 'day.adoc').write_text(DAY)
        (self.folder / 'out').mkdir()
        if self.has_old:
            self.target.write_bytes(OLD)
            (self.folder / 'out/images').mkdir()
            (self.folder / 'out/images/a.png').write_bytes(OLD)

    def export(self, wrapper=()):
        arguments = [*wrapper, self.steno, 'export', 'day.adoc', self.form, 'out/', '--overwrite']
        environment = dict(os.environ, XDG_STATE_HOME=str(self.folder / 'state'), LANG='C.UTF-8', TZ='UTC')
        return subprocess.run(arguments, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def is_whole(self, found):
        """A PDF says when it was made."""
        return found == self.new or self.form == 'pdf' and found[:4] == b'%PDF' and found.rstrip().endswith(b'%%EOF')

    def trash(self):
        return [path.read_bytes() for path in self.folder.glob('.steno/trash/*/content')]

    def problem(self):
        if (self.folder / 'day.adoc').read_text() != DAY:
            return 'the day changed'
        for path, is_whole in [(self.target, self.is_whole), (self.folder / 'out/images/a.png', lambda x: x == picture())]:
            found = path.read_bytes() if path.exists() else None
            if found is None:
                if self.has_old:
                    return f'{path.name} is gone'
                continue
            if found == OLD and self.has_old:
                continue
            if not is_whole(found):
                return f'{path.name} is neither old nor new: {found[:60]!r} ({len(found)} bytes)'
            if self.has_old and OLD not in self.trash() and (self.images or path == self.target):
                return f'{path.name} was replaced, and the old one is not in the trash'
        again = self.export()
        if again.returncode or not self.is_whole(self.target.read_bytes()):
            return f'the next export: {again.stderr.decode()}'
        left = [str(path) for path in (self.folder / 'out').rglob('.*')]
        return f'left: {left}' if left else None

    def sweep(self, calls, fault, every):
        """Faults at the 1st, 2nd, … such call, until a run has none left. Returns (runs, problems)."""
        runs, problems, number = 0, [], 1
        while True:
            self.fresh()
            log = f'{self.folder}.strace'
            rules = ['-e', f'trace={calls}', '-e', f'inject={calls}:{fault}:when={number}']
            self.export(['strace', '-qq', '-o', log, *rules])
            text = pathlib.Path(log).read_text(errors='replace')
            if 'INJECTED' not in text and '+++ killed by SIGKILL' not in text:
                os.unlink(log)
                return runs, problems
            runs += 1
            problem = self.problem()
            if problem:
                problems.append(f'{self.form} {calls} {fault} #{number}: {problem}')
            number += every


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--only')
    options = parser.parse_args()
    if not shutil.which('strace'):
        sys.exit(2)
    steno, failed, total = find_steno(), False, 0
    for form in [options.only] if options.only else FORMS:
        if form in NEEDS and not shutil.which(NEEDS[form]):
            print(f'  {form}: skipped, no {NEEDS[form]}')
            continue
        for has_old in (False, True):
            case = Case(steno, form, has_old)
            # Every call that touches a file or what is open; the others change nothing outside of the process.
            runs, problems = case.sweep('%file,%desc', 'signal=SIGKILL', options.every)
            for call in FULL:
                more, found = case.sweep(call, 'error=ENOSPC', options.every)
                runs, problems = runs + more, problems + found
            shutil.rmtree(case.folder, ignore_errors=True)
            print(f'  {form} {"over an old file" if has_old else "new"}: {runs} runs, {len(problems)} problems', flush=True)
            for problem in problems[:5]:
                print('    ' + problem)
            failed, total = failed or bool(problems), total + runs
    print(f'exports: {total} runs', flush=True)
    sys.exit(1 if failed or not total else 0)


if __name__ == '__main__':
    main()
