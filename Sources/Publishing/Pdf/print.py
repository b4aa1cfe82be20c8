# Prints a page with WeasyPrint. Input: HTML. Output: those of its characters that the fonts have which it was printed with,
# in the order of their numbers, and the PDF. Where this WeasyPrint does not tell its fonts: the PDF alone.
# Argument: trust: what the page shows from elsewhere is loaded.
import html
import io
import sys

import weasyprint

fonts = []


def watch():
    """What it prints with is told while it prints: afterwards it has cut the fonts down to what was used."""
    import weasyprint.pdf.stream as stream

    class Font(stream.Font):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            fonts.append((self.file_content, self.index))
    stream.Font = Font


def shown(characters):
    from fontTools.ttLib import TTFont
    codes = set()
    for content, index in fonts:
        codes.update(TTFont(io.BytesIO(content), fontNumber=index, lazy=True).getBestCmap() or {})
    return "".join(sorted(character for character in characters if ord(character) in codes))


def own(url, *rest, **named):
    if sys.argv[1:] != ["trust"] and not url.startswith("data:"):
        raise ValueError("not loaded: " + url)
    return weasyprint.default_url_fetcher(url, *rest, **named)


source = sys.stdin.buffer.read().decode("utf-8", "replace")
try:
    watch()
except Exception:
    pass
paper = weasyprint.HTML(string=source, url_fetcher=own).write_pdf()
try:
    sys.stdout.buffer.write(shown(set(html.unescape(source))).encode("utf-8", "replace"))
except Exception:
    pass
sys.stdout.buffer.write(paper)
