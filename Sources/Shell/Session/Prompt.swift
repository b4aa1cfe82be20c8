import Notebook

/// What stands before the line that is typed: where it will go.
package struct Prompt {
    private let session: Session

    package init(_ session: Session) { self.session = session }

    /// `14h00 Souveraineté 12′ ** › `
    ///
    /// - Parameter columns: room for it; the slot's name is cut, never the depth.
    package func text(columns: Int) -> String {
        guard let open = session.open else { return Message.askEvent.text(session.language) + " › " }
        if let block = session.captureName { return "\(block) … › " }
        let heading = open.slot?.heading
        let name = self.name(of: open)
        let stars = String(repeating: "*", count: open.place.depth)
        let time = heading.flatMap { timeLeft($0, of: open) }.map { $0 + " " } ?? ""
        // In a narrow terminal the name says more than the minutes.
        let place = min(name.count, Self.leastName) + time.count + stars.count + 4 > columns ? stars : time + stars
        let slot = shortened(name, to: columns - place.count - 4)
        return DisplayText.safe(slot.isEmpty ? place : slot + " " + place) + " › "
    }

    /// The slot's start with its track or title; in a sub-section that one's title; in a part its own.
    private func name(of open: DaySession) -> String {
        guard let slot = open.slot else { return open.day.heading(at: open.place.slot) }
        let heading = slot.heading
        guard slot.position != open.place.slot else { return heading.short }
        return [heading.start?.text(.h), open.day.heading(at: open.place.slot)].compactMap { $0 }.joined(separator: " ")
    }

    /// Characters of the slot's name, before the minutes are left out.
    private static let leastName = 5

    /// What is shown at the right margin: the talk's title, where the prompt has its track only.
    package var right: String {
        guard session.captureName == nil, let heading = session.open?.slot?.heading, heading.track != nil else {
            return ""
        }
        return DisplayText.safe(heading.title ?? "")
    }

    /// Minutes until the slot ends, while it runs: `12′`.
    private func timeLeft(_ heading: SlotHeading, of open: DaySession) -> String? {
        let clock = session.services.clock
        guard let start = heading.start, let end = heading.end,
            FileName.parts(ofDay: Notebook.lastComponent(open.store.path))?.date == clock.today()
        else { return nil }
        let now = clock.timeOfDay()
        let left = now.minutes(until: end)
        return start.minutes(until: now) + left == start.minutes(until: end) ? "\(left)′" : nil
    }

    private func shortened(_ text: String, to count: Int) -> String {
        text.count <= count ? text : text.prefix(Swift.max(0, count - 1)) + "…"
    }
}
