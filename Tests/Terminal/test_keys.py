"""Keys that mean something to the shell, and what it does about signals and child programs."""
import os
import signal

from screen import Day, Screen
from steno import STENO


def test_tab_and_alt_arrows_at_the_start_change_depth_and_inside_the_text_go_by_word():
    with Day("un") as (screen, folder):
        screen.key("tab")
        screen.until_shown("A ** ›")
        screen.type("deux")
        screen.key("home", "alt-left")
        screen.until_shown("A * › deux")
        screen.key("alt-right")
        screen.until_shown("A ** › deux")
        screen.key("end", "alt-left")
        screen.type("x\x7f")
        screen.until_shown("A ** › deux")
        screen.key("enter")
        screen.until(lambda s: folder.text().endswith("* un\n    ** deux\n"), "the nested bullet")
        screen.key("enter")
        screen.until(lambda s: s.row.endswith("A * ›"), "Enter on an empty line goes up")


def test_alt_arrows_on_an_empty_line_move_the_last_bullet():
    with Day("un", "deux") as (screen, folder):
        screen.key("alt-right")
        screen.until(lambda s: folder.text().endswith("* un\n    ** deux\n"), "the bullet moved in")
        screen.until_shown("A ** ›")
        screen.key("alt-left")
        screen.until(lambda s: folder.text().endswith("* un\n* deux\n"), "the bullet moved out")
        screen.type(":undo\r")
        screen.until(lambda s: folder.text().endswith("* un\n    ** deux\n"), "the move undone")


def test_up_on_an_empty_line_changes_the_last_note_in_place():
    with Day("premier", "segond", "troisième") as (screen, folder):
        screen.key("up")
        screen.until_shown("✎ 3 › troisième")
        screen.key("up")
        screen.until_shown("✎ 2 › segond")
        screen.key("down")
        screen.until_shown("✎ 3 › troisième")
        screen.key("up")
        screen.until_shown("✎ 2 › segond")
        screen.key("home", "right", "right", "delete")
        screen.type("c\r")
        screen.until(lambda s: folder.text().endswith("* premier\n* second\n* troisième\n"), "the note changed in place")
        screen.until_ready()
        screen.key("up", "up")
        screen.until_shown("✎ 2 › second")
        screen.type("\x03")
        screen.until_ready()
        screen.type("quatre\r")
        screen.until(lambda s: folder.text().endswith("* second\n* troisième\n* quatre\n"), "a new note")


def test_control_x_control_e_opens_the_last_note_in_the_editor():
    with Day("premier") as (screen, folder):
        screen.close()
        editor = folder.path / "editor.sh"
        editor.write_text("#!/bin/sh\nstty -a | grep -q ' icanon' && sed -i 's/premier/deuxième/' \"$1\"\n")
        editor.chmod(0o755)
        again = Screen(folder, env={"EDITOR": str(editor), "VISUAL": ""})
        again.until_ready()
        again.type("\x18\x05")
        again.until(lambda s: folder.text().endswith("* deuxième\n"), "what came back from the editor")
        again.type("après\r")
        again.until(lambda s: folder.text().endswith("* après\n"), "the next note")
        again.close()


def test_suspended_and_brought_back_the_line_is_there():
    with Day() as (screen, folder):
        screen.type("à moitié")
        screen.until_row("à moitié")
        screen.type("\x1a")
        # Alone in its session the program may not be stopped by the terminal: then it goes on at once.
        _, status = os.waitpid(screen.pid, os.WUNTRACED | os.WNOHANG)
        if os.WIFSTOPPED(status):
            screen.kill(signal.SIGCONT)
        screen.type(" et fin")
        screen.until_row("à moitié et fin")
        screen.key("enter")
        screen.until(lambda s: folder.text().endswith("* à moitié et fin\n"), "the whole line")


