import AsciiDoc
import Notebook
import Testing

@Suite struct LayoutTests {
    private static func document(_ lines: String...) -> Document {
        Document(parsing: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Of each day, slots with times, rooms and titles are those that an independent reader of its headings finds.
    @Test(arguments: Days.paths + [Days.referenceDay])
    func slotsAreThoseOfAnIndependentReader(path: String) throws {
        let document = try Days.document(path)
        let layout = Layout(learnedFrom: document)
        let slots = SlotOutline(of: document).slots.map { slot -> String in
            let heading = SlotHeading(reading: slot.title, pattern: layout.heading)
            let fields =
                heading.start == nil
                ? ["", "", "", slot.title]
                : [heading.start?.text(.h) ?? "", heading.end?.text(.h) ?? "", heading.room ?? "", heading.label]
            return ([path, "\(slot.level)"] + fields).joined(separator: "\t")
        }
        #expect(slots == (try Days.headings(of: path)))
    }

    /// Learning is stable: what a layout writes shows the same layout.
    @Test(arguments: Days.paths + [Days.referenceDay])
    func headingsOfALearnedPatternShowTheSamePattern(path: String) throws {
        let document = try Days.document(path)
        let layout = Layout(learnedFrom: document)
        let titles = SlotOutline(of: document).slots.map(\.title)
        for title in titles {
            let reading = try #require(layout.heading.read(title))
            #expect(layout.heading.write(reading.fields, keeping: reading) == title)
        }
        let (start, end) = (TimeOfDay(hour: 18, minute: 0), TimeOfDay(hour: 18, minute: 30))
        let written = SlotHeading(start: start, end: end, title: "Un exposé").text(layout.heading)
        let markers = String(repeating: "=", count: layout.slots.level + 1)
        if layout.slots == .document { return }
        let longer = Document(parsing: document.source + Array("\n\n\(markers) \(written)\n\n* note\n".utf8))
        #expect(Layout(learnedFrom: longer).heading == layout.heading)
        #expect(Layout(learnedFrom: longer).slots == layout.slots)
    }

    @Test func aDayOfSeveralDaysShowsItsForm() {
        let layout = Layout(
            learnedFrom: Self.document(
                "= Devoxx 2024", "", "== JOUR 1 : MERCREDI 17/04", "",
                "=== 09:30 -> 09:50 - keynote - Amphi bleu : Ouverture", "",
                "Présenté par Ada Lovelace, Alan Turing chez ACME",
                "", ".abstract", "--", "Texte", "--", "", "* a", "",
                "=== 11:35 -> 12:20 - conférence - Paris 141 : Titre - un : deux", "", "== JOUR 2 : JEUDI 18/04", "",
                "=== 13:00 -> 13:15 - quickie - Maillot : Truc"))
        #expect(layout.slots == .sections(level: 2))
        #expect(layout.heading.syntax == "{{start=09:30}}{{ -> end}}{{ - kind}}{{ - room}} : {{title}}")
        #expect(layout.parts?.heading.syntax == "JOUR {{number}} : {{weekday=LUNDI}} {{date=24/05}}")
        #expect(layout.speakers.pattern.syntax == "Présenté par {{speakers}}")
        #expect(layout.abstract == .block(.open, title: "abstract"))
    }

    @Test func anEnglishDayShowsItsForm() {
        let layout = Layout(
            learnedFrom: Self.document(
                "= Conf", "", "== 14:00–14:30 Title (Room A)", "", "*Speakers:* Ada Lovelace (ACME)", "", ".Abstract",
                "____",
                "text", "____", "", "== 9:00–9:30 Other (Room B)"))
        #expect(layout.heading.syntax == "{{start=9:30}}{{–end}} {{title}}{{ (room)}}")
        #expect(layout.speakers.pattern.syntax == "*Speakers:* {{speakers}}")
        #expect(layout.abstract == .block(.quote, title: "Abstract"))
    }

    @Test(arguments: [
        ("9h - A|14h - B", "{{start=9h}}{{ -> end}} - {{track : }}{{title}}"),
        ("9h30 - A|14h00 - B", "{{start=9h30}}{{ -> end}} - {{track : }}{{title}}"),
        ("9:30 AM – A|2:00 PM – B", "{{start=9:30 AM}}{{ -> end}} – {{track : }}{{title}}"),
        ("14h30 à 15h15 : A|9h00 à 9h30 : B", "{{start=9h30}}{{ à end}} : {{title}}"),
        ("A (14h00 - 15h00)|B (09h00)", "{{title}} ({{start}}{{ - end}})"),
        ("A (14h00-15h00, Salle 1)|B (09h00-10h00, Salle 2)", "{{title}} ({{start}}{{-end}}{{, room}})"),
        ("Jeudi 13:55 - 14:40 : A", "{{weekday=Lundi }}{{start=09:30}}{{ - end}} : {{title}}"),
    ])
    func headingsShowTheirPattern(titles: String, syntax: String) {
        let text = "= Day\n" + titles.split(separator: "|").map { "\n== \($0)\n" }.joined()
        #expect(Layout(learnedFrom: Document(parsing: Array(text.utf8))).heading.syntax == syntax)
    }

    /// No heading of the corpus breaks the reader, and none has a time where a regular expression finds nothing like one.
    @Test func noHeadingOfTheCorpusHasATimeThatIsNone() throws {
        let likeATime =
            #/[0-9]{1,2} ?[hH:.][0-9]{0,2}|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|AM|PM|a\.m|p\.m|A\.M|P\.M)|[0-9]-[0-9]/#
        var count = 0
        for path in Days.paths + Days.corpus {
            let document = try Days.document(path)
            for index in 0..<document.nodeCount {
                let node = document.node(index)
                guard node.kind == .heading || node.kind == .documentTitle else { continue }
                let title = document.text(node.contentRange)
                let heading = SlotHeading(reading: title)
                if heading.start != nil { #expect(title.contains(likeATime), "\(path): \(title)") }
                let reading = Pattern.house().read(title)
                #expect(title.isEmpty || reading?.text == title, "\(path): \(title)")
                count += 1
            }
        }
        #expect(Days.corpus.isEmpty || count * Days.stride > 5_000, "\(count) headings")
    }

    /// Any file shows a layout, and a template is made of it, or is refused with its line.
    @Test func aTemplateIsMadeOfAnyFile() throws {
        var refused = 0
        for path in Days.corpus {
            do throws(TemplateError) {
                _ = try Template(name: "own", source: Template.source(learnedFrom: Days.readable(path)))
            } catch {
                refused += 1
            }
        }
        #expect(refused * 100 <= Days.corpus.count, "\(refused) of \(Days.corpus.count)")
    }

    @Test func partsAreFoundByTheirDay() throws {
        let wednesday = try #require(CalendarDate(year: 2024, month: 4, day: 17))
        let thursday = try #require(CalendarDate(year: 2024, month: 4, day: 18))
        for title in ["JOUR 2 : JEUDI 18/04", "JEUDI", "Day 2", "18 avril", "Thursday 18/04/2024", "Jour 2"] {
            let part = PartHeading(reading: title)
            #expect(part.isOf(thursday, first: wednesday) && !part.isOf(wednesday, first: wednesday), "\(title)")
        }
        #expect(!PartHeading(reading: "Les ateliers").isOf(wednesday, first: wednesday))
    }
}
