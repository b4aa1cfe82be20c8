"""Completion, hints, colour, history and search."""
import os
import stat

from screen import Day, Screen


def test_a_command_is_completed_from_a_menu_with_descriptions():
    with Day() as (screen, folder):
        screen.type(":und")
        screen.key("tab")
        screen.until_row(":undo [N]")
        screen.type("\x15:e")
        screen.key("tab")
        screen.until_shown(":export")
        screen.until_shown("correct the last note")
        screen.key("tab")
        screen.until(lambda s: s.style(":end ").reverse, "the first candidate chosen")
        screen.key("backtab", "escape")
        screen.until_row(":end set when the slot ends")
        assert not any(":export   " in line for line in screen.lines)
        screen.type("\x03:q\r")
        assert screen.finish() == 0


def test_slots_speakers_and_words():
    with Day(":new 10h00 MongoDB : Le document", ":by Rayed Benbrahim (MongoDB)", "la souveraineté numérique") as (
            screen, folder):
        screen.type(":go doc")
        screen.key("tab")
        screen.until_row(":go 10h00 - MongoDB : Le document")
        screen.type("\x15@ra")
        screen.key("tab")
        screen.until_row("@Rayed")
        screen.type("\x15La Souv")
        screen.key("tab")
        screen.until_row("La Souveraineté")


def test_words_as_they_are_written_most_and_accents_put_right():
    with Day("Gouvernance des données", "la gouvernance, une gouvernance, sa gouvernance") as (screen, folder):
        screen.type("la gouv\t")
        screen.until_row("la gouvernance")
        screen.type("\x15La Gouv\t")
        screen.until_row("La Gouvernance")
        screen.type("\x15des donnees\t")
        screen.until_row("des données")


def test_no_hint_after_a_word_that_is_one():
    with Day("ce passage", "le passage", "je ne sais pas") as (screen, folder):
        screen.type("je ne sais pas")
        screen.key("end", "enter")
        screen.until(lambda s: folder.text().endswith("* je ne sais pas\n* je ne sais pas\n"), "the words as typed")
        screen.until_ready()
        screen.type("un passa")
        screen.until(lambda s: s.row.endswith("un passage"), "the hint")


def test_images_the_newest_first():
    with Day() as (screen, folder):
        for age, name in enumerate(["neuve.jpg", "vue d'ensemble.png", "ancienne.jpg"]):
            os.utime(folder.photo("photos/" + name), (1e9 - age, 1e9 - age))
        screen.type(":image pho")
        screen.key("tab")
        screen.until(lambda s: s.grid.cursor.x == len("09h00 A * › :image photos/"), "the folder")
        screen.key("tab")
        screen.until_shown("photos/ancienne.jpg")
        names = [line for line in screen.lines if line.startswith("photos/")]
        assert [name.split()[0] for name in names] == ["photos/neuve.jpg", "photos/vue\\", "photos/ancienne.jpg"], names


def test_the_hint_is_dim_never_written_and_taken_by_right():
    with Day("le moteur Kubernetes") as (screen, folder):
        screen.type("une Kube")
        screen.until(lambda s: s.row.endswith("une Kubernetes"), "the hint")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("* une Kube\n")
        screen.type("une Kube")
        screen.until(lambda s: s.row.endswith("une Kubernetes"), "the hint")
        screen.key("right")
        screen.type("!\r")
        screen.until(lambda s: folder.text().endswith("* une Kubernetes!\n"), "the accepted hint")
        screen.type(":title ")
        screen.until_row(":title TITLE")


def test_colour_of_commands_and_markup():
    with Day() as (screen, folder):
        screen.type(":titl")
        screen.until_shown(":titl")
        assert screen.style(":titl").fg == "cyan"
        screen.type("\x15:xyzzy ")
        screen.until_shown(":xyzzy")
        assert screen.style(":xyzzy").fg == "red"
        screen.type("\x15un *mot* fort")
        screen.until_row("un *mot* fort")
        assert screen.style("*mot*").bold


def test_no_color():
    with Day(env={"NO_COLOR": "1"}) as (screen, folder):
        screen.type(":title x *mot*")
        screen.until_row(":title x *mot*")
        assert b"\x1b[0;3" not in screen.output
        assert screen.style(":title").fg == "default"


def test_history_of_commands_and_notes_is_apart_kept_and_private():
    with Day() as (screen, folder):
        for line in ["première note", ":slots", "seconde note"]:
            screen.type(line)
            screen.until_shown("› " + line)
            screen.key("enter")
            screen.until_ready()
        screen.kill(9)
        screen.finish()
        for name in ("notes", "commands"):
            mode = os.stat(folder.path / f"state/steno/history-{name}").st_mode
            assert stat.S_IMODE(mode) == 0o600
        again = Screen(folder)
        again.until_ready()
        again.type(":")
        again.key("up")
        again.until_shown("› :slots")
        again.key("down")
        again.type("\x15")
        again.type("s")
        again.key("up")
        again.until_row("seconde note")
        again.close()


def test_an_unsent_line_survives_up_and_down():
    text = "mot " * 600 + "fin"
    with Day("avant") as (screen, folder):
        screen.type("avant\r")
        screen.until(lambda s: folder.text().endswith("* avant\n* avant\n"), "the note")
        screen.type(text)
        screen.until(lambda s: s.row.endswith("fin"), "the end")
        screen.key("up", "down", "enter")
        screen.until(lambda s: folder.text().endswith(f"* {text}\n"), "the whole line")


def test_control_r_searches_without_accents():
    with Day() as (screen, folder):
        for line in ["l'été à Brest", "autre"]:
            screen.type(line)
            screen.until_shown("› " + line)
            screen.key("enter")
            screen.until_ready()
        screen.type("\x12ete")
        screen.until_row("l'été à Brest")
        screen.type("\x07")
        screen.until_ready()
        screen.type("\x12ete")
        screen.until_row("l'été à Brest")
        screen.key("end")
        screen.type("!\r")
        screen.until(lambda s: folder.text().endswith("* l'été à Brest!\n"), "the line found, changed")
