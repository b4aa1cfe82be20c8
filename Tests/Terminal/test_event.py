"""An event of several days: each morning goes on in that day's part; and the ways between parts, slots and sub-sections."""
import datetime

from steno import Folder, Terminal, render_warnings

DAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split()


def local(hours):
    """An environment in whose time zone it is so many hours later, and the date there."""
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)
    return {"TZ": f"STN-{hours}"}, moment.date()


def part(number, date):
    return f"DAY {number}: {DAYS[date.weekday()]} {date.day:02}/{date.month:02}"


def type_lines(folder, env, lines, *arguments):
    terminal = Terminal(folder, *arguments, env=env)
    terminal.wait_prompt()
    for line in lines:
        terminal.line(line)
    terminal.type(":quit\r")
    assert terminal.finish() == 0
    return terminal.output.decode(errors="replace")


def test_the_second_morning_goes_on_in_the_second_days_part():
    with Folder() as folder:
        (first, day1), (second, day2) = local(0), local(24)
        type_lines(
            folder, first, ["Devoxx", ":new 9h-9h45 keynote : Ouverture", "* un", ":new 11h35 Titre", "* deux"], "-t",
            "multi-day")
        said = type_lines(folder, second, [":new 9h Keynote", "* trois", ":new 14h Fin", "* quatre"])
        [day] = folder.days()
        text = day.read_text()
        assert part(2, day2) in said, said
        assert text.endswith(
            f"""
== {part(1, day1)}

=== 09:00 -> 09:45 - keynote : Ouverture

* un

=== 11:35 : Titre

* deux

== {part(2, day2)}

=== 09:00 : Keynote

* trois

=== 14:00 : Fin

* quatre
"""
        ), text
        # Back on the first evening to a place chosen by hand, then the morning again.
        type_lines(folder, second, [":go ouverture", "* un et demi"])
        assert "* un\n* un et demi\n" in day.read_text()
        type_lines(folder, second, ["* cinq"])
        assert day.read_text().endswith("* quatre\n* cinq\n")
        assert render_warnings([day]) == []


def test_parts_written_the_day_before_are_resumed():
    with Folder() as folder:
        (first, day1), (second, day2) = local(0), local(24)
        lines = [
            "Devoxx", f":part {part(1, day1)}", ":new 9h A", "* un", f":part {part(2, day2)}", ":new 9h B", ":go a"]
        type_lines(folder, first, lines, "-t", "multi-day")
        said = type_lines(folder, second, ["* deux"])
        assert f"today: {part(2, day2)}" in said, said
        text = folder.text()
        assert text.endswith("=== 09:00 : B\n\n* deux\n"), text


EVENT = """= Devoxx 2024

== MERCREDI

=== 09h30 - 12h30 (242AB) : Un

* a

=== 13h30 - 16h30 (AM) : Deux

* b

== JEUDI

=== 09h00 - 09h20 (AB) : Trois

* c
"""


def test_slots_parts_and_sections_of_an_old_event():
    with Folder() as folder:
        folder.notebook.mkdir()
        day = folder.notebook / "20240417_devoxx.adoc"
        day.write_text(EVENT)
        lines = [
            ":day 20240417_devoxx.adoc", ":go deux", ":by Ada Lovelace (ACME)", ":abstract Le résumé.",
            ":section Questions", "* q", ":new 9h", ":title Zéro", ":end 9h20", "* z", ":go questions", "* r", ":go -",
            "* y", ":go 9h", ":slots", ":go jeudi", "* avant", ":part VENDREDI", ":new 8h Quatre", ":slots",
            ":delete slot", ":rename Devoxx France", ":slots"]
        done = folder.run(lines)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == 0, err
        [day] = folder.days()
        assert day.name == "20240417_devoxx-france.adoc"
        text = day.read_text()
        assert text == """= Devoxx France

== MERCREDI

=== 09h00 - 09h20 : Zéro

* z
* y

=== 09h30 - 12h30 (242AB) : Un

* a

=== 13h30 - 16h30 (AM) : Deux

By Ada Lovelace (ACME)

.Abstract
----
Le résumé.
----

* b

==== Questions

* q
* r

== JEUDI

* avant

=== 09h00 - 09h20 (AB) : Trois

* c

== VENDREDI
""", text
        assert "  ▾ MERCREDI\n›   1  09h00 - 09h20 : Zéro  (2)\n    2  09h30 - 12h30 (242AB) : Un  (1)\n" in out, out
        assert "  ▾ VENDREDI\n›   5  08h00 : Quatre\n" in out, out
        # Undo knows the file under its new name, and gives the old one back.
        done = folder.run([":undo 2", "* d"], "--on", str(day))
        assert done.returncode == 0, done.stderr.decode()
        [day] = folder.days()
        assert day.name == "20240417_devoxx.adoc"
        assert day.read_text().startswith("= Devoxx 2024\n") and "=== 08h00 : Quatre\n\n* d" in day.read_text()


def test_what_a_command_did_is_said_to_who_types_and_to_scripts_that_ask():
    with Folder() as folder:
        lines = [":day Salon", ":new 14h Tech : Titre", "* un", ":end 16h45", ":by Ada Lovelace", ":delete", ":new 9h"]
        assert folder.run(lines[:4]).stdout.decode().count("\n") == 1
        out = folder.run(lines[3:], "--verbose").stdout.decode()
        assert "14h00 -> 16h45 - Tech : Titre\n" in out and "By Ada Lovelace\n" in out, out
        assert "deleted: * un; :undo brings it back" in out or "deleted: un; :undo brings it back" in out, out
        assert "before 14h00 -> 16h45 - Tech : Titre" in out, out


def test_undo_of_a_new_name_gives_the_file_its_old_one_also_in_the_next_run():
    with Folder() as folder:
        folder.notebook.mkdir()
        day = folder.notebook / "20240417_devoxx.adoc"
        day.write_text(EVENT)
        done = folder.run([":go deux", ":rename Devoxx France", "* c", ":undo"], "--on", str(day))
        assert done.returncode == 0, done.stderr.decode()
        assert [path.name for path in folder.days()] == ["20240417_devoxx-france.adoc"]
        done = folder.run([":undo", "* d", ":undo", ":redo"], "--on", str(folder.days()[0]))
        assert done.returncode == 0, done.stderr.decode()
        assert day.read_text() == EVENT.replace("* b\n", "* b\n* d\n"), day.read_text()
        folder.run([":undo 1", ":rename Autre"], "--on", str(day))
        day.write_text("taken")
        done = folder.run([":undo"], "--on", str(folder.notebook / "20240417_autre.adoc"))
        out = done.stdout.decode()
        assert "undone: :rename Autre" in out and "is there already" in out, out
        assert folder.days()[0].read_text() == EVENT and day.read_text() == "taken"
