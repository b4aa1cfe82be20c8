"""Linear output: `--plain` for screen readers, and dumb terminals."""
from steno import Folder, Terminal

PLAIN = [(["--plain"], {}), ([], {"TERM": "dumb"})]


def each(test):
    for arguments, env in PLAIN:
        with Folder() as folder:
            assert folder.run([":day Tech Rocks", ":new 9h00 A"]).returncode == 0
            terminal = Terminal(folder, *arguments, env=env)
            terminal.wait_prompt()
            test(terminal, folder)


def test_a_long_line_is_whole_where_a_cooked_terminal_would_cut_it():
    def test(terminal, folder):
        terminal.type("x" * 5003 + "\r")
        terminal.type("fin\r\x04")
        assert terminal.finish() == 0
        written = [len(line) for line in folder.text().splitlines() if line.startswith("* ")]
        assert written == [5005, 5], written
    each(test)


def test_no_sequence_is_sent_but_the_one_that_asks_for_marked_pastes():
    def test(terminal, folder):
        terminal.type("Noël à l'été\x7f\x7f\x7fhiver\x01Oui : \r:slots\r\x04")
        assert terminal.finish() == 0
        rest = terminal.output.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")
        assert b"\x1b" not in rest, rest
        assert folder.text().endswith("* Oui : Noël à l'hiver\n"), folder.text()
    each(test)


def test_a_dumb_terminal_gets_no_sequence_at_all():
    with Folder() as folder:
        assert folder.run([":day Tech Rocks"]).returncode == 0
        terminal = Terminal(folder, env={"TERM": "dumb"})
        terminal.wait_prompt()
        terminal.type("un\r\x04")
        assert terminal.finish() == 0
        assert b"\x1b" not in terminal.output, terminal.output


def test_what_is_typed_is_echoed_once():
    def test(terminal, folder):
        start = terminal.prompts
        terminal.key_by_key("bonjour")
        terminal.wait("bonjour", start)
        terminal.type("\x7f\x7f")
        terminal.wait("\b \b\b \b", start)
        terminal.type("\r\x04")
        assert terminal.finish() == 0
        assert terminal.output[start:].count(b"bonjou") == 1, terminal.output
        assert folder.text().endswith("* bonjo\n")
    each(test)
