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
        screen.resize(100, 24)
        screen.until(lambda s: s.row.startswith("10h00 Un parcours au nom bien long * › mot"), "the whole prompt")
