"""A programme as somebody with a terminal uses it: files, addresses, pages, today's talks."""
import datetime
import functools
import http.server
import json
import os
import pathlib
import shutil
import signal
import threading

from screen import Day, Screen
from steno import Folder, Skip

SAMPLES = pathlib.Path(__file__).resolve().parents[2].parent / "shared/programmes"
DAY = ":day 2026-11-25 Salon"


def csv(*rows):
    return "\n".join(["title,start,end,room,speakers", *rows]) + "\n"


TALKS = csv("Souveraineté numérique,2026-11-25 14:00,2026-11-25 14:45,A,Yann Lechelle",
            "Kubernetes,2026-11-25 14:00,2026-11-25 14:45,B,Grace Hopper", "Rust,2026-11-25 15:00,2026-11-25 15:45,B,")


def table(folder, text, event="salon"):
    path = folder.notebook / f"programmes/{event}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def today(*rows, event="salon"):
    """A kept programme of today, times as minutes from now; and the day's line."""
    now = datetime.datetime.now(datetime.timezone.utc).astimezone(ZONE)
    lines = ["# Steno programme", "day\tstart\tend\troom\ttitle\tspeakers\tid"]
    for number, (start, end, room, title, who) in enumerate(rows):
        moments = [now + datetime.timedelta(minutes=minutes) for minutes in (start, end)]
        clocks = [f"{moment:%H:%M}" + (f"+{(moment.date() - now.date()).days}" if moment.date() != now.date() else "")
                  for moment in moments]
        lines.append(f"{now:%Y-%m-%d}\t{clocks[0]}\t{clocks[1]}\t{room}\t{title}\t{who}\tx{number}")
    return "\n".join(lines) + "\n"


try:
    import zoneinfo
    ZONE = zoneinfo.ZoneInfo("Europe/Paris")
except Exception:  # no time zone files: the program has none either
    ZONE = datetime.timezone.utc


def test_new_and_enter_take_what_is_on():
    with Folder() as folder:
        table(folder, today((-10, 40, "A", "Maintenant", "Ada Lovelace"), (-10, 40, "B", "Ailleurs", "Alan Turing"),
                            (60, 90, "A", "Plus tard", "")))
        folder.run([":day Salon"])
        screen = Screen(folder, columns=200)
        try:
            screen.until_ready()
            screen.type(":new\r")
            screen.until_shown("taken: ")
            screen.until_shown("also: #2 Ailleurs (B)")
            # Nothing waits for an answer: the next line is a note.
            screen.type("#2 est une note\r")
            screen.until(lambda s: folder.text().endswith("* #2 est une note\n"), "the note")
            assert "Maintenant\n\nBy Ada Lovelace\n" in folder.text(), folder.text()
            screen.type(":next\r")
            screen.until_shown("here, A: ")
            assert any("Plus tard" in line for line in screen.lines)
            # The minutes that are left stand at the right margin, as long as the line leaves room for them.
            screen.until(lambda s: s.lines[-1 - s.lines[::-1].index(next(l for l in s.lines[::-1] if l.strip()))]
                         .rstrip().endswith("′"), "the minutes")
            screen.type("x" * 190)
            screen.until(lambda s: not any("′" in line for line in s.lines if "xxx" in line), "a line without them")
        finally:
            screen.close()


def test_a_talks_end_is_known_after_a_restart():
    """The heading of this day's layout has no end: the programme is read for it while nobody types."""
    with Folder() as folder:
        kept = today((-10, 40, "A", "Maintenant", "Ada Lovelace"))
        start = next(line.split("\t")[1] for line in kept.splitlines() if "Maintenant" in line)
        folder.run([":day Salon", f":new {start} Maintenant"])
        table(folder, kept)
        assert "Maintenant" in folder.text() and "->" not in folder.text(), folder.text()
        screen = Screen(folder, columns=120)
        try:
            screen.until_ready()
            screen.until_shown("′")
        finally:
            screen.close()


def test_a_speaker_is_remembered_though_the_program_is_killed():
    with Folder() as folder:
        table(folder, today((-10, 40, "A", "Maintenant", "Ada Lovelace (Engines)")))
        folder.run([":day Salon"])
        screen = Screen(folder, columns=120)
        try:
            screen.until_ready()
            screen.type(":new\r")
            screen.until_shown("taken: ")
            people = folder.notebook / ".steno/people"
            screen.until(lambda s: people.exists() and "Ada Lovelace (Engines)\tsalon " in people.read_text(), "the speaker")
            screen.type(":by Grace Hopper\r")
            screen.until(lambda s: "Grace Hopper\tsalon " in people.read_text(), "the speaker of :by")
            os.kill(screen.pid, signal.SIGKILL)
        finally:
            screen.close()
        assert "Ada Lovelace" in people.read_text() and "Grace Hopper" in people.read_text()


