import Notebook

/// A conference's page as text: menus, days, rooms, and lines with times. What the programme is, is known by its times.
struct PastedPage {
    private var source = Source(Programme.pageSource)
    private let dates: PastedDates
    private var day: CalendarDate?
    private var room = ""
    /// Lines since the last session or day that may be a room's name, the rest of a session, or nothing.
    private var waiting: [String] = []
    private var hasSession = false
    /// Whether the open session's title stood on the line of its times.
    private var hasTitle = false
    private var isAfterGap = false
    /// The rooms of a table's columns after the one of the times; empty outside a table with one column for each room.
    private var columns: [String] = []
    /// Lines that stand under several times, so that they are rooms or tracks, no titles.
    private var recurring: Set<String> = []

    /// - Parameter limit: one session more is read, and then no more.
    static func read(_ text: String, _ context: ReadingContext, limit: Int) -> Source {
        var page = PastedPage(dates: PastedDates(near: context.day))
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            MarkdownLine.plain(String($0)).spacedTabs
        }
        page.recurring = RecurringLines.find(lines)
        for (index, line) in lines.enumerated() where !line.isEmpty && page.source.entries.count <= limit {
            page.isAfterGap = index > 0 && lines[index - 1].isEmpty
            page.take(line, next: lines[(index + 1)...].first { !$0.isEmpty })
        }
        page.finish()
        return page.source
    }

    private init(dates: PastedDates) { self.dates = dates }

    private mutating func take(_ line: String, next: String?) {
        if let date = dates.read(line) {
            finish()
            (day, room, hasSession, columns) = (date, "", false, [])
            return
        }
        if let rooms = Self.columns(line) {
            finish()
            (columns, hasSession) = (rooms, false)
            return
        }
        guard let (date, times, line) = moment(line) else {
            // A line before a line with times names the room, if it does not belong to the session before: one that has its
            // title on a line of its own has its people there, too, up to an empty line.
            if let next, TimeRange(next) != nil, !hasSession || hasTitle || (isAfterGap && !waiting.isEmpty) {
                finish()
                room = line.spaced
            } else {
                waiting.append(line)
            }
            return
        }
        finish()
        if let date { day = date }
        beginRow(times, line)
    }

    /// The times that a line begins with; a date, or a day of the week, may stand before them: `Me 10:00`.
    private func moment(_ line: String) -> (CalendarDate?, TimeRange, String)? {
        if let times = TimeRange(line) { return (nil, times, line) }
        var rest = line[...], words = 0
        while words < 4, let space = rest.firstIndex(where: { $0 == " " || $0 == "\t" }) {
            (rest, words) = (rest[rest.index(after: space)...], words + 1)
            guard rest.first?.isNumber ?? false, let times = TimeRange(String(rest)),
                let date = dates.read(String(line[..<space]), takesWeekdays: true)
            else { continue }
            return (date, times, String(rest))
        }
        return nil
    }

    /// A row of a table has one cell for each room, where the table's head names rooms; else it is one session.
    private mutating func beginRow(_ times: TimeRange, _ line: String) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().map { String($0).spaced }
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        guard !columns.isEmpty, filled.count > 1 else {
            // One cell is of all rooms, unless somebody talks.
            let column = filled.first.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
            begin(times, times.rest, room: room)
            if let column, source.entries.last?.people.isEmpty == false {
                source.entries[source.entries.count - 1].room = column
            }
            return
        }
        for (room, cell) in zip(columns, cells) where !cell.isEmpty { begin(times, cell, room: room) }
        // What follows belongs to no cell that can be told.
        hasSession = false
    }

    private mutating func begin(_ times: TimeRange, _ text: String, room: String) {
        var entry = Entry()
        (entry.start, entry.end) = (times.start.text(.colon), times.end?.text(.colon) ?? "")
        entry.duration = times.duration
        // A column of lengths: `10:00<tab>00:20`. In the evening it is an end after midnight.
        if let end = times.end, end < times.start, end.minutes <= 240, times.start.hour < 19 {
            (entry.duration, entry.end) = (entry.end, "")
        }
        (entry.day, entry.room) = (day, room)
        (entry.title, entry.people, entry.room) = Self.parts(text, room: room)
        source.entries.append(entry)
        (hasSession, hasTitle) = (true, !entry.title.isEmpty)
    }

    /// The rooms that a table's head names after its column of times: `Horaire<tab>Amphi<tab>Salle 2`.
    private static func columns(_ line: String) -> [String]? {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).spaced }
        guard cells.count > 2, let first = cells.first, first.isEmpty || ColumnWords(first).field == .time else {
            return nil
        }
        let rooms = Array(cells.dropFirst())
        // Names of fields are a table's of one session each row.
        guard rooms.allSatisfy({ !$0.isEmpty && FieldNames.isNoField($0) }) else { return nil }
        return rooms
    }

    /// Gives the lines that followed a session to it: a title where it has none, then its speakers.
    private mutating func finish() {
        defer { waiting = [] }
        guard hasSession, var entry = source.entries.popLast() else { return }
        let groups = RecurringLines.groups(entry.title.isEmpty ? waiting : [], rooms: recurring)
        if groups.count > 1 {
            // Several talks under one time, each with its room.
            for group in groups {
                var talk = entry
                (talk.title, talk.people, talk.room) = Self.parts(group.lines[0], room: group.room)
                if talk.people.isEmpty, let line = group.lines.dropFirst().first(where: PastedNames.looksLikeNames) {
                    talk.people = PastedNames.read(line)
                }
                source.entries.append(talk)
            }
            hasSession = false
            return
        }
        if entry.title.isEmpty, waiting.count > 1, let place = waiting.prefix(2).firstIndex(where: recurring.contains) {
            entry.room = waiting.remove(at: place)
        }
        if entry.title.isEmpty, let title = waiting.first {
            (entry.title, entry.people, entry.room) = Self.parts(title, room: entry.room)
            waiting.removeFirst()
        }
        if entry.people.isEmpty, let line = waiting.first, PastedNames.looksLikeNames(line) {
            entry.people = PastedNames.read(line)
        }
        if !entry.title.isEmpty { source.entries.append(entry) }
        hasSession = false
    }

    /// `Title - Speaker`, `Title<tab>Speaker<tab>Room`: what follows the last separator is who talks, if it can be names.
    private static func parts(_ text: String, room: String) -> (title: String, people: [Speaker], room: String) {
        let cells = text.split(separator: "\t").map { String($0).spaced }.filter { !$0.isEmpty }
        if cells.count > 1 {
            let people = cells.dropFirst().first(where: PastedNames.looksLikeNames)
            let place = cells.dropFirst().first { $0 != people }
            return (cells[0], people.map(PastedNames.read) ?? [], place ?? room)
        }
        for separator in [" - ", " – ", " — ", " | "] {
            let pieces = text.pieces(partedBy: separator)
            if pieces.count > 1, let last = pieces.last, PastedNames.looksLikeNames(last) {
                return (pieces.dropLast().joined(separator: separator), PastedNames.read(last), room)
            }
        }
        return (text.spaced, [], room)
    }
}

extension String {
    /// White space at the ends gone; tabs, which part the cells of a table, stay.
    fileprivate var spacedTabs: String {
        split(separator: "\t", omittingEmptySubsequences: false).map { String($0).spaced }.joined(separator: "\t")
            .trimmingBlanks
    }

    fileprivate func pieces(partedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
