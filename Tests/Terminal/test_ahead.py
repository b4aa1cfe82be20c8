"""Lines that come faster than a disk follows: typed ahead, or pasted in a terminal that does not mark pastes."""
import re
import signal
import threading

from screen import Day
from steno import Folder, Terminal


def test_lines_that_wait_are_taken_in_order_with_what_stands_between_them():
    with Day("premier") as (screen, folder):
        lines = [f"ligne {number} {'é' * (number % 40)}" for number in range(300)]
        lines[50], lines[100], lines[150], lines[200] = "", ":section Suite", ":nwe", "** plus profond"
        threading.Thread(target=screen.type, args=("\r".join(lines) + "\r",), daemon=True).start()
        screen.until(lambda s: folder.text().rstrip().endswith(lines[299]), "the last line")
        notes = [line.lstrip("* ") for line in folder.text().splitlines() if re.match(r" *\*+ ligne", line)]
        expected = [line for line in lines if line.startswith("ligne")]
        assert notes == expected
        assert "=== Suite" in folder.text()
        screen.until_shown("› ")
        screen.type(":undo 3\r")
        screen.until(lambda s: folder.text().rstrip().endswith(lines[296]), "three steps undone")


def test_what_is_seen_to_be_taken_of_many_lines_outlives_a_kill():
    for most in (500, 6000, 20_000):
        with Folder() as folder:
            folder.run([":day Tech Rocks", ":new 9h00 A"])
            [day] = folder.days()
            terminal = Terminal(folder, str(day))
            terminal.wait_prompt()
            text = "".join(f"mot{number}\r" for number in range(2000))
            threading.Thread(target=lambda: type_on(terminal, text), daemon=True).start()
            while len(terminal.output) < most and terminal.read():
                pass
            terminal.kill(signal.SIGKILL)
            try:
                while terminal.read(2):
                    pass
            except (AssertionError, OSError):
                pass
            # A line is taken when a prompt stands below it.
            seen = [int(number) for number in re.findall(rb"mot(\d+)\r+\n(?=[^\n]*\xe2\x80\xba )", terminal.output)]
            assert seen, terminal.output[-300:]
            folder.call("run", "--on", str(day), "-")
            kept = [int(number) for number in re.findall(r"^\* mot(\d+)$", folder.text(), re.M)]
            assert kept == list(range(len(kept))) and len(kept) > max(seen), (max(seen), len(kept))


def type_on(terminal, text):
    try:
        terminal.type(text)
    except OSError:
        pass  # it was killed
