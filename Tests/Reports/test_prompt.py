"""The reports about the prompt: times, pastes, searches, editors, recalled lines, paths, names."""
import os
import re
import time

from report import INPUTS, Report
from screen import Day, Screen


def pasted(text):
    return "\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~"


def titles(report):
    return [block.title for block in report.blocks() if block.context == "section"]


def test_09():
    """text that begins like a time: every word of the title is kept"""
    with Report("09") as report:
        report.type()
        assert sorted(titles(report)) == [
            "14h00 - 2022 in review", "14h00 - Keynote", "14h30 - 1999 the millennium bug", "14h30 -> 15h30 - Keynote",
            "15h00 - 100 years of cinema",
            "15h30 - 404 not found", "16h00 - 9h00 in the morning", "17h00 -> 18h00 - 2022 in review",
            "17h30 -> 00h15 - Party"], titles(report)


def test_12():
    """numbers, signs and first words of a paste: all of them are there, a list that counts is one"""
    with Day() as (screen, folder):
        text = (INPUTS / "12-clipboard-markers.txt").read_text()
        screen.type(pasted(text))
        screen.until_shown("bullets, 2 numbered pasted")
        found = [line.lstrip(" *.") for line in folder.text().splitlines() if line.lstrip().startswith(("*", "."))]
        expected = [line for line in text.splitlines() if line]
        assert found == expected[:-2] + ["first", "second"], found
        assert re.search(r"(?m)^ *\. first\n *\. second$", folder.text()), folder.text()


def test_17():
    """what is looked for is found in every line, and can be gone to"""
    with Report("17") as report:
        report.type(":find SECOND", ":find two", ":find talk", ":new 15h Other", ":find two", ":go #1", "a note",
                    ":fix second/2nd")
        assert report.done.returncode == 0, report.said
        for text in ("#1  second line", "#1  two", "#1  14h00 - Talk"):
            assert text in report.said, report.said
        assert "2nd line" in report.after and "second" not in report.after
        assert report.item("a note").section == "14h00 - Talk"


def edited(script, *keys, command=":edit slot"):
    """What a day and the screen show after an editor that is a shell script was used."""
    with Day("premier") as (screen, folder):
        screen.close()
        editor = folder.path / "my editor" / "ed"
        editor.parent.mkdir()
        editor.write_bytes(script if isinstance(script, bytes) else script.encode())
        editor.chmod(0o755)
        again = Screen(folder, columns=200, env={"EDITOR": f"'{editor}' -w", "VISUAL": ""})
        again.until_ready()
        again.type(command + "\r")
        for key in keys:
            key(again, folder)
        again.type("fin\r")
        again.until(lambda s: folder.text().endswith("fin\n"), "the next note")
        again.close()
        return folder.text(), "\n".join(again.lines), folder


def test_18():
    """an editor that saves a mark and CRLF; its command in quotes, as a shell reads it"""
    text, _, _ = edited((INPUTS / "18-editor-bom-crlf.sh").read_bytes(),
                        lambda screen, folder: screen.until(lambda s: "edited" in folder.text(), "the edit"))
    assert text.endswith("== 14h00 - Talk\n\n* edited\n* fin\n") and "\ufeff" not in text and "\r" not in text, text


def kept(shown):
    return re.search(r"/\S*/edit-\d+(?:-\d+)?\.adoc", shown.replace("\n", "")).group()


def test_18__open_block():
    """what an edit leaves open is said, and not taken"""
    def wait(screen, folder):
        screen.until_shown("is not closed")
        assert os.path.exists(kept("".join(screen.lines)))
    text, shown, _ = edited("#!/bin/sh\nprintf '== 9h00 - A\\n\\n----\\ncode\\n' > \"$2\"\n", wait)
    assert "* premier\n* fin\n" in text and "----" not in text, (text, shown)


def test_18__not_utf8():
    """bytes that are not UTF-8 are refused, and the file is named"""
    def wait(screen, folder):
        screen.until_shown("not UTF-8")
        assert open(kept("".join(screen.lines)), "rb").read() == b"* \xe9t\xe9\n"
    text, shown, _ = edited(b"#!/bin/sh\nprintf '* \\351t\\351\\n' > \"$2\"\n", wait, command=":edit")
    assert text.endswith("* premier\n* fin\n"), (text, shown)


def test_18__returns_at_once():
    """an editor that opens a window and returns: said, and what is saved later is taken over"""
    script = "#!/bin/sh\n(sleep 1; printf '* deuxième\\n' > \"$2\") > /dev/null 2>&1 &\n"

    def wait(screen, folder):
        screen.until_shown("returned at once")
        screen.until_shown("taken over from")
    text, shown, _ = edited(script, wait, command=":edit")
    assert text.endswith("* deuxième\n* fin\n"), (text, shown)


def test_19():
    """a recalled line is not overwritten: by a paste, by a command, by a refused line"""
    with Day("one", "two") as (screen, folder):
        screen.key("up")
        screen.until_shown("✎ 2 › two")
        screen.type(pasted("a\nb"))
        screen.until_ready()
        screen.type("a new note\r")
        screen.until(lambda s: folder.text().endswith("* a new note\n"), "a note of its own")
        assert "* one\n* two\n" in folder.text()
        screen.key("up")
        screen.type("\x15:new 15h Next\r")
        screen.until(lambda s: "15h00 - Next" in folder.text(), "the slot")
        assert "* a new note\n" in folder.text()
        screen.type(":tilte X\r")
        screen.until_shown("no command :tilte")
        screen.key("up")
        screen.until_row(":tilte X")


