"""Other programs and other shells at the same day, while somebody types or nobody does."""
import os
import signal
import subprocess
import time

from steno import Folder, Terminal


def append(path, text):
    with open(path, "a") as file:
        file.write(text)


def test_an_outside_edit_is_shown_while_nobody_types():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un"])
        terminal = Terminal(folder)
        terminal.wait_prompt()
        start = len(terminal.output)
        terminal.type("à moitié")
        terminal.wait("moitié", start)
        append(folder.days()[0], "* dehors\n")
        terminal.wait("another program changed the file", start)
        terminal.line(" tapé")
        folder.wait_end("* un\n* dehors\n* à moitié tapé\n")
        subprocess.run(["sed", "-i", "s/dehors/remplacé/", str(folder.days()[0])], check=True)
        terminal.wait("another program changed the file", len(terminal.output))
        terminal.type("\x04")
        assert terminal.finish() == 0


def test_a_second_shell_follows_and_writes_when_the_first_is_gone():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A"])
        first, second = Terminal(folder), None
        first.wait_prompt()
        first.line("un")
        second = Terminal(folder)
        second.wait_prompt()
        assert f"process {first.pid} on ".encode() in second.output and b"for 0 min" in second.output, second.output
        second.line("refusé")
        first.line("deux")
        folder.wait_end("* un\n* deux\n")
        second.line(":show")
        second.wait("deux")
        first.kill(signal.SIGKILL)
        os.waitpid(first.pid, 0)
        second.line("trois")
        second.wait("this one writes the day now")
        folder.wait_end("* un\n* deux\n* trois\n")
        second.type("\x04")
        assert second.finish() == 0


def test_a_private_notebook_is_for_its_owner_only():
    with Folder() as folder:
        (folder.notebook / ".steno").mkdir(parents=True)
        (folder.notebook / ".steno/settings").write_text("private = true\n")
        photo = folder.photo()
        done = folder.run([":day Tech Rocks", ":new A", f":image {photo}", ":export out.adoc", ":save-to copy.adoc"])
        assert done.returncode == 0, done.stderr
        written = folder.days() + [folder.path / "copy.adoc"] + [p for p in folder.notebook.rglob("*.jpg")]
        assert len(written) > 2
        for path in written:
            assert path.stat().st_mode & 0o077 == 0, (path, oct(path.stat().st_mode))
        for path in folder.notebook.rglob("*.jpg"):
            assert path.parent.stat().st_mode & 0o077 == 0, path.parent


def test_undo_passes_over_what_another_program_changed():
    with Folder() as folder:
        folder.run([":day T", ":new 10h A", "un", "deux", "trois"])
        subprocess.run(["sed", "-i", "s/trois/TROIS/", str(folder.days()[0])], check=True)
        done = folder.run([":undo", ":undo", ":undo 5"])
        assert "cannot undo" in done.stderr.decode(), done
        assert folder.text().count("TROIS") == 1 and "deux" not in folder.text(), folder.text()
        done = folder.run([":redo 9", ":history"])
        assert "* deux" in folder.text() and folder.text().count("TROIS") == 1, (folder.text(), done)


def test_a_deleted_file_is_called_deleted_and_made_anew():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un"])
        [path] = folder.days()
        terminal = Terminal(folder)
        terminal.wait_prompt()
        start = len(terminal.output)
        lines = 0
        # On a busy machine the second that a file is given to come back may be over before the line is.
        while b"was deleted by another program" not in terminal.output[start:]:
            path.unlink()
            terminal.line("encore")
            lines += 1
            assert lines < 20, terminal.output
            limit = time.monotonic() + 20
            while not path.exists():
                assert time.monotonic() < limit, "it stays away"
                time.sleep(0.05)
        folder.wait_end("* un\n" + "* encore\n" * lines)
        assert b"changed by another program" not in terminal.output[start:]
        terminal.type("\x04")
        assert terminal.finish() == 0


def test_leaving_says_why_the_file_lags_and_the_next_start_writes_it():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un"])
        [path] = folder.days()
        terminal = Terminal(folder)
        terminal.wait_prompt()
        path.rename(folder.path / "away")
        path.mkdir()
        start = len(terminal.output)
        terminal.type("deux\r\x04")
        assert terminal.finish() == 1
        said = terminal.output[start:].decode()
        assert "every line is kept in the journal" in said and "20" in said.rsplit("the file: ", 1)[-1], said
        path.rmdir()
        (folder.path / "away").rename(path)
        folder.run([":slots"])
        folder.wait_end("* un\n* deux\n")


def test_a_deleted_file_is_made_anew_while_nobody_types():
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un"])
        [path] = folder.days()
        whole = path.read_text()
        terminal = Terminal(folder)
        terminal.wait_prompt()
        terminal.type("à moitié")
        terminal.wait("moitié")
        path.unlink()
        limit = time.monotonic() + 20
        while not path.exists():
            assert time.monotonic() < limit, "it stays away"
            time.sleep(0.05)
        assert path.read_text() == whole
        terminal.line(" deux")
        folder.wait_end("* un\n* à moitié deux\n")
        terminal.type("\x04")
        assert terminal.finish() == 0
