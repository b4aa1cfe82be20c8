extension ProgrammeTable {
    /// Reads a stored programme.
    ///
    /// - Throws: `ProgrammeError.unknownFormat` where there is no line of column names with `day`, `start` and `title`.
    package init(reading text: String) throws(ProgrammeError) {
        self.init(Programme())
        var columns: [Column?]?
        // By bytes: a cell may hold what Unicode calls a line end, and "\r\n" is one Character.
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            var line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
            if index == 0, line.hasPrefix("\u{FEFF}") { line = line.dropFirst() }
            if line.hasPrefix("#") {
                takeRemark(String(line))
            } else if line.allSatisfy(\.isWhitespace) {
                continue
            } else if let columns {
                take(line, number: index + 1, columns: columns)
            } else {
                columns = try Self.columns(line)
            }
        }
        guard columns != nil else { throw .unknownFormat }
        programme.rooms = Programme(sessions: programme.sessions).rooms
        programme.sort()
    }

    private static func columns(_ line: Substring) throws(ProgrammeError) -> [Column?] {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            Column(rawValue: $0.trimmingBlanks.lowercased())
        }
        guard columns.contains(.day), columns.contains(.start), columns.contains(.title) else { throw .unknownFormat }
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

    private mutating func take(_ line: Substring, number: Int, columns: [Column?]) {
        var cells: [Column: String] = [:]
        for (column, cell) in zip(columns, line.split(separator: "\t", omittingEmptySubsequences: false)) {
            if let column { cells[column] = cell.trimmingBlanks }
        }
        if let session = Self.session(cells) {
            programme.sessions.append(session)
        } else {
            unread.append(UnreadLine(number: number, text: String(line)))
        }
    }

    private static func session(_ cells: [Column: String]) -> ProgrammeSession? {
        func text(_ column: Column) -> String { Cell.read(cells[column] ?? "") }
        let offset = cells[.offset].flatMap(Cell.readOffset)
        guard let day = cells[.day].flatMap({ CalendarDate(reading: $0) }), !text(.title).isEmpty,
            let start = cells[.start].flatMap({ moment($0, on: day, offset: offset) })
        else { return nil }
        var session = ProgrammeSession(title: text(.title), day: day, start: start)
        if let cell = cells[.end], !cell.isEmpty {
            guard var end = moment(cell, on: day, offset: offset) else { return nil }
            // A person writes 00:30 for the night's end, without +1.
            if end < start, let later = end.adding(minutes: 1440) { end = later }
            session.end = end
        }
        if let cell = cells[.kind], !cell.isEmpty {
            guard let kind = ProgrammeSession.Kind(rawValue: cell) else { return nil }
            session.kind = kind
        }
        session.isStarred = cells[.star].map { !$0.isEmpty } ?? false
        (session.room, session.track, session.format) = (text(.room), text(.track), text(.format))
        (session.subtitle, session.id) = (text(.subtitle), text(.id))
        session.speakers = Cell.speakers(cells[.speakers] ?? "")
        session.abstract = [AbstractBlock](text: text(.abstract))
        return session
    }

    private static func moment(_ cell: String, on day: CalendarDate, offset: Int?) -> ProgrammeMoment? {
        let sign = cell.lastIndex { $0 == "+" || $0 == "-" }
        let nights = sign.map { Int(cell[$0...]) } ?? 0
        guard let nights, (-9...9).contains(nights), let date = (DayNumber(day) + nights).date,
            case .time(let time) = TimeOfDay.read(sign.map { cell[..<$0] } ?? cell[...])
        else { return nil }
        return ProgrammeMoment(date: date, time: time, offset: offset)
    }
}

/// The text of a cell: a backslash before what would end it, `\n` for a line end, `\t` for a tab.
enum Cell {
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": break
            case _ where scalar.properties.generalCategory == .control: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func read(_ cell: some StringProtocol) -> String {
        guard cell.utf8.contains(0x5C) else { return String(cell) }
        var result = "", isEscaped = false
        for character in cell {
            switch (isEscaped, character) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (true, "n"): result.append("\n")
            case (true, "t"): result.append("\t")
            default: result.append(character)
            }
            isEscaped = false
        }
        return isEscaped ? result + "\\" : result
    }

    /// `Ada Lovelace (Analytical Engines)`.
    static func speaker(_ speaker: Speaker) -> String {
        func guarded(_ text: String) -> String {
            escaped(text).reduce(into: "") { $0 += ";()".contains($1) ? "\\\($1)" : String($1) }
        }
        let name = guarded(speaker.name)
        return speaker.affiliation.map { "\(name) (\(guarded($0)))" } ?? name
    }

    /// Speakers parted by `;`, each with what stands in parentheses after the name.
    static func speakers(_ cell: String) -> [Speaker] {
        var speakers: [Speaker] = []
        var name = "", affiliation = "", isInside = false, isEscaped = false
        func take() {
            let (words, inside) = (name.trimmingBlanks, affiliation.trimmingBlanks)
            if !words.isEmpty { speakers.append(Speaker(name: words, affiliation: inside.isEmpty ? nil : inside)) }
            (name, affiliation, isInside) = ("", "", false)
        }
        for character in cell {
            switch character {
            case "\\" where !isEscaped:
                isEscaped = true
                continue
            case ";" where !isEscaped: take()
            case "(" where !isEscaped: isInside = true
            case ")" where !isEscaped: isInside = false
            default: isInside ? affiliation.append(character) : name.append(character)
            }
            isEscaped = false
        }
        take()
        return speakers
    }

    static func offset(_ minutes: Int) -> String {
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return "\(minutes < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }

    static func readOffset(_ cell: String) -> Int? {
        let parts = cell.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard let sign = cell.first, sign == "+" || sign == "-", parts.count == 2, (0...18).contains(parts[0]),
            (0..<60).contains(parts[1])
        else { return nil }
        return (parts[0] * 60 + parts[1]) * (sign == "-" ? -1 : 1)
    }
}
