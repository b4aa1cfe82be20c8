"""Real terminals under Xvfb: a wrapped line of emoji is edited while the window changes its width, 50 times each.

`python3 Tests/Terminal/real.py [xterm|urxvt|kitty …]`. The notes above must stay, and the line must be what was typed."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

from steno import STENO, Folder, Skip

HERE = pathlib.Path(__file__).resolve().parent


class RealTerminal:
    def __init__(self, name, folder, display):
        if not shutil.which(name):
            raise Skip(f"{name} is not installed")
        self.fifo = folder.path / "orders"
        self.printed = folder.path / "printed"
        os.mkfifo(self.fifo)
        command = ["/usr/bin/python3", str(HERE / "inner.py"), str(self.fifo), STENO, "-n", str(folder.notebook)]
        printer = f"cat > {self.printed}.new; mv {self.printed}.new {self.printed}"
        arguments = {
            "xterm": ["-u8", "-geometry", "80x24", "-xrm", f"*printerCommand: sh -c '{printer}'", "-xrm",
                      "*allowWindowOps: true", "-xrm", "*printAttributes: 0", "-e", *command],
            "urxvt": ["-geometry", "80x24", "-print-pipe", f"sh -c '{printer}'", "-e", *command],
        }[name]
        environment = {**folder.env, "DISPLAY": display}
        del environment["TERM"]
        self.process = subprocess.Popen([name, *arguments], env=environment)
        self.orders = os.open(self.fifo, os.O_RDWR)

    def order(self, text):
        os.write(self.orders, (text + "\n").encode())

    def type(self, text):
        self.order("type " + text.encode().hex())

    def lines(self):
        self.printed.unlink(missing_ok=True)
        self.order("print")
        end = time.monotonic() + 2
        while not self.printed.exists() and time.monotonic() < end:
            time.sleep(0.01)
        if not self.printed.exists():
            return []
        # xterm prints the second cell of a wide character as U+FFFF.
        text = self.printed.read_text(errors="replace").replace("\uffff", "").replace("\f", "")
        return [line.rstrip() for line in text.split("\n")]

    def until(self, condition, seconds=5):
        """Returns the lines, whether they came to be as wanted or not."""
        end = time.monotonic() + seconds
        while True:
            lines = self.lines()
            if condition(lines) or time.monotonic() > end:
                return lines
            time.sleep(0.03)

    def close(self):
        self.process.kill()
        self.process.wait()


class Kitty(RealTerminal):
    """kitty is asked over its own socket; its pictures are drawn in software."""

    def __init__(self, name, folder, display):
        if not shutil.which(name):
            raise Skip(f"{name} is not installed")
        self.socket = f"unix:{folder.path}/kitty"
        environment = {**folder.env, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.process = subprocess.Popen(
            [name, "--config", "NONE", "--listen-on", self.socket, "-o", "allow_remote_control=yes", "-o",
             "remember_window_size=no", "-o", "initial_window_width=80c", "-o", "initial_window_height=24c", STENO, "-n",
             str(folder.notebook)], env=environment, stderr=subprocess.DEVNULL)

    def ask(self, *arguments, data=b""):
        return subprocess.run(["kitty", "@", "--to", self.socket, *arguments], input=data, capture_output=True).stdout

    def order(self, text):
        _, columns, rows = text.split(" ")
        self.ask("resize-os-window", "--width", columns, "--height", rows, "--unit", "cells")

    def type(self, text):
        self.ask("send-text", "--stdin", data=text.encode())

    def lines(self):
        return [line.rstrip() for line in self.ask("get-text").decode().rstrip("\n").split("\n")]


def resizes(name, display, count=50):
    """Returns after how many of the resizes the screen was as it should be."""
    generator = random.Random(5)
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A"])
        terminal = (Kitty if name == "kitty" else RealTerminal)(name, folder, display)
        terminal.until(lambda lines: any("A * ›" in line for line in lines), 20)
        notes = [f"note numéro {number}" for number in range(4)]
        terminal.type("".join(note + "\r" for note in notes))
        terminal.until(lambda lines: any("numéro 3" in line for line in lines))
        text, right = "", 0
        for _ in range(count):
            unit = generator.choice(["mot ", "é", "🍸", "日本 ", "abc "])
            text += unit
            terminal.type(unit)
            time.sleep(0.05)
            terminal.order(f"size {generator.randrange(40, 110)} 24")
            wanted = "›" + "".join(text.split())

            def shown(lines):
                flat = "".join("".join(lines).split())
                return flat.endswith(wanted) and all("".join(note.split()) in flat for note in notes)

            lines = terminal.until(shown)
            right += shown(lines)
            if not shown(lines) and os.environ.get("SHOW"):
                print(text, *lines, sep="\n|")
        terminal.close()
        return right


def main(names):
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is not installed")
    display = f":{os.getpid() % 1000 + 100}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    failed = False
    try:
        for name in names or ["xterm", "urxvt", "kitty"]:
            try:
                right = resizes(name, display)
                print(f"{name}: {right} of 50 screens right", flush=True)
                failed = failed or right < 50
            except Skip as reason:
                print(reason)
    finally:
        server.kill()
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
