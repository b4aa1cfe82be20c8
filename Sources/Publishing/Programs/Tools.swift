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

    /// Seconds after which a program is taken for one that never ends.
    private static let patience = 600

    func has(_ program: Program) -> Bool { Subprocess.find(program.name, in: search) != nil }

    /// Why a program cannot be run, and what to do about it.
    static func isMissing(_ program: Program) -> ExportError {
        .noProgram(program.name, format: program.format, install: "sudo apt install \(program.package)")
    }

    /// Runs a program on an input. Returns what it prints.
    func run(_ program: Program, _ arguments: [String], input: [UInt8] = []) throws(ExportError) -> [UInt8] {
        guard let path = Subprocess.find(program.name, in: search) else { throw Self.isMissing(program) }
        var command = Subprocess(path: path, arguments: arguments)
        command.timeLimit = Self.patience
        let outcome: Subprocess.Outcome
        do throws(StoreError) {
            outcome = try command.run(
                input: input, isCancelled: progress.isCancelled, tick: { progress.tick(program.format, $0) })
        } catch {
            throw .store(error)
        }
        // The program may have heard of Ctrl-C first.
        guard !progress.isCancelled() else { throw .cancelled }
        guard case .ended(let result) = outcome else { throw .stopped(program.name) }
        guard result.status == 0 else {
            throw .failed(program.name, status: result.status, said: result.complaint)
        }
        return result.output
    }
}
