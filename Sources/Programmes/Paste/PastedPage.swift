import Notebook

/// A conference's page as text: menus, days, rooms, and lines with times. What the programme is, is known by its times.
struct PastedPage {
    private var source = Source("pasted page")
    private let dates: PastedDates
    private var day: CalendarDate?
    private var room = ""
    /// Lines since the last session or day that may be a room's name, the rest of a session, or nothing.
    private var waiting: [String] = []
    private var hasSession = false
    /// Whether the open session's title stood on the line of its times.
    private var hasTitle = false
    private var isAfterGap = false

    static func read(_ text: String, _ context: ReadingContext) -> Source {
        var page = PastedPage(dates: PastedDates(near: context.day))
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            String($0).spacedTabs
        }
        for (index, line) in lines.enumerated() where !line.isEmpty {
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
            (day, room, hasSession) = (date, "", false)
            return
        }
        guard let times = TimeRange(line) else {
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
        begin(times)
    }

    private mutating func begin(_ times: TimeRange) {
        var entry = Entry()
        (entry.start, entry.end) = (times.start.text(.colon), times.end?.text(.colon) ?? "")
        entry.duration = times.duration
        (entry.day, entry.room) = (day, room)
        (entry.title, entry.people, entry.room) = Self.parts(times.rest, room: room)
        source.entries.append(entry)
        (hasSession, hasTitle) = (true, !entry.title.isEmpty)
    }

    /// Gives the lines that followed a session to it: a title where it has none, then its speakers.
    private mutating func finish() {
        defer { waiting = [] }
        guard hasSession, var entry = source.entries.popLast() else { return }
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

/// Names of people in running text.
enum PastedNames {
    /// A few words, the first with a capital or the whole a login; no sentence.
    static func looksLikeNames(_ text: String) -> Bool {
        let names = split(text)
        guard !names.isEmpty, names.count <= 8, !text.hasSuffix("?"), !text.hasSuffix("!"), !text.hasSuffix(".") else {
            return false
        }
        return names.allSatisfy { name in
            let words = name.split(separator: " ")
            return (1...5).contains(words.count) && words.contains { $0.first?.isUppercase ?? false }
                && !name.contains { $0.isNumber || $0 == ":" }
        }
    }

    /// People parted by `, `, ` et `, ` and `, ` & `, ` und `; parentheses after a name are the company.
    static func read(_ text: String) -> [Speaker] {
        split(text).map { name in
            guard name.hasSuffix(")"), let start = name.lastIndex(of: "("), start > name.startIndex else {
                return Speaker(name: name)
            }
            let company = String(name[name.index(after: start)...].dropLast())
            return Speaker(name: name[..<start].trimmingBlanks, affiliation: company)
        }
    }

    private static func split(_ text: String) -> [String] {
        var names = [text]
        for separator in [", ", " et ", " and ", " & ", " und ", " / "] {
            names = names.flatMap { $0.pieces(partedBy: separator) }
        }
        return names.map(\.spaced).filter { !$0.isEmpty }
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
