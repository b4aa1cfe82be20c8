"""The reference day, typed again line by line: the file on disk is the reference day, byte for byte."""
import pathlib
import tempfile

from steno import FIXTURES, ROOT, Folder, Terminal, render_warnings

REFERENCE = ROOT / "sessions/20220524_dataops-rocks.adoc"
LINES = (FIXTURES / "reference-day.steno").read_text().splitlines()

# Where the reference is irregular: line number, and why steno writes the line otherwise.
IRREGULAR = {
    22: "the author's own wiki, which no template names",
    255: "two blanks before the dash of `14h30  -`",
    333: "the reference has no line end behind its last line",
}


def prepare(folder):
    for number in range(1, 5):
        folder.photo(f"photos/IMG_{number:04}.jpg")


def differing_lines(written):
    reference = REFERENCE.read_bytes().splitlines(keepends=True)
    lines = written.splitlines(keepends=True)
    assert len(lines) == len(reference), f"{len(lines)} lines for {len(reference)}"
    return [number for number, pair in enumerate(zip(reference, lines), 1) if pair[0] != pair[1]]


def check(folder):
    [day] = folder.days()
    assert day.name == REFERENCE.name, day.name
    assert differing_lines(day.read_bytes()) == sorted(IRREGULAR)
    images = sorted(path.name for path in (folder.notebook / "images").iterdir())
    assert images == [f"20220524_dataops_{number:02}.jpg" for number in range(1, 5)], images


def test_raw_is_not_used():
    assert len(IRREGULAR) < 12
    assert not [line for line in LINES if line.startswith(":raw")]


def test_through_run():
    with Folder() as folder:
        prepare(folder)
        done = folder.run(LINES)
        assert done.returncode == 0, done.stderr.decode()
        check(folder)


def test_key_by_key_and_well_formed_after_every_line():
    with Folder() as folder, tempfile.TemporaryDirectory() as snapshots:
        prepare(folder)
        terminal = Terminal(folder)
        terminal.wait_prompt()
        paths = []
        for number, line in enumerate(LINES, 1):
            terminal.line(line)
            # The author is set before there is a day.
            if line.startswith(":set author"):
                continue
            data = folder.days()[0].read_bytes()
            assert data.endswith(b"\n") and b"\0" not in data, f"line {number}: {line}"
            paths.append(pathlib.Path(snapshots) / f"{number:04}.adoc")
            paths[-1].write_bytes(data)
        terminal.type(":quit\r")
        assert terminal.finish() == 0
        check(folder)
        assert len(paths) == len(LINES) - 1 > 200
        assert render_warnings([REFERENCE]) == []
        assert render_warnings(paths) == []
