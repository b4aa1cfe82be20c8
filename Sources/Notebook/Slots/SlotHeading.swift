/// What the heading of a slot says: `14h00 -> 14h30 - Souveraineté : Comment mettre en place…`.
///
/// A heading without a time is a slot's too; the whole of it is then the slot's `title`.
package struct SlotHeading: Hashable, Sendable {
    package var weekday: Weekday?
    package var date: DayOfYear?
    package var start: TimeOfDay?
    package var end: TimeOfDay?
    /// `conférence`, `quickie`
    package var kind: String?
    package var room: String?
    package var track: String?
    package var title: String?

    package init(
        start: TimeOfDay? = nil, end: TimeOfDay? = nil, kind: String? = nil, track: String? = nil, title: String? = nil
    ) {
        self.start = start
        self.end = end
        self.kind = kind
        self.track = track
        self.title = title
    }

    /// Track and title, as they stand after the times.
    package var label: String {
        [track, title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " : ")
    }

    /// Start and track (or title): what the prompt has room for.
    package var short: String {
        [start?.text(.h), track ?? title].compactMap { $0 }.joined(separator: " ")
    }

    /// Why a heading cannot be.
    package enum Problem: Error, Hashable, Sendable {
        /// Written like a time, but there is no such time.
        case impossibleTime(String)
        case endsBeforeStart(start: TimeOfDay, end: TimeOfDay)
        case endWithoutStart
        case empty
    }

    /// Checks what a type cannot say: an end only with a start before it.
    package func validated() throws(Problem) -> SlotHeading {
        if start == nil, label.isEmpty, room == nil, kind == nil { throw .empty }
        guard let end else { return self }
        guard let start else { throw .endWithoutStart }
        guard start.canEnd(at: end) else { throw .endsBeforeStart(start: start, end: end) }
        return self
    }
}
