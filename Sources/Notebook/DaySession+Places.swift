// Where the writer goes, and how they come back.
extension DaySession {
    /// Goes to a heading, from which ``goBack()`` returns; below its last sub-section where only those have notes.
    package func go(to position: Int?) {
        left = day.landmark(of: place.slot)
        move(to: Place(slot: day.placeOfNotes(at: position)))
    }

    /// Whether the writer chose the place in this run.
    package var hasGone: Bool { left != nil }

    /// Returns to where the writer was before, as far as it is there still. Returns whether there is such a place.
    package func goBack() -> Bool {
        guard let left, let position = day.position(of: left) else { return false }
        self.left = day.landmark(of: place.slot)
        move(to: Place(slot: position))
        return true
    }

    /// Goes on in the part of a day, where there is one: at its end. Returns its heading, where that is another place.
    ///
    /// - Parameter first: the event's first day.
    package func resume(on today: CalendarDate, first: CalendarDate?) -> String? {
        guard let part = day.part(of: today, first: first), let end = day.end(ofPart: part),
            day.part(around: place.slot) != day.part(around: end)
        else { return nil }
        move(to: Place(slot: end))
        return day.heading(at: part)
    }
}
