/// What the title of a level-1 section says of a slot: `14h00 -> 14h30 - Souveraineté : Comment mettre en place…`.
///
/// A title without a time is a slot too; the whole of it is then the slot's `title`.
package struct SlotHeading: Hashable, Sendable {
    package var start: TimeOfDay?
    package var end: TimeOfDay?
    package var track: String?
    package var title: String?

    package init(start: TimeOfDay? = nil, end: TimeOfDay? = nil, track: String? = nil, title: String? = nil) {
        self.start = start
        self.end = end
        self.track = track
        self.title = title
    }

    /// How a document writes its slots' headings.
    package struct Form: Hashable, Sendable {
        package var time: TimeOfDay.Form = .h
        /// Between start and end: `->`, `-`, `–` or `→`.
        package var arrow = "->"

        package init() {}
    }

    /// The section title that says this.
    package func text(_ form: Form) -> String {
        let times = [start, end].compactMap { $0?.text(form.time) }.joined(separator: " \(form.arrow) ")
        return [times, label].filter { !$0.isEmpty }.joined(separator: " - ")
    }

    /// Track and title, as they stand behind the times.
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

    /// Checks what a type cannot say: an end only behind a start.
    package func validated() throws(Problem) -> SlotHeading {
        if start == nil, label.isEmpty { throw .empty }
        guard let end else { return self }
        guard let start else { throw .endWithoutStart }
        guard start.canEnd(at: end) else { throw .endsBeforeStart(start: start, end: end) }
        return self
    }
}
