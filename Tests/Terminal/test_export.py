"""A day in every form, a slot in the pause, and what publishes it."""

import base64
import os
import shutil
import subprocess
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
        assert again.returncode == 1 and b"is there already; --overwrite" in again.stderr
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
        done = folder.call("export", "day.adoc", "pdf", "txt", "./")
        assert done.returncode == 0, done
        paper = (folder.path / "day.pdf").read_bytes()
        assert paper.startswith(b"%PDF") and b"/Outlines" in paper
        if shutil.which("pdftotext"):
            # WeasyPrint leaves out what it has no glyph for: it is not in the text either.
            found = subprocess.run(["pdftotext", str(folder.path / "day.pdf"), "-"], capture_output=True).stdout.decode()
            typed = set((folder.path / "day.txt").read_text()) - set(found) - set("_=-~^*\n\u200b\ufe0f")
            assert not typed, typed


def test_what_no_font_prints_is_named_with_its_line():
    if not shutil.which("weasyprint") or not shutil.which("asciidoctor"):
        raise Skip("weasyprint or asciidoctor is missing")
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un", "rare \U0010fffd ici"])
        done = folder.run([":export pdf md"])
        line = folder.text().split("\n").index("* rare \U0010fffd ici") + 1
        said = done.stderr.decode()
        assert f"U+10FFFD ({line})" in said and "nothing was written" in said and "--incomplete" in said, done
        assert not list(folder.notebook.glob("exports/**/*")), "it is said before anything is written"
        done = folder.run([":export pdf md --incomplete"])
        assert done.returncode == 0 and f"U+10FFFD ({line})" in done.stdout.decode(), done
        assert len(list(folder.notebook.glob("exports/*/*"))) == 2


def test_what_is_there_is_named_and_nothing_is_written():
    with Folder() as folder:
        day = day_in(folder)
        assert folder.run([":export md txt x/"]).returncode == 0
        said = folder.run([":export md txt adoc x/"]).stderr.decode()
        assert "nothing was written" in said and f"x/{day.stem}.md, x/{day.stem}.txt are there" in said, said
        assert ":export! md txt adoc x/" in said and not (folder.path / f"x/{day.name}").exists(), said
        assert folder.run([":export! md txt adoc x/"]).returncode == 0
        assert (folder.path / f"x/{day.name}").exists()


def test_paper_by_a_browser_where_weasyprint_is_missing():
    if not shutil.which("chromium") or not shutil.which("asciidoctor"):
        raise Skip("chromium or asciidoctor is missing")
    with Folder() as folder:
        folder.run([":day Tech Rocks", ":new 9h00 A", "un « deux » trois"])
        tools = folder.path / "tools"
        tools.mkdir()
        for name in ["asciidoctor", "fc-list"]:
            (tools / name).symlink_to(shutil.which(name))
        said = folder.run([":export pdf"], env={"PATH": str(tools)}).stderr.decode()
        assert "pdf needs weasyprint: sudo apt install weasyprint; nothing was written" in said, said
        # It is a script that calls programs of the system.
        (tools / "chromium").write_text(f"#!/bin/sh\nPATH={os.environ['PATH']} exec {shutil.which('chromium')} \"$@\"\n")
        (tools / "chromium").chmod(0o755)
        temporary = folder.path / "temporary"
        temporary.mkdir()
        done = folder.run([":export pdf"], env={"PATH": str(tools), "TMPDIR": str(temporary)})
        assert done.returncode == 0, done.stderr
        [paper] = folder.notebook.glob("exports/*/*.pdf")
        assert paper.read_bytes().startswith(b"%PDF") and b"/Outlines" in paper.read_bytes()
        assert not list(temporary.iterdir()), list(temporary.iterdir())


def test_a_slot_of_a_file_that_is_one_talk_has_no_other_talk():
    with Folder() as folder:
        folder.notebook.mkdir()
        day = folder.notebook / "20261125_talk.adoc"
        day.write_text("= 9h00 - 10h00 : Un exposé\n\n* premier\n\n== Notes\n\n* second\n\n== Questions\n\n* third\n\n== 11h00 - 12h00 : Autre\n\n* ailleurs\n")
        done = folder.run([":go 1", ":export md slot", ":go 2", ":export md slot", ":export txt part"], "--on", str(day))
        first, second = [(folder.notebook / f"exports/{day.stem}/{day.stem}-0{n}.md").read_text() for n in (1, 2)]
        assert "premier" in first and "second" in first and "ailleurs" not in first, first
        assert "ailleurs" in second and "premier" not in second, second
        assert b"no part of the day" in done.stderr, done.stderr


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
