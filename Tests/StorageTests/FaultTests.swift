import Files
import Foundation
import Notebook
import Testing

@testable import Storage

/// One system call fails: the line is refused or it is kept, and the shell goes on.
@Suite struct FaultTests {
    private static let errors: [CInt] = [ENOSPC, EIO, EDQUOT, EROFS, EACCES, EMFILE]

    @Test(arguments: FileOperation.allCases)
    func oneFailingCallLosesNothing(operation: FileOperation) throws {
        for number in Self.errors {
            for place in 0..<12 { try session(failing: operation, number, at: place) }
        }
    }

    private func session(failing operation: FileOperation, _ number: CInt, at place: Int) throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        var left = place
        notebook.disk.fault = { called, _ in
            guard called == operation else { return nil }
            left -= 1
            return left == -1 ? number : nil
        }
        var expected = "= Day\n\n"
        for line in ["* one", "* two", "* three"] {
            do throws(StoreError) {
                try writer.type(line)
                expected += line + "\n"
            } catch {
                #expect(error.code == StoreError.Code(errno: number))
            }
        }
        do throws(StoreError) {
            try writer.replace(7..<7, "* zero\n", label: "* zero")
            expected = expected.replacing("= Day\n\n", with: "= Day\n\n* zero\n")
        } catch {
            #expect(error.code == StoreError.Code(errno: number))
        }
        notebook.disk.fault = nil
        try writer.look()
        let context = "\(operation) \(number) at \(place)"
        #expect(writer.text == expected, "\(context)")
        #expect(try notebook.text == expected, "\(context)")
        // The shell dies; another one finds the same.
        notebook.disk = Disk()
        try writer.store.close()
        #expect(Writer(try notebook.notebooks().open(path: notebook.path)).text == expected, "\(context)")
        #expect(try notebook.files == ["day.adoc"], "\(context)")
    }

    /// All lines of a group are kept, or none.
    @Test(arguments: [FileOperation.write, .fdatasync, .truncate])
    func oneFailingCallRefusesAGroupAsAWhole(operation: FileOperation) throws {
        for place in 0..<6 {
            let notebook = try TemporaryNotebook()
            var writer: Writer? = Writer(
                try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            var (left, expected) = (place, "= Day\n\n")
            notebook.disk.fault = { called, _ in
                guard called == operation else { return nil }
                left -= 1
                return left == -1 ? EIO : nil
            }
            for group in [["* one", "* two"], ["* three", "* four"]] {
                do throws(StoreError) {
                    try writer?.type(group: group)
                    expected += group.joined(separator: "\n") + "\n"
                } catch {}
            }
            notebook.disk.fault = nil
            writer = nil
            let opened = try notebook.notebooks(process: 2).open(path: notebook.path)
            #expect(String(decoding: opened.contents, as: UTF8.self) == expected, "\(operation) at \(place)")
        }
    }

    @Test func aFullJournalRefusesAndGoesOnWhenThereIsRoom() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        notebook.disk.fault = { (operation, path) in operation == .write && path.hasSuffix(".journal") ? ENOSPC : nil }
        #expect(throws: StoreError.self) { try writer.type("* two") }
        #expect(throws: StoreError.self) { try writer.type("* two") }
        notebook.disk.fault = nil
        try writer.type("* two")
        #expect(try notebook.text == "= Day\n\n* one\n* two\n")
        #expect(writer.store.history.map(\.sequence) == [1, 2])
    }

    @Test func aFullNotesFolderLetsTheFileFollowLater() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        notebook.disk.fault = { (operation, path) in operation == .write && path.hasSuffix(".adoc") ? ENOSPC : nil }
        #expect(try writer.type("* one").fileLags?.code == .diskFull)
        #expect(try writer.type("* two").fileLags?.code == .diskFull)
        #expect(try notebook.text == "= Day\n\n")
        notebook.disk.fault = nil
        #expect(try writer.type("* three").fileLags == nil)
        #expect(try notebook.text == "= Day\n\n* one\n* two\n* three\n")
    }

    /// Where two names cannot be exchanged, a rename takes its place.
    @Test func withoutExchangeTheFileIsReplacedAllTheSame() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        var isFirst = true
        notebook.disk.fault = { operation, _ in
            guard operation == .rename, isFirst else { return nil }
            isFirst = false
            return EINVAL
        }
        try writer.replace(7..<7, "* zero\n", label: "* zero")
        #expect(try notebook.text == "= Day\n\n* zero\n* one\n")
        #expect(try notebook.files == ["day.adoc"])
    }

    @Test func aClockThatIsSetBackDoesNotTurnTheHistoryRound() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        notebook.clock -= 3_600_000
        try writer.type("* two")
        let times = writer.store.history.map(\.time)
        #expect(times == times.sorted())
        #expect(writer.store.history.map(\.sequence) == [1, 2])
    }

    private func journal(of notebook: TemporaryNotebook) throws -> [(name: String, bytes: [UInt8])] {
        let folder = notebook.notebooks().journalFolders(of: notebook.path)[0]
        return try Disk().names(in: folder).filter { Journal.number(ofName: $0) != nil }.map { name in
            (name, try Disk().open(folder + "/" + name, .read).readAll(limit: .max))
        }
    }

    @Test func halfARecordIsCutOffAgain() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        let before = try journal(of: notebook).map(\.bytes)
        var writes = 0
        notebook.disk.shorten = { $0 / 2 }
        notebook.disk.fault = { (operation, _) in
            writes += operation == .write ? 1 : 0
            return operation == .write && writes == 2 ? ENOSPC : nil
        }
        #expect(throws: StoreError.self) { try writer.type("* two") }
        #expect(try journal(of: notebook).map(\.bytes) == before)
    }

    /// The kernel may have dropped the pages of a failed sync: nothing more goes to that segment.
    @Test func afterAFailedSyncTheLineGoesToANewSegment() throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        let before = try journal(of: notebook).map(\.bytes)
        var isFirst = true
        notebook.disk.fault = { (operation, _) in
            guard operation == .fdatasync, isFirst else { return nil }
            isFirst = false
            return EIO
        }
        try writer.type("* two")
        try writer.type("* three")
        let after = try journal(of: notebook)
        #expect(after.map(\.name) == ["00000001.journal", "00000002.journal"])
        #expect(after.first?.bytes == before.first)
        #expect(writer.store.history.map(\.sequence) == [1, 2, 3])
    }

    /// Another program writes in the very moment between our look and our write, at any call.
    @Test(arguments: [false, true], 0..<14)
    func aChangeInTheLastMomentIsNotWrittenOver(replaces: Bool, call: Int) throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        try writer.look()
        var left = call
        notebook.disk.fault = { (_, _) in
            left -= 1
            guard left == -1, let text = try? notebook.text else { return nil }
            let theirs = Data((text + "* theirs\n").utf8)
            try? theirs.write(to: URL(fileURLWithPath: notebook.path), options: replaces ? .atomic : [])
            return nil
        }
        try writer.replace(7..<7, "* zero\n", label: "* zero")
        notebook.disk.fault = nil
        try writer.type("* two")
        try writer.look()
        let lines = try notebook.text.split(separator: "\n").map(String.init).sorted()
        let theirs = left < 0 ? ["* theirs"] : []
        #expect(lines == (["= Day", "* zero", "* one", "* two"] + theirs).sorted(), "at call \(call)")
        #expect(writer.text == (try notebook.text))
    }

    @Test(arguments: 0..<7)
    func aChangeBeforeAnAppendIsNotWrittenOver(call: Int) throws {
        let notebook = try TemporaryNotebook()
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        var left = call
        notebook.disk.fault = { (_, _) in
            left -= 1
            if left == -1 { try? notebook.write("= Day\n\n* theirs\n* one\n") }
            return nil
        }
        try writer.type("* two")
        notebook.disk.fault = nil
        try writer.type("* three")
        let lines = try notebook.text.split(separator: "\n").map(String.init)
        #expect(lines.sorted() == ["= Day", "* one", "* two", "* three", "* theirs"].sorted(), "at call \(call)")
        #expect(lines.filter { $0.hasPrefix("* t") && $0 != "* theirs" } == ["* two", "* three"], "at call \(call)")
    }
}
