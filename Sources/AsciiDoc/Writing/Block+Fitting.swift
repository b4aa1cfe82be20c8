// Which blocks may stand at a place.
extension Block {
    /// The block as it may stand at a place: a section at the level that it has there.
    func fitting(_ place: InsertionPoint, _ writer: inout BlockWriter) throws(EditRefusal) -> Block {
        if place.isBeforeTitle { throw .beforeTitle }
        guard isSection else {
            if place.container.kind == .listItem, !isAttachable { throw .holdsNoBlocks(.listItem) }
            if place.before?.kind == .section { throw .blockAfterSection }
            return self
        }
        guard place.container.kind == .document || place.container.kind == .section,
            place.after == nil || place.after?.kind == .section
        else { throw .sectionInBlock }
        let level = place.before.flatMap { $0.kind == .section ? $0.level : nil } ?? place.after?.level
        let below = (place.container.kind == .section ? place.container.level ?? 0 : 0) + 1
        let target = max(level ?? below, 1)
        guard target <= 5 else { throw .levelOutOfRange(target) }
        writer.level = target - 1
        return atLevel(target)
    }

    private func atLevel(_ level: Int) -> Block {
        switch self {
        case .section(_, let title, let blocks): .section(level: level, title: title, blocks)
        case .described(let metadata, let block): .described(metadata, block.atLevel(level))
        default: self
        }
    }

    /// Whether a `+` attaches the block: a comment is none, and after a heading the item goes on.
    private var isAttachable: Bool {
        switch bare {
        case .comment, .heading, .verbatim(.comment, _): false
        default: true
        }
    }

    /// Whether the block holds AsciiDoc as it was typed, which may be any structure.
    var isAnything: Bool {
        switch bare {
        case .asciidoc, .condition: true
        default: false
        }
    }
}

extension InsertionPoint {
    /// Whether the document's title comes later: a block before it would make it a section.
    fileprivate var isBeforeTitle: Bool {
        guard container.kind == .document, let after else { return false }
        return after.kind == .header
            || after.next { $0.kind == .header || $0.kind.isBlock || $0.kind == .section }?.kind == .header
    }
}
