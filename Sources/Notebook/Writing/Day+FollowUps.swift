import AsciiDoc

/// Something to check later: a bullet with an empty box.
package struct FollowUp: Hashable, Sendable {
    /// Its first line, without the box.
    package let text: String
    /// Where the blank between the box's brackets is.
    fileprivate let box: Int
}

extension Day {
    private static let emptyBox = "[ ] "

    /// What is still to be checked, in the order of the day.
    package var followUps: [FollowUp] {
        ([nil] + slots.map { Optional($0.position) }).flatMap { notes(in: $0) }.compactMap { note in
            let range = note.node.contentRange
            let line = text(range).prefix { !$0.isNewline }
            guard note.node.kind == .listItem, line.hasPrefix(Self.emptyBox) else { return nil }
            return FollowUp(text: String(line.dropFirst(Self.emptyBox.count)), box: range.lowerBound + 1)
        }
    }

    /// Ticks the box of a follow-up: the one with just that text, else the newest that has it.
    package func tick(_ query: String) throws(DayError) -> (change: DayChange, text: String) {
        let wanted = query.folded
        let fitting = followUps.filter { $0.text.folded.contains(wanted) }
        guard let found = fitting.first(where: { $0.text.folded == wanted }) ?? fitting.last else {
            throw .textNotFound(query)
        }
        let edit = Edit(range: found.box..<(found.box + 1), replacement: Array("x".utf8))
        return (DayChange([edit], depth: nil), found.text)
    }
}
