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


def test_moving_says_what_is_after_the_cursor_and_typing_is_echoed_there():
    def test(terminal, folder):
        start = terminal.prompts
        terminal.key_by_key("le monde")
        terminal.wait("le monde", start)
        terminal.type("\x1bb")
        moved = terminal.wait("…monde\r\r\n09h00 A * › le ", start)
        terminal.key_by_key("beau ")
        typed = terminal.wait("beau ", moved)
        # Nothing else was said than what was typed.
        assert terminal.output[moved:typed].decode() == "beau ", terminal.output[moved:]
        terminal.type("\r")
        terminal.wait("\n09h00 A * › le beau monde\r\r\n", typed)
        terminal.type("\x04")
        assert terminal.finish() == 0
        assert folder.text().endswith("* le beau monde\n"), folder.text()
    each(test)


def test_candidates_are_listed_and_the_chosen_one_is_said():
    def test(terminal, folder):
        start = terminal.prompts
        terminal.type(":ab\t")
        listed = terminal.wait("\r\n:abbr   a short word", start)
        listed = terminal.wait("\r\n:abstract   the abstract", listed)
        listed = terminal.wait("\n09h00 A * › :ab", listed)
        terminal.type("\t")
        listed = terminal.wait("br ", listed)
        terminal.type("\t")
        terminal.wait("\n09h00 A * › :abstract ", listed)
        terminal.type("\x03\x04")
        assert terminal.finish() == 0
    each(test)
