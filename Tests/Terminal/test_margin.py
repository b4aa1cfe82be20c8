"""What stands at the right margin, and what is said above the line."""
import resource

from screen import Day


def test_the_title_is_at_the_right_margin_while_there_is_room():
    with Day(":new 10h00 Salle 2 : Le titre", columns=60) as (screen, folder):
        def at_margin(s):
            return s.lines[s.grid.cursor.y].rstrip().endswith("Le titre")

        screen.until(at_margin, "the title at the margin")
        screen.type("une ligne longue qui prend la place")
        screen.until_row("une ligne longue qui prend la place")
        assert not at_margin(screen), screen.lines
        screen.type("\x15")
        screen.until(at_margin, "the title again")
        screen.type("note\r")
        screen.until(lambda s: any(line.endswith("note") for line in s.lines), "the note alone")


def test_bytes_that_are_no_utf8_are_replaced_and_said():
    with Day(":new 10h00 A") as (screen, folder):
        screen.type(b"caf\xe9 \xff fin")
        screen.until_shown("not UTF-8")
        screen.type("\r")
        screen.until(lambda s: "fin" in folder.text(), "the note")
        assert "* caf\ufffd \ufffd fin" in folder.text(), folder.text()
        assert sum("not UTF-8" in line for line in screen.lines) == 1


def test_a_follow_up_is_completed_and_ticked():
    with Day(":new 10h00 A", ":todo vérifier les 75%", ":todo demander à Yann") as (screen, folder):
        screen.type(":done verif")
        screen.key("tab")
        screen.until_shown(":done vérifier les 75%")
        screen.type("\r")
        screen.until_shown("checked: vérifier les 75%")
        assert "* ☑ vérifier les 75%" in folder.text() and "* ☐ demander" in folder.text(), folder.text()
        screen.type(":undo\r")
        screen.until(lambda s: "* ☐ vérifier" in folder.text(), "the box empty again")


def test_messages_are_broken_at_blanks_and_a_narrow_prompt_keeps_its_slot():
    with Day(":new 00h00-23h59 Souveraineté", columns=32, rows=60) as (screen, folder):
        # The day is today's: the minutes left have no room here.
        screen.until_ready("00h0")
        screen.type(":help undo\r")
        screen.until_shown("  take back the last line, or")
        screen.until_shown("  the last N")


def test_what_the_disk_refuses_stays_on_the_line_and_enter_tries_again():
    with Day("un") as (screen, folder):
        _, hard = resource.prlimit(screen.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(screen.pid, resource.RLIMIT_FSIZE, (0, hard))
        screen.type("refusé\r")
        screen.until_shown("not saved: the line stays here")
        screen.until_row("refusé")
        resource.prlimit(screen.pid, resource.RLIMIT_FSIZE, (hard, hard))
        screen.key("enter")
        screen.until(lambda s: folder.text().endswith("* un\n* refusé\n"), "the line once")
