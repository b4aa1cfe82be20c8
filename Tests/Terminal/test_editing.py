"""Keys and what the screen shows: typing, moving, deleting, wrapping, resizing, pasting."""
import signal

from screen import Day


def typed(*steps, columns=80):
    """Takes the steps, text or (key, …), and returns the line that Enter wrote."""
    with Day(columns=columns) as (screen, folder):
        for step in steps:
            screen.key(*step) if isinstance(step, tuple) else screen.type(step)
        screen.key("enter")
        screen.until(lambda s: folder.text().endswith("\n") and "* " in folder.text(), "a bullet in the file")
        return folder.text().splitlines()[-1]


def ends(written, expected):
    assert written == expected, f"{written!r} instead of {expected!r}"


def test_accents_emoji_and_other_scripts_are_taken_as_they_are():
    for text in ["Noël, cœur, « où ça ? »", "👩‍👩‍👧 et 🇫🇷 ✔️", "日本語 עברית العربية", "naïve 🍸 fin"]:
        ends(typed(text), "* " + text)


def test_decomposed_accents_are_composed():
    ends(typed("Noe\u0308l a\u0300 Lie\u0301vin"), "* Noël à Liévin")


def test_characters_split_over_reads():
    with Day() as (screen, folder):
        for byte in "é🍸".encode():
            screen.type(bytes([byte]))
        screen.until_row("é🍸")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("* é🍸\n")


def test_moving_and_deleting():
    ends(typed("monde", ("home",), "Le ", ("end",), "!"), "* Le monde!")
    ends(typed("abc", ("left", "left", "backspace")), "* bc")
    ends(typed("abc", ("home", "delete")), "* bc")
    ends(typed("un deux trois", "\x17"), "* un deux ")
    ends(typed("un deux trois", "\x01\x0b", "quatre"), "* quatre")
    ends(typed("un deux", "\x15", "trois"), "* trois")
    ends(typed("un deux", "\x01\x1bf\x0b", "!\x19"), "* un! deux")


def test_a_character_of_several_scalars_is_one_for_the_keys():
    ends(typed("a👩‍👩‍👧", ("backspace",), "b"), "* ab")
    ends(typed("a👩‍👩‍👧", ("left",), "b"), "* ab👩‍👩‍👧")
    ends(typed("ne\u0301", ("left",), "x"), "* nxé")


def test_controls_are_never_sent_raw():
    with Day() as (screen, folder):
        screen.type("\x1b[200~a\x1b]0;pwned\x07\x02b\x1b[201~")
        screen.until(lambda s: "pwned" in s.row, "the paste")
        assert b"\x1b]0;" not in screen.output
        screen.key("enter")
        screen.until_ready()


def test_invalid_bytes_are_replaced():
    ends(typed(b"a\xffb"), "* a\ufffdb")


def test_replies_and_unknown_keys_insert_nothing():
    ends(typed("a\x1b[?1;2c\x1b[99;5~\x1b[O\x1b[Ib"), "* ab")


def test_a_long_line_wraps_and_is_edited_over_its_rows():
    text = "L'écosystème français de la donnée : souveraineté, été comme hiver 🍸🍸"
    with Day(columns=40) as (screen, folder):
        screen.type(text)
        screen.until(lambda s: s.row.endswith("🍸🍸"), "the end of the line")
        screen.key("home")
        screen.type("Oui : ")
        screen.until_shown("Oui : L'écosystème")
        screen.key("end", "backspace", "backspace")
        screen.until(lambda s: s.row.endswith("iver"), "the end without emoji")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("* Oui : " + text[:-2] + "\n"), folder.text()


def test_resize_draws_the_line_once():
    with Day(columns=60) as (screen, folder):
        screen.type("un deux trois quatre cinq six sept huit neuf dix")
        screen.until(lambda s: s.lines[s.grid.cursor.y - 1].endswith("dix"), "the line")
        for columns in [30, 80, 45]:
            screen.resize(columns, 24)
            screen.until(lambda s: "sept huit neuf dix" in "".join(s.lines), "the line in its new size")
        screen.type(" onze")
        screen.until(lambda s: s.row.endswith("onze"), "more of the line")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("neuf dix onze\n")


def test_twenty_columns():
    text = "souveraineté numérique"
    with Day(columns=20) as (screen, folder):
        screen.type(text)
        screen.until(lambda s: s.row.endswith("numérique"[-4:]), "the end")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith(f"* {text}\n")


def test_a_line_taller_than_the_screen():
    text = "mot " * 300
    with Day(columns=40, rows=10) as (screen, folder):
        screen.type(text + "fin")
        screen.until(lambda s: s.row.endswith("fin"), "the end")
        screen.key("home")
        screen.until_shown("9h00 A")
        screen.type("début ")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith(f"* début {text}fin\n")


def test_a_paste_of_100_kilobytes_is_whole():
    lines = [f"ligne {index} " + "é" * 40 for index in range(1100)]
    with Day() as (screen, folder):
        screen.type("\x1b[200~" + "\r".join(lines) + "\x1b[201~")
        screen.key("enter")
        screen.until(lambda s: "ligne 1099 " in folder.text(), "the last line in the file", timeout=120)
        written = [line[2:] for line in folder.text().splitlines() if line.startswith("* ligne")]
        assert written == lines


def test_typed_ahead_nothing_is_lost():
    with Day() as (screen, folder):
        lines = [f"ligne {index} à l'été" for index in range(200)]
        screen.type("\r".join(lines) + "\r")
        screen.until(lambda s: "ligne 199 " in folder.text(), "the last line in the file", timeout=60)
        screen.until_ready()
        assert [line[2:] for line in folder.text().splitlines() if line.startswith("* ")] == lines


def test_a_line_of_5000_characters():
    text = "x" * 5003
    ends(typed(text), "* " + text)


def test_without_a_utf8_locale_nothing_is_dropped():
    for locale in ["C", "fr_FR.ISO-8859-1", ""]:
        with Day(env={"LANG": locale, "LC_ALL": ""}) as (screen, folder):
            screen.type("Noël à l'été")
            screen.until_row("Noël à l'été")
            screen.key("enter")
            screen.until_ready()
            assert folder.text().endswith("* Noël à l'été\n")


def test_control_c_drops_the_line_never_the_shell():
    with Day() as (screen, folder):
        screen.type("perdu\x03gardé")
        screen.until_row("gardé")
        screen.key("enter")
        screen.until_ready()
        assert folder.text().endswith("A\n\n* gardé\n")


def test_control_d_leaves_only_an_empty_line():
    with Day() as (screen, folder):
        screen.type("ab\x01\x04")
        screen.until_row("b")
        screen.type("\x04\x04")
        assert screen.finish() == 0


def test_hangup_keeps_the_draft():
    for number in (signal.SIGHUP, signal.SIGTERM):
        with Day() as (screen, folder):
            screen.type("à moitié")
            screen.until_row("à moitié")
            screen.kill(number)
            screen.finish()
            again = type(screen)(folder)
            again.until_row("à moitié")
            again.close()
