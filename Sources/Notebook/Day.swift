package import AsciiDoc

/// One event, on one date or on several: an AsciiDoc document, read as a day of talks.
///
/// Places in it are positions in its outline, from 0: of a slot, of a part, or of a sub-section. No position stands for what
/// comes before the first of them.
package struct Day {
    package private(set) var document: Document
    /// The day's headings; always those of the document.
    private(set) var outline: SlotOutline
    /// What was done to the document since somebody asked.
    private var changes: [Change] = []
    private var learned: LearnedLayout
    /// The layout of the template that the day was made of, for what it does not show itself.
    private let house: Layout

    /// - Parameter house: how the day's template writes.
    package init(_ document: Document, house: Layout = Layout()) {
        self.document = document
        self.house = house
        outline = SlotOutline(of: document, house: house.slots)
        learned = LearnedLayout(document, house: house)
    }

    /// How the day is written; learned once, when it is first asked for.
    func learnedLayout() -> Layout { learned.layout }

    /// The day's title, `DataOps.Rocks by Saagie 2022/05/24`; nil where the document has none.
    package var title: String? {
        document.root.first(.header)?.first(.documentTitle).map { text($0.contentRange) }
    }

    /// The document's bytes in `range` as text; invalid UTF-8 shows as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: document.source[range], as: UTF8.self)
    }

    // MARK: Changes

    /// Does what an operation says, or nothing.
    @discardableResult
    mutating func apply(_ edits: Edits) throws(DayError) -> Changes {
        do throws(EditRefusal) {
            let changes = try document.apply(edits)
            self.changes += changes.all
            outline.follow(document, after: changes.all)
            return changes
        } catch {
            throw .refused(error)
        }
    }

    /// Puts bytes in the place of others, whatever they are: what was edited elsewhere.
    mutating func apply(_ edit: Edit) { changes += replay([edit]) }

    /// Does edits that were recorded already.
    @discardableResult
    mutating func replay(_ edits: [Edit]) -> [Change] {
        let changes = edits.map { document.apply($0) }
        outline.follow(document, after: changes)
        return changes
    }

    /// What was done since somebody asked, oldest first.
    mutating func takeChanges() -> [Change] {
        defer { changes = [] }
        return changes
    }

    /// Takes back all that was done since somebody asked.
    mutating func takeBackChanges() { replay(takeChanges().reversed().map(\.inverse)) }

    /// Looks at the document anew, after another program changed it.
    mutating func learnAgain() {
        outline = SlotOutline(of: document, house: outline.slots.isEmpty ? house.slots : outline.place)
        learned = LearnedLayout(document, house: house)
    }

    /// Finds anew where the slots stand: what was one talk may have become several.
    mutating func readOutlineAgain() { outline = SlotOutline(of: document, house: outline.place) }

    /// Takes a heading for that of a part, whatever stands below it.
    mutating func beginPart(_ title: String) { outline.beginPart(title, in: document) }
}

/// The layout of a document, learned when it is first asked for: most days are opened to be looked at.
private final class LearnedLayout {
    private let house: Layout
    private var document: Document?
    private(set) lazy var layout: Layout = {
        defer { document = nil }
        return document.map { Layout(learnedFrom: $0, house: house) } ?? house
    }()

    init(_ document: Document, house: Layout) { (self.document, self.house) = (document, house) }
}
