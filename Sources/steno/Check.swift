import ArgumentParser
import AsciiDoc
import Notebook
import Publishing
import Shell

extension Steno {
    /// `steno check FILE…`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what of AsciiDoc files would render wrongly or surprise.",
            discussion:
                "Prints FILE:LINE:COLUMN, what is wrong and the rule's name. The exit status is 1 when something is.")

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, github, sarif
        }

        @Option(help: "As lines, as annotations of GitHub Actions, or as SARIF.")
        var format = Format.text

        @Flag(help: "Put right what can be put right safely, in the files.")
        var fix = false

        @Argument(help: ArgumentHelp("The files.", valueName: "file"))
        var files: [String]

        func run() throws {
            var reports: [DiagnosticReport] = []
            var failed = false
            for file in files {
                do throws(StoreError) {
                    reports.append(try report(on: file))
                } catch {
                    failed = true
                    Terminal.complain("steno: " + DisplayText.safe(Message(error).text(.english)) + "\n")
                }
            }
            Terminal.write(DiagnosticReport.text(of: reports, format: format))
            if failed || reports.contains(where: { !$0.diagnostics.isEmpty }) { throw ExitCode(1) }
        }

        private func report(on file: String) throws(StoreError) -> DiagnosticReport {
            let source = try Files.read(file, limit: 1 << 30)
            var document = Document(parsing: source)
            if fix {
                let (fixed, count) = document.fixed()
                if count > 0 { try Files.write(file, fixed.source) }
                document = fixed
            }
            let folder = Notebook.folder(of: file)
            return DiagnosticReport(file: file, diagnostics: document.diagnostics { Files.exists(folder + "/" + $0) })
        }
    }
}
