"""What was: the history and its times, the day as it was, the trash, and who else has the day open."""
import os
import re
import subprocess

from steno import STENO, Folder


def said(done):
    return done.stdout.decode().splitlines()


def test_the_history_survives_the_run_and_undo_goes_on():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h : A", "un", "deux"], "-t", "minimal")
        done = folder.run([":history", ":undo", ":history 1", ":undo", ":undo", ":redo", ":at 00h00", ":show all"])
        lines = said(done)
        assert re.fullmatch(r"1  \d\dh\d\d  :new 9h : A", lines[0]), lines
        assert re.fullmatch(r"3  \d\dh\d\d  deux", lines[2]), lines
        assert lines[3] == "undone: deux", lines
        assert re.fullmatch(r"3  \d\dh\d\d  deux \(undone\)", lines[4]), lines
        assert "== 09h00 - A" in lines[-1], lines


def test_what_was_written_over_on_purpose_can_be_had_back():
    with Folder() as folder:
        done = folder.run([":day Tech Rocks", ":new A", "un", ":export out.adoc", "deux", ":export! out.adoc", ":trash"])
        out = folder.path / "out.adoc"
        assert "* deux" in out.read_text()
        assert re.fullmatch(rf"1  \d+ B  {re.escape(str(out.resolve()))}", said(done)[-1]), said(done)
        folder.run([":trash 1"])
        assert "* deux" not in out.read_text() and "* un" in out.read_text()
        assert len(said(folder.run([":trash"]))) >= 2


def test_a_second_shell_is_told_who_has_the_day():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new A"])
        first = subprocess.Popen(
            [STENO, "run", "-n", str(folder.notebook), "-"], cwd=folder.path, env=folder.env, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        first.stdin.write(b"* un\n:slots\n")
        first.stdin.flush()
        while b"A" not in first.stdout.readline():
            pass
        second = folder.run(["* deux"])
        assert second.returncode == 1
        assert f"process {first.pid} on {os.uname().nodename}" in second.stderr.decode(), second.stderr.decode()
        first.kill()
        first.communicate()
        third = folder.run(["* trois"])
        assert third.returncode == 0, third.stderr.decode()
        text = next(folder.notebook.glob("*.adoc")).read_text()
        assert text.endswith("* un\n* trois\n"), text


def test_an_export_to_a_format_that_there_is_not_is_refused_and_says_what_to_type():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new A", "un"])
        done = folder.run([":export x.docx", ":export y.html/", ":export z.asciidoc", ":save-to z.asciidoc"])
        said = done.stderr.decode()
        assert "x.docx/ is a folder of that name" in said, said
        assert not (folder.path / "x.docx").exists()
        assert (folder.path / "y.html").is_dir() and (folder.path / "z.asciidoc").is_file()
        assert ":save-to! writes over it" in said, said
