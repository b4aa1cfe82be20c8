import AsciiDoc

/// Where a note is moved.
package enum NoteTarget: Hashable, Sendable {
    /// After the note with that number in the same slot.
    case after(Int)
    /// To the end of a slot.
    case endOf(slot: Int?)
}

// Notes that are moved, joined and split.
extension Day {
    /// Moves a note, with the bullets below it.
    ///
    /// - Returns: the depth of the next bullet where it was written.
    package mutating func moveNote(_ number: Int, in slot: Int?, to target: NoteTarget) throws(DayError) {
        try apply(try planMoving(number, in: slot, to: target))
    }

    private func planMoving(_ number: Int, in slot: Int?, to target: NoteTarget) throws(DayError) -> Edits {
        let node = try note(number, in: slot).node
        switch target {
        case .after(let other):
            let place = try note(other, in: slot).node
            return try planned { () throws(EditRefusal) in try document.move(node, after: place) }
        case .endOf(let other):
            let section = container(of: placeOfNotes(at: other))
            return try planned { () throws(EditRefusal) in try document.move(node, toEndOf: section) }
        }
    }

    /// Moves a bullet before the sibling above it, or after the one below.
    ///
    /// - Parameters:
    ///   - number: nil: the last bullet.
    ///   - step: negative: up.
    /// - Returns: its number then; nil where there is nowhere to go.
    package mutating func moveBullet(_ number: Int?, by step: Int, in slot: Int?) throws(DayError) -> Int? {
        guard let (edits, moved) = try planStep(number, by: step, in: slot) else { return number }
        try apply(edits)
        return moved
    }

    private func planStep(_ number: Int?, by step: Int, in slot: Int?) throws(DayError) -> (Edits, Int)? {
        let notes = notes(in: slot)
        let last = notes[..<noteCount(before: slot, in: notes)].lastIndex { $0.depth != nil }
        guard let old = number ?? last.map({ $0 + 1 }),
            notes.indices.contains(old - 1), notes[old - 1].depth != nil
        else { throw .noNotes }
        let node = notes[old - 1].node
        let isItem = { (other: Node) in other.kind == .listItem }
        let other = step < 0 ? node.previous(where: isItem) : node.next(where: isItem)
        guard let other, let place = notes.firstIndex(where: { $0.node.range == other.range }) else { return nil }
        let edits = try planned { () throws(EditRefusal) in
            step < 0 ? try document.move(other, after: node) : try document.move(node, after: other)
        }
        let passed = Note.all(of: step < 0 ? node : other)
        return (edits, step < 0 ? place + 1 : old + passed)
    }

    /// A note before another one of a slot: beside a bullet at its depth, before another block as a bullet.
    package mutating func insertNote(_ text: String, before number: Int, in slot: Int?) throws(DayError) {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let style = learnedLayout().style
        try apply(try planInserting(text, before: number, in: slot, style))
    }

    private func planInserting(
        _ text: String, before number: Int, in slot: Int?, _ style: Style
    ) throws(DayError) -> Edits {
        let node = try note(number, in: slot).node
        let item = Block.Item(text)
        return try planned { () throws(EditRefusal) in
            if node.kind == .listItem { return try document.insert(item, before: node) }
            if let list = node.previous(where: { $0.kind != .blankLines }), list.kind == .unorderedList {
                return try document.append(item, to: list, style: style)
            }
            return try document.insert(.unorderedList([item]), before: node, style: style)
        }
    }

    /// Makes one note of the last two of a slot.
    package mutating func joinLastNotes(in slot: Int?) throws(DayError) -> NextDepth {
        let (edits, depth) = try planJoining(in: slot)
        try apply(edits)
        return depth
    }

    private func planJoining(in slot: Int?) throws(DayError) -> (Edits, NextDepth) {
        let last = ownNotes(in: slot).suffix(2)
        guard last.count == 2, let first = last.first, let second = last.last else { throw .noNotes }
        let edits = try planned { () throws(EditRefusal) in try document.join(first.node, with: second.node) }
        return (edits, first.depth.map(NextDepth.at) ?? .same)
    }

    /// Makes two notes of one: the second begins at the words.
    package mutating func splitNote(_ number: Int, at words: String, in slot: Int?) throws(DayError) {
        try apply(try planSplitting(number, at: words, in: slot))
    }

    private func planSplitting(_ number: Int, at words: String, in slot: Int?) throws(DayError) -> Edits {
        let node = try note(number, in: slot).node
        let wanted = words.trimmingBlanks
        guard !node.textRanges.isEmpty else { throw .notOneLine }
        let starts = node.textRanges.compactMap { range -> Int? in
            let line = text(range)
            guard
                let found = line.ranges(of: wanted).first(where: { $0.lowerBound > line.startIndex })
                    ?? line.ranges(of: wanted).first
            else { return nil }
            return range.lowerBound + line[..<found.lowerBound].utf8.count
        }
        // Not the note's beginning: nothing would be left before it.
        guard let start = starts.first(where: { $0 > node.textRanges[0].lowerBound }) else {
            throw .textNotFound(words)
        }
        return try planned { () throws(EditRefusal) in try document.split(node, at: start) }
    }

    /// The title above the last note of a slot, in the place of the one that it has; nil takes that away.
    package mutating func setCaption(_ title: String?, in slot: Int?) throws(DayError) {
        try apply(try planCaption(title, in: slot))
    }

    private func planCaption(_ title: String?, in slot: Int?) throws(DayError) -> Edits {
        let node = try note(nil, in: slot).node
        let block = node.kind == .listItem ? node.children.last { $0.kind.isBlock && !$0.kind.isList } : node
        guard let block else { throw .noBlock }
        return try planned { () throws(EditRefusal) in try document.setTitle(of: block, to: title) }
    }
}
