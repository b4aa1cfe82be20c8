#!/usr/bin/env python3
"""Measures ProgrammesProbe against Python's own readers. Usage: programmes.py PROBE"""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

RUNS = int(os.environ.get("RUNS", "15"))
TEXT = "We show what **happens** when a line is typed, & why it is kept: [the paper](https://example.org/a_b). " * 10
LISTED = "\r\n\r\n* first point\r\n* second point\r\n\r\nMore words follow, été comme hiver."


def sessions(count):
    for index in range(count):
        start = f"2026-02-{1 + index // 500:02}T{9 + index // 50 % 10:02}:{index % 2 * 30:02}:00+01:00"
        yield index, f"Talk {index} about things", start, f"Room {index % 25}", [f"Ada Lovelace {index % 300}", f"Grace Hopper {index}"]


def as_json(count):
    days = {}
    for index, title, start, room, people in sessions(count):
        talk = {"id": index, "guid": f"guid-{index}", "code": f"C{index:05}", "date": start, "start": start[11:16], "duration": "00:30",
                "room": room, "slug": f"slug-{index}", "url": "", "title": title, "subtitle": "", "track": f"Track {index % 9}",
                "type": "Talk", "language": "en", "abstract": TEXT, "description": TEXT + LISTED, "links": [], "attachments": [],
                "persons": [{"id": n, "name": name, "biography": TEXT} for n, name in enumerate(people)]}
        days.setdefault(start[:10], {}).setdefault(room, []).append(talk)
    days = [{"index": n, "date": date, "rooms": rooms} for n, (date, rooms) in enumerate(days.items())]
    return json.dumps({"schedule": {"version": "1", "conference": {"title": "E", "time_zone_name": "Europe/Paris", "days": days}}})


def as_xml(count):
    days = {}
    for index, title, start, room, people in sessions(count):
        persons = "".join(f'<person id="{n}">{escape(name)}</person>' for n, name in enumerate(people))
        html = escape(f"<p>{TEXT}</p>\n<ul><li>first &amp; last</li></ul>")
        days.setdefault(start[:10], {}).setdefault(room, []).append(
            f'<event guid="g{index}" id="{index}"><date>{start}</date><start>{start[11:16]}</start><duration>00:30</duration>'
            f"<room>{room}</room><slug>s{index}</slug><title>{escape(title)}</title><subtitle/><track>T</track><type>talk</type>"
            f"<language>en</language><abstract>{html}</abstract><description>{html}</description><persons>{persons}</persons></event>\n")
    body = "".join(f'<day date="{date}">' + "".join(f'<room name="{room}">' + "".join(events) + "</room>" for room, events in rooms.items())
                   + "</day>" for date, rooms in days.items())
    return f"<?xml version='1.0' encoding='utf-8'?>\n<schedule><conference><title>E</title></conference>{body}</schedule>\n"


def run(command):
    """Seconds, peak megabytes, output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read().decode()
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, output.strip()


def compare(name, path, script):
    ours, theirs = [], []
    for _ in range(RUNS):  # by turns, so that both see the same machine
        theirs.append(run([sys.executable, "-c", script, path])[0])
        seconds, memory, output = run([sys.argv[1], path])
        ours.append(seconds)
    assert "talks 1000 " in output, output
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"{name}, 1,000 sessions, {os.path.getsize(path) / 1e6:.1f} MB: {a * 1000:.0f} ms, Python {b * 1000:.0f} ms, "
          f"ratio {a / b:.2f} (at most 3), {memory:.0f} MB")


def refuse(name, path):
    seconds, memory, output = run([sys.argv[1], path])
    print(f"{name}: {output.split(': ', 1)[-1][:60]}, {seconds:.2f} s (at most 2), {memory:.0f} MB (at most 300)")


def write_all(folder):
    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    write("1000.json", as_json(1000))
    write("1000.xml", as_xml(1000))
    write("large.json", "[" + '{"title": "T", "start": "2026-01-01 10:00"},' * 2_400_000 + "{}]")
    row = '{"title": "T%d", "start": "2026-01-01 10:00", "room": "A", "description": "%s"}'
    write("many.json", "[" + ",".join(row % (n, "words " * 20) for n in range(100_000)) + "]")
    event = "<event id='%d'><start>10:00</start><title>T</title></event>"
    events = "".join(event % n for n in range(100_000))
    write("many.xml", f"<schedule><day date='2026-01-01'><room name='A'>{events}</room></day></schedule>")
    ics = "BEGIN:VEVENT\nDTSTART:20260101T100000\nSUMMARY:T%d\nEND:VEVENT\n"
    write("many.ics", "BEGIN:VCALENDAR\n" + "".join(ics % n for n in range(100_000)) + "END:VCALENDAR\n")
    write("many.csv", "title,start\n" + "".join(f"T{n},2026-01-01 10:00\n" for n in range(100_000)))
    write("cut.json", as_json(6000)[:20_000_000])
    write("cut.xml", as_xml(6000)[:10_000_000])
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    write("bomb.xml", f'<!DOCTYPE s [<!ENTITY l0 "lol">{entities}]><schedule>&l11;</schedule>')
    write("page.html", "<!DOCTYPE html><html>" + "<p>10:00 Talk</p>" * 1000)


def measure(folder):
    compare("c3voc JSON", f"{folder}/1000.json", "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))")
    compare("frab XML", f"{folder}/1000.xml", "import sys, xml.etree.ElementTree as e; e.parse(sys.argv[1])")
    for name, file in [
        ("100 MB of JSON", "large.json"), ("100,000 sessions of JSON", "many.json"), ("100,000 sessions of XML", "many.xml"),
        ("100,000 sessions of iCalendar", "many.ics"), ("100,000 sessions of CSV", "many.csv"),
        ("truncated JSON, 20 MB", "cut.json"), ("truncated XML, 10 MB", "cut.xml"), ("entity bomb", "bomb.xml"),
        ("HTML page", "page.html"),
    ]:
        refuse(name, f"{folder}/{file}")


if sys.argv[1] == "--write":
    write_all(sys.argv[2])
else:
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: a child's peak memory begins with its parent's.
        subprocess.run([sys.executable, __file__, "--write", folder], check=True)
        measure(folder)
