import Notebook

/// Which column of a table, or field of a site's own JSON, is what: by the names that people give them.
struct FieldNames {
    enum Field: CaseIterable {
        case title, start, end, duration, date, room, track, format, speakers, company, abstract, description, id,
            subtitle
        case allDay
    }

    /// For each field the indices of its columns, the preferred one first.
    private let columns: [Field: [Int]]

    /// Nil where there is no title or no start.
    init?(_ names: [String]) {
        let normal = names.map { name in String(name.folded.filter { $0.isLetter || $0.isNumber }) }
        var columns: [Field: [Int]] = [:]
        var taken: Set<Int> = []
        for field in Field.allCases {
            let known = Self.names[field] ?? []
            let found = known.compactMap { name in normal.firstIndex(of: name) }.filter { !taken.contains($0) }
            columns[field] = found
            if let first = found.first { taken.insert(first) }
        }
        guard columns[.title]?.isEmpty == false, columns[.start]?.isEmpty == false else { return nil }
        self.columns = columns
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
        entry.people = Self.people(text(.speakers), company: text(.company))
        if entry.start.isEmpty, text(.allDay).folded == "true" { entry.flag = .allDay }
        return entry
    }

    /// `09h00 - 09h30` in one cell.
    private static func range(_ text: String) -> (String, String)? {
        for separator in [" - ", " – ", " — ", "–", "→", " to "] {
            let parts = text.split(separator: separator).map(\.trimmingBlanks)
            if parts.count == 2, Stamp(parts[0])?.time != nil, Stamp(parts[1])?.time != nil {
                return (parts[0], parts[1])
            }
        }
        return nil
    }

    /// `10:Konrad Meier|11:Dennis Wehrle`; else parted by semicolons, line ends or commas, which is what tables have.
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
        .room: ["room", "salle", "raum", "location", "venue", "lieu", "stage", "place", "ort", "roomname", "scene"],
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