NAMES = ["ze\u0300bre.png", "Shot 2.30.15\u202fPM.png", "a b.png", "it's.png"]


def images(folder):
    return sorted(path.name for path in (folder.notebook / "images").glob("*"))


def test_20():
    """files are found however their names are given"""
    with Day(columns=200) as (screen, folder):
        for name in NAMES:
            folder.photo("p/" + name)
        place = folder.path / "p"
        ways = ["\x15:image p/z\t", f"\x15:image {pasted(chr(39) + str(place / NAMES[1]) + chr(39))}",
                f"\x15:image {pasted('file://' + str(place / 'a%20b.png'))}",
                "\x15:image " + pasted("'" + str(place / "it") + "'\\''s.png' "),
                "\x15:image " + pasted(str(place / "a b.png")) + " Une légende",
                "\x15:image " + pasted(str(place / "a\\ b.png"))]
        for number, way in enumerate(ways, 1):
            screen.type(way)
            time.sleep(0.2)
            screen.type("\r")
            screen.until(lambda s: number > len(ways) or len(images(folder)) == number, f"{way!r}", timeout=10)
            screen.until_ready()
        assert ".Une légende\n" in folder.text(), folder.text()


def test_24():
    """rooms and ratios: a number before the colon is a track, one with it is the title's"""
    with Report("24") as report:
        report.type()
        assert "== 14h00 -> 14h30 - 1 : Intro\n" in report.after, report.after
        assert "== 15h00 -> 15h45 - 4 : Room four\n" in report.after, report.after
        assert "== 16h00 - 1:1 with the team" in report.after, report.after


def days(*lines):
    with Report("24") as report:
        done = report.run(list(lines))
        return {day.name: day.read_text() for day in report.days()}, (done.stdout + done.stderr).decode(), done


def test_words__names():
    """events of any script; two names, two files; a date that is none"""
    names = ["日本語勉強会", "Встреча", "ندوة", "C++", "C#", "Meetup by A", "Meetup by B", "🍸"]
    found, said, done = days(*(line for name in names + names for line in (f":day {name}", f"note {name}")))
    assert len(found) == len(names) and done.returncode == 0, (list(found), said)
    assert all(text.count("\n* note ") == 2 for text in found.values()), found
    found, said, done = days(":day 31/11/2026 Salon", ":day 2026-02-30")
    assert not found and done.returncode == 1 and "31/11/2026" in said and "2026-02-30" in said, (found, said)


def test_words__go():
    """:go takes what the prompt shows"""
    found, said, _ = days(":day D", ":new 14h Swift", ":new 18h30 Swift : Server", ":new 20h Fin", ":go 18h30 Swift", "ici")
    [text] = found.values()
    assert re.search(r"18h30 - Swift : Server\n\n\* ici\n", text), (text, said)


def test_words__scripts():
    """scripts and the prompt read the same lines alike"""
    with Report("24") as report:
        data = "\ufeffSalon des données\r\n:new 9h A\nun\n\t- deux\n\t@ada trois\na\u000bb\u000cc\u0085d\u0000\u2028e\n"
        done = report.run(data.encode())
        assert done.returncode == 0, done
        [day] = report.days()
        notes = [line.strip() for line in day.read_text().splitlines() if line.strip().startswith("*")]
        assert notes[:2] == ["* un", "** deux"] and notes[2].endswith("* Ada : trois"), notes
        assert notes[3].endswith("* a b c d e"), notes


def test_words__abbreviations():
    """abbreviations are not spelled out in addresses, names, words"""
    with Day(":abbr sn souveraineté numérique") as (screen, folder):
        for text in ("https://x.org/sn/page", "sn@x.org", "sn.png", "l'sn-x"):
            screen.type(text + " fin\r")
            screen.until(lambda s: folder.text().endswith(f"* {text} fin\n"), text)
        screen.type("la sn, fin\r")
        screen.until(lambda s: folder.text().endswith("* la souveraineté numérique, fin\n"), "spelled out")


def test_words__numbers():
    """a note's number has a sign; a number that begins a text is the text's"""
    found, said, _ = days(":day D", ":new A", "un", "deux", ":edit 2 steps", ":edit #1 UN")
    [text] = found.values()
    assert text.endswith("* UN\n* 2 steps\n"), (text, said)


def test_terminal__middle():
    """several lines pasted inside the line go there"""
    with Day() as (screen, folder):
        screen.type("avant après\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D" + pasted("MID1\nMID2"))
        screen.until_shown("2 bullets pasted")
        assert folder.text().endswith("* avant MID1\n* MID2après\n"), folder.text()


def test_terminal__rxvt():
    """keys as rxvt sends them, and with NumLock on"""
    for keys, expected in (("\x1bOd", "un Xdeux"), ("\x1b\x1b[D", "un Xdeux"), ("\x1bOd\x1b[3^", "un X"),
                           ("\x1b[1;133D", "un Xdeux")):
        with Day() as (screen, folder):
            screen.type("un deux" + keys)
            time.sleep(0.1)
            screen.type("X\r")
            screen.until(lambda s: folder.text().endswith(f"* {expected}\n"), f"{keys!r}", timeout=10)


def test_terminal__refused_paste():
    """a paste that is refused is in a file that is named"""
    with Day(columns=200) as (screen, folder):
        screen.type(pasted("x" * (1 << 20) + "\nfin"))
        screen.until_shown("kept in")
        [name] = re.findall(r"kept in (\S+\.txt)", "".join(screen.lines))
        assert open(name).read().endswith("x\nfin")
