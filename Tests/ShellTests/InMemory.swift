import Notebook
import Shell

/// The ports of the domain, held in memory.
final class MemoryDays: DayOpener {
    var files: [String: [UInt8]] = [:]
    var failure: StoreError?

    func open(path: String) throws(StoreError) -> OpenedDay {
        guard let contents = files[path] else { throw StoreError(.notFound, operation: "open", path: path) }
        return OpenedDay(
            store: MemoryStore(path: path, days: self), contents: contents, place: nil, draft: nil, recovered: [])
    }

    func create(path: String, contents: [UInt8]) throws(StoreError) -> OpenedDay {
        guard files[path] == nil else { throw StoreError(.alreadyExists, operation: "open", path: path) }
        files[path] = contents
        return try open(path: path)
    }

    func days(in folder: String) throws(StoreError) -> [String] { files.keys.sorted() }
}

final class MemoryStore: DayStore {
    let path: String
    private let days: MemoryDays
    var history: [Transaction] = []
    var readOnlyReason: StoreError?

    init(path: String, days: MemoryDays) {
        self.path = path
        self.days = days
    }

    func outsideChange(contents: [UInt8]) throws(StoreError) -> OutsideChange? { nil }

    func commit(_ transaction: Transaction, place: Place, contents: [UInt8]) throws(StoreError) -> Commit {
        if let failure = days.failure { throw failure }
        var recorded = transaction
        recorded.sequence = history.count + 1
        history.append(recorded)
        days.files[path] = contents
        return Commit(transaction: recorded)
    }

    func remember(_ place: Place) {}
    func saveDraft(_ line: String?) throws(StoreError) {}
    func flush() throws(StoreError) {}
    func close() throws(StoreError) {}
}

struct MemoryTemplates: TemplateSource {
    func names() -> [String] { ["conference"] }
    func template(_ name: String) throws(TemplateError) -> Template {
        try Template(name: name, source: Array("= {{title}}\n:imagesdir: ./images\n".utf8))
    }
    func example(at path: String) throws(StoreError) -> [UInt8] { Array("= Salon\n\n== 9h00 - A\n\nBy Ada B\n".utf8) }
    func add(_ source: [UInt8], as name: String, overwrites: Bool) throws(StoreError) {}
}

struct MemoryImages: ImageImporter {
    func importImage(from path: String, to folder: String, as name: ImageName) throws(ImageError) -> String {
        name.file(name.lastTaken + 1, type: "jpg")
    }
}

struct MemoryExporter: Exporter {
    func export(
        _ contents: [UInt8], images: [String], from folder: String, to target: String, overwrites: Bool
    ) throws(StoreError) -> [String] { [] }
}

/// The lists of `.steno/`.
final class MemoryLists {
    var lines: [NotebookLists.Name: [String]] = [:]
    var failure: StoreError?

    var port: NotebookLists {
        NotebookLists(
            read: { [self] (name) throws(StoreError) in lines[name] ?? [] },
            write: { [self] (name, new) throws(StoreError) in
                if let failure { throw failure }
                lines[name] = new
            })
    }
}

struct MemoryTrash: Trash {
    func entries() throws(StoreError) -> [TrashEntry] { [TrashEntry(number: 1, path: "exports/day.adoc", size: 7)] }
    func keep(_ path: String) throws(StoreError) {}
    func restore(_ number: Int) throws(StoreError) -> String { "exports/day.adoc" }
}

/// A session on a day in memory.
struct TestSession {
    let session: Session
    let days = MemoryDays()
    let lists = MemoryLists()

    init(language: Language = .english) throws {
        let noon = try TimeOfDay(hour: 12, minute: 0).orThrow()
        let today = try CalendarDate(year: 2026, month: 11, day: 23).orThrow()
        session = Session(
            notebook: Notebook(folder: "notes"),
            services: Services(
                days: days, templates: MemoryTemplates(), images: MemoryImages(), exporter: MemoryExporter(),
                trash: MemoryTrash(), lists: lists.port,
                clock: Clock(milliseconds: { 0 }, today: { today }, timeOfDay: { noon }), home: "/home/ada"),
            language: language)
    }

    /// What stands behind the header.
    var body: String {
        let text = days.files.values.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let parts = text.split(separator: ":imagesdir: ./images\n", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[1]) : text
    }

    @discardableResult
    func type(_ lines: String...) throws -> [String] { try lines.flatMap { try session.submit($0).lines } }

    /// What is said of the error that `line` ends in; nil: it was taken.
    func refusal(of line: String) -> String? {
        do {
            _ = try session.submit(line)
            return nil
        } catch {
            return Message(error).text(session.language)
        }
    }
}

struct Missing: Error {}

extension Optional {
    func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
