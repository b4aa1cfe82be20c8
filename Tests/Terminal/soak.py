"""Random keys and pastes for the editor alone, and a model of what they should make of the line.

`python3 Tests/Terminal/soak.py [KEYS]` is the long run: 20,000 keys in each mode, paced and not, and under valgrind."""
import fcntl
import os
import pty
import random
import select
import shutil
import struct
import sys
import tempfile
import termios
import time
import unicodedata

from steno import ROOT

PROBE = os.environ.get("PROBE", str(ROOT / ".build/debug/EditorProbe"))

# Each unit is one character for the user, however many scalars it has.
UNITS = list("abcdefgh ijklmnop qrstuvwxyz ,.;'") + ["é", "à", "ç", "œ", "«", "日", "🍸", "e\u0301", "👩‍👩‍👧", "✔️", "א"]
SIMPLE_UNITS = [unit for unit in UNITS if len(unit) == 1]


class Model:
    """What the keys do, from the manual of the editor; no line of it comes from the editor's source."""

    def __init__(self):
        self.accepted = []
        self.history = []
        self.kill = []
        self.joins = False
        self.start()

    def start(self):
        self.line, self.cursor = [], 0
        self.position, self.unsent = len(self.history), []
        self.command = False

    def text(self, units=None):
        return unicodedata.normalize("NFC", "".join(self.line if units is None else units))

    def insert(self, units):
        self.line[self.cursor:self.cursor] = units
        self.cursor += len(units)

    def accept(self, kind, text):
        self.accepted.append(f"{kind} {text}")
        self.start()

    def word_start(self):
        start = self.cursor
        while start > 0 and self.line[start - 1] == " ":
            start -= 1
        while start > 0 and self.line[start - 1] != " ":
            start -= 1
        return start


class Key:
    """Bytes, and what they do to a model."""

    def __init__(self, data, effect, joins=False):
        self.data, self.act, self.joins = data.encode(), effect, joins

    def effect(self, model):
        if not self.joins:
            model.joins = False
        self.act(model)


def left(model):
    model.cursor = max(0, model.cursor - 1)


def right(model):
    model.cursor = min(len(model.line), model.cursor + 1)


def home(model):
    model.cursor = 0


def end(model):
    model.cursor = len(model.line)


def backspace(model):
    if model.cursor > 0:
        del model.line[model.cursor - 1]
        model.cursor -= 1


def delete(model):
    del model.line[model.cursor:model.cursor + 1]


def kill(model, start, end):
    """Kills in a row are brought back together."""
    text, forward = model.line[start:end], start >= model.cursor
    if text:
        model.kill = text if not model.joins else model.kill + text if forward else text + model.kill
        del model.line[start:end]
        model.cursor = start
    model.joins = model.joins or bool(text)


def kill_word(model):
    kill(model, model.word_start(), model.cursor)


def kill_end(model):
    kill(model, model.cursor, len(model.line))


def kill_start(model):
    kill(model, 0, model.cursor)


def yank(model):
    model.insert(model.kill)


def drop(model):
    model.kill = model.line or model.kill
    model.accept("cancelled", model.text())


def enter(model):
    model.accept("line", model.text())


def nothing(_):
    pass


def typed(unit):
    return Key(unit, lambda model: model.insert([unit]))


def paste_line(units):
    return Key("\x1b[200~" + "".join(units) + "\x1b[201~", lambda model: model.insert(units))


def paste_lines(lines):
    text = "\n".join(lines)
    return Key("\x1b[200~" + "\r".join(lines) + "\x1b[201~", lambda model: model.accept(
        "paste", model.text() + "|" + unicodedata.normalize("NFC", text).replace("\n", "\\n")))


MOVES = [
    Key("\x1b[D", left), Key("\x1b[C", right), Key("\x1bOD", left), Key("\x02", left), Key("\x06", right),
    Key("\x1b[H", home), Key("\x1b[1~", home), Key("\x01", home), Key("\x1b[F", end), Key("\x05", end),
    Key("\x7f", backspace), Key("\x08", backspace), Key("\x1b[3~", delete),
]
KILLS = [Key("\x17", kill_word, True), Key("\x0b", kill_end, True), Key("\x15", kill_start, True), Key("\x19", yank)]
QUIET = [Key("\x1bm", nothing), Key("\x1b[?62;4c", nothing, True), Key("\x1b[I", nothing, True),
         Key("\x1b[24~", nothing, True)]


def emacs_keys(generator, count):
    for _ in range(count):
        chance = generator.random()
        if chance < 0.70:
            yield typed(generator.choice(UNITS))
        elif chance < 0.86:
            yield generator.choice(MOVES)
        elif chance < 0.90:
            yield generator.choice(KILLS)
        elif chance < 0.93:
            yield generator.choice(QUIET)
        elif chance < 0.95:
            yield paste_line(generator.choices(UNITS, k=generator.randrange(1, 60)))
        elif chance < 0.955:
            yield paste_lines(["".join(generator.choices(UNITS, k=12)) for _ in range(generator.randrange(2, 6))])
        elif chance < 0.96:
            yield Key("\x03", drop)
        else:
            yield Key("\r", enter)


def leave_insert(model):
    if not model.command:
        model.command, model.cursor = True, max(0, model.cursor - 1)


