package import AsciiDoc

extension Day {
    /// The note with a number from 1 within its slot; nil: the last one.
    package func note(_ number: Int?, in slot: Int?) throws(DayError) -> Note {
        let notes = notes(in: slot)
        guard let number else {
            guard let last = notes.last else { throw .noNotes }
            return last
        }
        guard notes.indices.contains(number - 1) else { throw .noteNotFound(number) }
        return notes[number - 1]
    }

    /// The notes of a slot, or of what stands before the first one.
    package func notes(in position: Int?) -> [Note] {
        if let slot = slot(at: position) { return slot.notes }
        return document.root.children.prefix { $0.kind != .section }.filter(\.kind.isBlock).flatMap(Note.all)
    }

    /// Takes a note away; with a bullet go the bullets below it.
    package func delete(_ note: Note) -> DayChange {
        DayChange([Edit(range: removalRange(of: note), replacement: [])], depth: note.depth ?? 1)
    }

    /// Takes a block away that is no note: the abstract.
    package func delete(block: Node) -> DayChange {
        DayChange([Edit(range: removalRange(of: Note(node: block, depth: nil)), replacement: [])], depth: nil)
    }

    /// The bytes in `range` replaced by a text that was edited elsewhere; a line end at its end stays.
    package func replacement(of range: Range<Int>, by text: String) -> Edit {
        let hadLineEnd = range.upperBound > 0 && document.source[range.upperBound - 1] == UInt8(ascii: "\n")
        let ending = hadLineEnd && !text.hasSuffix("\n") && !text.isEmpty ? "\n" : ""
        return Edit(range: range, replacement: Array((text + ending).utf8)).trimmed(in: document.source)
    }

    /// A bullet's own lines; a block with the blank lines before it, so that one blank line stays between its neighbours.
    private func removalRange(of note: Note) -> Range<Int> {
        let range = note.node.range.lowerBound..<contentEnd(of: note.node)
        let isOnlyItem = note.depth != nil && note.node.siblings(.listItem) == 1
        guard note.depth == nil || (isOnlyItem && note.depth == 1) else { return range }
        var start = range.lowerBound
        while start > 0, let line = lineStart(before: start), document.isBlankLine(at: line) { start = line }
        return start..<range.upperBound
    }

    /// The end of a node's last line that is not blank.
    private func contentEnd(of node: Node) -> Int {
        var end = node.range.upperBound
        while end > node.range.lowerBound, let line = lineStart(before: end), line > node.range.lowerBound,
            document.isBlankLine(at: line)
        {
            end = line
        }
        return end
    }

    /// Start of the line that ends at `offset`.
    private func lineStart(before offset: Int) -> Int? {
        guard offset > 0 else { return nil }
        let end = document.source[..<(offset - 1)].lastIndex(of: UInt8(ascii: "\n"))
        return end.map { $0 + 1 } ?? 0
    }

    /// The first line of a note, as it stands in the document.
    package func firstLine(of note: Note) -> String {
        String(text(note.node.contentRange).prefix { !$0.isNewline })
    }

    /// The text of a bullet or paragraph, to be edited as a line; nil where it is another block, or has several lines.
    package func line(of note: Note) -> String? {
        guard note.depth != nil || note.node.kind == .paragraph, note.node.title == nil else { return nil }
        let line = text(note.node.contentRange.lowerBound..<lineEnd(note.node.contentRange))
        return line.contains(where: \.isNewline) ? nil : line
    }

    /// The same bullet with another text at another depth; those below it follow.
    package func setText(of note: Note, to text: String, depth: Int) throws(DayError) -> DayChange {
        var change = try setText(of: note, to: text)
        guard let old = note.depth, depth != old else { return change }
        guard depth <= old, let moves = document.changeDepth(of: note.node, by: depth - old) else {
            throw .depthJump(from: old, to: depth)
        }
        change.edits = (change.edits + moves).sorted { $0.range.lowerBound > $1.range.lowerBound }
        return change
    }

    /// The same note with another text.
    package func setText(of note: Note, to text: String) throws(DayError) -> DayChange {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        guard line(of: note) != nil else { throw .notOneLine }
        let range = note.node.contentRange.lowerBound..<lineEnd(note.node.contentRange)
        let written = escape(text, for: note.depth == nil ? .paragraph : .listItem)
        return DayChange(
            [Edit(range: range, replacement: Array(written.utf8)).trimmed(in: document.source)], depth: nil)
    }
}

extension Node {
    fileprivate func siblings(_ kind: NodeKind) -> Int {
        parent?.children.count { $0.kind == kind } ?? 1
    }
}
