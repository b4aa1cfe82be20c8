import Notebook
import Shell

/// The read-evaluate-print loop on a terminal.
struct TerminalLoop {
    let program: Program
    let plain: Bool

    func run() -> Int32 { 1 }
}
