import Notebook

/// Makes a programme of a format's entries: everything that no format can be trusted with is decided here.
struct ProgrammeBuilder {
    private let source: Source
    private let context: ReadingContext
    private var notices: [ProgrammeNotice] = []
    private var lacksDates = false
    private var incomplete = 0
    private let isMonthFirst: Bool

    init(_ source: Source, _ context: ReadingContext) {
        self.source = source
        self.context = context
        isMonthFirst = source.hasMonthFirst(near: context.day)
    }

    private func stamp(_ text: String) -> Stamp? {
        text.isEmpty ? nil : Stamp(text, near: context.day, isMonthFirst: isMonthFirst)
    }

    /// - Throws: `ProgrammeError.noSessions`, `.noDates`.
    static func read(_ source: Source, _ context: ReadingContext) throws(ProgrammeError) -> ProgrammeReading {
        var builder = ProgrammeBuilder(source, context)
        return try builder.build()
    }

    private mutating func build() throws(ProgrammeError) -> ProgrammeReading {
        var sessions: [ProgrammeSession] = []
        sessions.reserveCapacity(source.entries.count)
        for entry in source.entries {
            if let session = session(entry) { sessions.append(session) } else { incomplete += 1 }
        }
        guard !sessions.isEmpty else {
            throw lacksDates ? .noDates : .noSessions(format: source.format)
        }
        var programme = Programme(
            event: source.event.spaced, source: source.format, zone: zone, sessions: withoutRepeats(sessions))
        if !source.rooms.isEmpty { programme.rooms = ordered(programme.rooms) }
        programme.markEntriesThatAreNoSlots()
        programme.assignNights()
        programme.times = doubts(programme.sessions) ? .doubtful : .local
        programme.sort()
        notice(programme)
        return ProgrammeReading(programme: programme, notices: notices, listed: source.entries.count)
    }

    private func ordered(_ rooms: [String]) -> [String] {
        var seen: Set<String> = []
        let known = source.rooms.map(\.spaced).filter { seen.insert($0).inserted }
        return known.filter(Set(rooms).contains) + rooms.filter { !known.contains($0) }
    }

    /// The zone of the file, else the one that all entries share.
    private var zone: String {
        let zones = Set(source.entries.lazy.map(\.zone).filter { !$0.isEmpty })
        return source.zone.isEmpty && zones.count == 1 ? zones.first ?? "" : source.zone
    }

    // MARK: One session

    private mutating func session(_ entry: Entry) -> ProgrammeSession? {
        let title = PlainText.line(entry.title)
        guard !title.isEmpty, let (start, day) = start(of: entry) else { return nil }
        var session = ProgrammeSession(title: title, day: day, start: start, end: end(of: entry, from: start))
        session.id = entry.id
        session.room = PlainText.line(entry.room)
        session.track = PlainText.line(entry.track)
        session.format = PlainText.line(entry.format)
        session.subtitle = PlainText.line(entry.subtitle)
        session.speakers = entry.people.compactMap(Self.named)
        session.abstract = PlainText.blocks(entry.texts, hasMarkup: source.hasMarkup)
        session.kind = entry.flag == .allDay ? .allDay : entry.flag == .pause ? .pause : .talk
        if session.kind == .talk, session.isBreakByItsWords { session.kind = .pause }
        return session
    }

    private static func named(_ person: Speaker) -> Speaker? {
        let name = PlainText.line(person.name)
        let affiliation = person.affiliation.map(PlainText.line) ?? ""
        return name.isEmpty ? nil : Speaker(name: name, affiliation: affiliation.isEmpty ? nil : affiliation)
    }

    /// The start and the programme's day.
    private mutating func start(of entry: Entry) -> (ProgrammeMoment, CalendarDate)? {
        guard let stamp = stamp(entry.start) ?? (entry.flag == .allDay ? stamp(entry.date) : nil),
            let time = stamp.time ?? (entry.flag == .allDay ? .midnight : nil)
        else { return nil }
        let stated = stamp.date ?? self.stamp(entry.date)?.date
        if let stated {
            let moment = ProgrammeMoment(date: stated, time: time, offset: stamp.offset)
            let nights = entry.day.map { DayNumber(stated).value - DayNumber($0).value } ?? 0
            return (moment, (0...1).contains(nights) ? entry.day ?? stated : stated)
        }
        guard let day = entry.day ?? context.day else {
            lacksDates = true
            return nil
        }
        // A programme's day does not last until its breakfast, whatever its `day_change` says.
        let change = min(source.dayChange.minutes, 6 * 60)
        let isNight = entry.day != nil && time.minutes < change
        guard let date = (DayNumber(day) + (isNight ? 1 : 0)).date else { return nil }
        return (ProgrammeMoment(date: date, time: time, offset: stamp.offset), day)
    }

