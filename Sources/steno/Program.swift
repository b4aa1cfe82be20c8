import ArgumentParser
import Files
import LineEditor
import Notebook
import Programmes
import Publishing
import Shell
import Storage
import Templates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The composition root: the only place that sees every room.
struct Program {
    let session: Session
    /// The day's file that the command line names.
    private let day: String?
    let environment: Environment

    /// What the command line says of a notebook.
    struct Choice {
        /// The notebook's folder.
        var notebook: String?
        /// The template of new days.
        var template: String?
        /// A notebook's folder or a day's file.
        var path: String?
    }

    init(_ choice: Choice, environment: Environment = .process) throws {
        let path = choice.path
        self.environment = environment
        let isDay = path?.hasSuffix(".adoc") ?? false
        day = isDay ? path : nil
        let folder = choice.notebook ?? (isDay ? path.map(Notebook.folder) : path)
        let notebook = Notebook(folder: folder ?? environment["STENO_NOTEBOOK"] ?? "sessions")
        session = Session(
            notebook: notebook, services: try Self.services(for: notebook, environment),
            language: Language(environment: { environment[$0] }))
        session.keys = KeyHelp.editor
        if let template = choice.template { _ = try session.submit(":set template \(template)") }
    }

    /// The program, or its end with one line that says why it cannot start.
    static func started(_ choice: Choice) throws(ExitCode) -> Program {
        do {
            return try Program(choice)
        } catch {
            let language = Language(environment: { Environment.process[$0] })
            Terminal.complain("steno: " + DisplayText.safe(Message(error).text(language)) + "\n")
            throw ExitCode(1)
        }
    }

    private static func services(for notebook: Notebook, _ environment: Environment) throws -> Services {
        let (clock, disk) = (Clock.system, Disk())
        let days = Notebooks(
            stateFolder: environment.stateFolder(on: disk),
            environment: .init(now: clock.milliseconds, host: environment.host, process: environment.process),
            isPrivate: try isPrivate(notebook, environment))
        let templates = TemplateLibrary(
            folder: notebook.templates,
            disk: TemplateLibrary.Disk(
                names: { (folder) throws(StoreError) in try disk.namesIfPresent(in: folder) },
                read: { (path) throws(StoreError) in try disk.read(path, limit: 1 << 26) },
                write: { (path, bytes) throws(StoreError) in try disk.write(path, bytes) }))
        let trash = TrashFolder(notebook: notebook.folder)
        var services = Services(
            days: days, templates: templates, images: ImageStore(),
            exporter: ExportWriter(notebook: notebook.folder, trash: trash, search: environment["PATH"] ?? ""),
            trash: trash, lists: lists(of: notebook), programmes: programmes(of: notebook), clock: clock,
            home: environment["HOME"] ?? ".", fileExists: { disk.exists($0, followingLinks: true) },
            userName: UserName.find)
        services.progress = Interrupt.progress
        services.clipboard = .system(environment)
        services.backup = GitBackup(search: environment["PATH"] ?? "")
        services.machineLists = machineLists(
            MachineMemory(notebook: notebook.folder, state: environment.stateFolder(on: disk)))
        services.publisher = NotebookCommand(
            notebook: notebook.folder, state: environment.stateFolder(on: disk), search: environment["PATH"] ?? "")
        services.contents = { (path) throws(StoreError) in try disk.read(path, limit: 1 << 30) }
        services.names = { (folder) in
            do throws(StoreError) { return try disk.names(in: folder) } catch { return [] }
        }
        services.beginning = { path in
            do throws(StoreError) { return try disk.open(path, .readThroughLinks).readStart(4096) } catch { return [] }
        }
        return services
    }

    /// Whether all that is written is for its owner only: said for the notebook in `.steno/settings`, or for the program
    /// in STENO_PRIVATE. Images, exports and the trash follow the umask.
    private static func isPrivate(_ notebook: Notebook, _ environment: Environment) throws -> Bool {
        let settings = try lists(of: notebook).read(.settings).map { $0.filter { $0 != " " } }
        guard settings.contains("private=true") || environment["STENO_PRIVATE"] == "1" else { return false }
        umask(0o077)
        return true
    }

    private static func lists(of notebook: Notebook) -> NotebookLists {
        NotebookLists(
            read: { (name) throws(StoreError) in
                do throws(StoreError) {
                    return String(decoding: try Disk().read(notebook.path(name), limit: 1 << 20), as: UTF8.self).lines
                } catch  where error.code == .notFound {
                    return []
                }
            },
            write: { (name, lines) throws(StoreError) in
                try Disk().write(notebook.path(name), Array(lines.map { $0 + "\n" }.joined().utf8))
            })
    }

    private static func machineLists(_ memory: MachineMemory) -> NotebookLists {
        NotebookLists(
            read: { (name) throws(StoreError) in
                try memory.bytes(name.rawValue).map { String(decoding: $0, as: UTF8.self).lines } ?? []
            },
            write: { (name, lines) throws(StoreError) in
                try memory.keep(Array(lines.map { $0 + "\n" }.joined().utf8), as: name.rawValue)
            })
    }

    private static func programmes(of notebook: Notebook) -> ProgrammeShelf {
        let disk = Disk()
        return ProgrammeShelf(
            folder: notebook.path("programmes"), zones: zoneFolder,
            machine: ProgrammeShelf.Machine(
                read: { (path, limit) throws(StoreError) in try disk.read(path, limit: limit) },
                write: { (path, bytes) throws(StoreError) in try disk.write(path, bytes) },
                state: { (path) throws(StoreError) in
                    try disk.statusIfPresent(path, followingLinks: true).map { status in
                        [Int64(bitPattern: status.inode), Int64(status.size), status.modified, status.changed]
                    }
                },
                fetch: { (address, limit) throws(ProgrammeError) in try Download.bytes(of: address, limit: limit) }))
    }

    private static var zoneFolder: String {
        Environment.process["TZDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/usr/share/zoneinfo"
    }

    /// Where histories, refused text and texts for an editor are written: the state folder, or among the notes where
    /// that cannot be used.
    var stateFolder: String {
        let (disk, fallback) = (Disk(), Notebooks.fallbackFolder(of: session.notebook.folder))
        guard let folder = environment.stateFolder(on: disk) else { return fallback }
        do {
            try disk.tryWriting(into: folder)
            return folder
        } catch {
            return fallback
        }
    }

    /// Opens the day that the command line names.
    ///
    /// - Returns: what to show; nil when no day is named.
    func openNamedDay() throws -> Response? { try day.map(session.open(path:)) }

    /// Runs a file's lines; nil: those of standard input.
    func runScript(path: String?, isVerbose: Bool = false) -> Int32 {
        ScriptRunner(program: self, path: path, isVerbose: isVerbose).run()
    }

    func runTerminal(plain: Bool) -> Int32 { TerminalLoop(program: self, plain: plain).run() }

    /// Whether the terminal can do no more than show lines.
    var isDumbTerminal: Bool { ["dumb", nil].contains(environment["TERM"]) }

    /// An error as one line for the user.
    func text(_ error: any Error) -> String {
        let known = (error as? LineEditorError).map(StoreError.init) ?? error
        return DisplayText.safe(Message(known).text(session.language))
    }
}

extension StoreError {
    /// What the system refused the editor: a history file, or the terminal itself.
    fileprivate init(_ error: LineEditorError) {
        switch error {
        case .noHistory(let path, let number): self.init(Code(errno: number), .open, path)
        }
    }
}
