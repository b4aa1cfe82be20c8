import AsciiDoc

extension Day {
    /// The note with a number from 1 within its slot; nil: the last one.
    package func note(_ number: Int?, in slot: Int?) throws(DayError) -> Note {
        guard let number else {
            guard let last = ownNotes(in: slot).last else { throw .noNotes }
            return last
        }
        let notes = notes(in: slot)
        guard notes.indices.contains(number - 1) else { throw .noteNotFound(number) }
        return notes[number - 1]
    }

    /// The notes of the slot around a position, or, outside of slots, of what stands before the first one there.
    package func notes(in position: Int?) -> [Note] {
        if let slot = slot(at: position) { return slot.notes }
        return node(at: position).children.prefix { $0.kind != .section }.filter(\.isNote).flatMap(Note.all)
    }

    /// How many of the notes in the slot around a position stand before the end of what it has itself, where the next one
    /// goes; none of them need be its own.
    package func noteCount(before position: Int?, in notes: [Note]) -> Int {
        let end = ownRange(of: position).upperBound
        return notes.lastIndex { $0.node.range.lowerBound < end }.map { $0 + 1 } ?? 0
    }

    /// The notes that a position has itself, oldest first.
    func ownNotes(in position: Int?) -> [Note] {
        let range = ownRange(of: position)
        return notes(in: position).filter { range.contains($0.node.range.lowerBound) }
    }

    /// Takes a note away; with a bullet go the bullets below it.
    package mutating func deleteNote(_ number: Int?, in slot: Int?) throws(DayError) -> NextDepth {
        let (edits, depth) = try planDeleting(number, in: slot)
        try apply(edits)
        return depth
    }

    private func planDeleting(_ number: Int?, in slot: Int?) throws(DayError) -> (Edits, NextDepth) {
        let note = try note(number, in: slot)
        let edits = try planned { () throws(EditRefusal) in try document.remove(note.node) }
        return (edits, .at(note.depth ?? 1))
    }

    /// The bytes in `range` replaced by a text that was edited elsewhere; a line end at its end stays.
    package mutating func replace(_ range: Range<Int>, by text: String) {
        let hadLineEnd = range.upperBound > 0 && document.source[range.upperBound - 1] == UInt8(ascii: "\n")
        let ending = hadLineEnd && text.utf8.last != UInt8(ascii: "\n") && !text.isEmpty ? "\n" : ""
        apply(Edit(range: range, replacement: Array((text + ending).utf8)).trimmed(in: document.source))
    }

    /// The first line of a note, as it stands in the document.
    package func firstLine(of note: Note) -> String {
        String(note.node.text.prefix { !$0.isLineEnd })
    }

    /// The lines of a note, as they stand in the document: of a bullet its own, of a block all.
    package func lines(of note: Note) -> [String] {
        note.node.text.split(whereSeparator: \.isLineEnd).map(String.init)
    }

    /// The words of a bullet or paragraph, to be edited as a line, without the sign that marks it; nil where it is another
    /// block, or has several lines.
    package func line(of note: Note) -> String? {
        let lines = note.node.title == nil ? note.node.textRanges : []
        return lines.count == 1 ? String(text(lines[0]).dropFirst(sign(of: note).count)) : nil
    }

    /// The same note with another text; a bullet also at another depth, with those below it.
    package mutating func setText(
        ofNote number: Int?, in slot: Int?, to text: String, depth: Int? = nil
    ) throws(DayError) {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        try apply(try planText(ofNote: number, in: slot, text))
        guard let depth, let edits = try planDepth(ofNote: number, in: slot, depth) else { return }
        try apply(edits)
    }

    private func planText(ofNote number: Int?, in slot: Int?, _ text: String) throws(DayError) -> Edits {
        let note = try note(number, in: slot)
        guard line(of: note) != nil else { throw .notOneLine }
        // Its sign stays, as a box does.
        let words = sign(of: note) + text
        return try planned { () throws(EditRefusal) in try document.setText(of: note.node, to: words) }
    }

    private func planDepth(ofNote number: Int?, in slot: Int?, _ depth: Int) throws(DayError) -> Edits? {
        let note = try note(number, in: slot)
        guard let old = note.depth, depth != old else { return nil }
        guard depth <= old else { throw .depthJump(from: old, to: depth) }
        return try planned { () throws(EditRefusal) in try document.changeDepth(of: note.node, by: depth - old) }
    }

    /// Puts `new` in the place of the last `old` in the last note of a slot that has it, in any of its lines. Returns the
    /// line as it is then.
    package mutating func correct(_ old: String, to new: String, in slot: Int?) throws(DayError) -> String {
        let (edits, line) = try planCorrection(old, new, in: slot)
        try apply(edits)
        return line
    }

    private func planCorrection(
        _ old: String, _ new: String, in slot: Int?
    ) throws(DayError) -> (edits: Edits, line: String) {
        let notes = notes(in: slot)
        let count = noteCount(before: slot, in: notes)
        for note in notes[..<count].reversed() + notes[count...].reversed() {
            for (number, range) in note.node.textRanges.enumerated().reversed() {
                let line = text(range)
                guard let place = line.ranges(of: old).last else { continue }
                let corrected = line.replacingCharacters(in: place, with: new)
                let edits = try planned { () throws(EditRefusal) in
                    try document.setText(of: note.node, line: number, to: corrected)
                }
                return (edits, corrected)
            }
        }
        throw .textNotFound(old)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
