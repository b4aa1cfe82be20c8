import AsciiDoc
import Foundation
import Notebook
import Testing

@Suite struct LayoutTests {
    static let days = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/days")

    @Test func show() throws {
        guard let folder = ProcessInfo.processInfo.environment["STENO_SHOW"] else { return }
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".adoc") {
            let document = Document(parsing: Array(try Data(contentsOf: URL(filePath: folder + "/" + file))))
            let lesson = Layout.lesson(from: document)
            print("###", file)
            for entry in SlotOutline(of: document).entries { print("   ", entry.kind, entry.level, entry.isTimed, entry.title) }
            print("   heading:", lesson.layout.heading.syntax, "| speakers:", lesson.layout.speakers.pattern.syntax, lesson.layout.speakers.place)
            print("   parts:", lesson.layout.parts?.heading.syntax ?? "-")
            print("   abstract:", lesson.layout.abstract, "notes:", lesson.layout.notesSection ?? "-", "image:", lesson.layout.image, "adm:", lesson.layout.admonition, "bullets:", lesson.layout.bullets)
        }
    }
}
