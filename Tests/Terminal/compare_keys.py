"""The same keys in Steno, bash, zsh, fish and ipython: the line and the cursor afterwards.

`python3 Tests/Terminal/compare_keys.py [PROGRAM…]` prints a table; what all the others have and Steno has not is named
last, and is why it ends with 1. A program that is not installed is said to be missing, and left out."""
import os
import shutil
import sys
import tempfile
import time

import pyte

from steno import STENO, Folder, Skip, Terminal

ESC = "\x1b"
T = "alpha beta gamma"
# Name, text typed first, keys, the line after them, the cursor's column in it (None: any).
KEYS = [
    ("Ctrl-A", T, "\x01", T, 0), ("Ctrl-E", T, "\x01\x05", T, 16), ("Ctrl-B", T, "\x02", T, 15),
    ("Ctrl-F", T, "\x01\x06", T, 1), ("Alt-B", T, "\x1bb", T, 11), ("Alt-F", T, "\x01\x1bf", T, None),
    ("Ctrl-D", T, "\x01\x04", T[1:], 0), ("Ctrl-H", T, "\x08", T[:-1], 15), ("Backspace", T, "\x7f", T[:-1], 15),
    ("Ctrl-K", T, "\x01\x1bf\x0b", "alpha", 5), ("Ctrl-U at the end", T, "\x15", "", 0),
    ("Ctrl-U inside", T, "\x1bb\x15", "gamma", 0), ("Ctrl-W", "a b/c-d", "\x17", "a", 2),
    ("Alt-Backspace", "a b/c-d", "\x1b\x7f", "a b/c-", 6), ("Alt-Ctrl-H", "a b/c-d", "\x1b\x08", "a b/c-", 6),
    ("Alt-D", T, "\x01\x1bd", " beta gamma", 0), ("Ctrl-Y", T, "\x17\x01\x19", "gammaalpha beta", 5),
    ("Ctrl-W twice, Ctrl-Y", T, "\x17\x17\x19", T, 16), ("Ctrl-Y, Alt-Y", T, "\x17\x01\x0b\x19\x1by", "gamma", 5),
    ("Ctrl-T at the end", "ab", "\x14", "ba", 2), ("Ctrl-T inside", "abcd", "\x02\x02\x14", "acbd", 3),
    ("Alt-T", "one two", "\x1bt", "two one", 7), ("Alt-U", T, "\x01\x1bu", "ALPHA beta gamma", None),
    ("Alt-L", "ALPHA b", "\x01\x1bl", "alpha b", None), ("Alt-C", T, "\x01\x1bc", "Alpha beta gamma", None),
    ("Alt-U on é", "été b", "\x01\x1bu", "ÉTÉ b", None), ("Ctrl-_", T, "\x17\x1f", T, 16),
    ("Ctrl-X Ctrl-U", T, "\x17\x18\x15", T, 16), ("redo by Alt-/", T, "\x17\x1f\x1b/", "alpha beta", None),
    ("Ctrl-V Tab", "ab", "\x16\tc", "ab      c", None), ("Alt-3 x", "a", "\x1b3x", "axxx", 4),
    ("Alt-2 Ctrl-B", T, "\x1b2\x02", T, 14), ("Alt-2 Alt-B", T, "\x1b2\x1bb", T, 6),
    ("Alt-R", T, "\x17\x1br", None, None), ("Alt-\\", "a    b", "\x02\x02\x1b\\", "ab", None),
    ("Alt-Space", "a    b", "\x02\x02\x1b ", "a b", None), ("Ctrl-] d", "abcde", "\x01\x1dd", "abcde", 3),
    ("Ctrl-X Ctrl-X", T, "\x00\x01\x18\x18", T, 16),
    ("← as CSI", T, "\x1b[D", T, 15), ("← as SS3", T, "\x1bOD", T, 15), ("Home CSI H", T, "\x1b[H", T, 0),
    ("Home SS3 H", T, "\x1bOH", T, 0), ("Home CSI 1~", T, "\x1b[1~", T, 0), ("Home CSI 7~", T, "\x1b[7~", T, 0),
    ("End CSI F", T, "\x01\x1b[F", T, 16), ("End CSI 4~", T, "\x01\x1b[4~", T, 16), ("End CSI 8~", T, "\x01\x1b[8~", T, 16),
    ("Delete", T, "\x01\x1b[3~", T[1:], 0), ("Ctrl-←", T, "\x1b[1;5D", T, 11), ("Ctrl-← of rxvt", T, "\x1bOd", T, 11),
    ("Ctrl-→", T, "\x01\x1b[1;5C", T, None), ("Alt-←", T, "\x1b[1;3D", T, 11), ("Alt-← of rxvt", T, "\x1b\x1b[D", T, 11),
    ("Shift-←", T, "\x1b[1;2D", T, 15), ("Ctrl-← with NumLock", T, "\x1b[1;133D", T, 11),
    ("Ctrl-Delete", T, "\x01\x1b[3;5~", None, 0), ("Ctrl-Home", T, "\x1b[1;5H", T, 0),
    ("Ctrl-A of kitty", T, "\x1b[97;5u", T, 0), ("a of kitty", T, "\x1b[97u", T + "a", 17),
    ("Ctrl-A of modifyOtherKeys", T, "\x1b[27;5;97~", T, 0), ("Space of modifyOtherKeys", T, "\x1b[27;2;32~x", T + " x", 18),
    ("F1 does nothing", T, "\x1bOP", T, 16), ("F5 does nothing", T, "\x1b[15~", T, 16),
    ("focus does nothing", T, "\x1b[I", T, 16), ("a cursor report does nothing", T, "\x1b[12;40R", T, 16),
    ("a colour report does nothing", T, "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", T, 16),
    ("a version report does nothing", T, "\x1bP>|kitty(0.35)\x1b\\", T, 16), ("an X10 mouse report", T, "\x1b[M !!", T, 16),
    ("keypad +", T, "\x1bOk", T + "+", 17), ("Escape, then a key", T, ("\x1b", 0.8, "x"), T + "x", 17),
    ("ESC, 120 ms, [D", T, ("\x1b", 0.12, "[D"), T, 15), ("ESC, 300 ms, b", T, ("\x1b", 0.3, "b"), T, 11),
    ("Ctrl-P", "", "\x10", "HISTORY", None), ("↑", "", "\x1b[A", "HISTORY", None),
    ("↑ finds what begins so", "one t", "\x1b[A", "HISTORY", None), ("Ctrl-R", "", "\x12two thr\x1b[C", "HISTORY", None),
    ("Alt-.", "x ", "\x1b.", "x three", 7), ("Alt-_", "x ", ("\x1b_", 0.6), "x three", 7), ("Alt-<", "", "\x1b<", None, None),
]
HISTORY = "one two three"


