import AsciiDoc
import Files
import Notebook
import Testing

@testable import Storage

@Suite struct JournalTests {
    private static func transaction(_ sequence: Int) -> JournalRecord {
        let edit = Edit(range: 3..<5, replacement: Array("é\0x".utf8))
        let step = Transaction.Step(edit: edit, removed: [0xf5, 0x53])
        let transaction = Transaction(
            sequence: sequence, time: 1_653_400_000_000, origin: .undo(2), label: "* Yann : …", steps: [step])
        return .transaction(transaction, Place(slot: 4, depth: 2), after: Fingerprint([1, 2, 3]))
    }

    private static let block = Draft.Block(
        label: ":c swift", command: "code", body: ["let a = 1", ""], written: .bytes(Array("----\n".utf8), from: 12))

    private static let records: [JournalRecord] = [
        .opened(firstSequence: 1), .snapshot(contents: Array("= Day\n".utf8), fresh: true), transaction(1),
        .place(Place()), .draft(Draft("half a li")), .draft(nil),
        .draft(Draft("code", context: .block(block))), .rewriting(true), transaction(2),
        .closed(Fingerprint([9])),
    ]

    @Test func recordsReadAsTheyWereWritten() {
        #expect(Segment.records(in: Self.records.flatMap(\.encoded)) == Self.records)
    }

    /// Whatever byte rots and wherever the end is cut off, only the records concerned are lost, and none is made up.
    @Test func everyByteMayRot() {
        let bytes = Self.records.flatMap(\.encoded)
        for index in bytes.indices {
            var rotten = bytes
            rotten[index] ^= 0x41
            let read = Segment.records(in: rotten)
            #expect(read.count >= Self.records.count - 1)
            #expect(read.allSatisfy(Self.records.contains))
            let cut = Segment.records(in: Array(bytes[..<index]))
            #expect(cut == Array(Self.records.prefix(cut.count)))
        }
    }

    @Test func aFailedSegmentsRecordsAreDisowned() {
        let first = [JournalRecord.opened(firstSequence: 1), .snapshot(contents: [], fresh: false)]
        let contents = JournalContents(segments: [
            (1, first + [Self.transaction(1), Self.transaction(2)]),
            (2, [.opened(firstSequence: 2), Self.transaction(2)]),
        ])
        #expect(contents.transactions.map(\.sequence) == [1, 2])
        let dropped = JournalContents(segments: [
            (1, first + [Self.transaction(1), Self.transaction(2)]), (2, [.opened(firstSequence: 2)]),
        ])
        #expect(dropped.transactions.map(\.sequence) == [1])
    }

    /// A record whose checksum is right may say anything all the same.
    @Test func anyNumbersAreReadWithoutHarm() {
        for record in Self.records.map(\.encoded) {
            let payload = Array(record[JournalRecord.headerSize...])
            for start in payload.indices {
                var changed = payload
                for index in start..<min(start + 8, changed.count) { changed[index] = index == start + 7 ? 0x7F : 0xFF }
                _ = JournalRecord(payload: changed[...])
            }
        }
    }

    @Test func anyBytesAreReadWithoutHarm() {
        var random = Randomness(seed: 3)
        for _ in 0..<2000 {
            let bytes = JournalRecord.magic + (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
            #expect(Segment.records(in: bytes) == [])
        }
    }

    @Test func fingerprintsGrowWithWhatIsAppended() {
        #expect(Fingerprint([1, 2]).appending([3]) == Fingerprint([1, 2, 3]))
        #expect(Fingerprint([1, 2]) != Fingerprint([2, 1]))
        #expect(Checksum.of(Array("123456789".utf8)[...]) == 0xcbf4_3926)
    }
}

@Suite struct CompactionTests {
    /// Twenty runs with a line each: the history is whole, the segments are few.
    @Test func manyRunsBecomeOneSegment() throws {
        let notebook = try TemporaryNotebook()
        _ = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
        for run in 1...40 {
            let writer = Writer(try notebook.notebooks().open(path: notebook.path))
            #expect(writer.store.history.map(\.label) == (1..<run).map { "* \($0)" })
            try writer.type("* \(run)")
            if run % 3 > 0 { try writer.store.close() }
        }
        let folder = notebook.notebooks().journalFolders(of: notebook.path)[0]
        let names = try Disk().names(in: folder).filter { Journal.number(ofName: $0) != nil }
        #expect(names.count < Compaction.threshold + 1)
        let contents = try JournalContents.read(folder: folder, disk: Disk())
        #expect(contents.document == Array(try notebook.text.utf8))
    }

    /// Killed at any of its calls, it has changed nothing.
    @Test func aCrashInBetweenChangesNothing() throws {
        for place in 0..<40 {
            let notebook = try TemporaryNotebook()
            _ = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
            for run in 1...Compaction.threshold {
                try Writer(try notebook.notebooks().open(path: notebook.path)).type("* \(run)")
            }
            let folder = notebook.notebooks().journalFolders(of: notebook.path)[0]
            let before = try JournalContents.read(folder: folder, disk: Disk())
            var left = place
            notebook.disk.fault = { _, _ in
                left -= 1
                return left < 0 ? 5 : nil
            }
            _ = try? Compaction(folder: folder, disk: notebook.disk).run(before)
            let after = try JournalContents.read(folder: folder, disk: Disk())
            #expect(after.transactions == before.transactions)
            #expect(after.document == before.document)
        }
    }
}
