#!/usr/bin/python3
"""Holds Markdown against Asciidoctor's HTML, both read by pandoc: FOLDER/N.md against FOLDER/N.html.

Usage: compare.py FOLDER COUNT LEAST   (LEAST: percent of the files whose skeleton is the same; the text of all of them
must be, unless LEAST is below 100). Prints what differs; exit status 1 where too much does.
"""
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

from pandoc import Reading, read, squeezed

# What Asciidoctor shows that is not the document's text, and its signs for boxes, formulas and callouts' comments.
BOXES = re.compile('[❏✓☐☒•·^]|\\\\\\$|Yourbrowserdoesnotsupportthe(video|audio)tag\\.|\\[\\d+\\]')
ALERT = re.compile(r'\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]')


def text(reading):
    whole = squeezed(''.join(reading.text))
    for number, note in enumerate(reading.notes, 1):
        whole += squeezed(f'{number}. ' + ''.join(note.text))
    whole = ALERT.sub(lambda found: found[1].capitalize(), whole)
    return BOXES.sub('', re.sub(r'<!--(\(\d+\))-->', r'\1', whole)).replace('.html', '.adoc')


def skeleton(reading):
    """Other documents are `.html` to Asciidoctor, `.adoc` to us; the way back from a footnote is its own."""
    return [(part[0], re.sub(r'\.html(?=#|$)', '.adoc', part[1])) if part[0] == 'link' else part
            for part in reading.skeleton if not (part[0] == 'link' and part[1].startswith('#_footnote'))]


def compare(folder, number):
    html, markdown = read('html', f'{folder}/{number}.html'), read('gfm', f'{folder}/{number}.md')
    if html is None or markdown is None:
        return ['pandoc failed'] * 2
    html, markdown = Reading(html), Reading(markdown)
    found = [None, None]
    wanted, shown = text(html), text(markdown)
    if wanted != shown:
        start = len(os.path.commonprefix([wanted, shown]))
        found[0] = f'text {wanted[max(0, start - 30):start + 50]!r} is {shown[max(0, start - 30):start + 50]!r}'
    wanted, shown = skeleton(html), skeleton(markdown)
    if wanted != shown:
        start = next((i for i, pair in enumerate(zip(wanted, shown)) if pair[0] != pair[1]), min(len(wanted), len(shown)))
        found[1] = f'skeleton {wanted[start:start + 2]} is {shown[start:start + 2]}'
    return found


def main():
    folder, count, least = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda number: compare(folder, number), range(count)))
    for number, parts in enumerate(found):
        for part in parts:
            if part:
                print(f'{number}: {part[:300]}')
    texts, skeletons = (sum(parts[i] is None for parts in found) for i in (0, 1))
    print(f'{count} files: the text of {texts} is the same, the skeleton of {skeletons}')
    enough = 100 * min(skeletons, texts) >= least * count
    sys.exit(0 if enough and count else 1)


main()
