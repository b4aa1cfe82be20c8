/// A day of the programme, laid out to be shown.
package struct Agenda: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let session: ProgrammeSession
        package let isOn: Bool
        /// Whether another starred talk overlaps this starred one.
        package let isInConflict: Bool
    }

    /// A time between the starred talks in which nothing is starred.
    package struct Gap: Hashable, Sendable {
        package let start: TimeOfDay
        package let end: TimeOfDay
        /// Minutes since the midnight that the programme's day begins with.
        package let minute: Int

        package init(start: TimeOfDay, end: TimeOfDay, minute: Int? = nil) {
            (self.start, self.end) = (start, end)
            self.minute = minute ?? start.minutes
        }
    }

    package let day: CalendarDate
    package let entries: [Entry]
    package let gaps: [Gap]

    /// The talks that have such words in room, track, title or speakers.
    package func with(_ words: String) -> Agenda {
        let query = words.folded.split { !$0.isLetter && !$0.isNumber }
        return Agenda(day: day, entries: entries.filter { $0.session.fits(query) }, gaps: [])
    }

    /// At most so many talks: those that go on at a minute of the day and those after it, as far back as there is room;
    /// all of them where they are few.
    package func part(from minute: Int, most: Int) -> Agenda {
        guard entries.count > most else { return self }
        let first = entries.firstIndex { $0.isOn || $0.session.minute >= minute } ?? entries.count
        let start = min(first < entries.count ? first : 0, entries.count - most)
        let shown = Array(entries[start..<start + most])
        let (earliest, latest) = (shown.first?.session.minute ?? 0, shown.last?.session.minute ?? 0)
        return Agenda(day: day, entries: shown, gaps: gaps.filter { earliest <= $0.minute && $0.minute <= latest })
    }
}

extension Programme {
    /// The talks of a day with what is on, which starred ones overlap, and where nothing is starred.
    ///
    /// - Parameter gap: Minutes from which a time without a starred talk counts as a gap.
    package func agenda(of day: CalendarDate, now: Whereabouts? = nil, gap: Int = 20) -> Agenda {
        let listed = talks.filter { $0.day == day }
        let starred = listed.filter(\.isStarred)
        let entries = listed.map { session in
            let (start, end) = (session.start.minutes, end(of: session))
            let conflicts =
                session.isStarred
                && starred.contains {
                    $0.identity != session.identity && $0.start.minutes < end && start < self.end(of: $0)
                }
            return Agenda.Entry(
                session: session, isOn: now.map { start <= $0.minutes && $0.minutes < end } ?? false,
                isInConflict: conflicts)
        }
        return Agenda(day: day, entries: entries, gaps: gaps(between: starred, ofAtLeast: gap))
    }

    private func gaps(between starred: [ProgrammeSession], ofAtLeast length: Int) -> [Agenda.Gap] {
        guard var latest = starred.first.map({ end(of: $0) }) else { return [] }
        var gaps: [Agenda.Gap] = []
        for session in starred.dropFirst() {
            if session.start.minutes - latest >= length, let start = ProgrammeMoment(minutes: latest) {
                gaps.append(
                    Agenda.Gap(
                        start: start.time, end: session.start.time, minute: latest - DayNumber(session.day).value * 1440
                    ))
            }
            latest = max(latest, end(of: session))
        }
        return gaps
    }
}
