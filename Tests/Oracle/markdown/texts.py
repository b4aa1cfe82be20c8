#!/usr/bin/python3
"""Whether texts are text after rendering: FILE.md, whose thematic breaks part the texts, against FILE.json.

Usage: texts.py FILE   Prints what differs; exit status 1 where anything does.
"""
import json
import sys

from pandoc import Reading, read, squeezed


def main():
    with open(sys.argv[1] + '.json', encoding='utf-8') as file:
        wanted = json.load(file)
    parts = [[]]
    for block in read('gfm', sys.argv[1] + '.md'):
        if block['t'] == 'HorizontalRule':
            parts.append([])
        else:
            parts[-1].append(block)
    bad = 0
    for text, part in zip(wanted, parts):
        reading = Reading(part)
        shown = squeezed(''.join(reading.text))
        # An address is a link in AsciiDoc, too, also where it was typed as text.
        markup = [kind for kind in reading.skeleton if kind[0] not in ('heading', 'list', 'item', 'link')]
        if shown != squeezed(text) or markup or reading.notes:
            bad += 1
            if bad <= 20:
                print(f'{text!r} is {shown!r} {markup}')
    print(f'{len(wanted)} texts, {bad} render otherwise than typed; {len(parts)} parts')
    sys.exit(1 if bad or len(parts) != len(wanted) else 0)


main()
