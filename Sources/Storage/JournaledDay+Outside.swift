import Files
package import Notebook

/// Other programs change the file whenever they like: their work is taken over, ours is kept, nobody waits.
extension JournaledDay {
    /// How long a program may have the file open or away before we go on without it, in milliseconds.
    private static let patience: Int64 = 1000

    package func outsideChange(contents: [UInt8]) throws(StoreError) -> OutsideChange? {
        guard let (read, status) = look(contents) else { return nil }
        waiting = nil
        let encoding = TextEncoding(of: read)
        foreignFile = encoding.map { StoreError(.notUTF8(encoding: $0.rawValue), .write, file.path) }
        // Written over, it would no longer be what its user made of it: the journal takes the lines.
        if encoding != nil, readOnlyReason == nil { return nil }
        let theirs = encoding?.decoded(read) ?? read
        if theirs == contents {
            file.accept(status)
            return nil
        }
        if readOnlyReason != nil { return follow(theirs, status, contents) }
        let merge = Merge(ours: contents, theirs: theirs, unseen: unseen)
        var transaction = Transaction(
            origin: .outside, label: "", steps: Transaction.Step.steps(from: contents, to: merge.merged))
        if !transaction.steps.isEmpty {
            let lines = [PlacedTransaction(transaction, place: place)]
            transaction = try record(lines, contents: merge.merged).first ?? transaction
        }
        file.accept(status, missing: merge.merged == theirs ? .nothing : .everything)
        _ = updateFile(merge.merged)
        return OutsideChange(transaction: transaction, displaced: merge.displaced)
    }

    /// A day that somebody else writes is shown as it is.
    private func follow(_ theirs: [UInt8], _ status: FileStatus, _ contents: [UInt8]) -> OutsideChange {
        fingerprint = Fingerprint(theirs)
        file.accept(status)
        let steps = Transaction.Step.steps(from: contents, to: theirs)
        return OutsideChange(transaction: Transaction(origin: .outside, label: "", steps: steps))
    }

    /// What another program left in the file, or nil: nothing, or not yet. An error of the file is no reason not to
    /// type on: the journal takes the lines, and the next commit says that the file lags.
    private func look(_ contents: [UInt8]) -> (contents: [UInt8], status: FileStatus)? {
        do throws(StoreError) {
            // An editor's save takes some milliseconds: it is waited for, but not for long.
            for attempt in 0..<10 {
                if attempt > 0 { pause(10) }
                switch try file.look() {
                case .unchanged:
                    if readOnlyReason == nil { try file.catchUp(with: contents) }
                    return nil
                case .gone:
                    guard readOnlyReason == nil else { return nil }
                    if isPatienceOver(nil) { return try recreate(contents) }
                case .changed(let status):
                    if let whole = try file.readWhole(despiteWriter: isPatienceOver(status)) { return whole }
                }
            }
            return nil
        } catch {
            return nil
        }
    }

    /// Editors take the file away for a moment. It is made again when it does not come back, never over another one.
    private func recreate(_ contents: [UInt8]) throws(StoreError) -> (contents: [UInt8], status: FileStatus)? {
        file.accept(nil, missing: .everything)
        try file.catchUp(with: contents)
        waiting = nil
        return nil
    }

    /// The file has been in this state for a while.
    private func isPatienceOver(_ status: FileStatus?) -> Bool {
        if let waiting, waiting.status == status { return now() - waiting.since >= Self.patience }
        waiting = (now(), status)
        return false
    }
}
