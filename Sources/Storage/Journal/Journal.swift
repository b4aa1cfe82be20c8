import Files
import Notebook

/// The journal of one day: what was done, durable before it is acknowledged.
///
/// A folder of numbered segments. Each run of a shell writes its own, made with its first record; a segment that failed
/// is left alone and the next number takes over.
final class Journal {
    let folder: String
    private let disk: Disk
    private var segment: Segment?
    private var nextNumber: Int
    /// Nothing was written by this shell yet.
    private(set) var isUnused = true

    /// - Parameter lastNumber: the highest number of a segment in the folder, 0 for none.
    init(folder: String, lastNumber: Int, disk: Disk) {
        self.folder = folder
        self.disk = disk
        nextNumber = lastNumber + 1
    }

    /// Makes records durable, in a new segment where the present one cannot be trusted any more.
    ///
    /// - Parameter firstSequence: number of the first transaction among the records, or that of the next one: what an
    ///   abandoned segment holds from there on was not acknowledged.
    func append(_ records: [JournalRecord], firstSequence: Int, durable: Bool = true) throws(StoreError) {
        var writer = ByteWriter()
        for record in records { record.write(to: &writer) }
        let bytes = writer.bytes
        if let segment, !segment.isPoisoned {
            do {
                return try segment.append(bytes, durable: durable)
            } catch {
                guard segment.isPoisoned else { throw error }
            }
        }
        try appendToNewSegment(bytes, firstSequence: firstSequence)
    }

    private func appendToNewSegment(_ bytes: [UInt8], firstSequence: Int) throws(StoreError) {
        segment = nil
        try disk.makeFolders(folder, mode: 0o700)
        let path = Paths.join(folder, Journal.name(nextNumber))
        let fresh = try Segment(creating: path, on: disk)
        nextNumber += 1
        let header = JournalRecord.opened(firstSequence: firstSequence)
        do throws(StoreError) {
            try fresh.append(header.encoded + bytes, durable: true)
            try disk.synchronizeFolder(folder)
        } catch {
            discard(path)
            throw error
        }
        segment = fresh
        isUnused = false
    }

    /// Removes a segment that never counted. Where that fails too, its number is taken and its records are disowned by
    /// the next segment.
    private func discard(_ path: String) {
        do throws(StoreError) {
            try disk.unlink(path)
        } catch {
            return
        }
    }

    // MARK: Names

    static let suffix = ".journal"

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.count)) + digits + suffix
    }

    static func number(ofName name: String) -> Int? {
        name.hasSuffix(suffix) ? Int(name.dropLast(suffix.count)) : nil
    }
}
