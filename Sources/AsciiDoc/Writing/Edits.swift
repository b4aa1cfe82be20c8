/// What an operation does to one version of a document: edits that are applied all together, or not at all.
///
/// It knows what the tree must be afterwards. Where AsciiDoc reads it otherwise, the next way to write it is tried, and
/// after the last one the operation is refused: ``Document/apply(_:)-(Edits)`` never leaves something that was not asked for.
public struct Edits: Sendable {
    /// One way to write it.
    struct Way: Sendable {
        /// The last one in the document first: each leaves the places of those that follow as they are.
        var edits: [Edit]
        let law: Law
        /// What is written, in the document as it is afterwards.
        var written: Range<Int>?
    }

    let version: Document.Version
    /// The preferred way first; made when they are needed.
    let ways: Ways

    enum Ways: Sendable {
        case one(Way)
        case insertion(Insertion)
    }

    /// The edits of the preferred way, the last one in the document first.
    public var edits: [Edit] { way(0)?.edits ?? [] }

    /// Whether nothing has to be changed.
    public var isEmpty: Bool { edits.isEmpty }

    init(_ document: Document, _ edits: [Edit], _ law: Law = Law(), written: Range<Int>? = nil) {
        version = document.version
        ways = .one(Way(edits: edits.lastFirst, law: law, written: written))
    }

    init(_ document: Document, _ insertion: Insertion) {
        version = document.version
        ways = .insertion(insertion)
    }

    func way(_ number: Int) -> Way? {
        switch ways {
        case .one(let way): number == 0 ? way : nil
        case .insertion(let insertion): insertion.way(number)
        }
    }
}

/// What edits did to a document.
public struct Changes: Hashable, Sendable {
    /// In the order in which they were made; each one's range is in the document as those before it left it.
    public let all: [Change]
    /// Where what was written lies now; nil where nothing was.
    public let written: Range<Int>?

    /// How many bytes were parsed again: the measure of the work.
    public var scannedByteCount: Int { all.reduce(0) { $0 + $1.scannedByteCount } }
}

extension Document {
    /// Does what an operation says, whole, and looks whether AsciiDoc reads it as it was meant.
    ///
    /// - Throws: ``EditRefusal/stale`` for edits of another version, ``EditRefusal/readsOtherwise`` where the tree would
    ///   not be the old one with what was asked for. The document is then as it was.
    @discardableResult
    public mutating func apply(_ edits: Edits) throws(EditRefusal) -> Changes {
        guard edits.version === version else { throw .stale }
        var number = 0
        var meant: MeantDocument?
        while let way = edits.way(number) {
            if let changes = try attempt(way, &meant) { return Changes(all: changes, written: way.written) }
            number += 1
        }
        throw .readsOtherwise
    }

    /// - Parameter meant: this document, read when the first way needs it.
    private mutating func attempt(
        _ way: Edits.Way, _ meant: inout MeantDocument?
    ) throws(EditRefusal) -> [Change]? {
        let verification = Verification(of: way, in: self)
        let meaning = try Meaning(before: way, in: self, &meant)
        let before = version
        let changes = way.edits.map { apply($0) }
        if verification.holds(in: self, after: changes), meaning.holds(in: self, after: changes) { return changes }
        for change in changes.reversed() { _ = apply(change.inverse, giving: before) }
        return nil
    }
}

extension [Edit] {
    /// The edits in the order in which each leaves the places of the others as they are.
    var lastFirst: [Edit] { count < 2 ? self : sorted { $0.range.lowerBound > $1.range.lowerBound } }
}
