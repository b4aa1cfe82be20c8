import Files
import LineEditor
import Notebook
import Shell

/// `$VISUAL` or `$EDITOR` on a part of the day.
struct ExternalEditor {
    private let program: Program

    init(_ program: Program) { self.program = program }

    /// What came of it.
    enum Outcome {
        case finished(Response)
        /// The program may be open in a window of its own: what is saved there comes later.
        ///
        /// - Parameter isSaid: it came back before anybody could have closed it.
        case goesOn(EditInWindow, isSaid: Bool)
    }

    /// An editor that was open that long, in milliseconds, was closed by the user.
    private static let least = 2000
    /// Nobody opens and closes an editor as fast, in milliseconds.
    private static let tooFast = 500

    /// Lets the user edit the text, and takes over what comes back.
    ///
    /// The file with the text is removed only when the day has it.
    func edit(_ request: EditRequest, handingOver editor: LineEditor) throws -> Outcome {
        let path = try newPath()
        try Disk().write(path, Array(request.text.utf8))
        let before = try Disk().status(path)
        let clock = program.session.services.clock
        let start = clock.milliseconds()
        guard editor.withTerminalHandedOver({ succeeds(on: path) }) else {
            throw Refusal(.editorFailed(command, keptIn: path))
        }
        let bytes = try Disk().read(path, limit: EditInWindow.largest)
        let passed = clock.milliseconds() - start
        // Whoever saved has been there, whatever the text is.
        if passed < Self.least, try Disk().status(path).hasSameContents(as: before) {
            return .goesOn(EditInWindow(request, path: path, editor: command), isSaid: passed < Self.tooFast)
        }
        let finished = try program.session.finish(request, with: bytes, keptIn: path)
        try Disk().unlinkIfPresent(path)
        return .finished(finished.response)
    }

    private var command: String { program.environment["VISUAL"] ?? program.environment["EDITOR"] ?? "vi" }

    /// A file that is not there: what an earlier edit left after is not written over.
    private func newPath() throws(StoreError) -> String {
        let (disk, stem) = (Disk(), program.stateFolder + "/edit-\(program.environment.process)")
        try disk.makeFolders(program.stateFolder, mode: 0o700)
        var (number, path) = (1, stem + ".adoc")
        while disk.exists(path) {
            number += 1
            path = stem + "-\(number).adoc"
        }
        return path
    }

    /// A shell reads the command, as it does for other programs (`'/opt/my editor/ed' -w`); the path it does not.
    private func succeeds(on path: String) -> Bool {
        let shell = Subprocess(path: "/bin/sh", arguments: ["-c", command + " \"$@\"", command, path])
        do throws(StoreError) { return try shell.runInForeground() == 0 } catch { return false }
    }
}

/// A text that is open in the window of another program, which saves it whenever the user wants.
struct EditInWindow {
    private(set) var request: EditRequest
    let path: String
    let editor: String
    /// What the file had when it was last taken over, or refused.
    private var taken: [UInt8]
    /// What it had when it was last looked at: a program may be in the middle of writing.
    private var seen: [UInt8]

    /// Bytes.
    static let largest = 1 << 30

    init(_ request: EditRequest, path: String, editor: String) {
        (self.request, self.path, self.editor) = (request, path, editor)
        taken = Array(request.text.utf8)
        seen = taken
    }

    /// What was saved since, once it stays the same; nil: nothing.
    ///
    /// - Parameter isLast: nobody will look again.
    mutating func takeSaved(isLast: Bool = false) -> [UInt8]? {
        let bytes: [UInt8]
        do throws(StoreError) { bytes = try Disk().read(path, limit: Self.largest) } catch { return nil }
        defer { seen = bytes }
        guard bytes != taken, isLast || bytes == seen, !bytes.isEmpty else { return nil }
        taken = bytes
        return bytes
    }

    mutating func goOn(with request: EditRequest) { self.request = request }
}