class Prompt:
    """A program on a pseudo-terminal, with a prompt that ends with `P> ` or `› `."""

    def __init__(self, program, arguments, environment, history, sign="P> "):
        self.folder = Folder()
        self.sign = sign
        arguments = [argument.replace("HOME", str(self.folder.path)) for argument in arguments]
        self.terminal = Program(self.folder, program, arguments, {**environment, "HOME": str(self.folder.path)})
        self.screen = pyte.Screen(100, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.fed = 0
        self.wait()
        for line in history:
            self.type(line + "\r")

    def type(self, text):
        self.terminal.type(text)
        self.wait()

    def wait(self, quiet=0.15, most=5.0):
        """Until a prompt is there, and nothing has come for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            try:
                self.terminal.read(quiet)
            except AssertionError:
                if self.sign.strip() in self.screen.display[self.screen.cursor.y]:
                    return
            self.stream.feed(self.terminal.output[self.fed:])
            self.fed = len(self.terminal.output)

    def after(self, text, keys):
        """The line and the cursor's column after the keys, and a new prompt."""
        if text:
            self.type(text)
        for part in keys if isinstance(keys, tuple) else (keys,):
            if isinstance(part, float):
                time.sleep(part)
            else:
                self.terminal.type(part)
        self.wait()
        row = self.screen.display[self.screen.cursor.y]
        start = row.find(self.sign) + len(self.sign)
        line, column = row[start:].rstrip(), self.screen.cursor.x - start
        self.type("\x07")
        self.type("\x03")
        return line, column


class Program(Terminal):
    def __init__(self, folder, program, arguments, environment):
        self.program = program
        super().__init__(folder, *arguments, columns=100, rows=24, env=environment)

    def command(self, folder, arguments):
        return [self.program, *arguments]


def steno():
    folder_day = ["-n", "HOME/notebook"]
    prompt = Prompt(STENO, folder_day, {}, ["Event", ":new P", HISTORY], sign="› ")
    prompt.prefix = ""
    return prompt


def shell(program, arguments, environment=(), first=()):
    def start():
        path = shutil.which(program)
        if not path:
            raise Skip(f"{program} is not installed")
        prompt = Prompt(path, arguments, dict(environment), [*first, ": " + HISTORY])
        prompt.prefix = ": "
        return prompt
    return start


IPYTHON = ("c.TerminalInteractiveShell.confirm_exit = False\nfrom IPython.terminal.prompts import Prompts, Token\n"
           "class P(Prompts):\n    def in_prompt_tokens(self): return [(Token.Prompt, 'P> ')]\n"
           "c.TerminalInteractiveShell.prompts_class = P\nc.TerminalInteractiveShell.autosuggestions_provider = None\n")


def ipython():
    path = shutil.which("ipython3") or shutil.which("ipython")
    if not path:
        raise Skip("ipython is not installed")
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as config:
        config.write(IPYTHON)
    prompt = Prompt(path, ["--no-banner", "--no-autoindent", "--config", config.name],
                    {"IPYTHONDIR": tempfile.mkdtemp(), "TERM": "xterm-256color"}, [f"'{HISTORY}'"])
    os.unlink(config.name)
    prompt.prefix = "'"
    return prompt


PROGRAMS = {
    "steno": steno,
    "bash": shell("bash", ["--norc", "--noprofile", "-i"], [("PS1", "P> "), ("HISTFILE", "")]),
    "zsh": shell("zsh", ["-f", "-i"], [("PS1", "P> ")], ["bindkey -e; unsetopt PROMPT_SP; HISTSIZE=100"]),
    "fish": shell("fish", ["--no-config", "-i", "-C", "function fish_prompt; echo -n 'P> '; end; set fish_greeting"],
                  [("fish_autosuggestion_enabled", "0")]),
    "ipython": ipython,
}


def is_right(prompt, found, line, column):
    text, cursor = found
    if line == "HISTORY":
        return HISTORY in text
    if "  " in (line or ""):
        # How many columns a tab takes is the prompt's matter.
        text, line = " ".join(text.split()), " ".join(line.split())
    return (line is None or text == line.rstrip()) and (column is None or cursor == column)


def compare(programs):
    """For each key, what each program made of it; "ok" where that is what was to be."""
    results = {}
    for name in programs:
        try:
            prompt = PROGRAMS[name]()
        except Skip as reason:
            print(f"{name}: {reason}", file=sys.stderr)
            continue
        for key, text, keys, line, column in KEYS:
            found = prompt.after(text, keys)
            results.setdefault(key, {})[name] = "ok" if is_right(prompt, found, line, column) else f"{found[0]!r}@{found[1]}"
    return results


def main(programs):
    results = compare(programs)
    names = [name for name in programs if name in next(iter(results.values()))]
    print(f"{'key':32}" + "".join(f"{name:10}" for name in names))
    for key, row in results.items():
        print(f"{key:32}" + "".join(f"{'ok' if row[name] == 'ok' else '-':10}" for name in names)
              + ("" if row.get("steno", "ok") == "ok" else "steno: " + row["steno"]))
    print(f"{'':32}" + "".join(f"{sum(row[name] == 'ok' for row in results.values()):<10}" for name in names)
          + f"of {len(results)}")
    others = [name for name in names if name != "steno"]
    missing = [key for key, row in results.items()
               if "steno" in names and row["steno"] != "ok" and all(row[name] == "ok" for name in others)]
    print("all others have, steno has not: " + (", ".join(missing) or "nothing"))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(PROGRAMS)))
