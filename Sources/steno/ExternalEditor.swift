import Files
import LineEditor
import Notebook
import Shell

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `$VISUAL` or `$EDITOR` on a part of the day.
struct ExternalEditor {
    private let program: Program

    init(_ program: Program) { self.program = program }

    /// Lets the user edit the text, and takes over what comes back.
    ///
    /// The file with the text is removed only when the day has it.
    func edit(_ request: EditRequest, handingOver editor: LineEditor) throws -> Response {
        let path = program.stateFolder + "/edit-\(program.environment.process).adoc"
        try Disk().write(path, Array(request.text.utf8))
        let status = editor.withTerminalHandedOver { run(path) }
        guard status == 0 else { throw Refusal(.editorFailed(command, keptIn: path)) }
        let text = String(decoding: try Disk().read(path, limit: 1 << 30), as: UTF8.self)
        let response = try program.session.finish(request, with: text, keptIn: path)
        try Disk().unlinkIfPresent(path)
        return response
    }

    private var command: String { program.environment["VISUAL"] ?? program.environment["EDITOR"] ?? "vi" }

    /// The command may have arguments (`code --wait`); the path is one of its own, never read by a shell.
    private func run(_ path: String) -> Int32 {
        var process = pid_t()
        let words = command.split(separator: " ").map(String.init) + [path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
        return status
    }
}
