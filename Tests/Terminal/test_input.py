"""What a terminal sends, whole, in pieces and late: nothing typed or pasted is lost, run or filed that was not meant."""
import time

from screen import Day, Screen

PASTE = "\x1b[200~one\r:delete 1\rtwo\x1b[201~"


def pieces(screen, *parts):
    """Bytes, and seconds between them."""
    for part in parts:
        if isinstance(part, (int, float)):
            time.sleep(part)
        else:
            screen.type(part)


def after(*parts, lines=("premier",), editrc=""):
    """Types, ends the line, and returns the notes."""
    with Day(*lines) as (screen, folder):
        if editrc:
            screen.close()
            (folder.path / ".editrc").write_text(editrc)
            screen = Screen(folder)
            screen.until_ready()
        pieces(screen, *parts)
        screen.type(" fin\r")
        screen.until(lambda s: "fin\n" in folder.text(), "the line")
        screen.close()
        return [line for line in folder.text().splitlines() if line.lstrip().startswith("*")]


def test_what_follows_control_x_is_not_eaten():
    assert after("\x18", PASTE) == ["* premier", "* one", "* :delete 1", "* two", "* fin"]
    assert after("\x18", "é") == ["* premier", "* é fin"]
    assert after("ab\x18\x1b[Dx\x05") == ["* premier", "* axb fin"]
    assert after("\x18\x1b[12;40Rab") == ["* premier", "* ab fin"]


def test_escape_is_nothing_for_the_keys_after_it():
    assert after("abc", "\x1b", 0.7, "\x7f") == ["* premier", "* ab fin"]
    assert after("abc", "\x1b", 0.7, PASTE) == after("abc", PASTE)
    assert after("abc", "\x1b", 0.7, "\r") == ["* premier", "* abc", "* fin"]
    assert after("abc", "\x1b", 0.7, "\x03") == ["* premier", "* fin"]


def test_a_sequence_in_pieces_is_one_key():
    assert after("ab\x1b", 0.12, "[Dx\x05") == ["* premier", "* axb fin"]
    assert after("ab\x1b", 0.3, "[1~x\x05") == ["* premier", "* xab fin"]
    assert after("ab cd\x1b", 0.12, "bx\x05") == ["* premier", "* ab xcd fin"]
    assert after("\x1b", 0.12, "[200~one\r:delete 1\rtwo\x1b[201~") == [
        "* premier", "* one", "* :delete 1", "* two", "* fin"]


def test_a_paste_that_stalls_waits_for_its_end_and_says_so():
    with Day("premier") as (screen, folder):
        screen.type("\x1b[200~one\rtw")
        screen.until_shown("Ctrl-C")
        screen.type("o\r:delete 1\r\x1b[201~")
        screen.until(lambda s: folder.text().endswith("* premier\n* one\n* two\n* :delete 1\n"), "one paste")


def test_control_c_gives_a_stalled_paste_up_and_control_y_brings_it_back():
    with Day("premier") as (screen, folder):
        screen.type("\x1b[200~des mots")
        screen.until_shown("Ctrl-C")
        screen.type("\x03")
        screen.until_shown("Ctrl-Y")
        screen.type("\x19 fin\r")
        screen.until(lambda s: folder.text().endswith("* des mots fin\n"), "what had come")


def test_lines_of_a_paste_that_was_given_up_are_in_a_file_that_is_named():
    with Day("premier") as (screen, folder):
        screen.type("\x1b[200~un\rdeux\rtr")
        screen.until_shown("Ctrl-C")
        screen.type("\x03")
        screen.until_shown("kept in")
        [path] = (folder.path / "state/steno").glob("refused-*.txt")
        assert path.read_text() == "un\ndeux\ntr"


def test_late_replies_are_nothing_in_vi_mode_either():
    for editrc in ("", "bind -v\n"):
        for reply in ("]11;rgb:1e1e/1e1e/1e1e\x1b\\", "P>|kitty(0.35)\x1b\\", "_Gi=31;OK\x1b\\"):
            assert after("ab\x1b" + reply, editrc=editrc) == ["* premier", "* ab fin"], (editrc, reply)


def test_shift_tab_of_every_terminal_goes_higher():
    with Day("un") as (screen, folder):
        for sequence in ("\x1b[Z", "\x1b\t", "\x1b[9;2u", "\x1b[27;2;9~"):
            screen.type("\t")
            screen.until_shown("A ** ›")
            screen.type(sequence)
            screen.until(lambda s: s.row.endswith("A * ›"), repr(sequence))


def test_keys_as_kitty_and_modify_other_keys_send_them():
    assert after("bc\x1b[97;5ua\x05\x1b[32;2ud") == ["* premier", "* abc d fin"]
    assert after("perdu\x1b[27;5;99~") == ["* premier", "* fin"]
    assert after("un deux\x1b[1;133Dx\x05") == ["* premier", "* un xdeux fin"]
    assert after("un deux\x1bOdx\x05") == ["* premier", "* un xdeux fin"]
    assert after("un deux\x1b\x1b[Dx\x05") == ["* premier", "* un xdeux fin"]
    assert after("un deux\x01\x1b[3^\x05") == ["* premier", "* deux fin"]


TERMS = ("xterm-256color", "tmux-256color", "xterm-kitty", "rxvt-unicode-256color", "linux")


def test_escape_and_a_letter_are_a_key_or_the_letter_and_never_nothing():
    # What is typed, with seconds between its parts, and the note that it makes.
    cases = [
        (("un\x1bxy",), "unxy"), (("un\x1bé",), "uné"), (("un\x1b", 0.15, "xy"), "unxy"),
        (("un deux\x1bbX\x05",), "un Xdeux"), (("un deux\x1b", 0.15, "bX\x05"), "un Xdeux"),
        # Alt-D, Alt-F, Alt-U at the end have nothing to do: typed apart, they are letters.
        (("un\x1b", 0.2, "du"), "undu"), (("un\x1b", 0.2, "f\x1b", 0.2, "u"), "unfu"), (("un\x1bd2",), "un2"),
        (("un\x1b", 0.8, "bon"), "unbon"), (("un\x1b", 0.2, "\x1b[200~collé\x1b[201~"), "uncollé"),
    ]
    for term in TERMS:
        with Day("premier", env={"TERM": term}) as (screen, folder):
            for number, (parts, note) in enumerate(cases):
                pieces(screen, *parts)
                screen.type(f" {number}\r")
                screen.until(lambda s: folder.text().endswith(f"* {note} {number}\n"), f"{term}: {note} {number}")


def test_escape_and_a_letter_close_a_search_and_type_the_letter():
    with Day("premier", "second") as (screen, folder):
        screen.type("abc\x12prem")
        screen.until_shown("prem › abc")
        screen.type("\x1bx\r")
        screen.until(lambda s: folder.text().endswith("* abcx\n"), "the line before the search, and the letter")
