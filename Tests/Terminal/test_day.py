"""A person's first talk: slot, bullets, image, abstract, end, export; leaving, dying and coming back."""
import datetime
import signal
import subprocess

from steno import Folder, Terminal, render_warnings

TALK = [
    ":day Tech Rocks", ":new 14h00 Souveraineté", "un", "** deux", "*** trois", ":image photo.jpg Le *choix* des stacks",
    ":abstract Résumé du programme.", ":end 14h30", ":export",
]


def test_a_talk_is_written_and_exported():
    with Folder() as folder:
        folder.photo()
        done = folder.run(TALK)
        assert done.returncode == 0, done.stderr.decode()
        date = datetime.date.today().strftime("%Y%m%d")
        day = folder.notebook / f"{date}_tech-rocks.adoc"
        text = day.read_text()
        assert text.endswith(
            f"""
== 14h00 -> 14h30 - Souveraineté

.Abstract
----
Résumé du programme.
----

* un
    ** deux
        *** trois

.Le *choix* des stacks
image:{date}_tech-rocks_01.jpg[]
"""
        ), text
        exported = folder.notebook / f"exports/{day.stem}"
        assert (exported / day.name).read_text() == text
        assert (exported / f"images/{date}_tech-rocks_01.jpg").read_bytes() == (folder.path / "photo.jpg").read_bytes()
        assert render_warnings([day]) == []


def test_a_warning_is_seen_where_there_is_one():
    with Folder() as folder:
        broken = folder.path / "broken.adoc"
        broken.write_text("= T\n\n----\nnever closed\n")
        assert len(render_warnings([broken])) == 1


def test_the_next_run_goes_on_where_the_last_stopped():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un", "** deux", ":new 10h00 B", "autre", ":go 9h00", "*** trois"])
        done = folder.run(["quatre"])
        assert done.returncode == 0, done.stderr.decode()
        slot = "* un\n    ** deux\n        *** trois\n        *** quatre\n\n== 10h00 - B\n\n* autre\n"
        assert folder.text().endswith(slot), folder.text()


def test_killed_it_resumes_slot_and_depth():
    with Folder() as folder:
        terminal = Terminal(folder)
        terminal.wait_prompt()
        for line in ["Tech Rocks", ":new 9h00 A", "un", "** deux"]:
            terminal.line(line)
        terminal.type("à moitié tap")
        terminal.wait("tap")
        terminal.kill(signal.SIGKILL)
        terminal.finish()
        again = Terminal(folder)
        again.wait("9h00 A **")
        again.prompts = len(again.output)
        again.line("trois")
        again.type("\x04")
        assert again.finish() == 0
        assert folder.text().endswith("* un\n    ** deux\n    ** trois\n"), folder.text()


def test_asked_to_end_it_keeps_the_unfinished_line():
    with Folder() as folder:
        terminal = Terminal(folder)
        terminal.wait_prompt()
        for line in ["Tech Rocks", ":new 9h00 A", "un"]:
            terminal.line(line)
        terminal.type("à moitié")
        terminal.wait("moitié")
        terminal.kill(signal.SIGTERM)
        assert terminal.finish() == 128 + signal.SIGTERM
        again = Terminal(folder)
        again.wait("à moitié")
        again.type(" et la fin\r")
        folder.wait_end("fin\n")
        again.type(":q\r")
        assert again.finish() == 0
        assert folder.text().endswith("* un\n* à moitié et la fin\n"), folder.text()


def test_an_unfinished_line_waits_for_its_day():
    with Folder() as folder:
        terminal = Terminal(folder)
        terminal.wait_prompt()
        for line in ["First", ":new 9h00 A", "un", ":code"]:
            terminal.line(line)
        terminal.type("à moitié")
        terminal.wait("moitié")
        terminal.kill(signal.SIGTERM)
        terminal.finish()
        [first] = folder.days()
        # Lines of a script are no reason to forget it, nor is another day.
        assert folder.run(["deux"], "--on", str(first)).returncode == 0
        again = Terminal(folder, "-t", "minimal", str(folder.path / "other.adoc"))
        again.wait_prompt()
        start = len(again.output)
        again.type(f":day {first}\r")
        again.wait("à moitié", start)
        # Dropped, it does not come back.
        again.type("\x03")
        again.wait_prompt()
        again.type(":q\r")
        assert again.finish() == 0
        last = Terminal(folder, str(first))
        last.wait_prompt()
        last.type("z\r")
        folder.wait_end("z\n")
        assert "à moitié".encode() not in last.output
        last.type(":q\r")
        assert last.finish() == 0


