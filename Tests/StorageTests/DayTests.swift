import Files
import Notebook
import Testing

@testable import Storage

@Suite struct DayTests {
    let notebook: TemporaryNotebook
    init() throws { notebook = try TemporaryNotebook() }

    @Test func aTypedLineIsInTheFile() throws {
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        let commit = try writer.type("* one")
        #expect(commit.fileLags == nil)
        #expect(commit.transactions[0].sequence == 1)
        #expect(try notebook.text == "= Day\n\n* one\n")
        try writer.replace(7..<7, "* zero\n", label: "* zero")
        #expect(try notebook.text == "= Day\n\n* zero\n* one\n")
        #expect(try notebook.files == ["day.adoc"])
    }

    @Test func linesOfAGroupAreStepsOfTheirOwn() throws {
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        var syncs = 0
        notebook.disk.fault = { operation, path in
            if operation == .fdatasync, path.hasSuffix(".journal") { syncs += 1 }
            return nil
        }
        try writer.type("* zero")
        syncs = 0
        let commit = try writer.type(group: ["* one", "* two", "* three"])
        #expect(syncs == 1)
        #expect(commit.transactions.map(\.sequence) == [2, 3, 4])
        #expect(try notebook.text == "= Day\n\n* zero\n* one\n* two\n* three\n")
        try writer.undo(commit.transactions[2])
        // Killed: another run finds the steps, and the file as they made it.
        notebook.disk = Disk()
        let opened = try notebook.notebooks(process: 2).open(path: notebook.path)
        #expect(opened.store.history.map(\.label) == ["* zero", "* one", "* two", "* three", "* three"])
        #expect(opened.contents == Array("= Day\n\n* zero\n* one\n* two\n".utf8))
    }

    /// A group that changes the middle of the document, too: what each line left is found again.
    @Test func aGroupMayChangeTheMiddle() throws {
        let edits = [(11, "* c\n"), (7, "* a\n"), (19, "* d\n")]
        let lines = edits.map { place, text in
            let step = Transaction.Step(range: place..<place, replacement: Array(text.utf8), removed: [])
            return PlacedTransaction(Transaction(origin: .typed, label: text, steps: [step]), place: Place())
        }
        let after = Array("= Day\n\n* a\n* b\n* c\n* d\n".utf8)
        do {
            let day = Array("= Day\n\n* b\n".utf8)
            let opened = try notebook.notebooks().create(path: notebook.path, contents: day)
            _ = try opened.store.commit(lines, contents: after)
        }
        #expect(try notebook.text == String(decoding: after, as: UTF8.self))
        try notebook.write("= Day\n\n* b\n* c\n")
        let opened = try notebook.notebooks(process: 2).open(path: notebook.path)
        #expect(opened.contents == after)
    }

    @Test func aDayIsNeverCreatedOverAFile() throws {
        try notebook.write("mine\n")
        #expect(throws: StoreError.self) { try notebook.notebooks().create(path: notebook.path, contents: [1]) }
        #expect(try notebook.text == "mine\n")
    }

    @Test func historyPlaceAndDraftSurviveARestart() throws {
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            try writer.type("* one")
            let two = try writer.type("* two")
            try writer.undo(two.transactions[0])
            writer.store.remember(Place(slot: 3, depth: 2))
            try writer.store.saveDraft(Draft("half a li"))
            try writer.store.close()
        }
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(opened.store.history.map(\.label) == ["* one", "* two", "* two"])
        #expect(opened.store.history.map(\.origin) == [.typed, .typed, .undo(2)])
        #expect(opened.place == Place(slot: 3, depth: 2))
        #expect(opened.draft == Draft("half a li"))
        #expect(opened.recovered == [])
        #expect(opened.contents == Array("= Day\n\n* one\n".utf8))
    }

    private static let block = Draft.Block(
        label: ":code swift", command: "code", body: ["let a = 1"], written: .nothing)

    /// Killed without warning: the unfinished line is back, with where it was being typed, also on a new day.
    @Test func aKilledShellsDraftIsKeptWithItsPlace() throws {
        let draft = Draft("func f(", context: .block(Self.block))
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            writer.store.remember(Place(slot: 2, depth: 3))
            try writer.store.saveDraft(Draft("fun"))
            try writer.store.saveDraft(draft)
        }
        for _ in 0..<2 {
            let opened = try notebook.notebooks().open(path: notebook.path)
            #expect(opened.draft == draft)
            #expect(opened.place == Place(slot: 2, depth: 3))
        }
        do {
            let writer = Writer(try notebook.notebooks().open(path: notebook.path))
            try writer.type("* one")
        }
        #expect(try notebook.notebooks().open(path: notebook.path).draft == nil)
    }

    @Test(arguments: ["", "= Day\n\n", "= Day\n\n* one\n", "= Day\n\n* one\n* t"])
    func whatTheFileLacksComesBack(left: String) throws {
        let whole = "= Day\n\n* one\n* two\n"
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            try writer.type("* one")
            try writer.type("* two")
        }
        try notebook.write(left)
        for _ in 0..<2 {
            let opened = try notebook.notebooks().open(path: notebook.path)
            #expect(String(decoding: opened.contents, as: UTF8.self) == whole)
            #expect(try notebook.text == whole)
        }
    }

    @Test func aSecondShellReads() throws {
        let first = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        let second = Writer(try notebook.notebooks(process: 2).open(path: notebook.path))
        guard case .locked(let holder) = second.store.readOnlyReason?.code else {
            Issue.record("not locked: \(String(describing: second.store.readOnlyReason))")
            return
        }
        #expect(holder.host == "here")
        #expect(holder.process == 1)
        try first.type("* one")
        #expect(throws: StoreError.self) { try second.type("* two") }
        #expect(second.text == "= Day\n\n* one\n")
        try first.store.close()
        let third = Writer(try notebook.notebooks(process: 3).open(path: notebook.path))
        #expect(third.store.readOnlyReason == nil)
    }

    @Test func anotherProgramsLinesAreTakenOver() throws {
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        try notebook.write("= My day\n\n* one\n* theirs\n")
        try writer.type("* two")
        #expect(writer.text == "= My day\n\n* one\n* theirs\n* two\n")
        #expect(try notebook.text == writer.text)
        #expect(writer.store.history.map(\.origin) == [.typed, .outside, .typed])
    }

    /// Between runs: an editor that writes no line end at the file's end takes lines out, or shortens the last one.
    @Test(arguments: [
        ("= Day\n\n* one", "= Day\n\n* one"), ("= Day\n\n* one\n* two, sho", "= Day\n\n* one\n* two, sho"),
        ("= Day", "= Day"), ("= Day\n\n* on", "= Day\n\n* one\n* two, shorter\n"),
        ("", "= Day\n\n* one\n* two, shorter\n"),
    ])
    func aLineTakenOutWithoutALineEndStaysOut(left: String, expected: String) throws {
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            try writer.type("* one")
            try writer.type("* two, shorter")
            try writer.store.close()
        }
        try notebook.write(left)
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(String(decoding: opened.contents, as: UTF8.self) == expected)
        #expect(opened.recovered.isEmpty == (left == expected))
    }

    @Test func whatIsChangedBetweenRunsIsTheUsers() throws {
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            try writer.type("* one")
            try writer.type("* two")
            try writer.store.close()
        }
        try notebook.write("= Day\n\n* two\n")
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(opened.contents == Array("= Day\n\n* two\n".utf8))
        #expect(opened.store.history.last?.origin == .outside)
    }
}
