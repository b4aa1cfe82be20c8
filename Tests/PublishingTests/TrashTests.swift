import Files
import Foundation
import Notebook
import Publishing
import Testing

/// What is written over on purpose can be had back.
@Suite struct TrashTests {
    private let top: String
    private let disk = Disk()

    init() throws {
        top = NSTemporaryDirectory() + "/steno-trash-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: top, withIntermediateDirectories: true)
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try disk.read(path, limit: 1 << 20), as: UTF8.self)
    }

    @Test func whatIsKeptComesBackWhereItWas() throws {
        defer { try? FileManager.default.removeItem(atPath: top) }
        let trash = TrashFolder(notebook: top + "/notes", disk: disk)
        let path = top + "/elsewhere/day.adoc"
        try disk.create(path, Array("first".utf8))
        try trash.keep(path)
        try disk.write(path, Array("second".utf8))
        let real = try disk.resolve(path)
        #expect(try trash.entries() == [TrashEntry(number: 1, path: real, size: 5)])
        #expect(try trash.restore(1) == real)
        #expect(try text(path) == "first")
        #expect(try trash.entries().map(\.size) == [5, 6])
        #expect(try disk.status(top + "/notes/.steno/trash/1").mode & 0o777 == 0o700)
    }

    @Test func anEntryThatWasNotWrittenWholeIsNotListed() throws {
        defer { try? FileManager.default.removeItem(atPath: top) }
        let trash = TrashFolder(notebook: top, disk: disk)
        try disk.create(top + "/day.adoc", Array("text".utf8))
        for call in 1..<6 {
            var left = call
            disk.fault = { operation, _ in
                left -= operation == .write || operation == .fsync ? 1 : 0
                return left == 0 ? ENOSPC : nil
            }
            let isKept: Bool
            do {
                try trash.keep(top + "/day.adoc")
                isKept = true
            } catch { isKept = false }
            disk.fault = nil
            let whole = try trash.entries().filter { $0.size == 4 }
            #expect(try trash.entries() == whole)
            #expect(isKept || whole.count < call)
        }
    }
}
