import Notebook

/// Which column of a table, or field of a site's own JSON, is what: by the names that people give them.
struct FieldNames {
    enum Field: CaseIterable {
        case title, start, end, duration, date, time, room, track, format, speakers, company, abstract, description, id,
            subtitle
        case allDay
    }

    /// For each field the indices of its columns, the preferred one first.
    private let columns: [Field: [Int]]

    /// A table with more is no programme.
    private static let mostColumns = 500

    /// Whether each speaker has a column: `Speaker 1`, `Speaker 2`.
    private let hasNumberedSpeakers: Bool

    /// Nil where there is no title or no start.
    ///
    /// - Parameters:
    ///   - needsStart: false where the start may stand elsewhere.
    ///   - needsTitle: false where a title is no must, nor a start.
    init?(_ names: [String], needsStart: Bool = true, needsTitle: Bool = true) {
        guard names.count <= Self.mostColumns else { return nil }
        let normal = names.map { name in String(name.folded.filter { $0.isLetter || $0.isNumber }) }
        var columns: [Field: [Int]] = [:]
        var taken: Set<Int> = []
        for field in Field.allCases {
            let known = Self.names[field] ?? []
            let found = known.compactMap { name in normal.firstIndex(of: name) }.filter { !taken.contains($0) }
            columns[field] = found
            if let first = found.first { taken.insert(first) }
        }
        // Names that are none of the table's own are told by their words: `Titre de la conférence`, `Speaker 2`.
        let exact = Set(columns.values.joined())
        for (index, name) in names.enumerated() where !exact.contains(index) {
            guard let field = ColumnWords(name).field else { continue }
            columns[field, default: []].append(index)
        }
        // A date beside a time is no start of its own.
        if columns[.start]?.isEmpty ?? true, let date = columns[.date], columns[.time]?.isEmpty ?? true {
            columns[.start] = date
        } else if let time = columns[.time], !time.isEmpty, columns[.start]?.isEmpty ?? true {
            columns[.start] = time
        }
        hasNumberedSpeakers = (columns[.speakers] ?? []).contains { names[$0].last?.isNumber ?? false }
        guard !needsTitle || columns[.title]?.isEmpty == false else { return nil }
        if needsStart, needsTitle, columns[.start]?.isEmpty ?? true { return nil }
        self.columns = columns
    }

    /// Whether a cell is no name of a field.
    static func isNoField(_ name: String) -> Bool {
        let normal = String(name.folded.filter { $0.isLetter || $0.isNumber })
        return !names.values.contains { $0.contains(normal) }
    }

    /// The entry whose cells `cell` gives by their column.
    func entry(_ cell: (Int) -> String) -> Entry {
        func text(_ field: Field) -> String {
            for column in columns[field] ?? [] {
                let text = cell(column)
                if !text.isEmpty { return text }
            }
            return ""
        }
        var entry = Entry()
        (entry.id, entry.title, entry.subtitle) = (text(.id), text(.title), text(.subtitle))
        (entry.start, entry.end, entry.duration, entry.date) = (text(.start), text(.end), text(.duration), text(.date))
        if entry.end.isEmpty, let (start, end) = Self.range(entry.start) { (entry.start, entry.end) = (start, end) }
        (entry.room, entry.track, entry.format) = (text(.room), text(.track), text(.format))
        entry.texts = [text(.abstract), text(.description)]
        let people = (columns[.speakers] ?? []).map(cell).filter { !$0.isEmpty && !$0.hasPrefix("http") }
        entry.people =
            hasNumberedSpeakers && people.count > 1
            ? people.flatMap { Self.people($0, company: "") } : Self.people(people.first ?? "", company: text(.company))
        if entry.start.isEmpty, text(.allDay).folded == "true" { entry.flag = .allDay }
        return entry
    }

    /// `09h00 - 09h30` in one cell.
    static func range(_ text: String) -> (String, String)? {
        let text = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
        for separator in [" - ", " – ", " — ", "->", "–", "→", " to ", " à ", " bis ", "-"] {
            let parts = text.split(separator: separator).map(\.trimmingBlanks)
            if parts.count == 2, Stamp(parts[0], near: anyDay)?.time != nil, Stamp(parts[1])?.time != nil {
                return (parts[0], parts[1])
            }
        }
        return nil
    }

    /// For dates that lack a year, where only their time is asked for.
    static let anyDay = CalendarDate(year: 2000, month: 1, day: 1)

    /// `10:Konrad Meier|11:Dennis Wehrle`; else separated by semicolons, line ends or commas, which is what tables have.
    static func people(_ text: String, company: String) -> [Speaker] {
        let separators: Set<Character> =
            text.contains("|") ? ["|"] : text.contains(";") ? [";"] : text.contains("\n") ? ["\n"] : [","]
        let names = text.split(whereSeparator: separators.contains).map { part -> String in
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            let rest = part.dropFirst(digits.count)
            return !digits.isEmpty && rest.first == ":" ? String(rest.dropFirst()) : String(part)
        }
        return names.map { Speaker(name: $0.spaced, affiliation: names.count == 1 ? company : nil) }
    }

    private static let names: [Field: [String]] = [
        .title: [
            "title", "titre", "titel", "titulo", "titolo", "talktitle", "sessiontitle", "name", "nom", "talk",
            "session",
            "summary", "subject", "sujet", "topic", "event", "proposaltitle", "intervention",
        ],
        .start: [
            "start", "starttime", "startsat", "startdatetime", "datestart", "eventstart", "begin", "starts", "from",
            "debut",
            "heuredebut", "heurededebut", "beginn", "startdate", "time", "heure", "horaire", "hour", "uhrzeit", "zeit",
            "times", "creneau", "slot", "scheduledat", "timestart", "startat",
        ],
        .end: [
            "end", "endtime", "endsat", "enddatetime", "dateend", "eventend", "ends", "to", "fin", "heurefin",
            "heuredefin",
            "ende", "enddate", "finish", "until", "timeend", "endat",
        ],
        .duration: ["duration", "durationminutes", "duree", "dauer", "length", "minutes"],
        .date: ["date", "eventdate", "startdate", "datum", "jour", "day", "tag"],
        .room: [
            "room", "salle", "raum", "space", "location", "venue", "lieu", "stage", "place", "ort", "roomname", "scene",
        ],
        .track: [
            "track", "theme", "thematique", "category", "categorie", "eventtype", "trackname", "categories", "stream",
        ],
        .format: ["format", "type", "sessiontype", "sessionformat", "kind", "talktype"],
        .speakers: [
            "speakers", "speaker", "speakernames", "speakername", "presenters", "presenter", "orateurs", "orateur",
            "intervenants", "intervenant", "intervenantes", "authors", "author", "referent", "referenten", "people",
            "conferenciers", "hosts", "host", "names",
        ],
        .company: ["company", "organisation", "organization", "affiliation", "societe", "entreprise", "firma"],
        .abstract: ["abstract", "resume", "summary", "shortdescription", "kurzbeschreibung"],
        .description: ["description", "beschreibung", "longdescription", "details", "content", "text"],
        .id: ["id", "guid", "code", "uid", "sessionid", "talkid", "proposalid"],
        .subtitle: ["subtitle", "soustitre", "untertitel"],
        .allDay: ["allday", "alldayevent"],
    ]
}
