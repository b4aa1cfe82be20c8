"""What the screen shows is the line: outside stops, marks of prompts, vi's cursor, long names, real terminals."""
import os
import random
import shutil
import signal
import subprocess
import time

from screen import Day, Screen
from steno import STENO, Folder, Skip


def test_stopped_from_outside_and_continued_the_line_is_painted():
    with Day() as (screen, folder):
        screen.type("à moitié")
        screen.until_row("à moitié")
        screen.kill(signal.SIGSTOP)
        os.waitpid(screen.pid, os.WUNTRACED)
        # What the shell writes meanwhile.
        screen.output += b"\r\n[1]+  Stopped\r\n"
        screen.stream.feed(b"\r\n[1]+  Stopped\r\n")
        screen.fed = len(screen.output)
        screen.kill(signal.SIGCONT)
        screen.until(lambda s: s.row.endswith("à moitié") and "Stopped" in s.lines[s.grid.cursor.y - 1], "the line below")


def test_a_long_name_leaves_room_to_type():
    with Day(":new 10h00 " + "long " * 20 + ": T", columns=80) as (screen, folder):
        assert screen.grid.cursor.x <= 30, screen.picture()


def test_prompts_are_marked_where_the_terminal_takes_it():
    for name, marked in (("xterm-256color", True), ("linux", False)):
        with Day(env={"TERM": name}) as (screen, folder):
            screen.type("un\r")
            screen.until_ready()
            assert (b"\x1b]133;A" in screen.output) == marked, name
            assert (b"\x1b]133;C" in screen.output) == marked, name


def test_vi_mode_shows_by_sign_and_cursor_what_keys_do():
    with Day() as (screen, folder):
        screen.close()
        (folder.path / ".editrc").write_text("bind -v\n")
        again = Screen(folder)
        again.until_ready()
        again.type("mot\x1b")
        again.until(lambda s: s.row.endswith("‹ mot") and b"\x1b[2 q" in s.output, "the sign of command mode")
        assert b"\x1b[6 q" in again.output
        again.type("A\r:q\r")
        again.until(lambda s: b"\x1b[0 q" in s.output, "the cursor given back")
        again.close()


class Tmux:
    """steno in a tmux of its own."""

    def __init__(self, folder, columns, rows):
        if not shutil.which("tmux"):
            raise Skip("tmux is not installed")
        self.socket = str(folder.path / "tmux")
        self.environment = {**folder.env, "TERM": "xterm-256color"}
        self.run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                 STENO, "-n", str(folder.notebook))
        self.run("set", "-g", "window-size", "manual")

    def run(self, *arguments):
        return subprocess.run(["tmux", "-u", "-S", self.socket, *arguments], env=self.environment, capture_output=True,
                              check=True).stdout.decode()

    def type(self, text):
        self.run("send-keys", "-l", text)

    def lines(self):
        # Wrapped rows as one line.
        return self.run("capture-pane", "-p", "-J").rstrip("\n").split("\n")

    def until(self, condition, what):
        end = time.monotonic() + 20
        while not condition(self.lines()):
            assert time.monotonic() < end, f"{what}:\n" + "\n".join(self.lines())
            time.sleep(0.02)

    def close(self):
        self.run("kill-server")


def test_fifty_resizes_in_tmux_while_a_line_of_emoji_is_edited():
    generator = random.Random(3)
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", *[f"note {number}" for number in range(3)]])
        tmux = Tmux(folder, 80, 24)
        tmux.until(lambda lines: any("A * ›" in line for line in lines), "the prompt")
        tmux.type("x\r:slots\r")
        text = ""
        for number in range(50):
            unit = generator.choice(["mot ", "é", "🍸", "日本 ", "abc "])
            text += unit
            tmux.type(unit)
            tmux.run("resize-window", "-x", str(generator.randrange(30, 110)), "-y", "24")
            wanted = "".join(text.split())
            tmux.until(lambda lines: "".join("".join(lines).split()).endswith("›" + wanted), f"{number}: {text}")
        shown = tmux.lines()
        assert any(line.startswith("1  9h00") or "A" in line for line in shown), shown
        tmux.close()
