#!/usr/bin/env python3
"""headings.py FILE…: the talks of AsciiDoc days, read from their headings alone, independently of Steno.

One line a slot: file, level, start, end, room, title, parted by tabs; what a heading does not say is empty. A slot is a
heading with a time, at whatever level, or one beside it at its level; a file with times in its title is one talk; in a file
without times, slots are at the level that has most speaker lines or abstracts, or else at the first.
"""
import collections
import re
import sys

DELIMITER = re.compile(r"^(-{4,}|={4,}|_{4,}|\*{4,}|\.{4,}|\+{4,}|/{4,}|--|[|,:!]===|```.*)\s*$")
HEADING = re.compile(r"^(={1,6})[ \t]+(\S.*?)[ \t]*$")
TIME = r"(\d{1,2})(?:h|:)(\d\d)?"
DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday)\s+)?"
TIMED = re.compile(
    rf"^{DAY}{TIME}(?:\s*(?:->|-|/|–|à|to)\s*{TIME})?(?![\w.])\s*(?:\(([^()]+)\))?\s*(?:[-:–|](?=\s|$)\s*)?(.*)$", re.I)
SPEAKERS = re.compile(
    r"^\.?(?:By|Par|With|Avec|(?:\w+ )?[Pp]résentée? par|Presented by|Animée? par|Demo par|Intro par|\*?Speakers?\s*:\*?)\s+"
    r"\*?(?:https?://\S+\[)?[A-ZÀ-Þ]\w*[ .,\]]?")
PROSE = re.compile(r"^(?:Par|Avec|With|By) \S+(?: \S+)?, (?:on|le|la|les|il|the|we|you|tout)\b", re.I)


def headings(lines):
    """(level, title, index of its line) of every heading outside of delimited blocks."""
    found, inside = [], None
    for index, line in enumerate(lines):
        stripped = line.rstrip()
        if inside is not None:
            if stripped == inside:
                inside = None
            continue
        delimiter = DELIMITER.match(line)
        if delimiter:
            inside = "```" if stripped.startswith("```") else stripped
            continue
        heading = HEADING.match(line)
        if heading:
            found.append((len(heading[1]) - 1, heading[2], index))
    return found


def time(hour, minute):
    return f"{int(hour):02}h{minute or '00'}" if hour else ""


def is_talk(lines, index):
    """Whether a speaker line or an abstract follows a heading, before the next one and within six lines."""
    for line in lines[index + 1:index + 7]:
        if HEADING.match(line):
            return False
        if (SPEAKERS.match(line) and not PROSE.match(line)) or line.strip().lower() in (".abstract", ".résumé"):
            return True
    return False


def slots(lines):
    found = headings(lines)
    timed = [(level, bool(TIMED.match(title)), title, index) for level, title, index in found]
    sections = [entry for entry in timed if entry[0] > 0]
    levels = collections.Counter(level for level, is_timed, _, _ in sections if is_timed)
    if not levels and any(level == 0 and is_timed for level, is_timed, _, _ in timed):
        return [entry for entry in timed if entry[0] == 0][:1]
    if not levels:
        levels = collections.Counter(level for level, _, _, index in sections if is_talk(lines, index))
    talk = min(levels, key=lambda level: (-levels[level], level)) if levels else 1
    result, within = [], 99
    for level, is_timed, title, index in sections:
        if level > within:
            continue
        within = 99
        if is_timed or level == talk:
            within = level
            result.append((level, is_timed, title, index))
    return result


def main(paths):
    for path in paths:
        lines = open(path, encoding="utf-8").read().split("\n")
        for level, is_timed, title, _ in slots(lines):
            if not is_timed:
                print(path, level, "", "", "", title, sep="\t")
                continue
            match = TIMED.match(title)
            print(path, level, time(match[1], match[2]), time(match[3], match[4]), match[5] or "", match[6], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
