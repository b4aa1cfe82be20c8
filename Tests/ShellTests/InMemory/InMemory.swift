package import Notebook
package import Shell

/// The ports of the domain, held in memory.
package final class MemoryDays: DayOpener {
    package var files: [String: [UInt8]] = [:]
    package var failure: StoreError?

    package func open(path: String) throws(StoreError) -> OpenedDay {
        guard let contents = files[path] else { throw StoreError(.notFound, operation: "open", path: path) }
        return OpenedDay(
            store: MemoryStore(path: path, days: self), contents: contents, place: nil, draft: nil, recovered: [])
    }

    package func create(path: String, contents: [UInt8]) throws(StoreError) -> OpenedDay {
        guard files[path] == nil else { throw StoreError(.alreadyExists, operation: "open", path: path) }
        files[path] = contents
        return try open(path: path)
    }

    package func rename(path: String, to newPath: String) throws(StoreError) {
        guard files[newPath] == nil else { throw StoreError(.alreadyExists, operation: "rename", path: newPath) }
        files[newPath] = files.removeValue(forKey: path)
    }

    package func days(in folder: String) throws(StoreError) -> [String] { files.keys.sorted() }
}

package final class MemoryStore: DayStore {
    package let path: String
    private let days: MemoryDays
    package var history: [Transaction] = []
    package var readOnlyReason: StoreError?

    package init(path: String, days: MemoryDays) {
        self.path = path
        self.days = days
    }

    package func outsideChange(contents: [UInt8]) throws(StoreError) -> OutsideChange? { nil }

    package func commit(_ lines: [PlacedTransaction], contents: [UInt8]) throws(StoreError) -> Commit {
        if let failure = days.failure { throw failure }
        let recorded = lines.enumerated().map { index, line in
            var recorded = line.transaction
            recorded.sequence = history.count + 1 + index
            return recorded
        }
        history += recorded
        days.files[path] = contents
        return Commit(recorded)
    }

    package func remember(_ place: Place) {}
    package func saveDraft(_ draft: Draft?) throws(StoreError) {}
    package func flush() throws(StoreError) {}
    package func close() throws(StoreError) {}
}

package struct MemoryTemplates: TemplateSource {
    package func names() -> [String] { ["conference", "signed"] }
    package func template(
        _ name: String, in language: Weekday.Form.Language
    ) throws(TemplateError) -> Template {
        let author = name == "signed" ? "{{author}}\n" : ""
        return try Template(name: name, source: Array("= {{title}}\n\(author):imagesdir: ./images\n".utf8))
    }
    package func example(at path: String) throws(StoreError) -> [UInt8] {
        Array("= Salon\n\n== 9h00 - A\n\nBy Ada B\n".utf8)
    }
    package func add(_ source: [UInt8], as name: String, overwrites: Bool) throws(StoreError) {}
}

package struct MemoryImages: ImageImporter {
    package func importImage(from path: String, to folder: String, as name: ImageName) throws(ImageError) -> String {
        name.file(name.lastTaken + 1, type: "jpg")
    }
}

/// Remembers what was exported, and where to.
package final class MemoryExporter: Exporter {
    package struct Export: Hashable {
        package let contents: [UInt8], images: [String], folder: String, target: String, overwrites: Bool
        package let format: ExportFormat
    }

    package private(set) var exports: [Export] = []
    package var missingImages: [String] = []

    package func render(_ content: ExportContent, as format: ExportFormat, _ progress: ExportProgress)
        throws(ExportError) -> ([UInt8], ExportReport)
    {
        (content.source, ExportReport())
    }

    package func export(
        _ content: ExportContent, to targets: [ExportTarget], overwrites: Bool, _ progress: ExportProgress
    ) throws(ExportError) -> ExportReport {
        let present = targets.map(\.path).filter { path in exports.contains { $0.target == path } }
        guard overwrites || present.isEmpty else { throw .exists(paths: present) }
        exports += targets.map {
            Export(
                contents: content.source, images: content.images, folder: content.folder, target: $0.path,
                overwrites: overwrites, format: $0.format)
        }
        var report = ExportReport()
        report.files = targets.map(\.path)
        report.missingImages = missingImages
        return report
    }
}

