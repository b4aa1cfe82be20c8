import Notebook

/// Brings together, at opening, what the journal knows and what the file holds.
struct Recovery {
    /// The day's bytes from now on.
    var contents: [UInt8]
    /// Labels of the lines that the file lacked.
    var recovered: [String] = []
    /// Labels of those that are not where they were.
    var displaced: [String] = []
    /// How the file came to differ from what the journal says, to be recorded; empty: it did not.
    var outside: [Transaction.Step] = []
    /// What the journal says, where it leads anywhere.
    var journaled: [UInt8]?

    /// - Parameters:
    ///   - file: the file's bytes; nil: there is none.
    ///   - leftover: what an interrupted replacement of the file left beside it.
    /// - Returns: nil where there is no day at all.
    static func of(file: [UInt8]?, leftover: [UInt8]? = nil, journal: JournalContents) -> Recovery? {
        if journal.isEmpty { return file.map { Recovery(contents: $0) } }
        guard let ours = journal.document else { return ofDamagedJournal(file, journal) }
        var theirs = file ?? []
        if theirs == ours {
            guard let leftover, journal.closed == nil, lastState(in: leftover, of: journal) == nil else {
                return Recovery(contents: ours, journaled: ours)
            }
            // The run died between taking another program's file out of the way and looking at it.
            theirs = leftover
        }
        if let known = state(of: theirs, journal) {
            return brought(ours, from: theirs, by: journal.transactions[known...], ours: ours)
        }
        if let whole = Damage.repair(theirs, by: ours) {
            return brought(whole, from: theirs, by: journal.transactions[...], ours: ours)
        }
        if journal.closed != nil {
            // The last shell left the file as it should be: what differs was done on purpose since.
            let whole = Damage.isCutOff(theirs, of: ours) ? Damage.completed(theirs, by: ours) : theirs
            return brought(whole, from: theirs, by: journal.transactions[...], ours: ours)
        }
        let merge = Merge(ours: ours, theirs: theirs, unseen: journal.unseen)
        var recovery = brought(merge.merged, from: theirs, by: journal.transactions[...], ours: ours)
        recovery.displaced = merge.displaced
        return recovery
    }

    private static func brought(
        _ contents: [UInt8], from theirs: [UInt8], by transactions: ArraySlice<Transaction>, ours: [UInt8]
    ) -> Recovery {
        Recovery(
            contents: contents,
            recovered: Merge.labels(of: transactions, missingFrom: theirs, presentIn: contents),
            outside: Transaction.Step.steps(from: ours, to: contents), journaled: ours)
    }

    /// The journal's own state that the file is in, where that state is not what somebody wants: the run died before
    /// the file had the rest, or while it was written again.
    private static func state(of theirs: [UInt8], _ journal: JournalContents) -> Int? {
        if journal.closed != nil { return nil }
        if let known = lastState(in: theirs, of: journal) { return known }
        return journal.isRewriting ? journal.transactions.count : nil
    }

    /// Records are missing or do not fit: the file, or what can be had of the document, and every line that can be read.
    private static func ofDamagedJournal(_ file: [UInt8]?, _ journal: JournalContents) -> Recovery {
        let (longest, count) = journal.longestDocument
        var contents = file ?? longest
        let rest = file == nil ? journal.transactions[count...] : journal.unseen
        var labels: [String] = []
        for transaction in rest where transaction.origin == .typed || transaction.origin == .continued {
            let present = Set(contents.textLines)
            let lines = transaction.steps.flatMap { $0.replacement.textLines }.filter { !present.contains($0) }
            if lines.isEmpty || journal.closed != nil { continue }
            contents.endLine()
            lines.forEach { contents += $0 + [UInt8(ascii: "\n")] }
            labels.append(transaction.label)
        }
        return Recovery(contents: contents, recovered: labels, displaced: labels)
    }

    /// How many transactions the file has, when it is one of the journal's own states, torn at most in its last line.
    private static func lastState(in file: [UInt8], of journal: JournalContents) -> Int? {
        let whole = Fingerprint(file)
        if let index = journal.fingerprints.lastIndex(of: whole) { return index + 1 }
        guard let base = journal.base else { return nil }
        if base.contents == file { return base.index }
        for count in (base.index..<journal.transactions.count).reversed() {
            let before = count == base.index ? Fingerprint(base.contents) : journal.fingerprints[count - 1]
            guard before.length < file.count,
                let added = journal.transactions[count].appendedBytes(toLength: before.length),
                added.starts(with: file[before.length...]), Fingerprint(Array(file[..<before.length])) == before
            else { continue }
            return count
        }
        return nil
    }
}
