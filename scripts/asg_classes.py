"""The classes of difference between the graph and what Asciidoctor shows, each with its smallest input.

The comparison is the tool beside the project, ../shared/tools/asg/asg_agreement.py; it is measured where it is there.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile


class Graphs:
    def __init__(self, tool, steno):
        self.tool, self.steno = str(pathlib.Path(tool).resolve()), str(pathlib.Path(steno).resolve())

    def compare(self, paths):
        """How many files are equal, of how many, and what differs: by class, with file, line, Asciidoctor's and ours."""
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, self.tool, self.steno, *map(str, paths)], cwd=folder,
                                  capture_output=True, encoding="utf-8", errors="surrogateescape")
            equal, seen = map(int, re.match(r"(\d+) of (\d+) files", done.stdout).groups())
            return equal, seen, json.loads((pathlib.Path(folder) / "asg.diffs.json").read_text())

    def smallest(self, name, source, folder):
        """Takes lines away as long as the class of difference is there; all candidates of a round are read at once."""
        lines, size = source.split("\n"), max(1, source.count("\n") // 2)
        while size:
            for old in folder.glob("*.adoc"):
                old.unlink()
            candidates = [lines[:at] + lines[at + size:] for at in range(0, len(lines), size)]
            for number, candidate in enumerate(candidates):
                (folder / f"{number:05}.adoc").write_text("\n".join(candidate), errors="surrogateescape")
            different = {pathlib.Path(entry[0]).name for entry in self.compare([folder])[2].get(name, [])}
            kept = next((c for n, c in enumerate(candidates) if f"{n:05}.adoc" in different and c != lines), None)
            if kept is None:
                size //= 2
            else:
                lines, size = kept, min(size, max(1, len(kept) // 2))
        return "\n".join(lines)


def around(theirs, ours):
    """The two texts from shortly before the place where they part."""
    if not isinstance(theirs, str) or not isinstance(ours, str):
        return json.dumps(theirs, ensure_ascii=False)[:200], json.dumps(ours, ensure_ascii=False)[:200]
    at = next((n for n, pair in enumerate(zip(theirs, ours)) if pair[0] != pair[1]), min(len(theirs), len(ours)))
    return theirs[max(0, at - 40):at + 60], ours[max(0, at - 40):at + 60]


def report(tool, steno, corpus):
    """The lines of the document about the graph."""
    graphs = Graphs(tool, steno)
    equal, seen, classes = graphs.compare([corpus])
    out = ["", "## The graph, beside what Asciidoctor shows", "",
           f"Titles, identifiers, roles, options, cells and every text with its inlines are equal in {equal} of {seen} files "
           f"of the corpus ({100 * equal / seen:.2f} %). What differs, by class:"]
    for name, entries in sorted(classes.items(), key=lambda item: -len(item[1])):
        files = collections.Counter(entry[0] for entry in entries)
        if not files or name in ("REFUSED", "SEQ"):
            continue
        first = min(files, key=lambda file: pathlib.Path(file).stat().st_size)
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            source = graphs.smallest(name, pathlib.Path(first).read_text(errors="surrogateescape"), folder)
            file = folder / "smallest.adoc"
            file.write_text(source, errors="surrogateescape")
            entry = next(iter(graphs.compare([file])[2].get(name, [])), None)
        theirs, ours = around(*entry[2:4]) if entry else ("", "")
        out += ["", f"### {name}: {len(entries)} in {len(files)} files", "", "The smallest input:", "", "```",
                *source.split("\n"), "```", "", "Asciidoctor, then Steno:", "", "```", theirs, ours, "```"]
    return out
