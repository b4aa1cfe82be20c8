/// A programme as it is stored: lines of cells separated by tabs, for people to read and edit. `docs/programme.md` describes it.
package struct ProgrammeTable: Hashable, Sendable {
    /// A line that was not understood; it is kept and written again.
    package struct UnreadLine: Hashable, Sendable {
        package let number: Int
        package let text: String
    }

    package var programme: Programme
    package var unread: [UnreadLine]
    /// Lines that begin with `#` and are none of the table's own: a person's remarks.
    package var remarks: [String]
    /// Names of columns that are none of the table's own; they come last.
    var ownColumns: [String]

    package init(_ programme: Programme) {
        self.programme = programme
        (unread, remarks, ownColumns) = ([], [], [])
    }

    /// The columns, in the order in which they are written; read in any order, by name.
    enum Column: String, CaseIterable {
        case day, start, end, star, room, track, title, speakers, kind, format, subtitle, offset, id, abstract
    }

    static let mark = "# Steno programme"

    /// Whether a file's first line says that it is a stored programme.
    package static func recognises(_ text: some StringProtocol) -> Bool { text.hasPrefix(mark) }
}

extension ProgrammeTable {
    /// The table's text, with a line end after each line.
    package var text: String {
        var lines = [Self.mark]
        lines += [
            ("event", programme.event), ("source", programme.source), ("zone", programme.zone),
            ("times", programme.times.word),
        ].filter { !$0.1.isEmpty }.map { "# \($0): \(Cell.escaped($1))" }
        lines += remarks
        lines.append((Column.allCases.map(\.rawValue) + ownColumns).joined(separator: "\t"))
        lines += programme.sessions.map(line)
        lines += unread.map(\.text)
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ session: ProgrammeSession) -> String {
        let own = ownColumns.map { Cell.escaped(session.ownCells[$0] ?? "") }
        return (Column.allCases.map { Self.cell($0, of: session) } + own).joined(separator: "\t")
    }

    static func cell(_ column: Column, of session: ProgrammeSession) -> String {
        switch column {
        case .day: session.day.dashed
        case .start: clock(session.start, on: session.day)
        case .end: session.end.map { clock($0, on: session.day) } ?? ""
        case .star: session.isStarred ? "*" : ""
        case .room: Cell.escaped(session.room)
        case .track: Cell.escaped(session.track)
        case .title: Cell.escaped(session.title)
        case .speakers: session.speakers.map(Cell.speaker).joined(separator: "; ")
        case .kind: session.kind == .talk ? "" : session.kind.rawValue
        case .format: Cell.escaped(session.format)
        case .subtitle: Cell.escaped(session.subtitle)
        case .offset: session.start.offset.map(Cell.offset) ?? ""
        case .id: Cell.escaped(session.id)
        case .abstract: session.storedAbstract.cell
        }
    }

    /// `09:30`, and `00:15+1` for the night after the programme's day.
    private static func clock(_ moment: ProgrammeMoment, on day: CalendarDate) -> String {
        let nights = DayNumber(moment.date).value - DayNumber(day).value
        return moment.time.text(.colon) + (nights == 0 ? "" : nights > 0 ? "+\(nights)" : "\(nights)")
    }
}

extension Programme.Times {
    /// As it is stored; `local` is not written.
    var word: String {
        switch self {
        case .local: ""
        case .doubtful: "doubtful"
        case .asWritten: "as written"
        case .converted(let zone): "in \(zone)"
        }
    }

    init(word: String) {
        switch word {
        case "doubtful": self = .doubtful
        case "as written": self = .asWritten
        case _ where word.hasPrefix("in "): self = .converted(String(word.dropFirst(3)))
        default: self = .local
        }
    }
}

extension CalendarDate {
    /// `2022-05-24`.
    var dashed: String { String(slashed.map { $0 == "/" ? "-" : $0 }) }
}
