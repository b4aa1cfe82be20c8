import AsciiDoc

extension Day {
    /// A block at the end of a slot, or, for an abstract, behind its heading and speaker line.
    ///
    /// - Returns: the change, and where the block lies then: what is typed next into the same block replaces it.
    package func append(_ form: BlockForm, body: [String], to slot: Int?) throws(DayError) -> (DayChange, Range<Int>) {
        if form == .abstract { return try insertAbstract(body, in: slot) }
        let end = self.end(of: slot)
        let lines = form.lines(body)
        let start = end.start(blankLines: 1)
        return (
            DayChange([end.insert(lines, blankLines: 1)], depth: 1), start..<(start + size(of: lines, end.lineEnding))
        )
    }

    /// The block in `range` with a longer body.
    package func replace(_ range: Range<Int>, by form: BlockForm, body: [String]) -> (DayChange, Range<Int>) {
        let lineEnding = document.appendState(at: range.lowerBound).lineEnding.text
        let text = form.lines(body).map { $0 + lineEnding }.joined()
        let edit = Edit(range: range, replacement: Array(text.utf8)).trimmed(in: document.source)
        return (DayChange([edit], depth: nil), range.lowerBound..<(range.lowerBound + text.utf8.count))
    }

    private func insertAbstract(_ body: [String], in position: Int?) throws(DayError) -> (DayChange, Range<Int>) {
        guard let slot = slot(at: position) else { throw .noSlot }
        guard slot.abstract == nil else { throw .abstractExists }
        return insertBehindHeading(BlockForm.abstract.lines(body), of: slot, below: slot.speakerLine)
    }

    /// `By …` under the slot's heading; replaces the line that is there.
    package func setSpeakers(_ text: String, of position: Int?) throws(DayError) -> DayChange {
        guard let slot = slot(at: position) else { throw .noSlot }
        let words = text.split(separator: " ")
        let isWhole = words.first.map { Speaker.prepositions.contains($0.lowercased()) } ?? false
        let line = isWhole ? text : HouseStyle(learnedFrom: self).preposition + " " + text
        let written = escape(line, for: .paragraph)
        if let old = slot.speakerLine {
            let range = old.contentRange.lowerBound..<lineEnd(old.contentRange)
            return DayChange([Edit(range: range, replacement: Array(written.utf8))], depth: nil)
        }
        return insertBehindHeading([written], of: slot, below: nil).0
    }

    /// Lines right under a slot's heading, or under the block `upper` there.
    private func insertBehindHeading(_ lines: [String], of slot: Slot, below upper: Node?) -> (DayChange, Range<Int>) {
        guard let upper = upper ?? slot.section.first(.heading), upper.range != slot.section.lastContent?.range else {
            let end = SlotEnd(of: slot.section, in: document)
            let start = end.start(blankLines: 1)
            return (
                DayChange([end.insert(lines, blankLines: 1)], depth: nil),
                start..<(start + size(of: lines, end.lineEnding))
            )
        }
        let offset = upper.range.upperBound
        let lineEnding = document.appendState(at: offset).lineEnding.text
        let behind = document.isBlankLine(at: offset) ? "" : lineEnding
        let text = lineEnding + lines.map { $0 + lineEnding }.joined() + behind
        let start = offset + lineEnding.utf8.count
        return (
            DayChange([Edit(range: offset..<offset, replacement: Array(text.utf8))], depth: nil),
            start..<(start + size(of: lines, lineEnding))
        )
    }

    private func size(of lines: [String], _ lineEnding: String) -> Int {
        lines.reduce(0) { $0 + $1.utf8.count + lineEnding.utf8.count }
    }
}

extension Edit {
    /// The same change without the bytes at either end that stay as they are.
    func trimmed(in source: [UInt8]) -> Edit {
        let old = source[range]
        let start = zip(old, replacement).prefix { $0 == $1 }.count
        let rest = min(old.count, replacement.count) - start
        let end = zip(old.reversed(), replacement.reversed()).prefix(rest).prefix { $0 == $1 }.count
        return Edit(
            range: (range.lowerBound + start)..<(range.upperBound - end),
            replacement: Array(replacement[start..<(replacement.count - end)]))
    }
}
