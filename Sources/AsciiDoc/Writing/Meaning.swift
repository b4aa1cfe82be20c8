/// What edits must leave as it is meant, where that is more than the tree says: conditions hide lines and end blocks,
/// `leveloffset` moves headings, and the type `manpage` takes the first section for the document's name.
///
/// The blocks that begin outside the lines of the edits stay as they are, and what is put in is seen.
enum Meaning {
    /// The tree says it all.
    case asWritten
    /// The blocks that stay: those that begin outside the lines that the edits replace.
    ///
    /// - Parameter isSeen: whether what is put in must be seen; who writes a condition hides it on purpose.
    case blocks([Kept], isSeen: Bool)

    /// What stays of a block. Its text may be one with a text that an edit changes. A list is told by its items: it begins
    /// where the first of them does, which may be another one after the edits.
    struct Kept: Equatable {
        let kind: NodeKind
        let depth: Int
        let style: String?
        let level: Int?
    }

    /// A longer document is taken as it is written: to read it as it is meant would cost seconds for each line.
    private static let longest = 1 << 18

    /// - Parameter meant: the document as it is meant; read here where it is needed and was not before.
    /// - Throws: ``EditRefusal/readsOtherwise`` where what the edits replace is not what the tree says.
    init(before way: Edits.Way, in document: Document, _ meant: inout MeantDocument?) throws(EditRefusal) {
        guard document.source.count <= Self.longest, document.isReached(by: way.edits) else {
            self = .asWritten
            return
        }
        let read = meant ?? MeantDocument(document)
        meant = read
        let touched = read.lines(changedBy: way.edits)
        guard read.isAsWritten(touched) else { throw .readsOtherwise }
        self = .blocks(read.blocks(outside: touched), isSeen: !way.edits.contains(where: \.writesCondition))
    }

    func holds(in document: Document, after changes: [Change]) -> Bool {
        guard case .blocks(let kept, let isSeen) = self else { return true }
        let meant = MeantDocument(document)
        let touched = meant.lines(changedBy: changes.inverses)
        return meant.blocks(outside: touched) == kept && (!isSeen || meant.isAsWritten(touched))
    }
}

extension Document {
    /// Whether the edits are where the document may mean other blocks than the tree has. The conditions of the header,
    /// which most days have, say nothing of what stands below it.
    fileprivate func isReached(by edits: [Edit]) -> Bool {
        guard parser.reach != .nothing, !parser.reachesBody else { return parser.reachesBody }
        let end = root.first(.header)?.range.upperBound ?? source.count
        return edits.contains { $0.range.lowerBound < end }
    }
}

extension [Change] {
    /// What would take the changes back, in the document after all of them. They were made from its end to its start.
    fileprivate var inverses: [Edit] {
        var growth = 0
        return reversed().map { change in
            var edit = change.inverse
            edit.range = (edit.range.lowerBound + growth)..<(edit.range.upperBound + growth)
            growth += change.edit.growth
            return edit
        }
    }
}

extension Edit {
    /// Whether the edit puts in a line that begins a condition.
    fileprivate var writesCondition: Bool {
        replacement.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let line = Line(bytes, from: offset)
                if line.directiveName?.isCondition == true { return true }
                offset = line.end
            }
            return false
        }
    }
}
