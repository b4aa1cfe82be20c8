"""Files as they are found: other encodings, images with any name, folders that cannot be written."""
import os
import subprocess

from steno import JPEG, STENO, Folder, Terminal

UTF16 = "= Demo 2026/11/25\n\n== 14h00 - Été\n\n* un\n".encode("utf-16")


def test_a_utf16_day_is_shown_and_not_a_byte_of_it_changes():
    with Folder() as folder:
        folder.notebook.mkdir()
        day = folder.notebook / "20261125_demo.adoc"
        day.write_bytes(UTF16)
        copy = folder.path / "copy.adoc"
        done = folder.run(["a bullet", ":slots", f":save-to {copy}", ":undo"], "--on", str(day))
        assert done.returncode == 1
        assert day.read_bytes() == UTF16
        assert b"UTF-16LE" in done.stdout and b"read-only" in done.stdout, done.stdout
        assert "14h00 - Été".encode() in done.stdout, done.stdout
        assert b"UTF-16LE" in done.stderr, done.stderr
        assert copy.read_text() == UTF16.decode("utf-16")
        # Its copy can be continued.
        done = folder.run(["a bullet"], "--on", str(copy))
        assert done.returncode == 0, done.stderr
        assert copy.read_text().endswith("* un\n* a bullet\n")


