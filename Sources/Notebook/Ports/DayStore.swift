package import AsciiDoc

/// One step of a day's history: the edits that one typed line made, undone and redone together.
///
/// The edits are in the order of their application; each one's range is in the document as the edits before it left it.
package struct Transaction: Hashable, Sendable {
    /// What made it.
    package enum Origin: Hashable, Sendable {
        /// A line that the user typed.
        case typed
        /// A further line of what the transaction before it began (an abstract typed line by line): undone with it.
        case continued
        /// `:undo` of the transaction with that sequence number.
        case undo(Int)
        /// `:redo` of the undone transaction with that sequence number.
        case redo(Int)
        /// Another program changed the day's file; taken over, not undone by `:undo`.
        case outside
    }

    /// An edit and the bytes that it removes, so that it can be undone and placed again.
    package struct Step: Hashable, Sendable {
        package var edit: Edit
        package var removed: [UInt8]
        package init(edit: Edit, removed: [UInt8]) {
            self.edit = edit
            self.removed = removed
        }

        /// `replacement` takes the place of the bytes in `range`, which are `removed`.
        package init(range: Range<Int>, replacement: [UInt8], removed: [UInt8]) {
            self.init(edit: Edit(range: range, replacement: replacement), removed: removed)
        }

        package var range: Range<Int> { edit.range }
        package var replacement: [UInt8] { edit.replacement }
        /// By how many bytes the document grows (negative: shrinks).
        package var growth: Int { edit.growth }

        /// The step that takes this one back.
        package var inverse: Step {
            let start = edit.range.lowerBound
            return Step(
                edit: Edit(range: start..<(start + edit.replacement.count), replacement: removed),
                removed: edit.replacement)
        }
    }

    /// Counts from 1 within a day; given by the store.
    package var sequence: Int
    /// When it was made, in milliseconds since 1970-01-01T00:00:00Z.
    package var time: Int64
    package var origin: Origin
    /// The line as typed, for `:history` and messages ("undone: * Yann : …").
    package var label: String
    package var steps: [Step]

    package init(sequence: Int = 0, time: Int64 = 0, origin: Origin, label: String, steps: [Step]) {
        self.sequence = sequence
        self.time = time
        self.origin = origin
        self.label = label
        self.steps = steps
    }
}

/// Where the writer stands in a day, kept with the journal so that the next run resumes there.
package struct Place: Hashable, Sendable {
    /// Position in the day's outline of the slot, part or sub-section; nil: before the first one.
    package var slot: Int?
    /// Depth of the next bullet, from 1.
    package var depth: Int
    package init(slot: Int? = nil, depth: Int = 1) {
        self.slot = slot
        self.depth = depth
    }
}

/// Keeps one day: the journal that makes a line durable, and the day's `.adoc` file.
///
/// The store never holds the day's bytes between calls: the caller's ``Document`` is the only copy in memory.
package protocol DayStore: AnyObject {
    /// Path of the day's file, as the user knows it.
    var path: String { get }
    /// Every transaction that the journal still knows, oldest first (the last run's too): the undo history.
    var history: [Transaction] { get }
    /// Why nothing can be written (`:day` opened read-only), or nil.
    var readOnlyReason: StoreError? { get }

    /// Looks whether another program changed the file since it was last read or written.
    ///
    /// - Parameter contents: the day's bytes as the caller has them.
    /// - Returns: nil when the file is as we left it; else the edits that take over the outside change, already
    ///   recorded in the journal, to be applied to the document before anything else.
    func outsideChange(contents: [UInt8]) throws(StoreError) -> OutsideChange?

    /// Makes the transactions durable in the journal, all of them or none, then brings the day's file up to date.
    ///
    /// - Parameters:
    ///   - lines: oldest first; sequence and time are set by the store.
    ///   - contents: the day's bytes **after** the last of them.
    /// - Returns: the transactions as recorded, and a warning where the journal has them but the file could not follow.
    /// - Throws: ``StoreError`` when the lines are not durable; nothing has changed then.
    func commit(_ lines: [PlacedTransaction], contents: [UInt8]) throws(StoreError) -> Commit

    /// Remembers where the next line goes without an edit (`:go`, `:in`). Best effort: not worth an fsync.
    func remember(_ place: Place)

    /// Keeps the unfinished line, durably, with the place where it is being typed; nil: there is none any more. A line
    /// that is committed takes it away, too. Costs nothing where it is kept already.
    func saveDraft(_ draft: Draft?) throws(StoreError)

    /// Makes the day's file itself durable (at a new slot, when idle, at the end).
    func flush() throws(StoreError)

    /// Flushes, releases the lock and closes.
    func close() throws(StoreError)
}