def test_the_terminal_is_given_back_as_it_was():
    import termios
    with Day() as (screen, folder):
        assert not termios.tcgetattr(screen.file)[3] & termios.ICANON
        screen.type(":quit\r")
        screen.until(lambda s: s.output.rstrip().endswith(b"\x1b[?2004l"), "the end of paste mode")
        os.waitpid(screen.pid, 0)
        assert termios.tcgetattr(screen.file)[3] & termios.ICANON


def test_editrc_is_respected():
    with Day() as (screen, folder):
        screen.close()
        (folder.path / ".editrc").write_text("bind -v\nbind ^T ed-move-to-beg\n")
        again = Screen(folder)
        again.until_ready()
        again.type("mot")
        again.until_row("mot")
        again.key("escape")
        again.type("0i")
        again.type("un \r")
        again.until(lambda s: folder.text().endswith("* un mot\n"), "the line edited with vi's keys")
        again.close()


def test_vi_keys_recall_and_search():
    with Day("premier", "second") as (screen, folder):
        screen.close()
        (folder.path / ".editrc").write_text("bind -v\n")
        again = Screen(folder)
        again.until_ready()
        again.type("autre\r")
        again.until(lambda s: folder.text().endswith("* autre\n"), "the note")
        again.until_ready()
        again.key("escape")
        again.type("kk")
        again.until_shown("✎ 2 ‹ second")
        again.type("j")
        again.until_shown("✎ 3 ‹ autre")
        again.type("\x03")
        again.until_ready()
        again.key("escape")
        again.type("/aut")
        again.until(lambda s: s.row.endswith("⌕ aut › autre"), "the line that the search found")
        again.close()


def test_a_crash_gives_the_terminal_back():
    import termios
    for number in [signal.SIGABRT, signal.SIGSEGV, signal.SIGQUIT]:
        # The Swift runtime's backtrace of a debug build takes long, and is not ours.
        with Day(env={"SWIFT_BACKTRACE": "enable=no"}) as (screen, folder):
            screen.type("à moitié")
            screen.until_row("à moitié")
            assert not termios.tcgetattr(screen.file)[3] & termios.ICANON
            start = len(screen.output)
            screen.kill(number)
            _, status = os.waitpid(screen.pid, 0)
            modes = termios.tcgetattr(screen.file)[3]
            assert modes & termios.ICANON and modes & termios.ECHO and modes & termios.ISIG, number
            screen.wait(b"\x1b[?2004l", start)
            if number == signal.SIGQUIT:
                assert os.waitstatus_to_exitcode(status) == 128 + number
                again = Screen(folder)
                again.until_row("à moitié")
                again.close()
            else:
                assert os.WTERMSIG(status) == number, status


def test_control_d_typed_before_the_program_is_up_counts():
    import subprocess
    with Day() as (screen, folder):
        screen.close()
        controller, terminal = os.openpty()
        os.write(controller, b"tap\xc3\xa9 avant\r\x04")
        program = subprocess.Popen(
            [STENO, "-n", str(folder.notebook)], cwd=folder.path, env=folder.env, stdin=terminal, stdout=terminal,
            start_new_session=True)
        assert program.wait(timeout=20) == 0
        assert folder.text().endswith("* tapé avant\n"), folder.text()
        for descriptor in (controller, terminal):
            os.close(descriptor)


def test_the_prompt_fits_a_new_width_at_once():
    with Day(":new 10h00 Un parcours au nom bien long : Titre", columns=40) as (screen, folder):
        screen.type("mot")
        screen.until(lambda s: "…" in s.row and s.row.endswith("› mot"), "a prompt that is cut")
        screen.resize(130, 24)
        screen.until(lambda s: s.row.startswith("10h00 Un parcours au nom bien long * › mot"), "the whole prompt")


def kept(*parts):
    """Types, ends the line, and returns the last note."""
    with Day("un") as (screen, folder):
        for part in parts:
            screen.type(part)
        screen.key("enter")
        screen.until_ready()
        return folder.text().splitlines()[-1]


