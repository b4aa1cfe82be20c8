import AsciiDoc

/// How deep the next bullet stands after something was done.
package enum NextDepth: Hashable, Sendable {
    case same
    /// From 1.
    case at(Int)
}

extension Day {
    /// Does what an operation says, or nothing.
    @discardableResult
    mutating func apply(_ edits: Edits) throws(DayError) -> Changes {
        do throws(EditRefusal) {
            let changes = try document.apply(edits)
            self.changes += changes.all
            return changes
        } catch {
            throw .refused(error)
        }
    }

    /// Puts bytes in the place of others, whatever they are: what was edited elsewhere.
    mutating func apply(_ edit: Edit) { changes.append(document.apply(edit)) }

    /// The edits that an operation asks for, or why it is refused.
    func planned(_ edits: () throws(EditRefusal) -> Edits) throws(DayError) -> Edits {
        do throws(EditRefusal) { return try edits() } catch { throw .refused(error) }
    }

    /// What was done since somebody asked, oldest first.
    mutating func takeChanges() -> [Change] {
        defer { changes = [] }
        return changes
    }

    /// Takes back all that was done since somebody asked.
    mutating func takeBackChanges() {
        for change in takeChanges().reversed() { document.apply(change.inverse) }
    }

    /// How the day is written; learned once, when it is first asked for.
    mutating func learnedLayout() -> Layout {
        if let learned { return learned }
        let layout = Layout(learnedFrom: document)
        learned = layout
        return layout
    }

    /// The section of a slot with the last of those below it, or what stands before the first slot.
    func container(of slot: Int?) -> Node { self.slot(at: slot)?.section.lastSection ?? document.root }
}