    private func end(of entry: Entry, from start: ProgrammeMoment) -> ProgrammeMoment? {
        if let stamp = stamp(entry.end), let time = stamp.time {
            let end = ProgrammeMoment(date: stamp.date ?? start.date, time: time, offset: stamp.offset ?? start.offset)
            if end > start { return end }
            // The date of an end after midnight is often the start's.
            guard let later = end.adding(minutes: 1440), later.minutes - start.minutes <= 12 * 60, end != start else {
                return nil
            }
            return later
        }
        return Duration.minutes(entry.duration).flatMap { start.adding(minutes: $0) }
    }

    // MARK: All sessions

    /// Whether the times may not be the clock on the wall: labelled UTC, or all at one offset that is UTC's.
    private func doubts(_ sessions: [ProgrammeSession]) -> Bool {
        let isUTC = ["UTC", "GMT", "Etc/UTC"].contains(zone)
        let offsets = Set(sessions.compactMap(\.start.offset))
        return offsets.contains(0) || (isUTC && offsets.isEmpty)
    }

    /// Each session once: a session of the same day, start, room and title is the same one; so is a break of the same
    /// day, start and title in another room.
    private mutating func withoutRepeats(_ sessions: [ProgrammeSession]) -> [ProgrammeSession] {
        var places: [ProgrammeSession.Identity: Int] = [:]
        var kept: [ProgrammeSession] = []
        var repeated = 0, merged = 0
        for session in sessions {
            let isPause = session.kind == .pause
            let identity = ProgrammeSession.Identity(
                day: session.day, minute: session.minute, room: isPause ? "" : session.room, title: session.title)
            guard let place = places[identity] else {
                places[identity] = kept.count
                kept.append(session)
                continue
            }
            if kept[place].room == session.room { repeated += 1 } else { merged += 1 }
            kept[place].complete(from: session)
        }
        if source.format == Programme.pageSource { repeated += Self.mergeRoomless(&kept) }
        if repeated > 0 { notices.append(.repeated(repeated)) }
        if merged > 0 { notices.append(.mergedBreaks(merged)) }
        return kept
    }

    /// A page may show its day twice, as a list without rooms and as a table. Returns how many were merged.
    private static func mergeRoomless(_ sessions: inout [ProgrammeSession]) -> Int {
        func key(_ session: ProgrammeSession) -> String {
            "\(session.day.compact) \(session.minute) \(session.title.folded)"
        }
        let placed = Dictionary(
            sessions.indices.filter { !sessions[$0].room.isEmpty }.map { (key(sessions[$0]), $0) },
            uniquingKeysWith: { first, _ in first })
        var merged: Set<Int> = []
        for index in sessions.indices where sessions[index].room.isEmpty {
            guard let place = placed[key(sessions[index])] else { continue }
            sessions[place].complete(from: sessions[index])
            merged.insert(index)
        }
        sessions = sessions.indices.filter { !merged.contains($0) }.map { sessions[$0] }
        return merged.count
    }

    private mutating func notice(_ programme: Programme) {
        let ids = programme.sessions.map(\.id).filter { !$0.isEmpty }
        let shared = Dictionary(grouping: ids) { $0 }.count { $1.count > 1 }
        if shared > 0 { notices.append(.sharedIDs(shared)) }
        let aside = programme.sessions.filter { $0.kind != .talk }.map(\.kind)
        let counts = Dictionary(grouping: aside) { $0 }.mapValues(\.count)
        if !counts.isEmpty { notices.append(.noSlots(counts)) }
        let zones = Set(source.entries.map(\.zone).filter { !$0.isEmpty }).sorted()
        if zones.count > 1 { notices.append(.zones(zones)) }
        if incomplete > 0 { notices.append(.incomplete(incomplete)) }
    }
}

extension ProgrammeSession {
    /// Takes over what another row of the same session has and this one lacks.
    fileprivate mutating func complete(from other: ProgrammeSession) {
        if end == nil { end = other.end }
        if abstract.isEmpty { abstract = other.abstract }
        if speakers.isEmpty { speakers = other.speakers }
        if track.isEmpty { track = other.track }
    }
}
