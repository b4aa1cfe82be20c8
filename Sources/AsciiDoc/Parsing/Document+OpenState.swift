extension Document {
    /// What waits at `offset` for the text that is put there, which begins a line.
    ///
    /// At the end of the document it is known; elsewhere, the lines from the section right below the document that the
    /// place is in are read for it. The nodes in it count from that section on: only their number means something.
    func openState(at offset: Int) -> OpenState {
        guard offset < source.count else { return parser.state }
        var reader = BlockParser()
        let section = sections.last { $0.range.lowerBound < offset }
        if section != nil { reader.state.header = .over }
        reader.parse(source, in: (section?.range.lowerBound ?? 0)..<offset)
        reader.state.regions = parser.state.regions
        reader.state.regions.removeAll(from: offset)
        return reader.state
    }
}

// What whoever writes asks for.
extension OpenState {
    /// The delimiters of the blocks that are open, outermost first.
    var openDelimiters: [Delimiter] { frames.compactMap(\.delimiter) }

    /// Whether the lines that follow are not read: the innermost block takes them as they are.
    var isVerbatim: Bool { frames.last?.delimiter?.isVerbatim ?? false }

    /// Whether the place is in the document's header, which only a blank line ends.
    var isInHeader: Bool { if case .open = header { true } else { false } }

    /// The markers of the lists that are open within the innermost block, outermost first.
    var openLists: [ListMarker] { listFrames.compactMap(\.list) }

    /// The text that the next line continues, where it is none that ends it; nil where there is none. In a list, a
    /// `literal` one takes the next item as its text; `paragraph` takes it where its list is not open yet.
    var openText: Text? { text }

    /// The lines about a block that has not come, with the blank lines between them; nil where there are none.
    var metadata: Range<Int>? {
        guard let first = pending.first, let last = pending.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether the last line is an attribute entry that goes on in the next line.
    var entryGoesOn: Bool { awaitsRest }

    /// Where the conditions begin that are open, outermost first.
    var openConditions: [Int] { regions.open(.condition) }

    /// Where a conflict of versions (`<<<<<<<`) begins that has no end (`>>>>>>>`) yet; nil where there is none.
    var openConflict: Int? { regions.open(.conflict).last }
}
