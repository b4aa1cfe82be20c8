import ArgumentParser
import Shell

extension Steno {
    /// `steno reference`: what the documentation is generated with.
    struct Reference: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the shell's commands as documentation.", shouldDisplay: false)

        enum Form: String, ExpressibleByArgument, CaseIterable {
            case markdown, table, keys, manual
        }

        @Option(help: "All commands as a page, or as one table; the keys as a table, or for the manual.")
        var form = Form.markdown

        func run() {
            let reference = CommandReference(.steno)
            switch form {
            case .markdown: print(reference.markdown, terminator: "")
            case .table: print(reference.readmeTable, terminator: "")
            case .keys: print(KeyReference(KeyHelp.editor).markdown, terminator: "")
            case .manual: print(KeyReference(KeyHelp.editor).manual, terminator: "")
            }
        }
    }
}
