import Notebook

/// What stands before the line that is typed: where it will go.
package struct Prompt {
    private let session: Session

    package init(_ session: Session) { self.session = session }

    /// `14h00 Souveraineté ** › `
    ///
    /// - Parameter columns: room for it; the slot's name is cut, never the depth.
    package func text(columns: Int) -> String {
        guard let open = session.open else { return Message.askEvent.text(session.language) + " › " }
        if let block = session.captureName { return "\(block) … › " }
        let name = self.name(of: open)
        let stars = String(repeating: "*", count: open.place.depth)
        let slot = shortened(name, to: columns - stars.count - 4)
        return DisplayText.safe(slot.isEmpty ? stars : slot + " " + stars) + " › "
    }

    /// The slot's start with its track or title; in a sub-section that one's title; in a part its own.
    private func name(of open: DaySession) -> String {
        guard let slot = open.slot else { return open.day.heading(at: open.place.slot) }
        let heading = slot.heading
        guard slot.position != open.place.slot else { return heading.short }
        return [heading.start?.text(.h), open.day.heading(at: open.place.slot)].compactMap { $0 }.joined(separator: " ")
    }

    /// What is shown at the right margin: the talk's title, where the prompt has its track only, and the minutes that are
    /// left of it: `Data Mesh  12′`.
    package var right: String {
        guard session.captureName == nil, let open = session.open, let slot = open.slot else { return "" }
        // To read a heading is most of what a prompt costs.
        let heading = slot.heading
        let title = heading.track == nil ? nil : heading.title
        return DisplayText.safe([title, timeLeft(slot, heading, of: open)].compactMap { $0 }.joined(separator: "  "))
    }

    /// Minutes until the slot ends, while it runs: `12′`.
    ///
    /// Where the heading says no end, the programme's counts.
    private func timeLeft(_ slot: Slot, _ heading: SlotHeading, of open: DaySession) -> String? {
        let clock = session.services.clock
        guard FileName.parts(ofDay: Notebook.lastComponent(open.store.path))?.date == clock.today(),
            let start = heading.start, let end = heading.end ?? session.programmeEnd(of: slot)
        else { return nil }
        let now = clock.timeOfDay()
        let left = now.minutes(until: end)
        return start.minutes(until: now) + left == start.minutes(until: end) ? "\(left)′" : nil
    }

    private func shortened(_ text: String, to count: Int) -> String {
        text.count <= count ? text : text.prefix(Swift.max(0, count - 1)) + "…"
    }
}
