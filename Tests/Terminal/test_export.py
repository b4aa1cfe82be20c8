"""A day in every form, a slot in the pause, and what publishes it."""

import base64
import os
import shutil
import zipfile

from steno import ROOT, Folder, Skip, Terminal


def day_in(folder):
    folder.run([":day Tech Rocks", ":new 9h00 A", "un & deux", ":new 10h00 B", "*trois*"])
    return next(folder.notebook.glob("*.adoc"))


def test_a_day_in_every_form_that_needs_no_program():
    with Folder() as folder:
        day = day_in(folder)
        done = folder.run([":export adoc md txt zip out/"])
        assert done.returncode == 0, done.stderr.decode()
        assert (folder.path / f"out/{day.name}").read_bytes() == day.read_bytes()
        assert "- un & deux" in (folder.path / f"out/{day.stem}.md").read_text()
        assert "- un & deux" in (folder.path / f"out/{day.stem}.txt").read_text()
        archive = zipfile.ZipFile(folder.path / f"out/{day.stem}.zip")
        assert archive.testzip() is None and archive.read(f"{day.stem}/{day.name}") == day.read_bytes()


def test_the_forms_of_the_last_time_are_the_next_ones():
    with Folder() as folder:
        day = day_in(folder)
        assert folder.run([":export md txt"]).returncode == 0
        done = folder.run([":export again/"])
        assert sorted(path.suffix for path in (folder.path / "again").iterdir()) == [".md", ".txt"], done.stderr
        assert not list((folder.path / "again").glob(".*")), "no draft stays"


def test_a_slot_alone_has_the_days_title_and_no_other_slot():
    with Folder() as folder:
        day = day_in(folder)
        assert folder.run([":export md slot 1 a.md", ":go 2", ":export txt slot b.txt"]).returncode == 0
        first, second = (folder.path / "a.md").read_text(), (folder.path / "b.txt").read_text()
        assert "Tech Rocks" in first and "un & deux" in first and "trois" not in first, first
        assert "Tech Rocks" in second and "trois" in second and "deux" not in second, second


def test_a_slot_is_shared_again_and_the_old_one_is_in_the_trash():
    if not shutil.which("asciidoctor"):
        return
    with Folder() as folder:
        day = day_in(folder)
        done = folder.run([":share", "quatre", ":share", ":trash"])
        shared = folder.notebook / f"exports/{day.stem}/{day.stem}-02.md"
        assert done.returncode == 0, done.stderr.decode()
        assert "quatre" in shared.read_text() and "quatre" in shared.with_suffix(".html").read_text()
        assert done.stdout.decode().count(f"{day.stem}-02.md") >= 3, done.stdout.decode()


def test_the_notebooks_command_runs_when_it_was_seen_and_typed_again():
    if not shutil.which("asciidoctor"):
        return
    with Folder() as folder:
        day = day_in(folder)
        command = folder.notebook / ".steno/publish"
        command.parent.mkdir(exist_ok=True)
        command.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >> ran\n')
        ran = folder.notebook / "ran"
        assert b"chmod +x" in folder.run([":publish"]).stderr and not ran.exists()
        command.chmod(0o777)
        assert b"chmod +x" in folder.run([":publish", ":publish"]).stderr and not ran.exists(), "others may write it"
        command.chmod(0o755)
        done = folder.run([":publis", ":publish", "y", "yes", "oui"])
        assert b"would run" in done.stdout and not ran.exists(), done.stdout
        assert folder.run([":publish", ":publish"]).returncode == 0
        assert len(ran.read_text().splitlines()) == 2, ran.read_text()
        assert folder.run([":publish"]).returncode == 0
        assert len(ran.read_text().splitlines()) == 4
        # Another program under the same name is another question.
        command.write_text('#!/bin/sh\necho "$@" >> other\n')
        assert b"would run" in folder.run([":publish"]).stdout and not (folder.notebook / "other").exists()


def test_what_is_copied_goes_to_the_program_of_the_desktop():
    with Folder() as folder:
        day_in(folder)
        tools = folder.path / "tools"
        tools.mkdir()
        (tools / "wl-copy").write_text(f"#!/bin/sh\ncat > '{folder.path}/clip'\n")
        (tools / "wl-copy").chmod(0o755)
        path = f"{tools}:{os.environ['PATH']}"
        done = folder.run([":export md --clipboard slot"], env={"WAYLAND_DISPLAY": "x", "PATH": path})
        assert done.returncode == 0, done.stderr
        assert "**trois**" in (folder.path / "clip").read_text()


