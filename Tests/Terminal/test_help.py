"""Help that teaches: the first start, `?` while a command is typed, `:help`, in both languages."""
from screen import Day, Screen
from steno import Folder


def test_the_first_start_shows_three_lines_no_more():
    with Folder() as folder:
        screen = Screen(folder)
        screen.until_shown("event ›")
        screen.type("Tech Rocks\r")
        screen.until_shown(":quit or Ctrl-D leaves.")
        screen.until_ready()
        shown = [line for line in screen.lines if line]
        first = next(index for index, line in enumerate(shown) if "event › Tech Rocks" in line)
        behind = shown[first + 1:-1]
        assert len(behind) <= 4 and behind[-3].startswith("Type a line"), screen.picture()
        screen.close()


def test_a_question_mark_lists_the_commands_that_begin_so():
    with Day() as (screen, folder):
        screen.type(":ab?")
        screen.until_shown(":abstract ")
        screen.until_shown(":abbr ")
        screen.until(lambda s: "› :ab" in s.row and "?" not in s.row, "the command without the question mark")
        screen.type("b")
        screen.until(lambda s: s.row.split("› ")[-1].startswith(":abb"), "the command goes on")


def test_a_question_mark_after_a_command_says_what_it_expects():
    with Day("un") as (screen, folder):
        screen.type(":go ?")
        screen.until_shown(":go 14h00")
        screen.until_shown("9h00 A")
        screen.until(lambda s: s.row.split("› ")[-1].startswith(":go"), "the command is still there")


def test_a_question_mark_in_text_is_one():
    with Day() as (screen, folder):
        for line in ["quoi ?", ":title Où va-t-on ?", "?"]:
            screen.type(line + "\r")
        screen.until(lambda s: folder.text().endswith("* ?\n"), "the last bullet")
        assert " : Où va-t-on ?\n" in folder.text() and "* quoi ?\n" in folder.text(), folder.text()


def test_help_on_a_command_has_synopsis_and_examples_in_french_too():
    with Day(env={"LANG": "fr_FR.UTF-8"}) as (screen, folder):
        screen.type(":help new\r")
        screen.until_shown(":new [DÉBUT[-FIN] [PARCOURS] [: TITRE] | #N]")
        screen.until_shown("commence")
        screen.type(":done ")
        screen.until_row(":done TEXTE | #N")
        screen.type("\x15:title\r")
        screen.until_shown("tapez :title TITRE")


def test_control_d_says_how_to_come_back():
    with Day("un") as (screen, folder):
        screen.type("\x04")
        assert screen.finish() == 0
        assert b"steno comes back to it" in b" ".join(screen.output.split())
