extension ProgrammeTable {
    /// Reads a stored programme.
    ///
    /// - Throws: `ProgrammeError.unknownFormat` where there is no line of column names with `day`, `start` and `title`.
    package init(reading text: String) throws(ProgrammeError) {
        self.init(Programme())
        var columns: [ReadColumn]?
        var memory = ReadingMemory()
        var lines = TableLines(text)
        while let line = lines.next() {
            if line.text.utf8.first == UInt8(ascii: "#") {
                takeRemark(String(line.text))
            } else if line.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                continue
            } else if let columns {
                take(line, columns: columns, &memory)
            } else {
                columns = try takeColumns(line.cells)
            }
        }
        guard columns != nil else { throw .unknownFormat }
        programme.rooms = Programme(sessions: programme.sessions).rooms
        programme.sort()
    }

    private enum ReadColumn {
        case known(Column)
        case own(String)
    }

    private mutating func takeColumns(_ cells: [Substring]) throws(ProgrammeError) -> [ReadColumn] {
        let columns = cells.map { cell -> ReadColumn in
            let name = cell.trimmingBlanks
            return Column(rawValue: name.lowercased()).map(ReadColumn.known) ?? .own(name)
        }
        let known = columns.compactMap { if case .known(let column) = $0 { column } else { nil } }
        guard known.contains(.day), known.contains(.start), known.contains(.title) else { throw .unknownFormat }
        ownColumns = columns.compactMap { if case .own(let name) = $0, !name.isEmpty { name } else { nil } }
        return columns
    }

    private mutating func takeRemark(_ line: String) {
        if line == Self.mark { return }
        let parts = line.dropFirst().split(separator: ":", maxSplits: 1).map(\.trimmingBlanks)
        guard parts.count == 2, let value = parts.last.map({ Cell.read($0) }) else {
            remarks.append(line)
            return
        }
        switch parts.first {
        case "event": programme.event = value
        case "source": programme.source = value
        case "zone": programme.zone = value
        case "times": programme.times = Programme.Times(word: value)
        default: remarks.append(line)
        }
    }

    /// The cells of a line, in the order of ``Column``.
    typealias Cells = [Substring]

    static let noCells = Cells(repeating: "", count: Column.allCases.count)

    private mutating func take(_ line: TableLines.Line, columns: [ReadColumn], _ memory: inout ReadingMemory) {
        var cells = Self.noCells
        var own: [String: String] = [:]
        for (column, cell) in zip(columns, line.cells) where !cell.isEmpty {
            switch column {
            case .known(let column): cells[column.place] = cell.withoutBlanksAround
            case .own(let name): own[name] = Cell.read(cell)
            }
        }
        if var session = Self.session(cells, &memory) {
            session.ownCells = own
            programme.sessions.append(session)
        } else {
            unread.append(UnreadLine(number: line.number, text: String(line.text)))
        }
    }

    static func session(_ cells: Cells, _ memory: inout ReadingMemory) -> ProgrammeSession? {
        func text(_ column: Column) -> String { Cell.read(cells[column.place]) }
        let offset = Cell.readOffset(cells[Column.offset.place])
        let title = text(.title)
        guard !title.isEmpty, let day = memory.day(cells[Column.day.place]),
            let start = memory.moment(cells[Column.start.place], on: day, offset: offset)
        else { return nil }
        var session = ProgrammeSession(title: title, day: day, start: start)
        let end = cells[Column.end.place]
        if !end.isEmpty {
            guard var end = memory.moment(end, on: day, offset: offset) else { return nil }
            // A person writes 00:30 for the night's end, without +1.
            if end < start, let later = end.adding(minutes: 1440) { end = later }
            session.end = end
        }
        let kind = cells[Column.kind.place]
        if !kind.isEmpty {
            guard let kind = ProgrammeSession.Kind(rawValue: String(kind)) else { return nil }
            session.kind = kind
        }
        session.isStarred = !cells[Column.star.place].isEmpty
        (session.room, session.track, session.format) = (text(.room), text(.track), text(.format))
        (session.subtitle, session.id) = (text(.subtitle), text(.id))
        session.speakers = Cell.speakers(cells[Column.speakers.place])
        session.storedAbstract = Abstract(cell: cells[Column.abstract.place])
        return session
    }
}

/// Days and times that were read: a programme has few of them, each many times.
struct ReadingMemory {
    private var days: [Substring: CalendarDate?] = [:]
    private var times: [Substring: (time: TimeOfDay, nights: Int)?] = [:]

    mutating func day(_ cell: Substring) -> CalendarDate? {
        if let known = days[cell] { return known }
        let day = CalendarDate(reading: cell)
        days[cell] = day
        return day
    }

    mutating func moment(_ cell: Substring, on day: CalendarDate, offset: Int?) -> ProgrammeMoment? {
        let known = times[cell] ?? Self.time(cell)
        times[cell] = known
        guard let (time, nights) = known, let date = nights == 0 ? day : (DayNumber(day) + nights).date else {
            return nil
        }
        return ProgrammeMoment(date: date, time: time, offset: offset)
    }

    /// `00:15+1`
    private static func time(_ cell: Substring) -> (time: TimeOfDay, nights: Int)? {
        let sign = cell.lastIndex { $0 == "+" || $0 == "-" }
        guard let nights = sign.map({ Int(cell[$0...]) }) ?? 0, (-9...9).contains(nights),
            case .time(let time) = TimeOfDay.read(sign.map { cell[..<$0] } ?? cell)
        else { return nil }
        return (time, nights)
    }
}

extension ProgrammeTable.Column {
    /// Its place in ``ProgrammeTable/Cells``.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

extension Substring {
    /// Without spaces at either end; by bytes.
    fileprivate var withoutBlanksAround: Substring {
        let bytes = utf8
        guard let first = bytes.first, let last = bytes.last, first == 0x20 || last == 0x20 else { return self }
        var rest = bytes.drop { $0 == 0x20 }
        while rest.last == 0x20 { rest.removeLast() }
        return Substring(rest)
    }
}