/// The lists of `.steno/`.
package final class MemoryLists {
    package var lines: [NotebookLists.Name: [String]] = [:]
    package var failure: StoreError?

    package var port: NotebookLists {
        NotebookLists(
            read: { [self] (name) throws(StoreError) in lines[name] ?? [] },
            write: { [self] (name, new) throws(StoreError) in
                if let failure { throw failure }
                lines[name] = new
            })
    }
}

package struct MemoryTrash: Trash {
    package func entries() throws(StoreError) -> [TrashEntry] {
        [TrashEntry(number: 1, path: "exports/day.adoc", size: 7)]
    }
    package func keep(_ path: String) throws(StoreError) {}
    package func restore(_ number: Int) throws(StoreError) -> String { "exports/day.adoc" }
}

/// Remembers what was published.
package final class MemoryPublisher: Publisher {
    package let path = "notes/.steno/publish"
    package var contents = Array("#!/bin/sh\necho sent\n".utf8)
    package private(set) var confirmed: [UInt8]?
    package private(set) var runs: [[String]] = []

    package func command() throws(PublishError) -> PublishCommand {
        PublishCommand(path: path, contents: contents, isConfirmed: confirmed == contents)
    }

    package func confirm(_ command: PublishCommand) throws(PublishError) { confirmed = command.contents }

    package func run(_ command: PublishCommand, on files: [String], _ progress: ExportProgress) throws(PublishError)
        -> String
    {
        runs.append(files)
        return "sent"
    }
}

/// A session on a day in memory.
package struct TestSession {
    package let session: Session
    package let days = MemoryDays()
    package let lists = MemoryLists()
    package let exporter = MemoryExporter()
    package let programmes: any ProgrammeLibrary
    /// What the clock shows.
    package let now: MemoryClock
    package let publisher = MemoryPublisher()

    /// - Parameter programmes: nil: those in memory.
    package init(language: Language = .english, programmes: (any ProgrammeLibrary)? = nil) throws {
        let now = try MemoryClock()
        self.now = now
        self.programmes = programmes ?? MemoryProgrammes()
        var services = Services(
            days: days, templates: MemoryTemplates(), images: MemoryImages(), exporter: exporter,
            trash: MemoryTrash(), lists: lists.port, programmes: self.programmes,
            clock: Clock(milliseconds: { 0 }, today: { now.today }, timeOfDay: { now.time }), home: "/home/ada")
        services.publisher = publisher
        services.clipboard = Clipboard { _ in "memory" }
        session = Session(notebook: Notebook(folder: "notes"), services: services, language: language)
    }

    /// What stands after the header.
    package var body: String {
        let text = days.files.values.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let parts = text.split(separator: ":imagesdir: ./images\n", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[1]) : text
    }

    /// Depth of the next bullet, from 1, as the prompt shows it.
    package var depth: Int { session.open?.place.depth ?? 1 }

    /// Whether the next line goes into a slot.
    package var isInSlot: Bool { session.open?.place.slot != nil }

    /// The title of that slot's section.
    package var slotTitle: String? { session.open?.slot?.sectionTitle }

    @discardableResult
    package func type(_ lines: String...) throws -> [String] {
        try lines.flatMap { line in
            let said = try session.submit(line).lines
            return said + [session.rememberSpeakers()?.text(session.language)].compactMap { $0 }
        }
    }

    /// What is said of the error that `line` ends in; nil: it was taken.
    package func refusal(of line: String) -> String? {
        do {
            _ = try session.submit(line)
            return nil
        } catch {
            return Message(error).text(session.language)
        }
    }
}

/// A clock that a test sets: noon on 2026-11-23, until then.
package final class MemoryClock {
    package var today: CalendarDate
    package var time: TimeOfDay

    init() throws {
        today = try CalendarDate(year: 2026, month: 11, day: 23).orThrow()
        time = try TimeOfDay(hour: 12, minute: 0).orThrow()
    }

    /// Sets it to a moment.
    package func show(_ moment: ProgrammeMoment) { (today, time) = (moment.date, moment.time) }
}

package struct Missing: Error {}

extension Optional {
    package func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
