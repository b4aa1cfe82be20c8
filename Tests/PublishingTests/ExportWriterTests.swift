import Files
import Foundation
import Notebook
import Publishing
import Testing

@Suite("Exports are written whole")
struct ExportWriterTests {
    @Test("nothing is written over, and nothing is written where one file would be")
    func neverOverwrites() throws {
        try ExportFolder.with { folder in
            try folder.write("out/day.md", "mine")
            let targets = [
                ExportTarget(.txt, folder.path("out/day.txt")), ExportTarget(.md, folder.path("out/day.md")),
            ]
            #expect(throws: ExportError.exists(paths: [folder.path("out/day.md")])) {
                try folder.export("= T\n", targets)
            }
            #expect(try folder.text("out/day.md") == "mine")
            #expect(!folder.disk.exists(folder.path("out/day.txt")))
            try folder.export("= T\n", targets, overwrites: true)
            #expect(try folder.text("out/day.md") == "# T\n")
            #expect(try folder.trash.entries().map(\.size) == [4])
        }
    }

    @Test("an export is never the day itself, by whatever name")
    func notTheDay() throws {
        try ExportFolder.with { folder in
            try folder.write("day.adoc", "= T\n")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("link.adoc"), withDestinationPath: "day.adoc")
            for name in ["day.adoc", "./day.adoc", "link.adoc"] {
                #expect(throws: ExportError.isTheDay(path: folder.path(name))) {
                    try folder.export("= T\n", [ExportTarget(.adoc, folder.path(name))], overwrites: true)
                }
            }
            #expect(try folder.text("day.adoc") == "= T\n")
        }
    }

    @Test("cancelled: no file, no draft, no trash", .enabled(if: Tools.isInstalled("asciidoctor")))
    func cancelled() throws {
        try ExportFolder.with { folder in
            let progress = ExportProgress(isCancelled: { true })
            #expect(throws: ExportError.cancelled) {
                try folder.export("= T\n", [ExportTarget(.html, folder.path("a.html"))], progress: progress)
            }
            let left = try folder.disk.names(in: folder.folder.path)
            #expect(left.isEmpty)
        }
    }

    /// Every call of the file system fails once, for good: from there on nothing works, as in a kill or on a full disk.
    @Test(
        "whatever call of the system fails, a target is old or new", arguments: [ENOSPC, EIO, EACCES],
        [true, false])
    func faults(number: Int32, dies: Bool) throws {
        try ExportFolder.with { folder in
            let images = ["images/a.png"]
            try folder.write("images/a.png", "picture")
            var calls = 0
            var failing = Int.max
            folder.disk.fault = { _, _ in
                calls += 1
                return calls == failing || (dies && calls > failing) ? number : nil
            }
            let targets = [
                ExportTarget(.md, folder.path("out/day.md")), ExportTarget(.txt, folder.path("out/day.txt")),
                ExportTarget(.zip, folder.path("out/day.zip")), ExportTarget(.adoc, folder.path("out/day.adoc")),
            ]
            for overwrites in [false, true] {
                var isDone = false
                failing = 1
                while !isDone {
                    try? FileManager.default.removeItem(atPath: folder.path("out"))
                    if overwrites {
                        for target in targets { try folder.write("out/" + Paths.name(of: target.path), "old") }
                    }
                    calls = 0
                    do {
                        try folder.export(
                            "= T\n\nimage::images/a.png[]\n", targets, images: images, overwrites: overwrites)
                        isDone = calls < failing
                    } catch is ExportError {}
                    for (name, start) in [("md", "# T\n"), ("txt", "T\n=\n"), ("zip", "PK"), ("adoc", "= T\n")] {
                        guard let bytes = FileManager.default.contents(atPath: folder.path("out/day.\(name)")) else {
                            continue
                        }
                        let text = String(decoding: bytes, as: UTF8.self)
                        #expect(
                            text == "old" || text.hasPrefix(start), "\(name) after call \(failing): \(text.prefix(20))")
                    }
                    failing += 1
                }
                #expect(failing > 20)
            }
        }
    }
}
