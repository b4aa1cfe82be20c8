"""Bad input: each a clear one-line error, and nothing lost."""
import os
import stat
import subprocess

from steno import Folder, Skip, Terminal

DAY = [":day Tech Rocks", ":new 14h00 Tech", "un"]


def refused(line, says, folder=None, setup=lambda folder: None):
    """Types `line` after DAY: one line of error that says `says`; the file as before."""
    with Folder() as folder:
        setup(folder)
        assert folder.run(DAY).returncode == 0
        before = folder.text()
        done = folder.run([line, "deux"])
        errors = done.stderr.decode().splitlines()
        assert done.returncode == 1, (line, done)
        assert len(errors) == 1 and ":1: " in errors[0] and says in errors[0], errors
        assert folder.text() == before + "* deux\n", folder.text()


def test_unknown_command_suggests_the_nearest():
    refused(":neww 14h00", "did you mean :new?")


def test_impossible_time():
    refused(":new 25h99", "“25h99” is no time of day")


def test_depth_jump_of_two():
    refused("*** trois", "skips a level; use **")


def test_image_of_a_missing_file():
    refused(":image nowhere.jpg", "no such file")


def test_image_of_a_text_file():
    refused(":image note.jpg", "not an image", setup=lambda folder: (folder.path / "note.jpg").write_text("du texte"))


def test_image_of_a_directory():
    refused(":image photos", "is a folder", setup=lambda folder: (folder.path / "photos").mkdir())


def test_go_to_nothing():
    refused(":go nulle part", "no slot “nulle part”")


def test_end_before_the_start():
    refused(":end 13h00", "begins at 14h00, it cannot end at 13h00")


def test_line_that_is_not_utf8():
    refused_bytes = "caf\xe9".encode("latin-1")
    with Folder() as folder:
        assert folder.run(DAY).returncode == 0
        before = folder.text()
        done = folder.run(refused_bytes + b"\ndeux\n")
        assert done.returncode == 1
        assert "not valid UTF-8" in done.stderr.decode()
        assert folder.text() == before + "* deux\n"


def test_line_of_a_megabyte():
    refused("x" * (1 << 20), "longer than 1024 KB")


def test_long_line_below_the_limit_is_kept():
    with Folder() as folder:
        line = "é" * 400_000
        assert folder.run(DAY + [line]).returncode == 0
        assert folder.text().endswith("* " + line + "\n")


def test_megabyte_typed_on_a_terminal_does_not_harm():
    with Folder() as folder:
        terminal = Terminal(folder)
        terminal.wait_prompt()
        for line in ["Tech Rocks", "un"]:
            terminal.line(line)
        start = len(terminal.output)
        terminal.type(b"\x1b[200~" + b"x" * (1 << 20) + b"\x1b[201~")
        terminal.prompts = terminal.wait("longer than", start)
        terminal.wait_prompt()
        kept = [path for path in (folder.path / "state/steno").glob("refused-*")]
        assert [path.read_text() for path in kept] == ["x" * (1 << 20)], kept
        terminal.line("deux")
        terminal.type("\x04")
        assert terminal.finish() == 0
        assert folder.text().endswith("* un\n* deux\n")


def test_day_file_that_is_a_directory():
    with Folder() as folder:
        (folder.path / "jour.adoc").mkdir()
        done = folder.call("run", "--on", "jour.adoc", "-", stdin=b"un\n")
        assert done.returncode == 1
        assert "jour.adoc is not a file" in done.stderr.decode(), done.stderr


def test_invalid_utf8_in_the_day_file_is_told_and_kept():
    with Folder() as folder:
        path = folder.path / "latin.adoc"
        path.write_bytes(b"= T\n\ncaf\xe9\n")
        done = folder.call("run", "--on", str(path), "-", stdin=b"un\n")
        assert done.returncode == 0
        assert "latin.adoc:3: not valid UTF-8" in done.stdout.decode(), done.stdout
        assert path.read_bytes() == b"= T\n\ncaf\xe9\n\n* un\n"


def test_export_onto_an_existing_file():
    with Folder() as folder:
        target = folder.path / "out.adoc"
        target.write_text("précieux")
        assert folder.run(DAY).returncode == 0
        done = folder.run([":export out.adoc"])
        assert done.returncode == 1
        assert "nothing was written: out.adoc is there already; :export! out.adoc writes over what is there" in done.stderr.decode(), done.stderr
        assert target.read_text() == "précieux"
        assert folder.run([":export! out.adoc"]).returncode == 0
        assert target.read_text() == folder.text()


def test_unknown_placeholder_in_a_template_is_named():
    with Folder() as folder:
        templates = folder.notebook / "templates"
        templates.mkdir(parents=True)
        (templates / "conference.adoc").write_text("= {{title}} {{speaker}}\n")
        done = folder.run([":day Tech Rocks"])
        assert "unknown placeholder {{speaker}}" in done.stderr.decode(), done.stderr
        assert not folder.days()
        (templates / "conference.adoc").write_text("= {{title}} & co\n")
        assert folder.run([":day Tech Rocks"]).returncode == 0
        assert " & co" in folder.text()


def test_notebook_that_cannot_be_written():
    if os.geteuid() == 0 and subprocess.run(["which", "setpriv"], capture_output=True).returncode != 0:
        raise Skip("root writes everywhere, and setpriv is missing")
    with Folder() as folder:
        folder.notebook.mkdir()
        folder.notebook.chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH)
        folder.path.chmod(0o777)
        script = folder.path / "script.steno"
        script.write_text(":day Tech Rocks\n")
        from steno import STENO
        command = [STENO, "run", "-n", str(folder.notebook), str(script)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
        done = subprocess.run(command, env=folder.env, capture_output=True)
        errors = done.stderr.decode().splitlines()
        assert done.returncode == 1 and len(errors) == 1 and "permission denied" in errors[0], done
