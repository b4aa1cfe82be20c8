import Notebook

/// iCalendar, as pretalx, Sched, Lanyrd and the calendars of people write it.
enum CalendarReader {
    static func read(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ProgrammeError) -> Source {
        let file = CalendarFile(bytes, limit: limits.sessions)
        if file.events.count > limits.sessions { throw .tooManySessions(limit: limits.sessions) }
        if file.isTruncated { throw .truncated(format: "iCalendar") }
        func property(_ name: String) -> String { file.calendar.first { $0.name == name }?.text ?? "" }
        var source = Source("iCalendar")
        source.event = property("X-WR-CALNAME")
        source.zone = property("X-WR-TIMEZONE")
        let isPretalx = property("PRODID").contains("pretalx")
        source.entries = file.events.map { entry($0, isPretalx: isPretalx) }
        return source
    }

    private static func entry(_ event: CalendarFile.Component, isPretalx: Bool) -> Entry {
        var entry = Entry()
        let start = event.property("DTSTART")
        entry.id = PretalxCode.of(event.text("URL")) ?? PretalxCode.of(event.text("UID")) ?? event.text("UID")
        (entry.title, entry.people) = (event.text("SUMMARY"), [])
        if isPretalx { (entry.title, entry.people) = titleAndPeople(entry.title) }
        entry.start = start?.value.spaced ?? ""
        entry.end = event.property("DTEND")?.value.spaced ?? ""
        entry.duration = minutes(event.text("DURATION"))
        entry.zone = start?.parameters["TZID"] ?? ""
        // A whole day: `VALUE=DATE`, or a date alone where the parameter was left out.
        if entry.start.utf8.count == 8 { (entry.date, entry.flag) = (entry.start, .allDay) }
        entry.room = event.text("LOCATION")
        entry.track = event.text("CATEGORIES")
        entry.texts = [event.text("DESCRIPTION")]
        return entry
    }

    /// pretalx writes `Title - Speaker, Speaker`; titles have ` - ` too, and nobody may follow: `PyCon Fair -`.
    private static func titleAndPeople(_ summary: String) -> (String, [Speaker]) {
        if summary.hasSuffix(" -") { return (String(summary.dropLast(2)), []) }
        let bytes = Array(summary.utf8)
        let cut = bytes.indices.dropFirst().last {
            bytes[$0] == 0x2D && bytes[$0 - 1] == 0x20 && $0 + 1 < bytes.count && bytes[$0 + 1] == 0x20
        }
        guard let cut else { return (summary, []) }
        let people = String(decoding: bytes[(cut + 2)...], as: UTF8.self)
        return (
            String(decoding: bytes[..<(cut - 1)], as: UTF8.self),
            people.split(separator: ", ").map { Speaker(name: String($0)) }
        )
    }

    /// `PT1H30M` as minutes.
    private static func minutes(_ duration: String) -> String {
        guard duration.hasPrefix("P") else { return "" }
        var total = 0, number = 0
        for character in duration {
            if let digit = character.wholeNumberValue, number < 10_000 {
                number = number * 10 + digit
                continue
            }
            total += number * (["W": 10_080, "D": 1440, "H": 60, "M": 1][character] ?? 0)
            number = 0
        }
        return total > 0 ? String(total) : ""
    }
}
