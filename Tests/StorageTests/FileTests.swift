import Files
import Foundation
import Notebook
import Testing

@testable import Storage

/// What stays of a file that is written, and where nothing may be written.
@Suite struct FileTests {
    let notebook: TemporaryNotebook
    init() throws { notebook = try TemporaryNotebook() }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    private func typeOneAndZero() throws {
        let writer = Writer(try notebook.notebooks().open(path: notebook.path))
        try writer.type("* one")
        try writer.replace(7..<7, "* zero\n", label: "* zero")
    }

    @Test(arguments: [0o640, 0o600, 0o444, 0o664])
    func theModeIsKept(mode expected: Int) throws {
        try notebook.write("= Day\n\n")
        try FileManager.default.setAttributes([.posixPermissions: expected], ofItemAtPath: notebook.path)
        try typeOneAndZero()
        #expect(try mode(notebook.path) == expected)
        #expect(try notebook.text == "= Day\n\n* zero\n* one\n")
    }

    @Test func aSymbolicLinkIsWrittenThrough() throws {
        let real = notebook.folder + "/real.adoc"
        try notebook.write("= Day\n\n", to: real)
        try FileManager.default.createSymbolicLink(atPath: notebook.path, withDestinationPath: "../real.adoc")
        try typeOneAndZero()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: notebook.path) == "../real.adoc")
        #expect(try String(contentsOfFile: real, encoding: .utf8) == "= Day\n\n* zero\n* one\n")
    }

    @Test func aLinkPutInTheFilesPlaceIsNotFollowed() throws {
        let elsewhere = notebook.folder + "/elsewhere"
        try notebook.write("not yours\n", to: elsewhere)
        let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
        try writer.type("* one")
        try FileManager.default.removeItem(atPath: notebook.path)
        try FileManager.default.createSymbolicLink(atPath: notebook.path, withDestinationPath: elsewhere)
        #expect(try writer.type("* two").fileLags != nil)
        #expect(try String(contentsOfFile: elsewhere, encoding: .utf8) == "not yours\n")
        try FileManager.default.removeItem(atPath: notebook.path)
        for line in ["* three", "* four"] { try writer.type(line) }
        #expect(try notebook.text == "= Day\n\n* one\n* two\n* three\n* four\n")
    }

    @Test func aFilesOtherNameStaysItsName() throws {
        try notebook.write("= Day\n\n")
        let other = notebook.folder + "/other.adoc"
        try FileManager.default.linkItem(atPath: notebook.path, toPath: other)
        try typeOneAndZero()
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "= Day\n\n* zero\n* one\n")
    }

    @Test func aPowerLossWhileWritingInPlaceIsNobodysEdit() throws {
        try notebook.write("= Day\n\n")
        try FileManager.default.linkItem(atPath: notebook.path, toPath: notebook.folder + "/other.adoc")
        do {
            let writer = Writer(try notebook.notebooks().open(path: notebook.path))
            try writer.type("* one")
            notebook.disk.fault = { (operation, _) in operation == .truncate ? EIO : nil }
            try writer.replace(7..<7, "* zero\n", label: "* zero")
            notebook.disk.fault = { _, _ in EIO }
        }
        try notebook.write("= Day\n\n* zero\n* on", to: notebook.folder + "/other.adoc")
        notebook.disk = Disk()
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(String(decoding: opened.contents, as: UTF8.self) == "= Day\n\n* zero\n* one\n")
    }

    @Test func theStateIsTheUsersAlone() throws {
        _ = try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8))
        try typeOneAndZero()
        let files = try FileManager.default.subpathsOfDirectory(atPath: notebook.state)
        #expect(files.contains { $0.hasSuffix(".journal") })
        for file in files { #expect(try mode(notebook.state + "/" + file) & 0o077 == 0, "\(file)") }
    }

    @Test func aPrivateNotebookIsTheUsersAlone() throws {
        let environment = Notebooks.Environment(now: { 0 }, host: "here", process: 1)
        let days = Notebooks(stateFolder: notebook.state, environment: environment, isPrivate: true)
        let path = notebook.folder + "/private/2026/day.adoc"
        _ = try days.create(path: path, contents: Array("= Day\n".utf8))
        #expect(try mode(path) == 0o600)
        #expect(try mode(notebook.folder + "/private/2026") == 0o700)
    }

    @Test(arguments: ["folder", "pipe"])
    func whatIsNoFileIsRefused(kind: String) throws {
        if kind == "folder" {
            try FileManager.default.createDirectory(atPath: notebook.path, withIntermediateDirectories: false)
        } else {
            #expect(mkfifo(notebook.path, 0o600) == 0)
        }
        #expect {
            try notebook.notebooks().open(path: notebook.path)
        } throws: {
            ($0 as? StoreError)?.code == .notAFile
        }
    }

    @Test func whatAnInterruptedReplacementLeftIsLookedAt() throws {
        do {
            let writer = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array("= Day\n\n".utf8)))
            try writer.type("* one")
            try writer.replace(7..<7, "* zero\n", label: "* zero")
        }
        // Killed between the exchange and the look at what came out, which another program had written.
        try notebook.write("= Day\n\n* one\n* theirs\n", to: notebook.folder + "/notes/.day.adoc.steno-new")
        let opened = try notebook.notebooks().open(path: notebook.path)
        #expect(String(decoding: opened.contents, as: UTF8.self) == "= Day\n\n* zero\n* one\n* theirs\n")
        #expect(try notebook.files == ["day.adoc"])
    }
}