def test_half_a_page_is_kept():
    for key, ending in (("\x03", True), ("\x04", False)):
        with Day(columns=160) as (screen, folder):
            screen.type(":programme paste\r")
            screen.until_shown("programme … ›")
            for line in ("09h00 - 09h30 Un titre - Ada Lovelace", "10h00 Autre - Alan Turing", "11h00 Trois", "12h00 Quatre"):
                screen.type(line + "\r")
            screen.type(key)
            screen.until_shown("4 lines of the page kept in ")
            page = folder.notebook / "programmes/tech-rocks-page.txt"
            assert page.read_text().splitlines()[1] == "10h00 Autre - Alan Turing"
            if ending:
                screen.type(f":programme {page}\r")
                screen.until_shown("pasted page: 4 talks")


def test_a_star_is_undone_after_a_restart():
    with Folder() as folder:
        (folder.path / "a.csv").write_text(TALKS)
        folder.run([DAY, f":programme {folder.path}/a.csv", "une note", ":star 14h00 kub"])
        assert "\t*\t" in (folder.notebook / "programmes/salon.tsv").read_text()
        before = folder.text()
        done = folder.run([DAY, ":undo"])
        assert "undone: :star 2026/11/25 14h00 Kubernetes (B)" in done.stdout.decode(), done
        assert "\t*\t" not in (folder.notebook / "programmes/salon.tsv").read_text() and folder.text() == before


def test_the_programme_before_is_in_the_trash():
    with Folder() as folder:
        (folder.path / "a.csv").write_text(TALKS)
        (folder.path / "b.csv").write_text(csv(*(f"Other {n},2026-11-26 1{n}:00,,," for n in range(5))))
        done = folder.run([DAY, f":programme {folder.path}/a.csv", ":star 2", f":programme {folder.path}/b.csv", ":trash 1"])
        output = done.stdout.decode()
        assert "another event's? 0 of its 5 talks were in the programme before, which :trash 1 puts back" in output, output
        assert "new: " not in output and "cancelled" not in output
        assert "Kubernetes" in (folder.notebook / "programmes/salon.tsv").read_text()


def test_a_page_is_pasted_and_corrected():
    with Day(columns=160, rows=40) as (screen, folder):
        screen.type(":programme paste\r")
        screen.until_shown("programme … ›")
        screen.type("\x1b[200~Menu\rContact\r\rSalle A\r09h00 - 09h30 Un titre - Ada Lovelace\r10h00 - 10h30 Autre - Alan Turing\x1b[201~")
        screen.until_shown("09h00 -> 09h30 Un titre (Salle A) — Ada Lovelace")
        screen.until_shown("corrects a line")
        screen.type(":programme 2 title Un autre titre\r")
        screen.until_shown("10h00 -> 10h30 Un autre titre (Salle A) — Alan Turing")
        screen.type(":new 10h00\r")
        screen.until(lambda s: "Un autre titre\n\nBy Alan Turing\n" in folder.text(), "the slot")
        assert "Menu" not in folder.text()


def test_a_page_ends_with_the_input():
    with Folder() as folder:
        done = folder.run([DAY, ":programme paste", "09h00 - 09h30 Un titre - Ada Lovelace", "10h00 Autre - Alan Turing"])
        assert done.returncode == 0 and "10h00 Autre — Alan Turing" in done.stdout.decode(), done
        assert (folder.notebook / "programmes/salon.tsv").exists()


def test_titles_complete():
    with Folder() as folder:
        table(folder, today((-10, 40, "A", "Maintenant et ici", "Ada Lovelace")))
        folder.run([":day Salon"])
        screen = Screen(folder, columns=120)
        try:
            screen.until_ready()
            screen.type(":new Main\t")
            screen.until_row(":new Maintenant et ici")
        finally:
            screen.close()


def test_an_address_is_fetched_when_asked_for():
    if not shutil.which("curl"):
        raise Skip("curl is not installed")
    with Folder() as folder:
        (folder.path / "talks.csv").write_text(TALKS)

        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder.path)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            done = folder.run([DAY, f":programme {address}/talks.csv", ":new 14h00 souv", f":programme {address}/none.csv"])
        finally:
            server.shutdown()
        output, errors = done.stdout.decode(), done.stderr.decode()
        assert "CSV: 3 talks, 1 day, 2 rooms; 1 without a speaker" in output, output
        assert "== 14h00 -> 14h45 - Souveraineté numérique\n" in folder.text()
        assert f"{address}/none.csv could not be fetched (" in errors and "404" in errors, errors
        without = folder.run([DAY, f":programme {address}/talks.csv"], env={"PATH": "/nonexistent"})
        assert "there is no curl" in without.stderr.decode(), without.stderr.decode()


