import AsciiDoc
import Notebook
import Templates
import Testing

@Suite struct TemplateTests {
    private static let fields: Fields = {
        var fields = Fields([.event: .text("Salon"), .title: .text("Salon 2022/05/24"), .author: .text("Ada Lovelace")])
        fields[.date] = DayOfYear(year: 2022, month: 5, day: 24).map(FieldValue.date)
        return fields
    }()

    private static func template(
        _ name: String, in language: Weekday.Form.Language = .french
    ) throws -> Template {
        let source = try #require(BuiltInTemplates.source(name, in: language))
        return try Template(name: name, source: source)
    }

    @Test(arguments: [
        ("conference", "{{start}}{{ -> end}} - {{track : }}{{title}}", 1, "By {{speakers}}", "    "),
        (
            "multi-day", "{{start=09:30}}{{ -> end}}{{ - kind}}{{ - room}} : {{title}}", 2, "Présenté par {{speakers}}",
            "    "
        ),
        ("talk", "{{weekday=Lundi }}{{start=09:30}}{{ - end}} : {{title}}", 0, "Par {{speakers}}", ""),
        ("meetup", "{{start}}{{ -> end}} - {{title}}", 1, "Présenté par {{speakers}}", "    "),
        ("meeting", "{{start}}{{ -> end}} - {{title}}", 1, "By {{speakers}}", "    "),
        ("english", "{{start=09:30}}{{–end}} {{title}}{{ (room)}}", 1, "*Speakers:* {{speakers}}", ""),
        ("minimal", "{{start}}{{ -> end}} - {{track : }}{{title}}", 1, "By {{speakers}}", "    "),
    ])
    func aTemplateShowsItsLayout(name: String, heading: String, level: Int, speakers: String, step: String) throws {
        let layout = try Self.template(name).layout
        #expect(layout.heading.syntax == heading)
        #expect(layout.slots.level == level)
        #expect(layout.speakers.pattern.syntax == speakers)
        #expect(layout.bullets.step == step)
    }

    /// Days are opened without reading that template.
    @Test func theUsualTemplateShowsTheLayoutOfTheHouse() throws {
        #expect(try Self.template(Layout.houseTemplate).layout == Layout())
        #expect(try Self.template(Layout.houseTemplate, in: .english).layout == Layout())
    }

    @Test func theWordsOfATemplateAreThoseOfTheInterface() throws {
        let layout = try Self.template("multi-day", in: .english).layout
        #expect(layout.parts?.heading.syntax == "DAY {{number}}: {{weekday=MONDAY}} {{date=24/05}}")
        #expect(layout.speakers.pattern.syntax == "Presented by {{speakers}}")
        #expect(
            try Self.template("talk", in: .english).layout.heading.syntax
                == "{{weekday=Monday }}{{start=09:30}}{{ - end}} : {{title}}")
        #expect(try Self.template("talk", in: .english).layout.speakers.pattern.syntax == "By {{speakers}}")
        let french = ["JOUR", "MERCREDI", "Jeudi", "résenté", "Par "]
        for name in BuiltInTemplates.all.map(\.name) {
            let source = String(decoding: try #require(BuiltInTemplates.source(name, in: .english)), as: UTF8.self)
            for word in french { #expect(!source.contains(word), "\(name): \(word)") }
        }
    }

    @Test func blocksAreWrittenAsTheTemplateShowsThem() throws {
        #expect(try Self.template("conference").layout.abstract == .block(.listing, title: "Abstract"))
        #expect(try Self.template("conference").layout.bullets == Layout.BulletForm())
        #expect(try Self.template("multi-day").layout.abstract == .block(.open, title: "abstract"))
        #expect(
            try Self.template("multi-day").layout.parts?.heading.syntax
                == "JOUR {{number}} : {{weekday=LUNDI}} {{date=24/05}}")
        #expect(try Self.template("multi-day").layout.admonition == .line)
        #expect(try Self.template("english").layout.abstract == .block(.quote, title: "Abstract"))
        #expect(try Self.template("english").layout.image.isBlock)
        #expect(try Self.template("talk").layout.abstract == .section(title: "Abstract", .paragraph))
        #expect(try Self.template("talk").layout.notesSection == "Notes")
    }

