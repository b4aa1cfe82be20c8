"""What typing becomes: abbreviations, names by their initial, pastes."""
from screen import Day


def test_an_abbreviation_is_spelled_out_at_the_blank():
    with Day(":abbr sn souveraineté numérique") as (screen, folder):
        screen.type("la sn")
        screen.until_row("la sn")
        screen.type(" compte")
        screen.until_row("la souveraineté numérique compte")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("* la souveraineté numérique compte\n")
        assert (folder.notebook / ".steno/abbreviations").read_text() == "sn souveraineté numérique\n"


def test_a_speaker_is_named_by_the_initial():
    with Day(":by Yann Lechelle (Scaleway), Jérôme Trédan") as (screen, folder):
        screen.type("y: oui\r")
        screen.until_ready()
        screen.type("** j: non\r")
        screen.until(lambda s: "non" in folder.text(), "the second bullet in the file")
        assert folder.text().endswith("* Yann : oui\n    ** Jérôme : non\n")


def test_a_paste_is_bullets_one_summary_and_one_undo():
    with Day("avant") as (screen, folder):
        before = folder.text()
        screen.type("\x1b[200~Sujets\u00a0:\r• un\r    ◦ deux\u200b\r• trois\x1b[201~")
        screen.until_shown("4 bullets pasted; :undo takes them all back")
        assert folder.text() == before + "* Sujets\u00a0:\n    ** un\n        *** deux\n    ** trois\n"
        screen.until_ready()
        screen.type(":undo\r")
        screen.until(lambda s: folder.text() == before, "the file as it was")


def test_one_pasted_line_is_text_of_the_line():
    with Day() as (screen, folder):
        screen.type("dit ")
        screen.type("\x1b[200~\u00abun\u00a0mot\u00bb\u200b\r\n\x1b[201~")
        screen.until_row("dit «un mot»")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("* dit «un mot»\n")


def test_a_paste_before_the_prompt_is_whole():
    with Day() as (screen, folder):
        # Typed ahead of the command that it follows, in one write.
        screen.type(":abstract\r\x1b[200~un\r\rdeux\x1b[201~suite\r")
        screen.until(lambda s: "* suite" in folder.text(), "the bullet behind the abstract")
        assert ".Abstract\n----\nun\n\ndeux\n----\n" in folder.text(), folder.text()


def test_enter_spells_an_abbreviation_out_too():
    with Day(":abbr sn souveraineté numérique") as (screen, folder):
        screen.type("la sn\r")
        screen.until_shown("› la souveraineté numérique")
        screen.until(lambda s: folder.text().endswith("* la souveraineté numérique\n"), "the bullet spelled out")


def test_backspace_after_an_expansion_gives_back_what_was_typed():
    with Day(":abbr sn souveraineté numérique", ":by Yann Lechelle") as (screen, folder):
        screen.type("la sn ")
        screen.until_row("la souveraineté numérique")
        screen.key("backspace")
        screen.until_row("la sn")
        screen.type("et sn")
        screen.key("backspace", "backspace")
        screen.type("sn ")
        screen.until_row("la sn et souveraineté numérique")
        screen.key("backspace", "backspace", "enter")
        screen.until(lambda s: folder.text().endswith("* la sn et sn\n"), "Enter behind Backspace changes nothing")
        screen.until_ready()
        screen.type("y: ")
        screen.until_row("Yann :")
        screen.key("backspace")
        screen.until_row("y:")