def test_bad_input_is_one_line_and_changes_nothing():
    with Folder() as folder:
        good = (SAMPLES / "voc-pretalx-democon.json").read_bytes() if SAMPLES.exists() else json.dumps(
            [{"title": f"T{n}", "start": "2026-11-25 10:00", "room": str(n)} for n in range(9)]).encode()
        bomb = b"<!DOCTYPE s [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>]><schedule>&b;</schedule>"
        bad = {
            "cut.json": good[:len(good) // 2], "cut.xml": b"<schedule><day date='2026-11-25'><room name='A'><event>",
            "latin.json": json.dumps([{"title": "é", "start": "2026-11-25 14:00"}], ensure_ascii=False).encode("latin1"), "bomb.xml": bomb, "page.html": b"<!DOCTYPE html><html><p>10:00 Talk</p></html>",
            "empty.json": b"", "words.txt": b"nothing of the kind\n", "large.json": b"[" + b" " * (33 << 20) + b"]",
            "many.csv": ("title,start\n" + "".join(f"T{n},2026-11-25 10:00\n" for n in range(10_001))).encode(),
            "nodates.csv": b"title,start\nA,soon\n", "people.json": b'[{"fullName": "Ada", "sessions": []}]',
        }
        folder.run([DAY, ":new 9h00 A", "une note"])
        before = folder.text()
        for name, data in bad.items():
            (folder.path / name).write_bytes(data)
            done = folder.call("run", "-n", str(folder.notebook), "-", stdin=f"{DAY}\n:programme {name}\n".encode())
            lines = done.stderr.decode().splitlines()
            assert done.returncode == 1 and len(lines) == 1, (name, done.stderr)
            assert "Error" not in lines[0] and len(lines[0]) < 240, lines
            assert not (folder.notebook / "programmes").exists(), name
        assert folder.text() == before
        missing = folder.run([DAY, ":programme none.json", ":programme .", ":programme --in ../../../etc/passwd"])
        assert len(missing.stderr.decode().splitlines()) == 3, missing.stderr


def test_a_kept_programme_is_read_when_it_is_asked_for():
    with Folder() as folder:
        folder.run([DAY, ":new 9h00 A", "une note"])
        path = table(folder, "# Steno programme\nno columns here\n")
        done = folder.run([DAY, "encore", ":slots", ":go 1"])
        assert done.returncode == 0 and not done.stderr, done.stderr
        done = folder.run([DAY, ":new 14h00 souv"])
        assert done.returncode == 0 and "programmes/salon.tsv cannot be used" in done.stdout.decode(), done
        assert "== 14h00 - souv\n" in folder.text()
        # What cannot be read is not written over.
        (folder.path / "a.csv").write_text(TALKS)
        assert folder.run([DAY, f":programme {folder.path}/a.csv"]).returncode == 1
        assert "no columns here" in path.read_text()


def test_a_line_by_hand_is_a_session_and_a_broken_one_is_kept():
    with Folder() as folder:
        (folder.path / "a.csv").write_text(TALKS)
        folder.run([DAY, f":programme {folder.path}/a.csv"])
        path = folder.notebook / "programmes/salon.tsv"
        header = next(line for line in path.read_text().splitlines() if line.startswith("day\t"))
        own = dict.fromkeys(header.split("\t"), "")
        own.update(day="2026-11-25", start="13h", title="À moi")
        with path.open("a") as file:
            file.write("\t".join(own.values()) + "\nnot a session\n")
        done = folder.run([DAY, ":new 13h moi", ":star 13h00", f":programme {folder.path}/a.csv"])
        output = done.stdout.decode()
        assert "taken: 13h00 À moi" in output and "not understood, and are kept" in output, (output, done.stderr)
        assert "not a session" in path.read_text() and "À moi" in path.read_text()
        assert not any(word in output for word in ("moved", "cancelled", "new: ")), output


def test_a_calendar_of_a_known_zone_is_in_utc():
    if ZONE is datetime.timezone.utc:
        raise Skip("the time zone files are not installed")
    talk = {"id": 1, "guid": "g", "date": "2026-11-25T14:00:00+01:00", "start": "14:00", "duration": "00:45", "room": "A",
            "title": "Souveraineté", "persons": []}
    days = [{"index": 1, "date": "2026-11-25", "rooms": {"A": [talk]}}]
    with Folder() as folder:
        (folder.path / "s.json").write_text(json.dumps(
            {"schedule": {"conference": {"title": "E", "time_zone_name": "Europe/Paris", "days": days}}}))
        folder.run([DAY, f":programme {folder.path}/s.json", ":new 14h00"])
        text = folder.call("export", "ics", "-n", str(folder.notebook)).stdout.decode()
        assert "DTSTART:20261125T130000Z\r\nDTEND:20261125T134500Z\r\n" in text, text


def test_what_was_attended_is_a_calendar():
    with Folder() as folder:
        (folder.path / "a.csv").write_text(TALKS)
        folder.run([DAY, f":programme {folder.path}/a.csv", ":new 14h00 souv", "une note", ":new 15h00-15h10 Café", ":new Demo"])
        done = folder.call("export", "ics", "-n", str(folder.notebook))
        text = done.stdout.decode()
        assert done.returncode == 0 and text.count("BEGIN:VEVENT") == 2, (text, done.stderr)
        assert "DTSTART:20261125T140000\r\nDTEND:20261125T144500\r\nSUMMARY:Souveraineté numérique\r\nLOCATION:A\r\n" in text
        assert "DTSTART:20261125T150000\r\nDTEND:20261125T151000\r\nSUMMARY:Café\r\n" in text
        out = folder.path / "out.ics"
        assert folder.call("export", "ics", "-o", str(out), str(folder.days()[0])).returncode == 0
        assert out.read_text().count("BEGIN:VEVENT") == 2
