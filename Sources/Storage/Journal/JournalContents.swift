import Files
import Notebook

/// What the segments of a day's journal say, read at opening.
struct JournalContents {
    /// The history, oldest first, and for each transaction the document that it leads to.
    private(set) var transactions: [Transaction] = []
    private(set) var fingerprints: [Fingerprint] = []
    private(set) var place: Place?
    private(set) var draft: Draft?
    /// What the file durably held when the last shell left in good order; nil: it did not, or wrote nothing.
    private(set) var closed: Fingerprint?
    /// The file was being written in place when the last record was made.
    private(set) var isRewriting = false
    /// The newest whole document, and how many transactions lead to it.
    private(set) var base: (contents: [UInt8], index: Int)?
    private(set) var lastNumber = 0
    private(set) var segmentCount = 0

    /// When the last transaction was made; the past before all where there is none.
    var lastTime: Int64 { transactions.last?.time ?? .min }

    /// Nothing was ever written.
    var isEmpty: Bool { base == nil }

    init() {}

    init(segments: [(number: Int, records: [JournalRecord])]) {
        for (number, records) in segments {
            lastNumber = max(lastNumber, number)
            segmentCount += 1
            records.forEach { take($0) }
        }
    }

    static func read(folder: String, disk: Disk) throws(StoreError) -> JournalContents {
        guard try disk.statusIfPresent(folder) != nil else { return JournalContents() }
        var segments: [(number: Int, records: [JournalRecord])] = []
        for name in try disk.names(in: folder) {
            guard let number = Journal.number(ofName: name) else { continue }
            let bytes = try disk.open(Paths.join(folder, name), .read).readAll(limit: .max)
            segments.append((number, Segment.records(in: bytes)))
        }
        return JournalContents(segments: segments.sorted { $0.number < $1.number })
    }

    private mutating func take(_ record: JournalRecord) {
        switch record {
        case .opened(let firstSequence): disown(from: firstSequence)
        case .snapshot(let contents, let fresh): take(snapshot: contents, fresh: fresh)
        case .transaction(let transaction, let place, let after): take(transaction, place, after)
        case .place(let place): self.place = place
        case .draft(let draft): self.draft = draft
        case .closed(let fingerprint):
            closed = fingerprint
            isRewriting = false
        case .rewriting(let begins): isRewriting = begins
        }
    }

    private mutating func disown(from firstSequence: Int) {
        let kept = transactions.firstIndex { $0.sequence >= firstSequence } ?? transactions.count
        transactions.removeSubrange(kept...)
        fingerprints.removeSubrange(kept...)
    }

    private mutating func take(snapshot contents: [UInt8], fresh: Bool) {
        if fresh {
            transactions = []
            fingerprints = []
            place = nil
            draft = nil
        }
        base = (contents, transactions.count)
        closed = nil
    }

    private mutating func take(_ transaction: Transaction, _ place: Place, _ after: Fingerprint) {
        // The same number twice: the first one's segment failed and the line was sent again.
        if let last = transactions.last, transaction.sequence <= last.sequence { return }
        transactions.append(transaction)
        fingerprints.append(after)
        self.place = place
        draft = nil
        closed = nil
    }

    // MARK: The documents that it tells of

    /// From here on the transactions lead to the document without a gap.
    var historyStart: Int { base?.index ?? transactions.count }

    /// The transactions that another program may not have seen.
    var unseen: ArraySlice<Transaction> {
        transactions[max(historyStart, transactions.count - Notebooks.mergeLimit)...]
    }

    /// The document after the first `count` transactions, or nil where the journal does not lead there.
    func document(after count: Int) -> [UInt8]? {
        guard let base, count >= base.index else { return nil }
        var contents = base.contents
        for index in base.index..<count {
            guard contents.apply(transactions[index].steps) else { return nil }
            guard contents.count == fingerprints[index].length else { return nil }
        }
        return contents
    }

    /// As far as the journal leads, and how many transactions that is.
    var longestDocument: (contents: [UInt8], count: Int) {
        guard var contents = base?.contents, let first = base?.index else { return ([], 0) }
        for index in first..<transactions.count {
            guard contents.apply(transactions[index].steps) else { return (contents, index) }
        }
        return (contents, transactions.count)
    }

    /// The last document, checked.
    var document: [UInt8]? {
        guard let contents = document(after: transactions.count) else { return nil }
        if let last = fingerprints.last, transactions.count > (base?.index ?? 0), Fingerprint(contents) != last {
            return nil
        }
        return contents
    }
}