def test_steno_export_writes_the_same():
    with Folder() as folder:
        day = day_in(folder)
        folder.run([":export md x/"])
        shutil.rmtree(folder.notebook / ".steno")
        done = folder.call("export", str(day), "md", "y/")
        assert done.returncode == 0, done.stderr
        assert not (folder.notebook / ".steno").exists(), "a file that is exported is no notebook"
        assert (folder.path / f"x/{day.stem}.md").read_bytes() == (folder.path / f"y/{day.stem}.md").read_bytes()
        again = folder.call("export", str(day), "md", "y/")
        assert again.returncode == 1 and b"is there already" in again.stderr
        assert folder.call("export", str(day), "md", "y/", "--overwrite").returncode == 0


def test_ctrl_c_gives_a_slow_export_up_and_nothing_is_written():
    with Folder() as folder:
        day_in(folder)
        tools = folder.path / "tools"
        tools.mkdir()
        (tools / "asciidoctor").write_text(f"#!/bin/sh\necho $$ > '{folder.path}/pid'\nexec sleep 60\n")
        (tools / "asciidoctor").chmod(0o755)
        terminal = Terminal(folder, env={"PATH": f"{tools}:{os.environ['PATH']}"})
        terminal.wait_prompt()
        terminal.type(":export html md out/\r")
        terminal.wait("html … 1 s")
        terminal.type(b"\x03")
        terminal.wait("cancelled; nothing was written")
        terminal.wait_prompt()
        terminal.line("still here")
        assert not (folder.path / "out").exists()
        pid = int((folder.path / "pid").read_text())
        assert not os.path.exists(f"/proc/{pid}"), "the program is gone, too"
        terminal.type(b"\x04")
        assert terminal.finish() == 0
        assert folder.text().endswith("* still here\n"), folder.text()


def test_the_reference_day_on_paper_has_every_glyph_and_an_outline():
    shared = ROOT.parent / "shared/reference-day.adoc"
    if not shutil.which("weasyprint") or not shutil.which("asciidoctor") or not shared.exists():
        raise Skip("weasyprint, asciidoctor or ../shared is missing")
    with Folder() as folder:
        shutil.copy(shared, folder.path / "day.adoc")
        done = folder.call("export", "day.adoc", "./day.pdf")
        assert done.returncode == 0 and b"no font here prints" not in done.stdout, done
        paper = (folder.path / "day.pdf").read_bytes()
        assert paper.startswith(b"%PDF") and b"/Outlines" in paper


def test_what_no_font_prints_is_named_with_its_line():
    if not shutil.which("weasyprint") or not shutil.which("asciidoctor"):
        raise Skip("weasyprint or asciidoctor is missing")
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un", "rare \U0010fffd ici"])
        done = folder.run([":export pdf"])
        line = folder.text().split("\n").index("* rare \U0010fffd ici") + 1
        assert f"U+10FFFD ({line})" in done.stdout.decode(), done


def test_pictures_that_are_not_exported_are_named():
    with Folder() as folder:
        day_in(folder)
        day = next(folder.notebook.glob("*.adoc"))
        day.write_text(day.read_text() + "\nimage::../out.png[]\n\nimage::https://example.org/x.png[]\n\nimage::in.png[]\n")
        said = folder.run([":export md"]).stdout.decode()
        assert "not found, so not exported: ./images/in.png" in said or "in.png" in said, said
        assert "https://example.org/x.png" in said and "out.png" in said, said


def test_without_a_desktop_the_terminal_takes_the_copy():
    with Folder() as folder:
        day_in(folder)
        terminal = Terminal(folder, env={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        terminal.wait_prompt()
        terminal.line(":export txt --clipboard slot")
        start = terminal.output.index(b"\x1b]52;c;") + len(b"\x1b]52;c;")
        copied = base64.b64decode(terminal.output[start:terminal.output.index(b"\x07", start)]).decode()
        assert "trois" in copied and "Tech Rocks" in copied, copied
        terminal.type(b"\x04")
        assert terminal.finish() == 0
