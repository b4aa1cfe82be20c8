import Notebook

/// One entry of the journal.
enum JournalRecord: Equatable {
    /// The first record of a segment. Transactions of earlier segments from `firstSequence` on were never
    /// acknowledged: their segment failed.
    case opened(firstSequence: Int)
    /// The whole document as it was before the next transaction. `fresh`: a new day of the same name; what came before
    /// is another document's history.
    case snapshot(contents: [UInt8], fresh: Bool)
    /// A step of the history; `after` is the document that it leads to.
    case transaction(Transaction, Place, after: Fingerprint)
    case place(Place)
    case draft(Draft?)
    /// The file held the document of this fingerprint, durably, when the shell left.
    case closed(Fingerprint)
    /// The file, which cannot be replaced, begins (or has ended) to be written in place: what a power loss leaves of it
    /// is no other program's doing.
    case rewriting(Bool)
}

// MARK: - On the disk

/// `magic, payload length, CRC-32 of the payload, payload`. The magic lets a reader find the next record after a torn one.
extension JournalRecord {
    static let magic: [UInt8] = [0xf5, 0x53, 0x4a, 0x01]
    static let headerSize = 12

    var encoded: [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Adds the record to what is written.
    func write(to writer: inout ByteWriter) {
        Self.magic.forEach { writer.write($0) }
        let start = writer.bytes.count + 2 * MemoryLayout<UInt32>.size
        writer.write(UInt64(0))
        writePayload(to: &writer)
        let payload = writer.bytes[start...]
        let (length, checksum) = (UInt32(payload.count), Checksum.of(payload))
        writer.overwrite(length, at: start - 2 * MemoryLayout<UInt32>.size)
        writer.overwrite(checksum, at: start - MemoryLayout<UInt32>.size)
    }

    private func writePayload(to writer: inout ByteWriter) {
        switch self {
        case .opened(let firstSequence):
            writer.write(UInt8(1))
            writer.write(Int64(firstSequence))
        case .snapshot(let contents, let fresh):
            writer.write(UInt8(2))
            writer.write(UInt8(fresh ? 1 : 0))
            writer.write(contents)
        case .transaction(let transaction, let place, let after):
            writer.write(UInt8(3))
            writer.write(transaction)
            writer.write(place)
            writer.write(after)
        case .place(let place):
            writer.write(UInt8(4))
            writer.write(place)
        case .draft(let draft):
            writer.write(UInt8(8))
            writer.write(draft)
        case .closed(let fingerprint):
            writer.write(UInt8(6))
            writer.write(fingerprint)
        case .rewriting(let begins):
            writer.write(UInt8(7))
            writer.write(UInt8(begins ? 1 : 0))
        }
    }

    init?(payload: ArraySlice<UInt8>) {
        var reader = ByteReader(payload)
        guard let kind = reader.read(UInt8.self), let record = Self.decoders[kind]?(&reader) else { return nil }
        self = record
    }

    private static var decoders: [UInt8: (inout ByteReader) -> JournalRecord?] {
        [1: opened, 2: snapshot, 3: transaction, 4: place, 5: draftLine, 6: closed, 7: rewriting, 8: draft]
    }

    private static func opened(_ reader: inout ByteReader) -> JournalRecord? {
        reader.readCount().map(JournalRecord.opened)
    }

    private static func snapshot(_ reader: inout ByteReader) -> JournalRecord? {
        guard let fresh = reader.read(UInt8.self), let contents = reader.readBytes() else { return nil }
        return .snapshot(contents: contents, fresh: fresh == 1)
    }

    private static func transaction(_ reader: inout ByteReader) -> JournalRecord? {
        guard let transaction = reader.readTransaction(), let place = reader.readPlace(),
            let after = reader.readFingerprint()
        else { return nil }
        return .transaction(transaction, place, after: after)
    }

    private static func place(_ reader: inout ByteReader) -> JournalRecord? {
        reader.readPlace().map(JournalRecord.place)
    }

    /// As it was written before a draft said what it belongs to.
    private static func draftLine(_ reader: inout ByteReader) -> JournalRecord? {
        guard let present = reader.read(UInt8.self), let line = reader.readText() else { return nil }
        return .draft(present == 1 ? Draft(line) : nil)
    }

    private static func draft(_ reader: inout ByteReader) -> JournalRecord? {
        reader.readDraft().map(JournalRecord.draft)
    }

    private static func rewriting(_ reader: inout ByteReader) -> JournalRecord? {
        reader.read(UInt8.self).map { .rewriting($0 == 1) }
    }

    private static func closed(_ reader: inout ByteReader) -> JournalRecord? {
        reader.readFingerprint().map(JournalRecord.closed)
    }
}
