import AsciiDoc

/// Something to check later: a bullet with an empty box.
package struct FollowUp: Hashable, Sendable {
    /// Its first line, without the box.
    package let text: String
    /// Position of its slot; nil: before the first one.
    let slot: Int?
    /// Its number among the slot's notes, from 1.
    let number: Int
}

extension Day {
    /// What is still to be checked, in the order of the day.
    package var followUps: [FollowUp] {
        ([nil] + slots.map { Optional($0.position) }).flatMap { slot in
            notes(in: slot).enumerated().compactMap { offset, note in
                guard note.isFollowUp else { return nil }
                let text = note.node.textRanges.first.map(self.text) ?? ""
                return FollowUp(text: text, slot: slot, number: offset + 1)
            }
        }
    }

    /// Ticks the box of a follow-up: the one with just that text, else the newest that has it. Returns its text.
    package mutating func tick(_ query: String) throws(DayError) -> String {
        let wanted = query.folded
        let fitting = followUps.filter { $0.text.folded.contains(wanted) }
        guard let found = fitting.first(where: { $0.text.folded == wanted }) ?? fitting.last else {
            throw .textNotFound(query)
        }
        try apply(try planTicking(found))
        return found.text
    }

    private func planTicking(_ followUp: FollowUp) throws(DayError) -> Edits {
        let note = try note(followUp.number, in: followUp.slot)
        return try planned { () throws(EditRefusal) in try document.setChecked(true, of: note.node) }
    }
}