    /// The header of a new day is all that is written of a template, and it names nobody.
    @Test(arguments: BuiltInTemplates.all.map(\.name))
    func theFirstPartIsTheHeaderOfNewDays(name: String) throws {
        let header = String(decoding: try Self.template(name).header(Self.fields), as: UTF8.self)
        #expect(header.hasPrefix("= Salon"))
        #expect(
            !header.contains("{{") && !header.contains("\n==") && header.hasSuffix("\n") && !header.hasSuffix("\n\n"))
        #expect(Document(parsing: Array(header.utf8)).sections.isEmpty)
        var nameless = Self.fields
        nameless[.author] = nil
        #expect(!String(decoding: try Self.template(name).header(nameless), as: UTF8.self).contains("Ada"))
    }

    @Test func whatIsNoFieldIsNamedWithItsLine() {
        #expect(throws: TemplateError.unknownField("speeker", template: "own", line: 3)) {
            try Template(name: "own", source: Array("= {{event}}\n\n== {{start}} - {{speeker}}\n".utf8))
        }
        #expect(throws: TemplateError.malformed(template: "own", line: 3, .inseparable(.track, .title))) {
            try Template(name: "own", source: Array("= {{event}}\n\n== {{track}}{{title}}\n".utf8))
        }
    }

    @Test func lineEndsOfAnotherSystemAreLineEnds() throws {
        let source = "= {{event}}\r\n:lang: fr\r\n\r\n== {{start}} - {{title}}\r\n\r\nPar {{speakers}}\r\n"
        let template = try Template(name: "own", source: Array(source.utf8))
        #expect(template.layout.heading.syntax == "{{start}} - {{title}}")
        #expect(template.layout.speakers.pattern.syntax == "Par {{speakers}}")
        #expect(String(decoding: template.header(Self.fields), as: UTF8.self) == "= Salon\n:lang: fr\n")
    }

    @Test func aTemplateWithoutASlotHasTheLayoutOfTheHouse() throws {
        let template = try Template(name: "own", source: Array("= {{title}}\n:lang: fr\n".utf8))
        #expect(template.layout == Layout())
        #expect(String(decoding: template.header(Self.fields), as: UTF8.self) == "= Salon 2022/05/24\n:lang: fr\n")
    }

    /// A new day is continued as its template shows, although nothing of it is in the file yet.
    @Test(arguments: BuiltInTemplates.all.map(\.name))
    func aNewDayHasTheLayoutOfItsTemplate(name: String) throws {
        let template = try Self.template(name)
        var text = String(decoding: template.header(Self.fields), as: UTF8.self)
        #expect(Layout(learnedFrom: Document(parsing: Array(text.utf8)), house: template.layout) == template.layout)
        guard let part = template.layout.parts, let day = CalendarDate(year: 2024, month: 4, day: 17) else { return }
        text += "\n== \(part.heading(of: day, number: 1))\n"
        #expect(text.hasSuffix("\n== JOUR 1 : MERCREDI 17/04\n"))
        let begun = Layout(learnedFrom: Document(parsing: Array(text.utf8)), house: template.layout)
        #expect(begun.slots == template.layout.slots)
        #expect(begun.heading == template.layout.heading)
        #expect(begun.parts == part)
    }

    /// What a template shows is also what a file written so shows.
    @Test(arguments: BuiltInTemplates.all.map(\.name))
    func aFileWrittenSoShowsTheSameHeading(name: String) throws {
        let layout = try Self.template(name).layout
        var heading = SlotHeading(
            start: TimeOfDay(hour: 9, minute: 0), end: TimeOfDay(hour: 9, minute: 45), kind: "quickie", track: "Tech",
            title: "Un titre")
        heading.room = "Salle 1"
        let text = heading.text(layout.heading)
        for word in ["quickie", "Tech", "Un titre", "Salle 1"] { #expect(text.contains(word), "\(text)") }
        let markers = String(repeating: "=", count: layout.slots.level + 1)
        let learned = Layout(learnedFrom: Document(parsing: Array("\(markers) \(text)\n".utf8)))
        let read = SlotHeading(reading: text, pattern: learned.heading)
        #expect((read.start, read.end) == (heading.start, heading.end), "\(text)")
    }
}

@Suite struct LearnedTemplateTests {
    /// A template that was made from a file shows the layout of the file.
    @Test(arguments: Days.paths + [Days.referenceDay])
    func aLearnedTemplateShowsTheLayoutOfItsFile(path: String) throws {
        let document = try Days.document(path)
        let layout = Layout(learnedFrom: document)
        let source = Template.source(learnedFrom: document)
        let template = try Template(name: "own", source: source)
        let text = String(decoding: source, as: UTF8.self)
        #expect(template.layout.heading == layout.heading, "\(text)")
        #expect(template.layout.slots == layout.slots, "\(text)")
        #expect(template.layout.parts == layout.parts, "\(text)")
        #expect(template.layout.speakers == layout.speakers, "\(text)")
        #expect(template.layout.abstract == layout.abstract, "\(text)")
        #expect(template.layout.notesSection == layout.notesSection, "\(text)")
        #expect(template.layout.image == layout.image, "\(text)")
        #expect(template.layout.admonition == layout.admonition, "\(text)")
        #expect(template.layout.bullets == layout.bullets, "\(text)")
        // One slot shows neither the blank lines between slots nor how lists are numbered that the file has elsewhere.
        #expect(template.layout.style.bullet == layout.style.bullet, "\(text)")
        #expect(template.layout.style.delimiterLength == layout.style.delimiterLength, "\(text)")
    }
}

extension TemplateTests {
    /// What a template shows before the fields of marks is what is written, a box of AsciiDoc, too.
    @Test func aTemplateSaysTheSignsOfMarks() throws {
        let source = "= {{event}}\n\n== {{title}}\n\n* TODO {{todo}}\n* [ ] {{note}}\n* ?? {{question}}\n\n\n\n"
        let template = try Template(name: "t", source: Array(source.utf8))
        #expect(template.layout.marks[.todo] == "TODO " && template.layout.marks[.question] == "?? ")
        #expect(template.layout.marks[.keep] == Layout().marks[.keep])
        #expect(template.header(Fields([.event: .text("X")])) == Array("= X\n\n\n\n".utf8))
        var day = Day(Document(parsing: Array("= X\n\n== A\n\n* TODO un\n* TODOS deux\n".utf8)), house: template.layout)
        #expect(day.marks.map(\.text) == ["un"])
        _ = try day.appendMark(.question, "quoi", depth: 1, startsGroup: false, to: 0)
        _ = try day.tick("un")
        #expect(day.text(0..<day.document.source.count).hasSuffix("* ☑ un\n* TODOS deux\n* ?? quoi\n"))
        let boxes = try Template(name: "t", source: Array("= T\n\n== {{title}}\n\n* [ ] {{todo}}\n".utf8))
        var drawn = Day(Document(parsing: Array("= X\n\n== A\n".utf8)), house: boxes.layout)
        _ = try drawn.appendMark(.todo, "un", depth: 1, startsGroup: false, to: 0)
        #expect(drawn.text(0..<drawn.document.source.count).hasSuffix("* [ ] un\n"))
        #expect(drawn.followUps.map(\.text) == ["un"])
    }
}
