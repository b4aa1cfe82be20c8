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
        let stars = String(repeating: "*", count: open.place.depth)
        let slot = open.slot?.heading.short ?? open.day.title ?? ""
        return DisplayText.safe(
            [shortened(slot, to: columns - stars.count - 4), stars].filter { !$0.isEmpty }.joined(separator: " "))
            + " › "
    }

    private func shortened(_ text: String, to count: Int) -> String {
        text.count <= count ? text : text.prefix(Swift.max(0, count - 1)) + "…"
    }
}
