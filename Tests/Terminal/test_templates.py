"""Every template, end to end: a talk typed with the same lines is written as the template shows it."""
from steno import Folder, render_warnings

LINES = [
    ":set author Ada Lovelace", ":day 2024-04-17 Salon", ":new 13h55-14h40 Titre", ":by Alan Turing (ACME)",
    ":abstract Le résumé.", "* un", "** deux", ":image photo.jpg Une légende", ":tip Une astuce", ":section Questions",
    "* q", ":new 15h Autre", "* trois"]

IMAGE = "20240417_salon_01.jpg[]"
TIP = "[TIP]\n====\nUne astuce\n====\n"
BULLETS = "* un\n    ** deux\n"


def written(heading, speakers, abstract, bullets, image, tip, other):
    """A slot's text, and that of the next one, without the blank lines."""
    return "\n".join([heading, speakers, abstract, bullets.rstrip(), ".Une légende", image + IMAGE, tip.rstrip(), other])


LISTING = ".Abstract\n----\nLe résumé.\n----"
PLAIN = "=== Questions\n* q\n== 15h00 - Autre\n* trois"
EXPECTED = {
    "conference": written(
        "== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", TIP, PLAIN),
    "minimal": written("== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", TIP, PLAIN),
    "meetup": written(
        "== 13h55 -> 14h40 - Titre", "Présenté par Alan Turing (ACME)", LISTING, BULLETS, "image:", "TIP: Une astuce",
        PLAIN),
    "meeting": written(
        "== 13h55 -> 14h40 - Titre", "By Alan Turing (ACME)", LISTING, BULLETS, "image:", "TIP: Une astuce", PLAIN),
    "multi-day": written(
        "== JOUR 1 : MERCREDI 17/04\n=== 13:55 -> 14:40 : Titre", "Présenté par Alan Turing (ACME)",
        ".abstract\n--\nLe résumé.\n--", BULLETS, "image:", "TIP: Une astuce",
        "==== Questions\n* q\n=== 15:00 : Autre\n* trois"),
    "english": written(
        "== 13:55–14:40 Titre", "*Speakers:* Alan Turing (ACME)", ".Abstract\n____\nLe résumé.\n____", "* un\n** deux\n",
        "image::", "TIP: Une astuce", "=== Questions\n* q\n== 15:00 Autre\n* trois"),
    "talk": written(
        "= Mercredi 13:55 - 14:40 : Titre\nAda Lovelace", "Par Alan Turing (ACME)",
        "== Abstract\nLe résumé.\n== Notes", "* un\n** deux\n", "image::", "TIP: Une astuce",
        "=== Questions\n* q\n== Mercredi 15:00 : Autre\n=== Notes\n* trois"),
}


def body(text):
    """Without blank lines and without the header's attributes."""
    lines = [line for line in text.split("\n") if line and not line.startswith((":", "//", "ifdef", "ifndef", "endif"))]
    return "\n".join(line for line in lines if line != "toc::[]")


def test_a_talk_is_written_as_the_template_shows_it():
    for template, expected in EXPECTED.items():
        with Folder() as folder:
            folder.photo()
            done = folder.run(LINES, "-t", template)
            assert done.returncode == 0, f"{template}: {done.stderr.decode()}"
            [day] = folder.days()
            text = body(day.read_text())
            assert text.endswith(expected), f"{template}:\n{text}\n\nexpected:\n{expected}"
            assert render_warnings([day]) == [], template
            # The next run knows the template that the day was made of.
            folder.run([":new 16h Encore", ":by Grace Hopper", "* quatre"], "--on", str(day))
            last = body(day.read_text())[len(text):].strip().split("\n")
            heading, speakers = (next(l for l in expected.split("\n") if word in l) for word in ("Autre", "Alan Turing"))
            assert last[0] == heading.replace("15", "16").replace("Autre", "Encore"), f"{template}: {last}"
            assert speakers.replace("Alan Turing (ACME)", "Grace Hopper") in last, f"{template}: {last}"


def test_a_template_is_learned_from_a_file_and_used():
    with Folder() as folder:
        folder.notebook.mkdir()
        (folder.notebook / "20220422_devoxx.adoc").write_text(
            "= Devoxx 2022\n:toc:\n\n== MERCREDI\n\n=== 09h30 - 12h30 (242AB) : Un\n\n*Speakers :* Ada Lovelace (ACME)\n\n"
            "==== Abstract\n\n----\nx\n----\n\n==== Notes\n\n* a\n\t** b\n\nTIP: c\n")
        done = folder.run([":template learn 20220422_devoxx.adoc mien", ":template"])
        out = done.stdout.decode()
        assert done.returncode == 0, done.stderr.decode()
        assert "slots: 1, at level 2" in out and "{{start}}{{ - end}}{{ (room)}} : {{title}}" in out, out
        lines = [
            ":set template mien", ":day 2023-04-12 Devoxx 2023", ":part MERCREDI", ":new 9h-9h45 Deux", ":by Alan Turing",
            ":abstract y", "* d", "** e", ":tip f"]
        done = folder.run(lines)
        assert done.returncode == 0, done.stderr.decode()
        text = (folder.notebook / "20230412_devoxx-2023.adoc").read_text()
        assert text == (
            "= Devoxx 2023\n:toc:\n\n== MERCREDI\n\n=== 09h00 - 09h45 : Deux\n\n*Speakers :* Alan Turing\n\n"
            "==== Abstract\n\n----\ny\n----\n\n==== Notes\n\n* d\n\t** e\n\nTIP: f\n"), text
