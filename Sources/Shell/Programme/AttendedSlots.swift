import AsciiDoc
package import Notebook

/// The slots of days as a calendar: what was attended.
package struct AttendedSlots {
    private let services: Services
    private var sessions: [ProgrammeSession] = []
    private var events: [String] = []

    package init(_ services: Services) { self.services = services }

    /// Takes the slots of a day that have a time.
    ///
    /// - Parameters:
    ///   - source: the day's bytes.
    ///   - path: of its file, whose name has the date.
    /// - Returns: false where the file's name has no date.
    package mutating func add(_ source: [UInt8], path: String) throws(ProgrammeError) -> Bool {
        guard let (date, event) = FileName.parts(ofDay: Notebook.lastComponent(path)) else { return false }
        let programme = try services.programmes.stored(event)?.programme
        let zone = try programme.flatMap { $0.clockZone }.map { name throws(ProgrammeError) in
            try services.programmes.zone(name)
        }
        var matcher = programme.map { SlotMatcher($0, day: date) }
        let day = Day(Document(parsing: source))
        events.append(event)
        for slot in day.slots {
            let text = day.slotText(slot)
            guard text.heading.start != nil else { continue }
            let known = matcher?.session(of: text)
            guard var session = known?.attended(as: text.heading) ?? text.heading.session(on: date, in: slot) else {
                continue
            }
            if let zone { session.place(on: zone) } else { session.start.offset = nil }
            sessions.append(session)
        }
        return true
    }

    /// The calendar's text.
    package func calendar() -> String {
        let name = Set(events).sorted().joined(separator: ", ")
        return services.programmes.calendar(name, sessions, milliseconds: services.clock.milliseconds())
    }

    package var count: Int { sessions.count }
}

extension Programme {
    /// The zone whose clock its times are; nil where that is not known.
    fileprivate var clockZone: String? {
        if case .converted(let zone) = times { return zone }
        return zone.isEmpty || zone.uppercased() == "UTC" ? nil : zone
    }
}

extension ProgrammeSession {
    /// The session with the times that the slot's heading says: they are the user's.
    fileprivate func attended(as heading: SlotHeading) -> ProgrammeSession {
        var session = self
        if let start = heading.start { session.start.time = start }
        if let end = heading.end {
            session.end = session.start.adding(minutes: session.start.time.minutes(until: end))
        }
        return session
    }

    /// States how far its times are from UTC on a zone's clock.
    fileprivate mutating func place(on zone: ZoneOffsets) {
        start.offset = zone.offset(atLocalMinutes: start.minutes)
        if let moment = end { end?.offset = zone.offset(atLocalMinutes: moment.minutes) }
    }
}

extension SlotHeading {
    /// A session of what a heading says alone; nil without a start.
    fileprivate func session(on date: CalendarDate, in slot: Slot) -> ProgrammeSession? {
        guard let start else { return nil }
        let moment = ProgrammeMoment(date: date, time: start)
        let title = label.isEmpty ? [kind, room].compactMap { $0 }.joined(separator: " ") : label
        var session = ProgrammeSession(title: title, day: date, start: moment)
        session.end = end.flatMap { moment.adding(minutes: start.minutes(until: $0)) }
        session.room = room ?? ""
        session.speakers = slot.speakers
        return session
    }
}