def vi_insert(at):
    def effect(model):
        model.cursor, model.command = at(model), False
    return effect


def vi_left(model):
    model.cursor = max(0, model.cursor - 1)


def vi_right(model):
    model.cursor = min(max(0, len(model.line) - 1), model.cursor + 1)


def vi_end(model):
    model.cursor = max(0, len(model.line) - 1)


VI_ENTRY = [
    Key("i", vi_insert(lambda model: model.cursor)),
    Key("a", vi_insert(lambda model: min(len(model.line), model.cursor + 1))),
    Key("I", vi_insert(lambda model: 0)),
    Key("A", vi_insert(lambda model: len(model.line))),
]
VI_MOVES = [Key("h", vi_left), Key("l", vi_right), Key("0", home), Key("$", vi_end)]


def vi_keys(generator, count):
    """Stretches of typing, then Escape, some moves, and an insertion again."""
    for _ in range(count // 12):
        for _ in range(generator.randrange(1, 12)):
            yield typed(generator.choice(SIMPLE_UNITS))
        chance = generator.random()
        if chance < 0.6:
            yield Key("\x1b", leave_insert)
            for _ in range(generator.randrange(0, 5)):
                yield generator.choice(VI_MOVES)
            yield generator.choice(VI_ENTRY)
        elif chance < 0.8:
            yield Key("\r", enter)
        elif chance < 0.9:
            yield paste_line(generator.choices(SIMPLE_UNITS, k=20))
        else:
            yield generator.choice(QUIET[1:])


class Probe:
    """The editor alone on a pseudo-terminal; what it draws is read and counted."""

    def __init__(self, mode, command=()):
        self.file = tempfile.NamedTemporaryFile(prefix="steno-soak-")
        self.mailbox = self.file.name + ".mail"
        os.mkfifo(self.mailbox)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            arguments = [*command, PROBE, mode, self.file.name, self.mailbox]
            os.execvpe(arguments[0], arguments, {**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color"})
        self.resize(80, 24)
        self.output = b""

    def mail(self):
        """Has the editor show a message above the line."""
        mailbox = os.open(self.mailbox, os.O_WRONLY)
        os.write(mailbox, b"un message\a venu d'ailleurs")
        os.close(mailbox)

    def resize(self, columns, rows):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout):
        """Returns false at the end of the output."""
        if not select.select([self.terminal], [], [], timeout)[0]:
            return True
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.output = (self.output + data)[-4096:]
        return bool(data)

    def wait(self, data, timeout=60):
        end = time.monotonic() + timeout
        while data not in self.output:
            assert time.monotonic() < end and self.read(1), f"{data!r} never came: {self.output[-300:]!r}"

    def send(self, data):
        """Writes all, reading meanwhile: nobody waits for the other."""
        while data:
            readable, writable, _ = select.select([self.terminal], [self.terminal], [], 60)
            if readable:
                self.read(0)
            elif writable:
                data = data[os.write(self.terminal, data[:256]):]

    def finish(self, timeout=300):
        end = time.monotonic() + timeout
        while self.read(1):
            assert time.monotonic() < end, "it did not end"
        _, status = os.waitpid(self.pid, 0)
        os.close(self.terminal)
        os.unlink(self.mailbox)
        return os.waitstatus_to_exitcode(status)

    def lines(self):
        return open(self.file.name, encoding="utf-8").read().splitlines()


def soak(mode, count, seed, pause=0.0, command=()):
    """Sends random keys. Returns how many lines were accepted; raises at the first difference from the model."""
    generator = random.Random(seed)
    model = Model()
    probe = Probe(mode, command)
    probe.wait(b"> ")
    keys = list((vi_keys if mode == "vi" else emacs_keys)(generator, count))
    start = time.monotonic()
    for number, key in enumerate(keys):
        probe.send(key.data)
        key.effect(model)
        if number % 211 == 0:
            probe.mail()
            probe.resize(generator.randrange(20, 120), generator.randrange(5, 50))
        while pause and time.monotonic() < start + number * pause:
            probe.read(max(0, start + number * pause - time.monotonic()))
    if mode == "vi" and model.command:
        probe.send(b"A")
    probe.send(b"\r")
    enter(model)
    probe.send(b"\x04")
    status = probe.finish()
    assert status == 0, f"it ended with {status}; {probe.output[-500:]!r}"
    lines = probe.lines()
    for index, expected in enumerate(model.accepted + ["end "]):
        found = lines[index] if index < len(lines) else None
        assert found == expected, f"{mode}, seed {seed}, line {index}:\n{found!r} instead of\n{expected!r}"
    assert len(lines) == len(model.accepted) + 1
    return len(model.accepted)


if __name__ == "__main__":
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    checked = shutil.which("valgrind") and ["valgrind", "--quiet", "--error-exitcode=99"]
    for mode in ("emacs", "vi"):
        print(f"{mode}, unpaced, {keys} keys: {soak(mode, keys, seed=11)} lines, 0 differences", flush=True)
        print(f"{mode}, 200 a second, {keys} keys: {soak(mode, keys, seed=12, pause=0.005)} lines, 0 differences",
              flush=True)
        if checked:
            print(f"{mode}, valgrind, {keys // 20} keys: {soak(mode, keys // 20, 13, command=checked)} lines, no error",
                  flush=True)
