import Files
package import Notebook

/// One open day: its journal, then its file.
package final class JournaledDay: DayStore {
    package let path: String
    package private(set) var history: [Transaction]
    package let readOnlyReason: StoreError?

    private(set) var journal: Journal
    let file: DayFile
    let disk: Disk
    let now: () -> Int64
    /// Waits for so many milliseconds.
    let pause: (UInt32) -> Void
    private var lock: DayLock?
    /// Finds another folder for the journal, after an error that is there to stay; throws that error where there is none.
    private let relocate: (StoreError) throws(StoreError) -> Claim
    /// The last commit moved the journal.
    private var journalMoved: JournalElsewhere?
    /// Since when another program is in the middle of something with the file, and what we saw of it.
    var waiting: (since: Int64, status: FileStatus?)?
    /// From here on the history leads to the document without a gap.
    private let historyStart: Int
    /// The document in the caller's memory.
    var fingerprint: Fingerprint
    private(set) var place: Place
    /// The unfinished line that the journal has.
    private var draft: Draft?
    /// The journal does not hold the document that its next transaction starts from.
    private var needsSnapshot: Bool
    /// Another program has made a text in another encoding of the file.
    var foreignFile: StoreError?
    /// Why the file could not be brought up to date the last time.
    private var whyFileLags: StoreError?

    init(_ parts: Parts) {
        path = parts.path
        history = parts.history
        historyStart = parts.historyStart
        readOnlyReason = parts.readOnlyReason
        journal = parts.journal
        file = parts.file
        disk = parts.disk
        now = parts.environment.now
        pause = parts.environment.pause
        lock = parts.lock
        relocate = parts.relocate
        fingerprint = parts.fingerprint
        place = parts.place ?? Place()
        draft = parts.draft
        needsSnapshot = parts.needsSnapshot
        file.announceRewriting = { [unowned self] (begins: Bool) throws(StoreError) in
            try journal.append([.rewriting(begins)], firstSequence: nextSequence, durable: begins)
        }
    }

    /// What opening found out.
    struct Parts {
        var path: String
        var history: [Transaction] = []
        var historyStart = 0
        var readOnlyReason: StoreError?
        var journal: Journal
        var file: DayFile
        var disk: Disk
        var environment: Notebooks.Environment
        var lock: DayLock?
        var relocate: (StoreError) throws(StoreError) -> Claim = { (error) throws(StoreError) in throw error }
        var fingerprint: Fingerprint
        var place: Place?
        var draft: Draft?
        var needsSnapshot: Bool
    }

    /// Records what recovery found, and brings the file up to date.
    ///
    /// - Parameter bytes: the file's; nil: there is none.
    func adopt(_ recovery: Recovery, file bytes: [UInt8]?) throws(StoreError) {
        guard readOnlyReason == nil, recovery.journaled != nil || bytes != recovery.contents else { return }
        if !recovery.outside.isEmpty {
            let transaction = Transaction(origin: .outside, label: "", steps: recovery.outside)
            _ = try record([PlacedTransaction(transaction, place: place)], contents: recovery.contents)
        }
        file.accept(file.seen, missing: bytes == recovery.contents ? .nothing : .everything)
        // Where the file cannot be written now, it follows later: the journal has it all.
        if updateFile(recovery.contents) == nil { file.replacement.removeDraft() }
    }

    // MARK: DayStore

    package func commit(_ lines: [PlacedTransaction], contents: [UInt8]) throws(StoreError) -> Commit {
        defer { journalMoved = nil }
        let recorded = try record(lines, contents: contents)
        return Commit(recorded, fileLags: updateFile(contents), journalMoved: journalMoved)
    }

    package func remember(_ place: Place) {
        guard place != self.place, readOnlyReason == nil else { return }
        self.place = place
        if needsSnapshot { return }
        // Best effort by contract: a place that is lost costs one `:go`.
        do throws(StoreError) {
            try journal.append([.place(place)], firstSequence: nextSequence, durable: false)
        } catch {
            return
        }
    }

    package func saveDraft(_ draft: Draft?) throws(StoreError) {
        if draft == self.draft { return }
        try demandWritable()
        // A line that is gone and comes back does no harm: forgetting it is not waited for.
        try journal.append([.place(place), .draft(draft)], firstSequence: nextSequence, durable: draft != nil)
        self.draft = draft
    }

    package func flush() throws(StoreError) {
        guard readOnlyReason == nil else { return }
        try file.synchronize()
    }

    package func close() throws(StoreError) {
        guard readOnlyReason == nil, lock != nil else { return }
        defer { lock = nil }
        try lock?.release()
        guard !journal.isUnused else { return }
        guard file.missing == .nothing else { throw whyFileLags ?? StoreError(.changedOutside, .write, file.path) }
        try file.synchronize()
        try journal.append([.closed(fingerprint)], firstSequence: nextSequence)
    }

    // MARK: Steps of a commit

    /// What another program may not have seen: it can have read the file at any time, and write it back whenever.
    var unseen: ArraySlice<Transaction> { history[max(historyStart, history.count - Notebooks.mergeLimit)...] }

    private var nextSequence: Int { (history.last?.sequence ?? 0) + 1 }

    private func demandWritable() throws(StoreError) {
        if let readOnlyReason { throw readOnlyReason }
    }

    /// The journal's part: after it, the lines are safe.
    func record(_ lines: [PlacedTransaction], contents: [UInt8]) throws(StoreError) -> [Transaction] {
        try demandWritable()
        guard let last = lines.last else { return [] }
        // A clock that was set back must not turn the history round.
        let time = max(now(), history.last?.time ?? .min)
        let recorded = lines.enumerated().map { index, line in
            var recorded = line.transaction
            (recorded.sequence, recorded.time) = (nextSequence + index, time)
            return recorded
        }
        let stages = stages(of: recorded, contents)
        let written = zip(recorded.indices, stages).map { index, stage in
            JournalRecord.transaction(recorded[index], lines[index].place, after: stage.after)
        }
        let records = needsSnapshot ? withSnapshot(written, recorded, contents) : written
        try lock?.beat(time)
        try append(records, firstSequence: nextSequence)
        needsSnapshot = false
        draft = nil
        history += recorded
        place = last.place
        for stage in stages { file.fallAfter(appendedAt: stage.appendedAt) }
        fingerprint = stages.last?.after ?? fingerprint
        return recorded
    }

    /// The document after one of the transactions; `appendedAt`: how long it was before, where bytes were appended to it.
    private struct Stage {
        let after: Fingerprint
        let appendedAt: Int?
    }

    /// - Parameter contents: the document after the last one.
    private func stages(of transactions: [Transaction], _ contents: [UInt8]) -> [Stage] {
        var (stages, before) = ([Stage](), fingerprint)
        for transaction in transactions {
            guard let appended = transaction.appendedBytes(toLength: before.length) else { break }
            stages.append(Stage(after: before.appending(appended), appendedAt: before.length))
            before = stages[stages.count - 1].after
        }
        if stages.count == transactions.count, before.length == contents.count { return stages }
        // What was written elsewhere is known from the document alone: from its end back.
        if stages.count == transactions.count { stages = [] }
        var rest = [Stage(after: Fingerprint(contents), appendedAt: nil)]
        var document = contents
        for transaction in transactions.dropFirst(stages.count + 1).reversed() {
            _ = document.takeBack(transaction.steps)
            rest.append(Stage(after: Fingerprint(document), appendedAt: nil))
        }
        return stages + rest.reversed()
    }

    /// Where the journal's folder takes no more, the journal goes on elsewhere: no line is refused for want of a folder.
    private func append(_ records: [JournalRecord], firstSequence: Int) throws(StoreError) {
        do {
            return try journal.append(records, firstSequence: firstSequence)
        } catch {
            let claim = try relocate(error)
            (lock, journalMoved) = (claim.lock, claim.elsewhere)
            journal = Journal(folder: claim.folder, lastNumber: claim.journaled.lastNumber, disk: disk)
        }
        try journal.append(records, firstSequence: firstSequence)
    }

    /// The document that the journal's history begins with, before its first transaction. Steps that do not lead back
    /// would be a fault of the caller: the document after them is then the beginning.
    private func withSnapshot(
        _ records: [JournalRecord], _ transactions: [Transaction], _ contents: [UInt8]
    ) -> [JournalRecord] {
        var before = contents
        let leadsBack = before.takeBack(transactions.flatMap(\.steps))
        let snapshot = JournalRecord.snapshot(contents: leadsBack ? before : contents, fresh: false)
        return leadsBack ? [snapshot] + records : records + [snapshot]
    }

    /// The file's part; the journal covers what fails here.
    func updateFile(_ contents: [UInt8]) -> StoreError? {
        do throws(StoreError) {
            try file.catchUp(with: contents)
            whyFileLags = nil
        } catch {
            whyFileLags = error.code == .changedOutside ? foreignFile ?? error : error
        }
        return whyFileLags
    }
}
