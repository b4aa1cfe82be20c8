import Files
import Foundation
import Notebook
import Testing

/// Whole files: written durably or not at all, and never over something by accident.
@Suite struct DiskTests {
    let folder: TemporaryFolder
    let disk = Disk()
    init() throws { folder = try TemporaryFolder() }

    private func code(_ body: () throws -> Void) -> StoreError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StoreError)?.code
        }
    }

    @Test func aNewFileIsNotWrittenOverAnotherOne() throws {
        try disk.create(folder.path + "/a/b/c", Array("one".utf8))
        #expect(code { try disk.create(folder.path + "/a/b/c", Array("two".utf8)) } == .alreadyExists)
        #expect(try folder.text("a/b/c") == "one")
    }

    @Test func writingKeepsModeAndLink() throws {
        try folder.write("old", to: "real")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/real")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "real")
        try disk.write(folder.path + "/link", Array("new".utf8))
        #expect(try folder.text("real") == "new")
        #expect(try disk.status(folder.path + "/link").isSymbolicLink)
        #expect(try disk.status(folder.path + "/real").mode & 0o777 == 0o640)
        #expect(try folder.names == ["link", "real"])
    }

    /// Whatever call fails, the old file or the new one is there whole, and nothing beside it.
    @Test(arguments: FileOperation.allCases)
    func aFailingCallLeavesOneWholeFile(operation: FileOperation) throws {
        for place in 0..<8 {
            try folder.write("old", to: "file")
            var left = place
            disk.fault = { called, _ in
                guard called == operation else { return nil }
                left -= 1
                return left == -1 ? EIO : nil
            }
            let failure = code { try disk.write(folder.path + "/file", Array("new".utf8)) }
            disk.fault = nil
            let text = try folder.text("file")
            #expect(text == "new" || failure == .inputOutput && text == "old", "\(operation) at \(place)")
            try disk.write(folder.path + "/file", Array("newer".utf8))
            #expect(try folder.names == ["file"], "\(operation) at \(place)")
        }
    }

    @Test func whatAnotherProgramPutThereMeanwhileStays() throws {
        try folder.write("old", to: "file")
        disk.fault = { [folder] called, _ in
            if called == .fsync { try? folder.write("theirs, just now", to: "file") }
            return nil
        }
        #expect(code { try disk.write(folder.path + "/file", Array("ours".utf8)) } == .changedOutside)
        disk.fault = nil
        #expect(try folder.text("file") == "theirs, just now")
        #expect(try folder.names == ["file"])
    }

    @Test func errorsSayWhatIsThere() throws {
        try folder.write("x", to: "file")
        #expect(code { _ = try disk.read(folder.path + "/none", limit: 9) } == .notFound)
        #expect(code { _ = try disk.read(folder.path, limit: 9) } == .notAFile)
        #expect(code { _ = try disk.read(folder.path + "/file/below", limit: 9) } == .notAFolder)
        #expect(code { _ = try disk.read(folder.path + "/file", limit: 0) } == .tooLarge(limit: 0))
        #expect(code { try disk.create(folder.path + "/file/below", []) } == .notAFolder)
        let long = folder.path + "/" + String(repeating: "n", count: 300)
        #expect(code { try disk.create(long, []) } == .nameTooLong)
        #expect(try disk.namesIfPresent(in: folder.path + "/none") == [])
        #expect(!disk.exists(folder.path + "/file/below"))
    }

    @Test func foldersAreMadeForTheirOwnerOnlyWhereAsked() throws {
        try disk.makeFolders(folder.path + "/state/steno", mode: 0o700)
        #expect(try disk.status(folder.path + "/state").mode & 0o777 == 0o700)
        #expect(disk.isFolder(folder.path + "/state/steno"))
    }

    #if os(Linux)
        @Test func aWatchedFileTellsThatItWasReplacedAndNothingOfOthers() throws {
            try folder.write("one", to: "day.adoc")
            let watch = try #require(FolderWatch())
            watch.follow(folder.path + "/day.adoc")
            try folder.write("other", to: "other.adoc")
            #expect(!watch.take())
            try disk.write(folder.path + "/day.adoc", Array("two".utf8))
            #expect(watch.take())
            #expect(!watch.take())
        }
    #endif
}
