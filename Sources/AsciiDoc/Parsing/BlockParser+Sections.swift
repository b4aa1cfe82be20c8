// Headings, and the sections that they begin.
extension BlockParser {
    /// A heading is one only directly below a section or the document; elsewhere the line is text, but for a discrete one.
    mutating func startHeading(_ level: Int, _ line: Line) {
        if isDiscrete(line.bytes) { return addDiscreteHeading(level, line.start..<line.end) }
        guard mayHoldSections else { return startText(.paragraph, line) }
        openSection(level, line)
        add(.heading, line.start..<line.end, level: level)
    }

    /// A title underlined by the line after it. Returns where the line after that begins.
    mutating func startSetextSection(_ line: Line, _ underline: (level: Int, end: Int)) -> Int {
        let lines = line.start..<underline.end
        if isDiscrete(line.bytes) {
            addDiscreteHeading(underline.level, lines)
        } else {
            openSection(underline.level, line)
            add(.heading, lines, level: underline.level)
        }
        return underline.end
    }

    /// Whether a style makes the heading that of a special section: a preface, an appendix.
    private func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !state.pending.isEmpty, let style = pendingStyle(bytes) else { return false }
        return !style.hasPrefix("sect")
    }

    /// Whether what comes next stands right below a section or the document.
    private var mayHoldSections: Bool { !isInList && state.frames.last?.delimiter == nil }

    private mutating func addDiscreteHeading(_ level: Int, _ lines: Range<Int>) {
        let node = add(.heading, blockStart(lines.lowerBound)..<lines.upperBound, level: level)
        givePending(to: node)
        addText(lines, below: node)
        tree[node].next = UInt32(tree.count)
        state.text = nil
    }

    private mutating func openSection(_ level: Int, _ line: Line) {
        let begin = blockStart(line.start)
        let outer =
            state.frames.lastIndex { frame in
                guard case .section(let open) = frame.kind else { return true }
                return open < level
            } ?? 0
        close(to: outer + 1, at: begin)
        // A special section of a book that stands beside its parts holds what a chapter holds.
        open(.section(level: level == 0 && isSpecial(line.bytes) ? 1 : level), .section, from: begin, level: level)
        if state.frames.count == 2 { topSections.append(UInt32(tree.count - 1)) }
        givePending()
    }

    /// The line after `line` where it makes that a title: signs of about the title's length.
    func underline(of line: Line) -> (level: Int, end: Int)? {
        guard line.end < line.bytes.count else { return nil }
        let sign = line.bytes[line.end]
        guard let level = TitleUnderline.level(of: sign) else { return nil }
        let next = Line(line.bytes, from: line.end)
        if next.regionMark == .conflictMiddle, state.regions.isInConflict { return nil }
        guard next.count > 1, next.run(of: sign, from: next.start) == next.count else { return nil }
        guard mayHoldSections || isDiscrete(line.bytes) else { return nil }
        guard line.first != UInt8(ascii: "."),
            (line.start..<line.textEnd).contains(where: { line.bytes[$0].isLetter || line.bytes[$0].isDigit })
        else { return nil }
        switch line.shape {
        case .text, .listItem, .indented, .blockMacro:
            return abs(line.characterCount - next.count) <= 1 ? (level, next.end) : nil
        default: return nil
        }
    }

    func isDiscrete(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !state.pending.isEmpty, let style = pendingStyle(bytes) else { return false }
        return style == "discrete" || style == "float"
    }
}
