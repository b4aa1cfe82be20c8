import Files
import Foundation
import Notebook
import Publishing

/// A notebook of one day in a folder that is removed afterwards.
struct ExportFolder {
    let folder: URL
    let disk = Disk()

    @discardableResult
    static func with<Value>(_ body: (ExportFolder) throws -> Value) throws -> Value {
        try Tools.withFolder { try body(ExportFolder(folder: $0)) }
    }

    static var search: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    var trash: TrashFolder { TrashFolder(notebook: folder.path) }

    func writer(search: String = Self.search) -> ExportWriter {
        ExportWriter(notebook: folder.path, trash: trash, search: search, disk: disk)
    }

    func content(_ source: String, images: [String] = []) -> ExportContent {
        ExportContent(source: Array(source.utf8), name: "day", day: path("day.adoc"), images: images)
    }

    @discardableResult
    func export(
        _ source: String, _ targets: [ExportTarget], images: [String] = [], overwrites: Bool = false,
        progress: ExportProgress = ExportProgress()
    ) throws -> ExportReport {
        try writer().export(content(source, images: images), to: targets, overwrites: overwrites, progress)
    }

    func render(_ source: String, as format: ExportFormat, trusts: Bool = false) throws -> String {
        var content = content(source)
        content.trusts = trusts
        return String(decoding: try writer().render(content, as: format, ExportProgress()).0, as: UTF8.self)
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func write(_ name: String, _ text: String) throws {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}
