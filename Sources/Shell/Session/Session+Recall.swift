import AsciiDoc
package import Notebook

/// A note that is on the line again, to be changed in place.
package struct RecalledNote: Hashable, Sendable {
    /// From 1 within the slot.
    package let number: Int
    package let text: String
}

// Notes brought back to the line, and the last bullet moved between depths.
extension Session {
    /// The last note of this slot that is one line, before the one with `number`; nil where there is none.
    package func note(before number: Int?) -> RecalledNote? {
        guard captureName == nil, let open else { return nil }
        let notes = open.day.notes(in: open.place.slot)
        let end = number.map { $0 - 1 } ?? open.day.noteCount(before: open.place.slot, in: notes)
        return recalled(notes[..<min(notes.count, end)].indices.reversed(), of: open)
    }

    /// The next note after the one with `number`.
    package func note(after number: Int) -> RecalledNote? {
        guard let open else { return nil }
        let notes = open.day.notes(in: open.place.slot)
        return recalled(notes[min(number, notes.count)...].indices, of: open)
    }

    private func recalled(_ indices: some Sequence<Int>, of open: DaySession) -> RecalledNote? {
        let notes = open.day.notes(in: open.place.slot)
        for index in indices {
            if let line = open.day.line(of: notes[index]) { return RecalledNote(number: index + 1, text: line) }
        }
        return nil
    }

    /// Writes a recalled note with its new text; it is looked for by what it was, should the day have changed.
    package func correct(_ note: RecalledNote, to text: String) throws -> Response {
        guard text != note.text else { return .silent }
        try day().perform(":edit #\(note.number) \(text)") { (day, place) throws(DayError) in
            let notes = day.notes(in: place.slot)
            let isThere = notes.indices.contains(note.number - 1) && day.line(of: notes[note.number - 1]) == note.text
            guard let found = isThere ? note.number - 1 : notes.lastIndex(where: { day.line(of: $0) == note.text })
            else { throw .noteNotFound(note.number) }
            try day.setText(ofNote: found + 1, in: place.slot, to: text)
            return .same
        }
        return Response(lines: [Message.corrected(note.number, note.text, text).text(language)])
    }

    /// Moves the slot's last bullet one level in or out.
    package func indentLastBullet(by step: Int) throws(DayError) -> Response {
        let open = try day()
        guard open.day.bulletDepth(in: open.place.slot) + step >= 1 else { return .silent }
        try open.perform(step > 0 ? "→" : "←") { (day, place) throws(DayError) in
            try day.indentLastBullet(by: step, in: place.slot)
        }
        return .silent
    }
}
