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
    /// Where confirmed programs are remembered; nil: each run of the shell confirms again.
    private let state: String?
    private let search: String
    private let disk: Disk
    private static let largest = 16 << 20

    /// - Parameters:
    ///   - notebook: its folder.
    ///   - state: the folder of what this machine remembers.
    ///   - search: folders of programs, as in `$PATH`.
    package init(notebook: String, state: String?, search: String, disk: Disk = Disk()) {
        folder = notebook
        path = notebook + "/.steno/publish"
        self.state = state
        self.search = search
        self.disk = disk
    }

    package func command() throws(PublishError) -> PublishCommand {
        do throws(StoreError) {
            if let status = try disk.statusIfPresent(path) {
                let isOwn = status.isRegularFile && status.owner == geteuid() && status.mode & 0o022 == 0
                if isOwn, status.mode & 0o100 != 0 {
                    let contents = try disk.read(path, limit: Self.largest)
                    return PublishCommand(path: path, contents: contents, isConfirmed: try isConfirmed(contents))
                }
            }
        } catch {
            throw .store(error)
        }
        throw disk.exists(path) ? .notExecutable(path: path) : .noCommand(path: path)
    }

    package func confirm(_ command: PublishCommand) throws(PublishError) {
        guard let memory = memory() else { return }
        do throws(StoreError) { try disk.write(memory, command.contents) } catch { throw .store(error) }
    }

    private func isConfirmed(_ contents: [UInt8]) throws(StoreError) -> Bool {
        guard let memory = memory(), disk.exists(memory) else { return false }
        return try disk.read(memory, limit: Self.largest) == contents
    }

    /// Where this notebook's program is remembered: its path, so that no other notebook has it.
    private func memory() -> String? {
        guard let state else { return nil }
        do throws(StoreError) {
            let name = try disk.resolve(path).utf8.map { byte in
                let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
            }.joined()
            return name.utf8.count < 240 ? "\(state)/publish/\(name)" : nil
        } catch {
            return nil
        }
    }

    package func run(_ command: PublishCommand, on files: [String], _ progress: ExportProgress) throws(PublishError)
        -> String
    {
        // What runs is what was shown, whatever became of the file meanwhile.
        guard try self.command().contents == command.contents, let shell = Subprocess.find("sh", in: search) else {
            throw .notExecutable(path: path)
        }
        let result: Subprocess.Result?
        do throws(StoreError) {
            let paths = try ([path] + files).map { (file) throws(StoreError) in try disk.resolve(file) }
            result = try Subprocess(path: shell, arguments: ["-c", "cd -- \"$0\" && exec \"$@\"", folder] + paths).run(
                isCancelled: progress.isCancelled, tick: { progress.tick(.md, $0) })
        } catch {
            throw .store(error)
        }
        guard let result, !progress.isCancelled() else { throw .cancelled }
        let said = String(decoding: result.status == 0 ? result.output : result.errors, as: UTF8.self)
        guard result.status == 0 else {
            let last = said.split(separator: "\n").last.map(String.init)
            throw .failed(path: path, status: result.status, said: last ?? "")
        }
        return said
    }
}
