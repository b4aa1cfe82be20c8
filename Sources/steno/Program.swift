import Notebook
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

    /// - Parameter path: a notebook's folder or a day's file, as the command line names it.
    init(_ options: NotebookOptions, path: String?, environment: Environment = .process) throws {
        self.environment = environment
        let isDay = path?.hasSuffix(".adoc") ?? false
        day = isDay ? path : nil
        let folder = options.notebook ?? (isDay ? path.map(Notebook.folder) : path)
        let notebook = Notebook(folder: folder ?? environment["STENO_NOTEBOOK"] ?? "sessions")
        session = Session(
            notebook: notebook, services: try Self.services(for: notebook, environment),
            language: Language(environment: { environment[$0] }))
        session.keys = KeyHelp.editor
        if let template = options.template { _ = try session.submit(":set template \(template)") }
    }

    private static func services(for notebook: Notebook, _ environment: Environment) throws -> Services {
        let clock = Clock.system
        let days = Notebooks(
            stateFolder: environment.stateFolder,
            environment: .init(now: clock.milliseconds, host: environment.host, process: environment.process),
            isPrivate: try isPrivate(notebook, environment))
        let templates = TemplateLibrary(
            ownNames: { () throws(StoreError) in try Files.names(in: notebook.templates) },
            own: { (name) throws(StoreError) in try Files.read("\(notebook.templates)/\(name)", limit: 1 << 20) })
        return Services(
            days: days, templates: templates, images: ImageStore(), exporter: FolderExporter(),
            trash: TrashFolder(notebook: notebook.folder), lists: lists(of: notebook), clock: clock,
            home: environment["HOME"] ?? ".")
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
                    return String(decoding: try Files.read(notebook.path(name), limit: 1 << 20), as: UTF8.self).lines
                } catch  where error.code == .notFound {
                    return []
                }
            },
            write: { (name, lines) throws(StoreError) in
                try Files.write(notebook.path(name), Array(lines.map { $0 + "\n" }.joined().utf8))
            })
    }

    /// Opens the day that the command line names.
    ///
    /// - Returns: what to show; nil when no day is named.
    func openNamedDay() throws -> Response? { try day.map(session.open(path:)) }

    /// Runs a file's lines; nil: those of standard input.
    func runScript(path: String?) -> Int32 { ScriptRunner(program: self, path: path).run() }

    func runTerminal(plain: Bool) -> Int32 { TerminalLoop(program: self, plain: plain).run() }

    /// Whether the terminal can do no more than show lines.
    var isDumbTerminal: Bool { ["dumb", nil].contains(environment["TERM"]) }

    /// An error as one line for the user.
    func text(_ error: any Error) -> String { DisplayText.safe(Message(error).text(session.language)) }
}