def test_what_was_taken_away_comes_back():
    assert kept("un deux trois\x17\x1f") == "* un deux trois"
    assert kept("un deux trois\x17\x17\x01\x19,") == "* deux trois,un "
    assert kept("un deux\x17\x01\x0b\x19\x1by") == "* deux"
    assert kept("perdu\x03\x19") == "* perdu"
    assert kept("un deux\x15\x1f\x17\x18\x15") == "* un deux"
    assert kept("avant après\x1bb\x15") == "* après"


def test_the_last_word_of_the_line_before_and_words_exchanged():
    with Day() as (screen, folder):
        screen.type("le mot juste\r")
        screen.until_ready()
        screen.type("encore \x1b.\x1bt\r")
        screen.until(lambda s: folder.text().endswith("* juste encore\n"), "the words exchanged")


def test_a_search_that_finds_nothing_says_so_and_files_nothing():
    with Day("premier") as (screen, folder):
        before = folder.text()
        screen.type("\x12oneq")
        screen.until_shown("failing: oneq")
        screen.key("enter")
        screen.until_shown("no line of the history has")
        assert folder.text() == before
        screen.type("après\r")
        screen.until(lambda s: folder.text().endswith("* premier\n* après\n"), "the next note alone")


def test_a_search_finds_notes_and_commands_and_goes_both_ways():
    with Day() as (screen, folder):
        screen.type("un mot\r:title un titre\r")
        screen.until_shown("titre")
        screen.until_ready()
        screen.type("\x12un")
        screen.until(lambda s: s.row.endswith("⌕ un › :title un titre"), "the command")
        screen.type("\x12")
        screen.until(lambda s: s.row.endswith("⌕ un › un mot"), "the note")
        screen.type("\x13")
        screen.until(lambda s: s.row.endswith("⌕ un › :title un titre"), "the command again")


def test_help_keys_has_words_for_every_key_and_the_readme_has_them():
    import subprocess
    from steno import ROOT, Folder
    with Folder() as folder:
        shown = folder.run([":help keys"]).stdout.decode()
        french = folder.run([":help keys"], env={"LANG": "fr_FR.UTF-8"}).stdout.decode()
    assert len(shown.splitlines()) > 50
    for text in (shown, french):
        # A command without words would stand there by its name.
        assert not [line for line in text.splitlines() if line.endswith(("-left", "-right", "-word"))], text
    table = subprocess.run([STENO, "reference", "--form", "keys"], capture_output=True, text=True).stdout
    assert table.strip() in (ROOT / "README.md").read_text(), "make docs"
    manual = subprocess.run([STENO, "reference", "--form", "manual"], capture_output=True, text=True).stdout
    rows = [line for line in table.splitlines()[2:] if not line.startswith("| **")]
    assert manual.startswith(".SH KEYS\n") and manual.count(".TP\n") == len(rows)


def test_menus_are_gone_through_by_page_and_by_control_n():
    with Day() as (screen, folder):
        screen.type(":\t")
        screen.until(lambda s: "… +" in "".join(s.lines), "a long menu")
        screen.type("\x0e")
        screen.until_row(":by")
        screen.type("\x1b[6~\x10")
        screen.type("\x1b[5~")
        screen.until_row(":by")
        screen.type("\x1b")
        screen.until_row(":")


def test_alt_arrows_move_the_last_bullet():
    with Day(":new 10h00 A", "un", "** un bis", "* deux", "* trois") as (screen, folder):
        screen.key("alt-up")
        screen.until(lambda s: "* trois\n* deux\n" in folder.text(), "one place up")
        screen.key("alt-up")
        screen.until(lambda s: "* trois\n* un\n    ** un bis\n* deux\n" in folder.text(), "with what is below its neighbour")
        screen.key("alt-down")
        screen.until(lambda s: "* un\n    ** un bis\n* trois\n* deux\n" in folder.text(), "and down again")
        screen.type("quatre\r")
        screen.until(lambda s: "* deux\n* quatre\n" in folder.text(), "the next note")
        screen.type(":undo 4\r")
        screen.until(lambda s: "* un\n    ** un bis\n* deux\n* trois\n" in folder.text(), "as it was typed")
