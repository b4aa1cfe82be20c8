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
    /// How many blank lines were asked for before what is written next, where they are more than the layout has.
    var emptyLines = 0
    /// The layout of the template that the day was made of, for what it does not show itself.
    private let house: Layout

    /// - Parameter house: how the day's template writes.
    package init(_ document: Document, house: Layout = Layout()) {
        self.document = document
        self.house = house
        outline = SlotOutline(of: document, house: house.slots)
        learned = LearnedLayout(document, outline, house: house)
    }

    /// How the day is written; learned once, when it is first asked for.
    func learnedLayout() -> Layout {
        guard emptyLines > 1 else { return learned.layout }
        var layout = learned.layout
        layout.style.blankLinesBetweenBlocks = emptyLines
        layout.style.blankLinesBeforeSection = max(emptyLines, layout.style.blankLinesBeforeSection)
        return layout
    }

    /// A slot's heading, as the day writes them.
    func heading(reading title: String) -> SlotHeading {
        SlotHeading(reading: title, pattern: learned.headings.heading, hasTracks: learned.headings.hasTracks)
    }

    /// The day's title, `DataOps.Rocks by Saagie 2022/05/24`; nil where the document has none.
    package var title: String? {
        document.root.first(.header)?.first(.documentTitle).map(\.text)
    }

    /// The document's bytes in `range` as text; invalid UTF-8 shows as U+FFFD.
    package func text(_ range: Range<Int>) -> String { document.text(range) }

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
    package mutating func apply(_ edit: Edit) { changes += replay([edit]) }

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

    /// Looks at the document again, after another program changed it.
    mutating func learnAgain() {
        outline = SlotOutline(of: document, house: outline.slots.isEmpty ? house.slots : outline.place)
        learned = LearnedLayout(document, outline, house: house)
    }

    /// Takes a heading for that of a part, whatever stands below it.
    mutating func beginPart(_ title: String) { outline.beginPart(title, in: document) }
}

/// The layout of a document, learned when it is first asked for: most days are opened to be looked at.
private final class LearnedLayout {
    private let house: Layout
    private let outline: SlotOutline
    private var document: Document?
    /// A layout of which the headings alone are learned: the prompt shows them before anything is written.
    private(set) lazy var headings: Layout = {
        var layout = house
        layout.learnHeadings(of: outline)
        return layout
    }()
    private(set) lazy var layout: Layout = {
        defer { document = nil }
        return document.map { Layout(learnedFrom: $0, house: house) } ?? house
    }()

    init(_ document: Document, _ outline: SlotOutline, house: Layout) {
        (self.document, self.outline, self.house) = (document, outline, house)
    }
}
