import Files
import Notebook

/// Writes a journal of many segments as one, so that a day that is opened often is not read from many files.
///
/// Nothing is forgotten: the history stays whole. The new segment is complete and durable before an old one goes; it
/// disowns what the old ones say, so that a crash in between changes nothing.
struct Compaction {
    /// From so many segments on.
    static let threshold = 16

    private static let draftName = "compacted.new"

    let folder: String
    let disk: Disk

    /// - Parameter last: the number of the folder's last segment, where it is not the contents' own.
    /// - Returns: the number of the last segment from now on.
    func run(_ contents: JournalContents, after last: Int? = nil) throws(StoreError) -> Int {
        let number = (last ?? contents.lastNumber) + 1
        let old = try disk.names(in: folder).filter { Journal.number(ofName: $0).map { $0 < number } ?? false }
        let draft = Paths.join(folder, Self.draftName)
        try disk.unlinkIfPresent(draft)
        let file = try disk.open(draft, .create(mode: 0o600))
        for record in contents.records { try file.writeAll(record.encoded[...]) }
        try file.synchronize()
        try disk.renameWithoutReplacing(draft, to: Paths.join(folder, Journal.name(number)))
        try disk.synchronizeFolder(folder)
        for name in old { try disk.unlink(Paths.join(folder, name)) }
        return number
    }
}

extension JournalContents {
    /// Records that say the same as all segments together.
    var records: [JournalRecord] {
        guard let base else { return [] }
        var records: [JournalRecord] = [.opened(firstSequence: 1)]
        for index in 0...transactions.count {
            if index == base.index { records.append(.snapshot(contents: base.contents, fresh: false)) }
            guard index < transactions.count else { break }
            records.append(.transaction(transactions[index], place ?? Place(), after: fingerprints[index]))
        }
        if let place { records.append(.place(place)) }
        if let draft { records.append(.draft(draft)) }
        if isRewriting { records.append(.rewriting(true)) }
        if let closed { records.append(.closed(closed)) }
        return records
    }
}
