"""steno on a terminal whose screen can be read: a pseudo-terminal with pyte after it."""
import fcntl
import os
import re
import signal
import struct
import termios
import time

from steno import Folder, Skip, Terminal

try:
    import pyte
except ImportError:
    pyte = None

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "delete": "\x1b[3~", "tab": "\t", "backtab": "\x1b[Z", "enter": "\r", "backspace": "\x7f", "escape": "\x1b",
    "alt-right": "\x1b[1;3C", "alt-left": "\x1b[1;3D", "alt-up": "\x1b[1;3A", "alt-down": "\x1b[1;3B",
}


class Screen(Terminal):
    """Every wait is for what the screen shows."""

    def __init__(self, folder, *arguments, columns=80, rows=24, env=None):
        if pyte is None:
            raise Skip("python3-pyte is not installed")
        self.columns, self.rows = columns, rows
        self.grid = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.grid)
        self.fed = 0
        # Lines that were ended since the last `until_ready`, and where the output was before them.
        self.ended, self.mark = 0, 0
        super().__init__(folder, *arguments, columns=columns, rows=rows, env=env)

    def read(self, timeout=20):
        alive = super().read(timeout)
        self.stream.feed(self.output[self.fed:])
        self.fed = len(self.output)
        return alive

    @property
    def lines(self):
        # A wide character takes two cells, the second of them empty.
        return [line.rstrip() for line in self.grid.display]

    @property
    def row(self):
        """The row where the cursor is, without what stands at its right margin."""
        return re.sub(r" {3,}\S.*$", "", self.lines[self.grid.cursor.y])

    def type(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        self.ended += len(re.findall(rb"[\r\x03]", re.sub(rb"\x1b\[200~.*?\x1b\[201~", b"", data, flags=re.S)))
        super().type(data)

    def key(self, *names):
        self.type("".join(KEYS[name] for name in names))

    def until(self, condition, what="", timeout=20):
        """Reads until `condition` holds for this screen."""
        end = time.monotonic() + timeout
        while not condition(self):
            if time.monotonic() > end:
                raise AssertionError(f"never on the screen: {what}\n" + self.picture())
            try:
                goes_on = self.read(timeout=2)
            except AssertionError:
                # Nothing came for a while: the machine may be busy, or the condition is about a file.
                continue
            if not goes_on:
                raise AssertionError(f"it ended before this was on the screen: {what}\n" + self.picture())

    def until_row(self, text):
        """Waits until the cursor's row is `text` after the prompt."""
        self.until(lambda screen: screen.row.split("› ", 1)[-1].rstrip() == text and "›" in screen.row, repr(text))

    def until_shown(self, text):
        self.until(lambda screen: any(text in line for line in screen.lines), repr(text))

    def until_ready(self, slot="› "):
        """Waits for an empty prompt in the cursor's row, after every line that was ended: each left a row below it.

        The prompt alone says nothing: before the first typed key is echoed, it is empty, too.
        """
        self.until(
            lambda screen: screen.output.count(b"\n", screen.mark) >= screen.ended
            and screen.row.rstrip().endswith("›") and slot.strip() in screen.row
            and screen.grid.cursor.x == len(screen.row.rstrip()) + 1, "an empty prompt")
        self.ended, self.mark = 0, len(self.output)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.grid.resize(rows, columns)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def close(self):
        """Ends the program whatever it does."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.file)
        except (ProcessLookupError, ChildProcessError, OSError):
            pass  # a test has waited for its end already

    def picture(self):
        cursor = self.grid.cursor
        return "\n".join(f"|{line}" for line in self.lines if line) + f"\ncursor {cursor.y},{cursor.x}"

    def style(self, text):
        """The cell in which `text` begins, on the lowest row that has it."""
        for y in reversed(range(self.rows)):
            line = "".join(self.grid.buffer[y][x].data or " " for x in range(self.columns))
            if text in line:
                return self.grid.buffer[y][line.index(text)]
        raise AssertionError(f"not on the screen: {text!r}\n" + self.picture())


class Day:
    """A notebook with a day that is open on a screen, in the slot `9h00 A`."""

    def __init__(self, *lines, columns=80, rows=24, env=None):
        self.folder = Folder()
        done = self.folder.run([":day Tech Rocks", ":new 9h00 A", *lines])
        assert done.returncode == 0, done.stderr.decode()
        self.screen = Screen(self.folder, columns=columns, rows=rows, env=env)
        self.screen.until_ready()

    def __enter__(self):
        return self.screen, self.folder

    def __exit__(self, *_):
        self.screen.close()
        self.folder.__exit__()
