/// What the clocks of one zone show: a value, read elsewhere from the system's time zone files.
package struct ZoneOffsets: Hashable, Sendable {
    /// From `start`, in seconds since 1970-01-01T00:00:00Z, the clock is `minutes` east of UTC.
    package struct Period: Hashable, Sendable {
        package let start: Int64
        package let minutes: Int
        package init(start: Int64, minutes: Int) {
            self.start = start
            self.minutes = minutes
        }
    }

    package let name: String
    /// Before the first period.
    private let earliest: Int
    /// In ascending order of their starts.
    private let periods: [Period]

    package init(name: String, earliest: Int, periods: [Period]) {
        self.name = name
        self.earliest = earliest
        self.periods = periods.sorted { $0.start < $1.start }
    }

    /// Minutes east of UTC at a moment of UTC, given in minutes since 1970.
    package func offset(atUTCMinutes minutes: Int) -> Int {
        let seconds = Int64(minutes) * 60
        var (low, high) = (0, periods.count)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].start <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? earliest : periods[low - 1].minutes
    }
}

extension Programme {
    /// The programme on the clocks of `zone`.
    ///
    /// - Throws: `ProgrammeError.noOffsets` where no session says how far its times are from UTC.
    package func converted(to zone: ZoneOffsets) throws(ProgrammeError) -> Programme {
        guard sessions.contains(where: { $0.start.offset != nil }) else { throw .noOffsets }
        var result = self
        result.sessions = sessions.map { session in
            var session = session
            let nights = DayNumber(session.start.date).value - DayNumber(session.day).value
            session.start = session.start.moved(to: zone)
            session.end = session.end?.moved(to: zone)
            // The day is found again by `assignNights`; a programme's own day is kept where it was another date.
            session.day = DayNumber(DayNumber(session.start.date).value - nights).date ?? session.day
            return session
        }
        result.times = .converted(zone.name)
        result.assignNights()
        result.sort()
        return result
    }

    /// The programme with the doubt settled: what is written is the clock on the wall.
    package func asWritten() -> Programme {
        var result = self
        result.times = .asWritten
        return result
    }

    /// Gives the sessions shortly after midnight to the programme's day before, where that day's sessions last until
    /// the night.
    package mutating func assignNights() {
        var lastOfDay: [CalendarDate: Int] = [:]
        for session in sessions where session.kind == .talk && session.day == session.start.date {
            lastOfDay[session.day] = max(lastOfDay[session.day] ?? 0, session.start.time.minutes)
        }
        for index in sessions.indices {
            let session = sessions[index]
            guard session.kind == .talk, session.day == session.start.date, session.start.time.hour < 4,
                let before = (DayNumber(session.day) + -1).date, let last = lastOfDay[before], last >= 19 * 60
            else { continue }
            sessions[index].day = before
        }
    }
}

extension ProgrammeMoment {
    fileprivate func moved(to zone: ZoneOffsets) -> ProgrammeMoment {
        guard let offset else { return self }
        let utc = minutes - offset
        let there = zone.offset(atUTCMinutes: utc)
        return ProgrammeMoment(minutes: utc + there, offset: there) ?? self
    }
}
