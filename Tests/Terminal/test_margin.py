"""What stands at the right margin, and what is said above the line."""
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
        assert "* [x] vérifier les 75%" in folder.text() and "* [ ] demander" in folder.text(), folder.text()
        screen.type(":undo\r")
        screen.until(lambda s: "* [ ] vérifier" in folder.text(), "the box empty again")
