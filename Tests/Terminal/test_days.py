"""Days of other years: `:slots` is what an independent reader of their headings finds, and each edit in a middle slot leaves
every other byte. With STENO_DAYS_ALL=1 the edits are made in every file."""
import os
import pathlib
import re
import sys

from steno import ROOT, Folder, Skip, render_warnings

sys.path.insert(0, str(ROOT / "Tests/Days"))
import headings  # noqa: E402

SHARED = pathlib.Path(os.environ.get("STENO_SHARED", ROOT.parent / "shared"))
SLOT = re.compile(r"^[› ] +(\d+)  (.*?)(?:  \(\d+\))?$")

# What is typed in the slot, and the lines that it may change, by how they begin.
EDITS = {
    "bullet": ["* puce un"],
    "bullets at three depths": ["* puce un", "** puce deux", "*** puce trois"],
    "text": ["une ligne tapée"],
    "a line of its own": ["* puce", "+ suite"],
    "numbered": [". étape", ". autre"],
    "paragraph": [":para Un paragraphe"],
    "announced list": [":para On a vu :", "* un", "* deux"],
    "tip": [":tip Une astuce"],
    "image": [":image photo.jpg Une légende"],
    "todo": [":todo vérifier"],
    "quotation": [":quote On est rien -- Yann"],
    "code": [":code swift", "let x = 1", "."],
    "section": [":section Questions", "* une question"],
    "abstract": [":abstract Le résumé."],
    "slot": [":new 23h00-23h30 Un exposé", "* note"],
}
# These change one line, and may be refused: a slot without a time has no end.
CHANGES = {"title": [":title Un autre titre"], "end": [":end 23h50"], "speakers": [":by Ada Lovelace (ACME)"]}


def days():
    paths = sorted((SHARED / "days").glob("*.adoc"))
    if not paths:
        raise Skip(f"no days at {SHARED / 'days'}")
    return paths


def slots(folder, path):
    done = folder.call("run", "--on", str(path), "-", stdin=b":slots\n")
    assert done.returncode == 0, done.stderr.decode()
    return [found[2] for found in map(SLOT.match, done.stdout.decode().splitlines()[1:]) if found]


def test_slots_are_what_an_independent_reader_finds():
    with Folder() as folder:
        for path in days():
            copy = folder.path / path.name
            copy.write_bytes(path.read_bytes())
            expected = [title for _, _, title, _ in headings.slots(path.read_text().split("\n"))]
            assert slots(folder, copy) == expected, path.name
            assert copy.read_bytes() == path.read_bytes(), path.name


def is_kept(old, new):
    """Whether every line of the old file is in the new one, in order."""
    rest = iter(new)
    return all(line in rest for line in old)


def edited(folder, path, name, lines, middle):
    copy = folder.path / f"{path.stem}-{name.replace(' ', '-')}.adoc"
    copy.write_bytes(path.read_bytes())
    typed = [f":go {middle}", *lines] if middle else lines
    done = folder.call("run", "--on", str(copy), "-", stdin=("\n".join(typed) + "\n").encode())
    return copy, done.stderr.decode()


def test_every_other_byte_stays_when_a_middle_slot_is_continued():
    paths = days() if os.environ.get("STENO_DAYS_ALL") else days()[3::6]
    with Folder() as folder:
        folder.photo()
        copies, count = [], 0
        for path in paths:
            old = path.read_bytes().split(b"\n")
            numbers = len(headings.slots(path.read_text().split("\n")))
            middle = numbers // 2 + 1 if numbers else 0
            for name, lines in {**EDITS, **CHANGES}.items():
                if name in CHANGES and not middle:
                    continue
                if name in ("abstract", "section") and not middle:
                    lines = [":new Un exposé", *lines]
                copy, problem = edited(folder, path, name, lines, middle)
                new = copy.read_bytes().split(b"\n")
                if name in CHANGES:
                    lost = [line for line in old if line not in new]
                    assert len(lost) <= 1 and len(new) - len(old) <= 2, f"{path.name}, {name}: {lost}"
                    assert not problem or "no start" in problem, f"{path.name}, {name}: {problem}"
                elif problem:
                    assert "has an abstract already" in problem, f"{path.name}, {name}: {problem}"
                else:
                    assert is_kept(old, new), f"{path.name}, {name}: not every line stays"
                copies.append((path, name, copy))
                count += 1
        found = warnings([*paths, *(copy for _, _, copy in copies)])
        for path, name, copy in copies:
            new = [text for text in found.get(str(copy), []) if text not in found.get(str(path), [])]
            assert not new, f"{path.name}, {name}: {new}"
        print(f"  {count} edits in {len(paths)} days")


def warnings(paths):
    """What Asciidoctor warns of each file, without the lines' numbers."""
    found = {}
    for line in render_warnings(paths):
        path, _, text = line.split(": ", 2)
        found.setdefault(path, []).append(text)
    return found
