"""A report's input, typed into the program in a folder of its own, and what Asciidoctor reads after it."""
import html.parser
import json
import pathlib
import shutil
import subprocess
import urllib.parse

from steno import Folder, ROOT

INPUTS = pathlib.Path(__file__).resolve().parent / "inputs"


class Block:
    """A block as Tests/Oracle/blocks.rb prints it."""

    def __init__(self, line):
        self.depth = (len(line) - len(line.lstrip(" "))) // 2
        self.context, self.style, self.level, _, rest = line.strip().split(" ", 4)
        self.details = rest
        self.texts = strings(rest)
        self.title = self.texts[0] if rest.startswith('"') else None
        self.parents = []

    def __repr__(self):
        return "  " * self.depth + f"{self.context} {self.style} {self.level} {self.details}"

    @property
    def list_depth(self):
        return sum(parent.context in ("ulist", "olist", "dlist", "colist") for parent in self.parents)

    @property
    def section(self):
        return next((parent.title for parent in reversed(self.parents) if parent.context == "section"), None)


def strings(text):
    found, decoder, index = [], json.JSONDecoder(), text.find('"')
    while index >= 0:
        value, end = decoder.raw_decode(text, index)
        found.append(value)
        index = text.find('"', end)
    return found


def read(path):
    """What Asciidoctor's parser finds in a file."""
    done = subprocess.run(
        ["ruby", str(ROOT / "Tests/Oracle/blocks.rb")], input=f"{path}\n".encode(), capture_output=True, check=True)
    blocks, open_blocks = [], []
    for line in done.stdout.decode().splitlines()[1:]:
        block = Block(line)
        open_blocks = open_blocks[:block.depth]
        block.parents = list(open_blocks)
        open_blocks.append(block)
        blocks.append(block)
    return blocks


class Report(Folder):
    """A report's document beside its pictures; `number` is the beginning of its file's name."""

    def __init__(self, number, document=None):
        super().__init__()
        self.lines_path = next(iter(sorted(INPUTS.glob(f"{number}*.lines"))), None)
        documents = sorted(INPUTS.glob(f"{document or number}*.adoc"))
        self.file = None
        if documents:
            self.file = self.path / "work" / "day.adoc"
            self.file.parent.mkdir()
            shutil.copy(documents[0], self.file)
            shutil.copytree(INPUTS / "images", self.file.parent / "images")
        shutil.copy(INPUTS / "dot.png", self.path / "dot.png")
        self.before = self.file.read_bytes() if self.file else b""

    def type(self, *lines):
        """Types the report's lines, or these. Returns the finished process."""
        data = ("\n".join(lines) + "\n").encode() if lines else self.lines_path.read_bytes()
        on = ["--on", str(self.file)] if self.file else ["-t", "minimal"]
        self.done = self.run(data, *on)
        assert self.done.returncode in (0, 1), self.done
        if not self.file:
            self.file = self.days()[0]
        return self.done

    @property
    def said(self):
        return (self.done.stdout + self.done.stderr).decode()

    @property
    def after(self):
        return self.file.read_text()

    def blocks(self):
        return read(self.file)

    def item(self, text):
        """The only item with this text."""
        items = [block for block in self.blocks() if block.context == "item" and text in block.texts]
        assert len(items) == 1, (text, self.after, self.blocks())
        return items[0]

    def section(self, title):
        sections = [block for block in self.blocks() if block.context == "section" and block.title == title]
        assert len(sections) == 1, (title, self.after, self.blocks())
        return sections[0]

    def html(self, *options):
        done = subprocess.run(
            ["asciidoctor", "-q", "-s", *options, "-o", "-", str(self.file)], capture_output=True, check=True)
        return done.stdout.decode()

    def image_files(self):
        """The files that the images of the HTML ask for."""
        found = []

        class Images(html.parser.HTMLParser):
            def handle_starttag(self, tag, attributes):
                if tag == "img":
                    found.append(urllib.parse.unquote(dict(attributes)["src"]))

        Images().feed(self.html())
        return [self.file.parent / source for source in found]