def test_a_day_that_another_program_makes_utf16_is_not_written_over():
    with Folder() as folder:
        assert folder.run([":day 2026-11-25 Demo", ":new 14h00 : Talk", "one"], "-t", "minimal").returncode == 0
        [day] = folder.days()
        utf16 = day.read_text().encode("utf-16")
        shell = subprocess.Popen([STENO, "run", "-", "--on", str(day)], env=folder.env, cwd=folder.path,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        shell.stdin.write(b"two\n:zzack\n")
        shell.stdin.flush()
        while b"zzack" not in shell.stderr.readline():
            pass
        day.write_bytes(utf16)
        out, err = shell.communicate(b"three\n", timeout=60)
        assert day.read_bytes() == utf16
        assert b"UTF-16LE" in err, err
        # Made UTF-8 again, it has the line that waited in the journal.
        day.write_text(utf16.decode("utf-16") + "* two\n")
        assert folder.run([], "--on", str(day)).returncode == 0
        assert day.read_text().count("* two\n") == 1 and day.read_text().endswith("* three\n"), day.read_text()


def test_what_the_day_shows_is_exported_whatever_its_name():
    with Folder() as folder:
        folder.notebook.mkdir()
        names = ["images/my photo.png", "images/é (1).jpg", "images/in line.png", "images/clip 1.mp4", "images/poster.png",
                 "images/talk.mp3", "images/cell.png", "other/second value.png", "images/by attribute.png"]
        for name in names:
            path = folder.notebook / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(JPEG)
        day = folder.notebook / "20261125_demo.adoc"
        day.write_text(
            "= Demo\n:imagesdir: images\n:pic: by attribute\n\n== 14h00 - Talk\n\nimage::my photo.png[]\n\nimage::é (1).jpg[alt]\n\n"
            "* text image:in line.png[] text\n\nvideo::clip 1.mp4[poster=poster.png]\n\naudio::talk.mp3[]\n\n"
            "video::12345[youtube]\n\nimage::https://example.org/x.png[]\n\n"
            "image::{pic}.png[]\n\n|===\n|image:cell.png[] |x\n|===\n\n----\nimage::not shown.png[]\n----\n\n"
            "// image::nor this.png[]\n\n:imagesdir: other\n\nimage::second value.png[]\n")
        done = folder.run([":export out/"], "--on", str(day))
        assert done.returncode == 0, done.stderr
        assert b"not found" not in done.stdout, done.stdout
        found = sorted(str(path.relative_to(folder.path / "out")) for path in (folder.path / "out").rglob("*.*"))
        assert found == sorted(names + ["20261125_demo.adoc"]), found


def test_what_an_export_writes_over_is_in_the_trash_that_is_shown():
    with Folder() as folder:
        folder.notebook.mkdir()
        day = folder.path / "elsewhere" / "20261125_demo.adoc"
        day.parent.mkdir()
        day.write_text("= Demo\n\n== 14h00 - Talk\n\n* new\n")
        target = folder.path / "target.adoc"
        target.write_text("old\n")
        done = folder.call("run", "-n", str(folder.notebook), "--on", str(day), "-",
                           stdin=f":export! {target}\n:trash\n:trash 1\n".encode())
        assert done.returncode == 0, done.stderr
        assert str(target).encode() in done.stdout.split(b"exported:")[1], done.stdout
        assert target.read_text() == "old\n"
        assert not (day.parent / ".steno").exists()


def test_a_note_deleted_in_an_editor_without_final_line_end_stays_deleted():
    with Folder() as folder:
        assert folder.run([":day 2026-11-25 Demo", ":new 14h00 : Talk", "one", "two"], "-t", "minimal").returncode == 0
        [day] = folder.days()
        day.write_text(day.read_text().replace("* two\n", "").rstrip("\n"))
        done = folder.run(["three"], "--on", str(day))
        assert b"recovered" not in done.stderr + done.stdout, done.stderr
        assert day.read_text().endswith("* one\n* three\n"), day.read_text()


def without_home(folder, **environment):
    return {key: value for key, value in {**folder.env, **environment}.items()
            if key not in ("HOME", "XDG_STATE_HOME") or key in environment}


def test_without_a_usable_home_the_journal_is_among_the_notes_and_that_is_said():
    cases = [{}, {"HOME": "/"}, {"HOME": "/nonexistent/home"}, {"HOME": ""}, {"XDG_STATE_HOME": "/dev/null/state"},
             {"XDG_STATE_HOME": "/proc/state"}]
    for environment in cases:
        with Folder() as folder:
            before = set(os.listdir("/"))
            env = without_home(folder, **environment)
            shell = subprocess.Popen(
                [STENO, "run", "-n", str(folder.notebook), "-t", "minimal", "-"], env=env, cwd=folder.path,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            shell.stdin.write(b":day 2026-11-25 Demo\n:new 14h00 : Talk\none\ntwo\n:zzack\n")
            shell.stdin.flush()
            out = ""
            while "zzack" not in (said := shell.stderr.readline().decode()):
                assert said, environment
                out += said
            shell.kill()
            out += shell.stdout.read().decode()
            assert ".steno/state" in out and "with the notes" in out, (environment, out)
            assert "Error" not in out and "StoreError" not in out, out
            [day] = folder.days()
            whole = day.read_text()
            assert whole.endswith("* one\n* two\n"), whole
            # The power went: the file lost its end. The journal brings it back, with a home or without.
            day.write_text(whole[:-9])
            done = subprocess.run([STENO, "run", "--on", str(day), "/dev/null"], env=folder.env, cwd=folder.path,
                                  capture_output=True, timeout=60)
            assert done.returncode == 0 and day.read_text() == whole, (environment, day.read_text(), done)
            assert set(os.listdir("/")) == before
            # It is said each time that a day is opened so, also where nobody asked for the day.
            again = subprocess.run([STENO, "run", "--on", str(day), "-"], env=env, cwd=folder.path, input=b":slots\n",
                                   capture_output=True, timeout=60)
            assert b"with the notes" in again.stderr, again
            assert not (folder.path / ".local").exists()


def test_no_error_is_shown_raw():
    with Folder() as folder:
        settings = folder.notebook / ".steno" / "settings"
        settings.mkdir(parents=True)
        for arguments in [("run", "-"), ("run", "-t", "none", "-"), ("run", "missing.steno"), ("run", str(folder.path))]:
            done = folder.call(*arguments, "-n", str(folder.notebook))
            said = done.stderr.decode()
            assert done.returncode == 1 and said.startswith("steno: ") and said.count("\n") == 1, (arguments, said)
            assert "Error" not in said and "code" not in said, said
            if arguments[1] == "-":
                settings.rmdir()


def test_histories_that_cannot_be_kept_are_one_line():
    with Folder() as folder:
        history = folder.path / "state" / "steno" / "history-notes"
        history.mkdir(parents=True)
        terminal = Terminal(folder)
        terminal.wait("history-notes is not a file")
        terminal.wait_prompt()
        terminal.type(":q\r")
        assert terminal.finish() == 0
        assert b"Error" not in terminal.output and b"errno" not in terminal.output
