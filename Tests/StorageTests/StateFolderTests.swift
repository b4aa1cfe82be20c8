import Files
import Foundation
import Notebook
import Testing

@testable import Storage

/// A state folder that cannot be written is no reason not to take notes.
@Suite struct StateFolderTests {
    let notebook: TemporaryNotebook
    init() throws { notebook = try TemporaryNotebook() }

    private static let errors: [CInt] = [EACCES, EROFS, ENOSPC, EDQUOT, EIO]

    /// Whatever the state folder is asked to write fails.
    private func breakStateFolder(_ number: CInt) {
        let writing: Set<FileOperation> = [.write, .makeFolder, .fsync, .fdatasync, .truncate]
        notebook.disk.fault = { [state = notebook.state] operation, path in
            path.hasPrefix(state) && writing.contains(operation) ? number : nil
        }
    }

    @Test(arguments: errors)
    func theJournalGoesAmongTheNotesAndIsReadFromThere(number: CInt) throws {
        breakStateFolder(number)
        do {
            let opened = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
            let elsewhere = try #require(opened.journalElsewhere)
            #expect(elsewhere.folder.hasPrefix(notebook.folder + "/notes/.steno/state/"))
            guard case .unusable(let error) = elsewhere.reason else { throw Failure() }
            #expect(error.code == StoreError.Code(errno: number))
            try Writer(opened).type("* one")
        }
        // The shell dies and the file loses its line; the state folder can be written again.
        notebook.disk = Disk()
        try notebook.write("= Day\n\n")
        let again = Writer(try notebook.notebooks(process: 2).open(path: notebook.path))
        #expect(again.recovered == ["* one"])
        try again.type("* two")
        #expect(try notebook.text == "= Day\n\n* one\n* two\n")
        #expect(again.store.history.map(\.label) == ["* one", "* two"])
    }

    private struct Failure: Error {}

    /// What the state folder's journal has is taken along: nothing is forgotten, lost lines come back.
    @Test(arguments: errors)
    func whatTheStateFolderStillGivesIsTakenAlong(number: CInt) throws {
        do {
            let day = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
            try Writer(day).type("* one")
        }
        notebook.disk = Disk()
        breakStateFolder(number)
        try notebook.write("= Day\n\n* on")
        do {
            let opened = try notebook.notebooks(process: 2).open(path: notebook.path)
            #expect(opened.journalElsewhere != nil)
            let second = Writer(opened)
            #expect(second.recovered == ["* one"])
            try second.type("* two")
            try second.store.close()
        }
        notebook.disk.fault = nil
        let third = Writer(try notebook.notebooks(process: 3).open(path: notebook.path))
        #expect(third.store.history.map(\.label) == ["* one", "* two"])
        #expect(third.recovered == [])
    }

    /// The disk fills up, or is gone, in the middle of a talk: no line is refused.
    @Test(arguments: errors)
    func aStateFolderThatFailsLaterHandsTheJournalOn(number: CInt) throws {
        do {
            let day = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
            #expect(day.journalElsewhere == nil)
            let writer = Writer(day)
            try writer.type("* one")
            breakStateFolder(number)
            #expect(try writer.type("* two").journalMoved?.reason == .unusable(error(number)))
            #expect(try writer.type("* three").journalMoved == nil)
        }
        notebook.disk = Disk()
        try notebook.write("= Day\n\n* one\n")
        let again = Writer(try notebook.notebooks(process: 2).open(path: notebook.path))
        #expect(again.recovered == ["* two", "* three"])
        #expect(again.store.history.map(\.label) == ["* one", "* two", "* three"])
        try again.store.close()
    }

    private func error(_ number: CInt) -> StoreError {
        let folder = notebook.notebooks().journalFolders(of: notebook.path)[0]
        return StoreError(StoreError.Code(errno: number), .write, folder + "/trial")
    }

    @Test func withoutAHomeTheJournalIsAmongTheNotes() throws {
        let opened = try notebook.notebooks(hasHome: false)
            .create(path: notebook.path, contents: Array("= Day\n\n".utf8))
        #expect(opened.journalElsewhere?.reason == .noHome)
        try Writer(opened).type("* one")
        let second = try notebook.notebooks(process: 2, hasHome: false).open(path: notebook.path)
        guard case .locked? = second.store.readOnlyReason?.code else { throw Failure() }
        #expect(try notebook.files == [".steno", "day.adoc"])
    }

    /// A shell with a home finds the day taken by one without.
    @Test func aShellThatWritesAmongTheNotesIsFound() throws {
        try notebook.write("= Day\n\n")
        let first = try notebook.notebooks(hasHome: false).open(path: notebook.path)
        let second = try notebook.notebooks(process: 2).open(path: notebook.path)
        guard case .locked? = second.store.readOnlyReason?.code else { throw Failure() }
        try first.store.close()
        #expect(try notebook.notebooks(process: 3).open(path: notebook.path).store.readOnlyReason == nil)
        let top = notebook.folder + "/notes/.steno"
        #expect(try notebook.disk.status(top).mode & 0o077 != 0)
        #expect(try notebook.disk.status(top + "/state").mode & 0o777 == 0o700)
        #expect(notebook.disk.exists(top + "/state/.gitignore"))
    }

    /// Then the day can be read, and the reason is said.
    @Test func whereNothingCanBeWrittenTheDayIsShown() throws {
        try notebook.write("= Day\n\n* one\n")
        notebook.disk.fault = { operation, _ in operation == .makeFolder || operation == .write ? EROFS : nil }
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(opened.store.readOnlyReason?.code == .readOnlyFileSystem)
        #expect(opened.contents == Array("= Day\n\n* one\n".utf8))
        #expect(throws: StoreError.self) { try Writer(opened).type("* two") }
        #expect(throws: StoreError.self) {
            try notebook.notebooks().create(path: notebook.folder + "/notes/new.adoc", contents: [])
        }
    }

    /// A journal in the state folder that is newer than the one among the notes counts.
    @Test func theNewerJournalCounts() throws {
        let first = Writer(
            try notebook.notebooks(hasHome: false).create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try first.type("* aside")
        try first.store.close()
        try FileManager.default.moveItem(
            atPath: notebook.folder + "/notes/.steno", toPath: notebook.folder + "/notes/.aside")
        let second = Writer(try notebook.notebooks(process: 2).open(path: notebook.path))
        try second.type("* later")
        try second.store.close()
        try FileManager.default.moveItem(
            atPath: notebook.folder + "/notes/.aside", toPath: notebook.folder + "/notes/.steno")
        let third = try notebook.notebooks(process: 3).open(path: notebook.path)
        #expect(third.store.history.map(\.label) == ["* later"])
        #expect(third.contents == Array("= Day\n\n* aside\n* later\n".utf8))
    }
}
