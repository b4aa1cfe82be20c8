#!/usr/bin/env python3
"""Real editors beside a running shell, in tmux: vim (both `backupcopy` ways), sed -i, git checkout, >>.

In each round the editor reads the day, the shell goes on, the editor writes what it has, and the shell goes on. Every
line typed in the shell and every line of the editor must be in the file, once, at the end. Waits are for what the file
or the screen shows, never for a time. Exit status 0: so it was; 1: it was not; 2: no tmux, vim or git.
"""
import glob, os, re, shutil, subprocess, sys, tempfile, time

from faults import find_steno


class Desk:
    """A tmux with a window for the shell and one for the editor."""

    def __init__(self):
        self.top = tempfile.mkdtemp(prefix='steno-editors.')
        self.socket = self.top + '/tmux'
        os.makedirs(self.top + '/notes')
        self.day = self.top + '/notes/20260101_editors.adoc'
        with open(self.day, 'w') as file:
            file.write('= Editors 2026/01/01\n\n== 09h00 - Premier\n\n* le premier point\n')
        environment = f'XDG_STATE_HOME={self.top}/state LANG=C.UTF-8 TERM=screen HOME={self.top}'
        self.tmux('-f', '/dev/null', 'new-session', '-d', '-x', '100', '-y', '30', '-s', 'desk', '-n', 'shell',
                  f'env {environment} {find_steno()} {self.day}; sleep 60')
        self.tmux('new-window', '-d', '-n', 'editor', f'cd {self.top}/notes && env {environment} PS1=ready: sh')
        self.typed = []
        self.wait(lambda: '›' in self.screen('shell'), 'the prompt')
        self.wait(lambda: 'ready:' in self.screen('editor'), 'the other window')

    def tmux(self, *arguments):
        return subprocess.run(['tmux', '-S', self.socket, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode()

    def screen(self, window):
        return self.tmux('capture-pane', '-p', '-t', f'desk:{window}')

    def keys(self, window, *keys, literal=False):
        self.tmux('send-keys', '-t', f'desk:{window}', *(['-l'] if literal else []), *keys)

    def text(self):
        try:
            with open(self.day) as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def wait(self, condition, what):
        end = time.monotonic() + 20
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what}\n{self.screen("shell")}\n{self.text()}')
            time.sleep(0.02)

    def type(self, *lines):
        for line in lines:
            self.typed.append('* ' + line)
            self.keys('shell', line, literal=True)
            self.keys('shell', 'Enter')
            self.wait(lambda: line in self.text(), line)

    def edit(self, command, sign):
        """Runs a command in the other window; done when the file shows the sign."""
        self.keys('editor', command, literal=True)
        self.keys('editor', 'Enter')
        self.wait(lambda: sign in self.text(), sign)

    def close(self):
        subprocess.run(['tmux', '-S', self.socket, 'kill-server'], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.top, ignore_errors=True)

    def problems(self, also=()):
        lines = self.text().splitlines()
        found = [f'{lines.count(line)} times: {line}' for line in [*self.typed, *also] if lines.count(line) != 1]
        left = [name for name in os.listdir(self.top + '/notes') if name.endswith('.steno-new')]
        return found + [f'left: {name}' for name in left]


def vim(desk, copy):
    desk.type(f'avant vim {copy}')
    desk.keys('editor', f'vim -u NONE -n -c "set backup backupcopy={copy} backupdir=/tmp" {desk.day}', 'Enter')
    desk.wait(lambda: 'avant vim' in desk.screen('editor'), 'vim')
    desk.keys('editor', 'gg')
    desk.keys('editor', f'/premier point', 'Enter')
    desk.keys('editor', f'o* écrit par vim {copy}', 'Escape')
    desk.wait(lambda: 'écrit par vim' in desk.screen('editor'), 'the line in vim')
    desk.type(f'pendant vim {copy}, un', f'pendant vim {copy}, deux')
    desk.keys('editor', ':w!', 'Enter')
    written = f'écrit par vim {copy}'
    desk.wait(lambda: '(y/n)' in desk.screen('editor') or written in desk.text(), 'vim to ask')
    if '(y/n)' in desk.screen('editor'):
        desk.keys('editor', 'y')
    desk.wait(lambda: f'écrit par vim {copy}' in desk.text(), 'what vim wrote')
    desk.type(f'après vim {copy}')
    desk.keys('editor', ':q!', 'Enter')
    desk.wait(lambda: desk.screen('editor').rstrip().endswith('ready:'), 'the end of vim')
    return [f'* écrit par vim {copy}']


def sed(desk):
    desk.type('avant sed')
    desk.edit(f"sed -i 's/le premier point/le premier point, corrigé/' {desk.day}", 'corrigé')
    desk.type('après sed')
    return ['* le premier point, corrigé']


def append(desk):
    desk.type('avant >>')
    desk.edit(f"echo '* ajouté par >>' >> {desk.day}", 'ajouté par >>')
    desk.type('après >>')
    return ['* ajouté par >>']


def code(desk):
    """VS Code: reads the file, and much later cuts it to nothing and writes its whole text in place."""
    desk.type('avant code')
    text = desk.text()
    desk.type('pendant code, un', 'pendant code, deux')
    with open(glob.glob(desk.top + '/notes/*.adoc')[0], 'r+') as file:
        file.truncate(0)
        file.write(text.replace('* avant code', '* écrit par code\n* avant code'))
    desk.type('après code')
    return ['* écrit par code']


def sync(desk):
    """A sync client: another machine's version, with that machine's older time, put in the file's place."""
    desk.type('avant sync')
    path, text = glob.glob(desk.top + '/notes/*.adoc')[0], desk.text()
    desk.type('pendant sync')
    with open(desk.top + '/notes/.~sync.tmp', 'w') as file:
        file.write(text + '* écrit ailleurs\n')
    os.utime(desk.top + '/notes/.~sync.tmp', (1_600_000_000, 1_600_000_000))
    os.rename(desk.top + '/notes/.~sync.tmp', path)
    desk.type('après sync')
    return ['* écrit ailleurs']


def checkout(desk):
    git = 'git -c user.name=a -c user.email=a@b'
    desk.keys('editor', f'git init -q && git add *.adoc && {git} commit -qm a && echo comm""itted', 'Enter')
    desk.wait(lambda: 'committed' in desk.screen('editor'), 'git commit')
    desk.type('après le commit, un', 'après le commit, deux')
    desk.keys('editor', 'git checkout -q -- *.adoc && echo check""ed out', 'Enter')
    desk.wait(lambda: 'checked out' in desk.screen('editor'), 'git checkout')
    desk.type('après le checkout')
    return []


def main():
    if not all(shutil.which(tool) for tool in ('tmux', 'vim', 'git')):
        print('editors: skipped, tmux, vim or git is missing')
        sys.exit(2)
    rounds = {'vim backupcopy=no': lambda d: vim(d, 'no'), 'vim backupcopy=yes': lambda d: vim(d, 'yes'),
              'sed -i': sed, '>>': append, 'git checkout': checkout, 'VS Code': code, 'sync client': sync}
    failed = 0
    for name, body in rounds.items():
        desk = Desk()
        try:
            problems = desk.problems(body(desk))
        except AssertionError as error:
            problems = [str(error)]
        finally:
            desk.close()
        print(f'  {name}: {"; ".join(problems) or "every line is there"}', flush=True)
        failed += bool(problems)
    print(f'editors: {len(rounds)} rounds, {failed} problems')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
