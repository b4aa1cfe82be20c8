/// A heading that is found again after others have come or gone: by its words, and how many before it have the same.
package struct Landmark: Hashable, Sendable {
    let title: String
    let count: Int
}

// Days of an event, and ways back.
extension Day {
    /// What a place is known by; nil before the first heading.
    func landmark(of position: Int?) -> Landmark? {
        guard let position, let entry = entry(at: position) else { return nil }
        return Landmark(title: entry.title, count: entries[..<position].count { $0.title == entry.title })
    }

    /// Position of a landmark; nil where it is gone.
    func position(of landmark: Landmark) -> Int? {
        let fitting = entries.indices.filter { entries[$0].title == landmark.title }
        return landmark.count < fitting.count ? fitting[landmark.count] : fitting.last
    }

    /// How many days after its first one an event may still be the one that is going on.
    package static let longestEvent = 9

    /// Whether the event has a part for today, or one comes next.
    package func isGoingOn(on today: CalendarDate, first: CalendarDate) -> Bool {
        part(of: today, first: first) != nil || !entries.isEmpty && duePart(on: today, first: first) != nil
    }

    private func isGoingOn(on today: CalendarDate, since first: CalendarDate?) -> Bool {
        first.map { (0...Self.longestEvent).contains($0.days(until: today)) } ?? false
    }

    /// Position of the part that is a day's; nil where there is none.
    ///
    /// - Parameter first: the event's first day. Without it, a weekday or a number says nothing.
    package func part(of today: CalendarDate, first: CalendarDate?) -> Int? {
        entries.firstIndex { entry in
            guard entry.kind == .part else { return false }
            let heading = PartHeading(reading: entry.title)
            return heading.isOf(today, first: first) && (heading.date != nil || isGoingOn(on: today, since: first))
        }
    }

    /// Where a part's last slot ends; the part where it has none.
    func end(ofPart part: Int) -> Int? { end(of: outline.slots(inPart: part).last) ?? part }

    /// The heading of the day after the last one that the event has; nil where the layout has no days.
    ///
    /// - Parameter first: the event's first day; nil: its parts begin today.
    package func nextPart(on today: CalendarDate, first: CalendarDate?) -> String? {
        if let due = duePart(on: today, first: first) { return due }
        guard let form = learnedLayout().parts, form.namesDays else { return nil }
        let count = entries.count { $0.kind == .part && PartHeading(reading: $0.title).isDay }
        let date = (0..<count).reduce(Optional(first ?? today)) { date, _ in date?.next }
        return date.map { form.heading(of: $0, number: count + 1) }
    }

    /// The heading of the part that a new slot needs and the day does not have: of the event's first day in a day without
    /// any heading, of today where the last part is of a day before.
    ///
    /// - Parameter first: the event's first day.
    package func duePart(on today: CalendarDate, first: CalendarDate?) -> String? {
        guard let first else { return nil }
        let passed = first.days(until: today)
        let isGoingOn = isGoingOn(on: today, since: first)
        let days = entries.filter { $0.kind == .part && PartHeading(reading: $0.title).isDay }
        // Where there are more, those of later days were written before. The layout is learned for those that may need it.
        guard
            entries.isEmpty
                || isGoingOn && (1...max(1, passed)).contains(days.count) && part(of: today, first: first) == nil,
            let form = learnedLayout().parts, form.namesDays
        else { return nil }
        if entries.isEmpty { return form.heading(of: isGoingOn ? today : first, number: isGoingOn ? passed + 1 : 1) }
        return form.heading(of: today, number: passed + 1)
    }
}
