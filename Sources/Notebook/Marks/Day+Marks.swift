import AsciiDoc

extension Day {
    /// The marked notes, in the order of the day.
    package var marks: [Mark] {
        let form = learnedLayout().marks
        return notePlaces.flatMap { slot in
            notes(in: slot).enumerated().compactMap { mark(of: $1, number: $0 + 1, in: slot, form) }
        }
    }

    /// What is still to be checked.
    package var followUps: [Mark] { marks.filter { $0.kind == .todo && !$0.isDone } }

    private func mark(of note: Note, number: Int, in slot: Int?, _ form: Layout.MarkForm) -> Mark? {
        guard let words = note.node.textRanges.first else { return nil }
        let text = text(words)
        let line = document.line(at: words.lowerBound)
        // A box that somebody drew by hand says the same.
        if let isDone = note.node.isChecked {
            return Mark(kind: .todo, isDone: isDone, text: text, slot: slot, line: line, number: number)
        }
        guard let read = form.read(text) else { return nil }
        return Mark(kind: read.kind, isDone: read.isDone, text: read.text, slot: slot, line: line, number: number)
    }

    /// The sign that the words of a note begin with; empty where they have none.
    func sign(of note: Note) -> String {
        guard let words = note.node.textRanges.first else { return "" }
        return learnedLayout().marks.read(text(words))?.sign ?? ""
    }

    /// A marked bullet at the end of a slot.
    package mutating func appendMark(
        _ kind: Mark.Kind, _ text: String, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let sign = learnedLayout().marks[kind]
        // A layout may have boxes, whatever they make of the bullets around.
        if let box = TaskBox(startOf: (sign.trimmingBlanks + " ").utf8) {
            let item = Block.Item(text, isChecked: box.isChecked)
            return try appendBullet(item, depth: depth, startsGroup: startsGroup, to: slot)
        }
        return try appendBullet(sign + text, depth: depth, startsGroup: startsGroup, to: slot)
    }

    /// Ticks a follow-up: the one with just that text, else the newest that has it; `#2`: the second of
    /// ``followUps``. Returns its text.
    package mutating func tick(_ query: String) throws(DayError) -> String {
        let query = query.trimmingBlanks
        if query.hasPrefix("#"), let number = Int(query.dropFirst()), followUps.indices.contains(number - 1) {
            let found = followUps[number - 1]
            try apply(try planTicking(found))
            return found.text
        }
        let wanted = query.folded
        let fitting = followUps.filter { $0.text.folded.contains(wanted) }
        guard let found = fitting.first(where: { $0.text.folded == wanted }) ?? fitting.last else {
            throw .textNotFound(query)
        }
        try apply(try planTicking(found))
        return found.text
    }

    private func planTicking(_ mark: Mark) throws(DayError) -> Edits {
        let note = try note(mark.number, in: mark.slot)
        return try planned { () throws(EditRefusal) in
            if note.node.box != nil { return try document.setChecked(true, of: note.node) }
            return try document.setText(of: note.node, to: Layout.MarkForm.done + mark.text)
        }
    }
}
