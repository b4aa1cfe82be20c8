import Files
import Notebook

/// Programs of the machine that make what we do not make ourselves.
struct Tools {
    /// A program that is found at run time.
    struct Program {
        let name: String
        /// The Debian package that has it.
        let package: String
        /// What it is wanted for.
        let format: ExportFormat
    }

    /// Where programs are looked for, as in `$PATH`.
    let search: String
    let progress: ExportProgress
    let disk: Disk

    func has(_ program: Program) -> Bool { Subprocess.find(program.name, in: search) != nil }

    /// Runs a program on an input. Returns what it prints.
    func run(_ program: Program, _ arguments: [String], input: [UInt8] = []) throws(ExportError) -> [UInt8] {
        guard let path = Subprocess.find(program.name, in: search) else {
            throw .noProgram(program.name, format: program.format, install: "sudo apt install \(program.package)")
        }
        let result: Subprocess.Result?
        do throws(StoreError) {
            result = try Subprocess(path: path, arguments: arguments).run(
                input: input, isCancelled: progress.isCancelled, tick: { progress.tick(program.format, $0) })
        } catch {
            throw .store(error)
        }
        // The program may have heard of Ctrl-C first.
        guard let result, !progress.isCancelled() else { throw .cancelled }
        guard result.status == 0 else {
            let said = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").last.map(String.init)
            throw .failed(program.name, status: result.status, said: said ?? "")
        }
        return result.output
    }
}
