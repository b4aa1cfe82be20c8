"""Runs the steno binary in a folder of its own: from lines, or on a pseudo-terminal."""
import fcntl
import os
import pathlib
import pty
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
STENO = os.environ.get("STENO", str(ROOT / ".build/debug/steno"))
FIXTURES = ROOT / "Tests/Fixtures"
PROMPT = "› ".encode()
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\x01" * 64 + bytes.fromhex("ffd9")


class Skip(Exception):
    """A test that cannot run here, and why."""


class Folder:
    """A notebook, a state folder and a working folder, gone at the end."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="steno-test-"))
        self.notebook = self.path / "notebook"
        self.env = {
            "PATH": os.environ["PATH"], "HOME": str(self.path), "XDG_STATE_HOME": str(self.path / "state"),
            "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "Europe/Paris",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def photo(self, name="photo.jpg"):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(JPEG)
        return path

    def run(self, lines, *arguments, env=None):
        """Runs lines as a file. Returns the finished process, its output as text."""
        script = self.path / "script.steno"
        data = lines if isinstance(lines, bytes) else ("\n".join(lines) + "\n").encode()
        script.write_bytes(data)
        return self.call("run", "-n", str(self.notebook), *arguments, str(script), env=env)

    def call(self, *arguments, stdin=b"", env=None):
        return subprocess.run(
            [STENO, *arguments], cwd=self.path, env={**self.env, **(env or {})}, input=stdin, capture_output=True,
            timeout=120)

    def days(self):
        return sorted(self.notebook.glob("*.adoc"))

    def text(self):
        [day] = self.days()
        return day.read_text()

    def wait_end(self, end, timeout=20):
        """Waits until the day ends so. A prompt says that a line was saved only where no message paints one, too."""
        limit = time.monotonic() + timeout
        while not self.text().endswith(end):
            assert time.monotonic() < limit, self.text()
            time.sleep(0.01)


class Terminal:
    """steno on a pseudo-terminal, wide enough for every message to stay in its row."""

    def __init__(self, folder, *arguments, columns=240, rows=40, env=None):
        self.output = b""
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(folder.path)
            # Before it starts: else it could see another size first.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            command = self.command(folder, arguments)
            os.execve(command[0], command, {**folder.env, **(env or {})})
        self.prompts = 0
        self.status = None

    def command(self, folder, arguments):
        return [STENO, "-n", str(folder.notebook), *arguments]

    def read(self, timeout=20):
        """Reads what comes next. Returns false at the end of the output."""
        ready, _, _ = select.select([self.file], [], [], timeout)
        if not ready:
            raise AssertionError(f"nothing came within {timeout} s; so far: {self.output[-600:]!r}")
        try:
            data = os.read(self.file, 65536)
        except OSError:
            data = b""
        self.output += data
        return bool(data)

    def wait(self, text, start=0):
        """Waits until `text` is in the output after `start`. Returns where it ends."""
        text = text if isinstance(text, bytes) else text.encode()
        while text not in self.output[start:]:
            if not self.read():
                raise AssertionError(f"{text!r} never came; so far: {self.output[-600:]!r}")
        return self.output.index(text, start) + len(text)

    def wait_prompt(self):
        """Waits for the next prompt: one more than at the last call."""
        self.prompts = self.wait(PROMPT, self.prompts)

    def type(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        while data:
            data = data[os.write(self.file, data[:512]):]

    def key_by_key(self, text):
        for character in text:
            self.type(character)

    def line(self, text):
        """Types a line, key by key, and waits for the prompt after it; a message may paint one before: see wait_end."""
        start = len(self.output)
        self.key_by_key(text + "\r")
        self.prompts = max(self.prompts, self.wait(b"\n", start))
        self.wait_prompt()

    def finish(self, timeout=20):
        """Waits for the end. Returns the exit status."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if not self.read(timeout):
                _, self.status = os.waitpid(self.pid, 0)
                os.close(self.file)
                return os.waitstatus_to_exitcode(self.status)
        raise AssertionError("it did not end")

    def kill(self, signal):
        os.kill(self.pid, signal)


def render_warnings(paths):
    """What Asciidoctor warns of each file: one Ruby process for all of them."""
    if not shutil.which("asciidoctor"):
        raise Skip("asciidoctor is not installed")
    done = subprocess.run(
        ["ruby", str(ROOT / "Tests/Oracle/warnings.rb")], input="\n".join(map(str, paths)).encode(),
        capture_output=True, check=True)
    return done.stdout.decode().splitlines()
