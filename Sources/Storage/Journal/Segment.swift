import Files
import Notebook

/// One file of the journal, written by one shell and only at its end.
///
/// After a failed sync nothing more is written to it: the kernel may have dropped the pages and forgotten the error.
final class Segment {
    private let file: OpenFile
    private(set) var length = 0
    private(set) var isPoisoned = false

    /// Makes the file `path`, which must not exist.
    init(creating path: String, on disk: Disk) throws(StoreError) {
        file = try disk.open(path, .create(mode: 0o600))
    }

    /// Appends whole records, or nothing: what a failed write left is cut off again.
    ///
    /// - Parameter durable: wait until the disk has them.
    func append(_ bytes: [UInt8], durable: Bool) throws(StoreError) {
        let (written, error) = file.write(bytes[...])
        if let error {
            if written > 0 { takeBack() }
            throw error
        }
        do {
            if durable { try file.synchronizeData() }
        } catch {
            isPoisoned = true
            takeBack()
            throw error
        }
        length += bytes.count
    }

    /// Cuts off a record that does not count. A reader would skip a torn one, and the next segment's first record
    /// disowns a whole one, so that failing here loses nothing.
    private func takeBack() {
        do throws(StoreError) {
            try file.truncate(to: length)
        } catch {
            isPoisoned = true
        }
    }

    // MARK: Reading

    /// The records of a segment's bytes, in order; torn and rotten ones are skipped.
    static func records(in bytes: [UInt8]) -> [JournalRecord] {
        var records: [JournalRecord] = []
        var position = 0
        while let start = nextMagic(in: bytes, from: position) {
            if let (record, end) = record(in: bytes, at: start) {
                records.append(record)
                position = end
            } else {
                position = start + 1
            }
        }
        return records
    }

    private static func nextMagic(in bytes: [UInt8], from position: Int) -> Int? {
        let magic = JournalRecord.magic
        var at = position
        while at + JournalRecord.headerSize <= bytes.count {
            if bytes[at] == magic[0], bytes[at..<at + magic.count].elementsEqual(magic) { return at }
            at += 1
        }
        return nil
    }

    private static func record(in bytes: [UInt8], at start: Int) -> (JournalRecord, end: Int)? {
        var header = ByteReader(bytes[(start + JournalRecord.magic.count)...])
        guard let length = header.read(UInt32.self), let checksum = header.read(UInt32.self) else { return nil }
        let begin = start + JournalRecord.headerSize
        guard length <= bytes.count - begin else { return nil }
        let payload = bytes[begin..<(begin + Int(length))]
        guard Checksum.of(payload) == checksum, let record = JournalRecord(payload: payload) else { return nil }
        return (record, payload.endIndex)
    }
}
