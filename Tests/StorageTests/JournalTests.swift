import AsciiDoc
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

    private static let records: [JournalRecord] = [
        .opened(firstSequence: 1), .snapshot(contents: Array("= Day\n".utf8), fresh: true), transaction(1),
        .place(Place()), .draft("half a li"), .draft(nil), .rewriting(true), transaction(2),
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