/// A transaction, and where the next line goes after it, remembered with it.
package struct PlacedTransaction: Hashable, Sendable {
    package var transaction: Transaction
    package var place: Place
    package init(_ transaction: Transaction, place: Place) {
        self.transaction = transaction
        self.place = place
    }
}

/// What ``DayStore/commit(_:contents:)`` did.
package struct Commit: Sendable {
    package var transactions: [Transaction]
    /// The journal has the line, but the `.adoc` file could not be brought up to date yet, and why.
    package var fileLags: StoreError?
    /// The state folder could take no more, so that the journal is now among the notes; nil: it is where it was.
    package var journalMoved: JournalElsewhere?

    package init(_ transactions: [Transaction], fileLags: StoreError? = nil, journalMoved: JournalElsewhere? = nil) {
        self.transactions = transactions
        self.fileLags = fileLags
        self.journalMoved = journalMoved
    }
}

/// A change that another program made to the day's file, as edits of the bytes that we had.
package struct OutsideChange: Sendable {
    package var transaction: Transaction
    /// Lines (of ours) that could not be placed where they were and went to the end of their slot.
    package var displaced: [String]
    package init(transaction: Transaction, displaced: [String] = []) {
        self.transaction = transaction
        self.displaced = displaced
    }
}

/// What opening a day gave.
package struct OpenedDay {
    package var store: any DayStore
    /// The day's bytes, recovered.
    package var contents: [UInt8]
    package var place: Place?
    /// The unfinished line that the last run could keep.
    package var draft: Draft?
    /// Labels of the lines that recovery put back into the file, oldest first.
    package var recovered: [String]
    /// The journal is not where it should be; nil: it is.
    package var journalElsewhere: JournalElsewhere?

    package init(store: any DayStore, contents: [UInt8], place: Place?, draft: Draft?, recovered: [String]) {
        self.store = store
        self.contents = contents
        self.place = place
        self.draft = draft
        self.recovered = recovered
    }
}

/// A journal that lies among the notes, as the state folder cannot take it.
package struct JournalElsewhere: Hashable, Sendable {
    package var folder: String
    package var reason: Reason

    package enum Reason: Hashable, Sendable {
        /// There is no home folder, and no other is named.
        case noHome
        case unusable(StoreError)
    }

    package init(folder: String, reason: Reason) {
        self.folder = folder
        self.reason = reason
    }
}

/// Opens and creates days. The adapter over the file system is `Storage.Notebooks`.
package protocol DayOpener: AnyObject {
    /// Opens the day at `path`, recovering what a dead run left. Throws when there is no file and nothing to recover.
    func open(path: String) throws(StoreError) -> OpenedDay
    /// Creates the day at `path` with `contents`; never overwrites.
    func create(path: String, contents: [UInt8]) throws(StoreError) -> OpenedDay
    /// Gives a day that is closed another path, with its journal; never overwrites.
    func rename(path: String, to newPath: String) throws(StoreError)
    /// Paths of the `.adoc` files of the notebook folder, by name.
    func days(in folder: String) throws(StoreError) -> [String]
}
