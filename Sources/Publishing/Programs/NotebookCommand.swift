package import Files
package import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `.steno/publish`: whatever program the user put there, made executable, and confirmed on this machine.
///
/// A notebook that comes from elsewhere may bring such a file, executable or not: what was confirmed is kept outside of
/// the notebook, as the program's own bytes.
package struct NotebookCommand: Publisher {
    package let path: String
    private let folder: String
    /// Where confirmed programs are remembered.
    private let memory: MachineMemory
    private let search: String
    private let disk: Disk
    private static let largest = 16 << 20

    /// - Parameters:
    ///   - notebook: its folder.
    ///   - state: the folder of what this machine remembers; nil: each run of the shell confirms again.
    ///   - search: folders of programs, as in `$PATH`.
    package init(notebook: String, state: String?, search: String, disk: Disk = Disk()) {
        folder = notebook
        path = notebook + "/.steno/publish"
        memory = MachineMemory(notebook: notebook, state: state, disk: disk)
        self.search = search
        self.disk = disk
    }

    package func command() throws(PublishError) -> PublishCommand {
        do throws(StoreError) {
            if let status = try disk.statusIfPresent(path) {
                let isOwn = status.isRegularFile && status.owner == geteuid() && status.mode & 0o022 == 0
                if isOwn, status.mode & 0o100 != 0 {
                    let contents = try disk.read(path, limit: Self.largest)
                    return PublishCommand(
                        path: path, contents: contents, isConfirmed: try memory.bytes(Self.confirmed) == contents)
                }
            }
        } catch {
            throw .store(error)
        }
        throw disk.exists(path) ? .notExecutable(path: path) : .noCommand(path: path)
    }

    package func confirm(_ command: PublishCommand) throws(PublishError) {
        do throws(StoreError) { try memory.keep(command.contents, as: Self.confirmed) } catch {
            // Where this machine remembers nothing, it is shown each time.
            guard error.code == .notFound else { throw .store(error) }
        }
    }

    /// What this machine calls the bytes of the program that was confirmed.
    private static let confirmed = "publish.confirmed"

    package func run(_ command: PublishCommand, on files: [String], _ progress: ExportProgress) throws(PublishError)
        -> String
    {
        // What runs is what was shown, whatever became of the file meanwhile.
        guard try self.command().contents == command.contents, let shell = Subprocess.find("sh", in: search) else {
            throw .notExecutable(path: path)
        }
        let outcome: Subprocess.Outcome
        do throws(StoreError) {
            let paths = try ([path] + files).map { (file) throws(StoreError) in try disk.resolve(file) }
            outcome = try Subprocess(path: shell, arguments: ["-c", "cd -- \"$0\" && exec \"$@\"", folder] + paths).run(
                isCancelled: progress.isCancelled, tick: { progress.tick(.md, $0) })
        } catch {
            throw .store(error)
        }
        guard case .ended(let result) = outcome, !progress.isCancelled() else { throw .cancelled }
        guard result.status == 0 else {
            throw .failed(path: path, status: result.status, said: result.complaint)
        }
        return String(decoding: result.output, as: UTF8.self)
    }
}
