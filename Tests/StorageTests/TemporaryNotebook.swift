import AsciiDoc
import Files
import Foundation
import Notebook

@testable import Storage

/// A notes folder and a state folder of a test's own, in memory where the machine has such a place.
final class TemporaryNotebook {
    let folder: String
    /// The disk as the present process sees it; a dead process's disk takes no more calls.
    var disk = Disk()
    var clock: Int64 = 1_653_400_000_000

    init() throws {
        let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = root + "/steno-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/notes", withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            print("left after the test: \(folder): \(error)")
        }
    }

    var path: String { folder + "/notes/day.adoc" }
    var state: String { folder + "/state/steno" }

    func notebooks(process: Int32 = 1, hasHome: Bool = true) -> Notebooks {
        var environment = Notebooks.Environment(
            now: { [unowned self] in
                clock += 1000
                return clock
            }, host: "here", process: process)
        environment.pause = { _ in }
        return Notebooks(stateFolder: hasHome ? state : nil, environment: environment, disk: disk)
    }

    func write(_ text: String, to path: String? = nil) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path ?? self.path))
    }

    var text: String {
        get throws { String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) }
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/notes/" + name) }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder + "/notes").sorted() }
    }
}

/// A shell as far as the store sees one: the document in memory, and the store.
final class Writer {
    private(set) var store: any DayStore
    private(set) var contents: [UInt8]
    private(set) var recovered: [String]

    init(_ opened: OpenedDay) {
        store = opened.store
        contents = opened.contents
        recovered = opened.recovered
    }

    var text: String { String(decoding: contents, as: UTF8.self) }

    /// Appends a line.
    @discardableResult
    func type(_ line: String) throws(StoreError) -> Commit {
        try look()
        let isWhole = contents.isEmpty || contents.last == UInt8(ascii: "\n")
        return try replace(contents.count..<contents.count, (isWhole ? "" : "\n") + line + "\n", label: line)
    }

    /// Appends lines that are made durable together.
    @discardableResult
    func type(group lines: [String]) throws(StoreError) -> Commit {
        try look()
        let texts = lines.map { Array(($0 + "\n").utf8) }
        var (after, placed) = (contents, [PlacedTransaction]())
        for (line, text) in zip(lines, texts) {
            let edit = Edit(range: after.count..<after.count, replacement: text)
            let steps = [Transaction.Step(edit: edit, removed: [])]
            placed.append(PlacedTransaction(Transaction(origin: .typed, label: line, steps: steps), place: Place()))
            after += text
        }
        let commit = try store.commit(placed, contents: after)
        contents = after
        return commit
    }

    @discardableResult
    func replace(_ range: Range<Int>, _ text: String, label: String) throws(StoreError) -> Commit {
        let edit = Edit(range: range, replacement: Array(text.utf8))
        let step = Transaction.Step(edit: edit, removed: Array(contents[range]))
        return try commit([step], .typed, label)
    }

    @discardableResult
    func undo(_ transaction: Transaction) throws(StoreError) -> Commit {
        try commit(transaction.steps.reversed().map(\.inverse), .undo(transaction.sequence), transaction.label)
    }

    private func commit(
        _ steps: [Transaction.Step], _ origin: Transaction.Origin, _ label: String
    ) throws(StoreError) -> Commit {
        var after = contents
        guard after.apply(steps) else { throw StoreError(.system(0), operation: "apply", path: "") }
        let line = PlacedTransaction(Transaction(origin: origin, label: label, steps: steps), place: Place())
        let commit = try store.commit([line], contents: after)
        contents = after
        return commit
    }

    /// Takes over what another program did.
    @discardableResult
    func look() throws(StoreError) -> OutsideChange? {
        guard let change = try store.outsideChange(contents: contents) else { return nil }
        guard contents.apply(change.transaction.steps) else {
            throw StoreError(.system(0), operation: "merge", path: "")
        }
        return change
    }
}
