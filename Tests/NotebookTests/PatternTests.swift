import Notebook
import Testing

@Suite struct PatternTests {
    private static let house = "{{start}}{{ -> end}} - {{track : }}{{title}}"
    private static let multiDay = "{{start=09:30}}{{ -> end}}{{ - kind}}{{ - room}} : {{title}}"
    private static let english = "{{start=09:30}}{{–end}} {{title}} ({{room}})"

    private static func fields(
        _ start: (Int, Int)?, _ end: (Int, Int)?, _ texts: [Field: String]
    ) -> Fields {
        var fields = Fields(texts.mapValues(FieldValue.text))
        fields[.start] = start.flatMap { TimeOfDay(hour: $0.0, minute: $0.1) }.map(FieldValue.time)
        fields[.end] = end.flatMap { TimeOfDay(hour: $0.0, minute: $0.1) }.map(FieldValue.time)
        return fields
    }

    @Test func separatorsStandBetweenFieldsThatAreThere() throws {
        let house = try Pattern(Self.house)
        #expect(
            house.write(Self.fields((14, 0), (14, 30), [.track: "Tech", .title: "A"])) == "14h00 -> 14h30 - Tech : A")
        #expect(house.write(Self.fields((14, 0), nil, [.title: "A"])) == "14h00 - A")
        #expect(house.write(Self.fields((14, 0), nil, [:])) == "14h00")
        #expect(house.write(Self.fields(nil, nil, [.title: "Demos"])) == "Demos")
        let multiDay = try Pattern(Self.multiDay)
        #expect(
            multiDay.write(Self.fields((11, 35), (12, 20), [.kind: "conférence", .room: "Paris 141", .title: "A : B"]))
                == "11:35 -> 12:20 - conférence - Paris 141 : A : B")
        #expect(multiDay.write(Self.fields((11, 35), nil, [.title: "A"])) == "11:35 : A")
        let english = try Pattern(Self.english)
        #expect(english.write(Self.fields((14, 0), (14, 30), [.title: "A", .room: "B"])) == "14:00–14:30 A (B)")
        #expect(english.write(Self.fields((14, 0), nil, [.title: "A"])) == "14:00 A")
        let bracketed = try Pattern("{{title}} ({{start}}{{ - end}}, {{room}})")
        #expect(bracketed.write(Self.fields((14, 0), (15, 0), [.title: "A"])) == "A (14h00 - 15h00)")
        #expect(bracketed.write(Self.fields(nil, nil, [.title: "A"])) == "A")
    }

    @Test(arguments: [
        (house, "14h00 -> 14h30  - Souveraineté : Comment ?", "start end track title"),
        (house, "14h00 – 14h30 – Tech : A", "start end track title"), (house, "14h00 - A", "start title"),
        (house, "14h00", "start"), (house, "A : B", "title"), (house, "9h - A", "start title"),
        (multiDay, "11:35 -> 12:20 - conférence - Paris 141 : A - B : C", "start end kind room title"),
        (multiDay, "11:35 -> 12:20 - Paris 141 : A", "start end room title"),
        (multiDay, "11:35 -> 12:20 - quickie : A", "start end kind title"),
        (english, "14:00–14:30 A (B) (C)", "start end title room"), (english, "2:30 PM–3 PM A", "start end title"),
    ])
    func headingsAreReadWithThePattern(syntax: String, text: String, fields: String) throws {
        let reading = try #require(try Pattern(syntax).read(text))
        let found = Set(reading.fields.values.keys.map(\.rawValue))
        #expect(found == Set(fields.split(separator: " ").map(String.init)))
        #expect(reading.text == text)
    }

    /// A heading made to be tried in every way is read all the same, as a title.
    @Test func aHeadingOfSeparatorsIsRead() throws {
        let text = "11:35" + String(repeating: " - a : b (c)", count: 300)
        for syntax in [Self.house, Self.multiDay, Self.english, "{{title}} ({{start}}{{ - end}}, {{room}})"] {
            #expect(try Pattern(syntax).read(text)?.text == text)
        }
    }

    @Test func whatIsNoPatternSaysWhy() {
        #expect(throws: Pattern.Problem.unknownField("speeker")) { try Pattern("By {{speeker}}") }
        #expect(throws: Pattern.Problem.fieldTwice(.title)) { try Pattern("{{title}} {{title}}") }
        #expect(throws: Pattern.Problem.noField) { try Pattern("Demos") }
        #expect(throws: Pattern.Problem.inseparable(.track, .title)) { try Pattern("{{track}}{{title}}") }
        #expect(throws: Pattern.Problem.badExample("noon", .start)) { try Pattern("{{start=noon}}") }
        #expect(throws: Pattern.Problem.unclosedBraces) { try Pattern("{{title") }
    }

    /// A pattern may be written down and read again.
    @Test func patternsAreWrittenAsTheyAreRead() throws {
        var generator = PatternGenerator(seed: 7)
        for _ in 0..<500 {
            let pattern = try Pattern(generator.pattern())
            #expect(try Pattern(pattern.syntax) == pattern, "\(pattern.syntax)")
        }
    }

    /// Second law: what was written is read again, where no value holds a separator.
    @Test func whatIsWrittenIsRead() throws {
        var generator = PatternGenerator(seed: 1)
        for _ in 0..<Days.rounds {
            let pattern = try Pattern(generator.pattern())
            let fields = generator.fields(of: pattern)
            let text = pattern.write(fields)
            let reading = try #require(pattern.read(text))
            #expect(reading.fields == fields, "\(pattern.syntax) wrote \(text)")
            #expect(pattern.write(reading.fields) == text)
        }
    }

    /// First law: writing what was read gives the text, whatever it is.
    @Test func whatIsReadIsWritten() throws {
        var generator = PatternGenerator(seed: 2)
        for _ in 0..<Days.rounds {
            let pattern = try Pattern(generator.pattern())
            let text = generator.anyText()
            guard let reading = pattern.read(text) else { continue }
            #expect(Array(reading.text.utf8) == Array(text.utf8))
            #expect(
                Array(pattern.write(reading.fields, keeping: reading).utf8) == Array(text.utf8), "\(pattern.syntax)")
        }
    }
}