def test_a_block_goes_on_where_the_killed_shell_left_it():
    for begin, lines in [(":code swift", ["let a = 1", "  let b = 2"]), (":abstract", ["Premier", "", "Deuxième"]), (":raw", [])]:
        with Folder() as folder:
            terminal = Terminal(folder, "-t", "minimal")
            terminal.wait_prompt()
            for line in ["Event", ":new 9h00 A", begin, *lines]:
                terminal.line(line)
            terminal.type("moit")
            terminal.wait("moit")
            terminal.kill(signal.SIGTERM)
            terminal.finish()
            again = Terminal(folder)
            again.wait("moit")
            again.type("ié\rfin\r.\rune note\r")
            folder.wait_end("* une note\n")
            again.type(":q\r")
            assert again.finish() == 0
            whole = Folder()
            whole.run([":day Event", ":new 9h00 A", begin, *lines, "moitié", "fin", ".", "une note"], "-t", "minimal")
            assert folder.text() == whole.text(), (begin, folder.text(), whole.text())


def test_any_file_can_be_continued_and_stays_as_it_was():
    with Folder() as folder:
        path = folder.path / "old.adoc"
        before = b"= Notes\r\n\r\n== Un\r\n\r\n- tiret   \r\n\r\n== Deux\r\n\r\ntexte\xff\r\n\r\n\r\n"
        path.write_bytes(before)
        done = folder.run([":go un", "nouveau"], "--on", str(path))
        assert done.returncode == 0, done.stderr.decode()
        assert path.read_bytes() == before.replace(b"- tiret   \r\n", b"- tiret   \r\n- nouveau\r\n")


def test_blank_lines_at_the_end_are_the_gap():
    with Folder() as folder:
        path = folder.path / "old.adoc"
        path.write_text("= T\n\n== Un\n\n\n")
        inode = path.stat().st_ino
        done = folder.run(["un", "deux", ":para fin"], "--on", str(path))
        assert done.returncode == 0, done.stderr.decode()
        assert path.read_text() == "= T\n\n== Un\n\n\n* un\n* deux\n\nfin\n"
        assert path.stat().st_ino == inode


def test_undo_survives_a_restart():
    with Folder() as folder:
        folder.run([":day Tech Rocks", "un", "deux"])
        before = folder.text()
        folder.run([":undo"])
        assert folder.text() == before.replace("* deux\n", "")
        folder.run([":redo"])
        assert folder.text() == before


def test_undo_after_an_outside_change_undoes_or_says_why():
    for script, gone, last in [
        ("$d", "* c", ":title NT"), ("$d", "* c", ":end 16h"), ("/^\\* b/d", "* b", ":abstract zz"), ("$d", "* c", ":by X"),
    ]:
        with Folder() as folder:
            folder.run([":day T"])
            empty = folder.text().rstrip("\n")
            folder.run([":day T", ":new 10h A", "un", ":new 15h B", "b", "c", last])
            assert gone + "\n" in folder.text(), (last, folder.text())
            subprocess.run(["sed", "-i", script, str(folder.days()[0])], check=True)
            done = folder.run([":undo"] * 12)
            said = [line.split("script.steno:")[1].split(": ", 1)[1] for line in done.stderr.decode().splitlines()]
            assert [line.split(":")[0] for line in said] == [f"cannot undo “{gone[2:]}”"] + 6 * ["nothing to undo"], said
            other = "c" if gone == "* b" else "b"
            assert done.stdout.decode().splitlines() == [
                f"undone: {label}" for label in [last, other, ":new 15h B", "un", ":new 10h A"]], done
            assert folder.text().rstrip("\n") == empty, (last, folder.text())


def test_a_multi_line_paste_is_the_abstract_whole():
    with Folder() as folder:
        terminal = Terminal(folder)
        terminal.wait_prompt()
        for line in ["Tech Rocks", ":new 9h00 A", ":abstract"]:
            terminal.line(line)
        start = len(terminal.output)
        terminal.type("\x1b[200~Premier\r\n----\r\n:quit\x1b[201~")
        terminal.prompts = start
        terminal.wait_prompt()
        terminal.line("une note")
        terminal.type("\x04")
        assert terminal.finish() == 0
        assert folder.text().endswith(".Abstract\n-----\nPremier\n----\n:quit\n-----\n\n* une note\n"), folder.text()
