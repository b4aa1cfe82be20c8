import Notebook

/// `schedule.xml` as Pentabarf began it and frab, pretalx, wafer and site templates write it.
/// https://github.com/voc/schedule/blob/master/validator/xsd/schedule.xml.xsd
struct PentabarfReader {
    private var source = Source("frab")
    private var path: [String] = []
    private var text: [UInt8] = []
    private var day: CalendarDate?
    private var room = ""
    /// The session that is open; nil outside.
    private var entry: Entry?
    private var abstract = "", description = "", date = ""
    private var isSchedule = false
    private let limit: Int

    private init(limit: Int) { self.limit = limit }

    /// - Parameter encoding: of the bytes, whatever the file says; nil: as it says.
    static func read(
        _ bytes: [UInt8], _ limits: ReadingLimits, encoding: String? = nil
    ) throws(ProgrammeError) -> Source {
        var reader = PentabarfReader(limit: limits.sessions)
        try XMLEvents.read(bytes, encoding: encoding) { event in
            reader.take(event)
            return reader.source.entries.count <= limits.sessions
        }
        if reader.source.entries.count > limits.sessions { throw .tooManySessions(limit: limits.sessions) }
        guard reader.isSchedule else { throw .unknownFormat }
        return reader.source
    }

    private mutating func take(_ event: XMLEvents.Event) {
        switch event {
        case .text(let bytes): text.append(contentsOf: bytes)
        case .start(let name, let attributes): begin(name, attributes)
        case .end(let name): end(name)
        }
    }

    private mutating func begin(_ name: String, _ attributes: [String: String]) {
        if path.isEmpty { isSchedule = name == "schedule" }
        path.append(name)
        text.removeAll(keepingCapacity: true)
        guard entry == nil else { return }
        switch name {
        case "day": day = Stamp(attributes["date"] ?? "")?.date
        case "room" where path.contains("day"): room = attributes["name"] ?? ""
        case "event" where path.contains("day") || path.count == 2:
            var begun = Entry()
            begun.id = attributes["code"] ?? attributes["guid"] ?? attributes["id"] ?? ""
            (begun.day, begun.room) = (day, room)
            entry = begun
            (abstract, description, date) = ("", "", "")
        default: break
        }
    }

    private mutating func end(_ name: String) {
        defer {
            if !path.isEmpty { path.removeLast() }
            text.removeAll(keepingCapacity: true)
        }
        if entry == nil { return endOutside(name) }
        if name == "event" { return finish() }
        let parent = path.dropLast().last ?? ""
        if name == "person", parent == "persons" || parent == "event" {
            let person = Speaker(name: words)
            entry?.people.append(person)
        } else if parent == "event" {
            set(name)
        }
    }

    private var words: String { String(decoding: text, as: UTF8.self) }

    private mutating func endOutside(_ name: String) {
        guard path.dropLast().last == "conference" else { return }
        switch name {
        case "title": source.event = words
        case "time_zone_name": source.zone = words.spaced
        case "day_change": source.dayChange = Stamp(words.spaced)?.time ?? source.dayChange
        default: break
        }
    }

    private mutating func set(_ name: String) {
        let words = words
        switch name {
        case "title": entry?.title = words
        case "subtitle": entry?.subtitle = words
        case "start": entry?.start = words.spaced
        case "end": entry?.end = words.spaced
        case "date": date = words.spaced
        case "duration": entry?.duration = words.spaced
        case "track": entry?.track = words
        case "type": entry?.format = words
        case "room" where !words.spaced.isEmpty: entry?.room = words
        case "abstract": if !words.spaced.isEmpty { abstract = words }
        case "description": if !words.spaced.isEmpty { description = words }
        case "url": if let code = PretalxCode.of(words) { entry?.id = code }
        default: break
        }
    }

    private mutating func finish() {
        guard var finished = entry else { return }
        // `<date>` has the true date, after midnight too; some files have a day there, some nothing.
        if Stamp(date)?.time != nil { finished.start = date } else if !date.isEmpty { finished.date = date }
        finished.texts = [abstract, description]
        source.entries.append(finished)
        entry = nil
    }
}