/// Patterns, values and texts, the same ones for the same seed.
struct PatternGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

    /// Optional fields have separators of their own, so that each choice of them is written otherwise.
    mutating func pattern() -> String {
        let time = pick(["", "=09h30", "=9h30", "=9h", "=09:30", "=9:30 AM", "=14 h 30", "=9.30", "=9:30 p.m."])
        var separators = [" | ", " / ", " * ", "; ", " ~ ", " + "]
        func separator(_ generator: inout PatternGenerator) -> String {
            separators.remove(at: generator.next(separators.count))
        }
        let end = next(3) > 0 ? "{{\(pick([" -> ", "-", " – ", " / ", " to ", "→"]))end}}" : ""
        let times = "{{start\(time)}}" + end
        var optional: [String] = []
        for field in ["kind", "room", "track"] where next(2) == 0 {
            let sign = separator(&self)
            optional.append(
                field == "room" && next(2) == 0
                    ? "{{ (room)}}" : pick(["{{\(sign)\(field)}}", "{{\(sign)[\(field)]}}"]))
        }
        let middle = optional.joined()
        return switch next(4) {
        case 0: "{{title}} (\(times))" + middle.replacing(" (room)", with: " @ room")
        case 1: "{{weekday=Jeudi}} \(times)\(middle) : {{title}}"
        default: times + middle + pick([" - ", " : ", ": ", " · "]) + "{{title}}"
        }
    }

    /// The required fields and some of the others; or the title alone.
    mutating func fields(of pattern: Pattern) -> Fields {
        var fields = Fields()
        for field in pattern.fields where [.start, .title, .weekday].contains(field) || next(2) == 0 {
            fields[field] = value(of: field)
        }
        return next(10) == 0 ? Fields([.title: .text(words())]) : fields
    }

    private mutating func value(of field: Field) -> FieldValue {
        switch field {
        case .start, .end: TimeOfDay(hour: next(24), minute: next(12) * 5).map(FieldValue.time) ?? .text("")
        case .weekday: Weekday(1 + next(7)).map(FieldValue.weekday) ?? .text("")
        case .kind: .text(pick(["conférence", "quickie", "keynote", "Hands-on lab"]))
        default: .text(words())
        }
    }

    private mutating func words() -> String {
        (0...next(4)).map { _ in pick(["Data", "Mesh", "l'été", "42", "C++", "a.b", "é́", "🍸", "x=y", "9h-ish"]) }
            .joined(separator: " ")
    }

    /// Something like a heading.
    mutating func anyText() -> String {
        (0...next(9)).map { _ in
            pick([
                "14h00", "9h", "2:30 PM", " -> ", " - ", " : ", ":", "(", ")", " ", "  ", "Title", "é", "1", "25h99",
                "–",
                "\u{A0}", "[", "🍸", "conférence", "Jeudi ", "24/05", "e\u{301}", "\u{301}", ",",
            ])
        }.joined()
    }
}
