"""What pandoc reads: the text of a document, and its skeleton of headings, lists, links, pictures and code."""
import json
import subprocess
import unicodedata
import urllib.parse


def read(form, path):
    result = subprocess.run(['pandoc', '-f', form, '-t', 'json', path], capture_output=True, timeout=300)
    return json.loads(result.stdout)['blocks'] if result.returncode == 0 else None


def squeezed(text):
    """Without any space: where they stand differs between forms; composed, as pandoc does."""
    for sign in '\u200b\ufeff':
        text = text.replace(sign, '')
    return ''.join(unicodedata.normalize('NFC', text).split())


class Reading:
    def __init__(self, blocks=()):
        self.text, self.notes, self.skeleton, self.lists = [], [], [], []
        self.blocks(blocks)

    def inlines(self, inlines, out=None):
        out = self.text if out is None else out
        for inline in inlines:
            kind, content = inline['t'], inline.get('c')
            if kind == 'Str':
                out.append(content)
            elif kind in ('Space', 'SoftBreak', 'LineBreak'):
                out.append(' ')
            elif kind == 'Code':
                out.append(content[1])
                self.skeleton.append(('code', squeezed(content[1])))
            elif kind == 'Math':
                out.append(content[1])
            elif kind == 'RawInline':
                out.append(' ' if content[1].startswith('<br') else '')
            elif kind == 'Quoted':
                marks = '“”' if content[0]['t'] == 'DoubleQuote' else '‘’'
                out.append(marks[0])
                self.inlines(content[1], out)
                out.append(marks[1])
            elif kind == 'Link':
                self.skeleton.append(('link', urllib.parse.unquote(content[2][0])))
                self.inlines(content[1], out)
            elif kind == 'Image':
                alt = []
                Reading().inlines(content[1], alt)
                self.skeleton.append(('image', urllib.parse.unquote(content[2][0]), squeezed(''.join(alt))))
            elif kind == 'Note':
                self.notes.append(Reading(content))
            elif kind in ('Span', 'Cite'):
                self.inlines(content[1], out)
            else:
                self.inlines(content, out)

    def blocks(self, blocks):
        for block in blocks:
            kind, content = block['t'], block.get('c')
            if kind in ('Para', 'Plain'):
                self.inlines(content)
            elif kind == 'Header':
                self.skeleton.append(('heading', content[0]))
                self.inlines(content[2])
            elif kind == 'CodeBlock':
                self.text.append(content[1])
                self.skeleton.append(('code', squeezed(content[1])))
            elif kind == 'BulletList':
                self.list('u', content)
            elif kind == 'OrderedList':
                self.list('o', content[1])
            elif kind == 'DefinitionList':
                # Markdown has none: its items begin with the term.
                self.list('u', [[{'t': 'Para', 'c': term}] + sum(texts, []) for term, texts in content])
            elif kind == 'BlockQuote':
                self.blocks(content)
            elif kind == 'Div':
                self.blocks(content[1])
            elif kind == 'LineBlock':
                for line in content:
                    self.inlines(line)
            elif kind == 'Table':
                self.table(content)
            self.text.append(' ')

    def list(self, kind, items):
        self.lists.append(kind)
        self.skeleton.append(('list', ''.join(self.lists), len(items)))
        for item in items:
            self.skeleton.append(('item', len(self.lists)))
            self.blocks(item)
        self.lists.pop()

    def table(self, content):
        _, caption, _, head, bodies, foot = content
        self.blocks(caption[1])
        rows = list(head[1])
        for body in bodies:
            rows += body[2] + body[3]
        for row in rows + foot[1]:
            for cell in row[1]:
                self.blocks(cell[4])
                self.text.append(' ')
