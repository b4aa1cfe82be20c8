import ArgumentParser
import AsciiDoc
import Files
import Notebook
import Shell

extension Steno {
    /// `steno check FILE…`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what of AsciiDoc files would render wrongly or surprise.",
            discussion: """
                Prints FILE:LINE:COLUMN, how bad it is, what is wrong and the rule's name; “(--fix)” where that puts it \
                right. Silent when all is well.

                Exit status: 0 when nothing is reported, 1 when something is, 2 when a file cannot be read or written.
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, github, sarif
        }

        enum Level: String, ExpressibleByArgument, CaseIterable {
            case note, warning, error

            var severity: Diagnostic.Severity {
                switch self {
                case .note: .note
                case .warning: .warning
                case .error: .error
                }
            }
        }

        @Option(help: "As lines, as annotations of GitHub Actions, or as SARIF 2.1.0.")
        var format = Format.text

        @Option(help: "Report nothing milder.")
        var level = Level.warning

        @Flag(help: "Put right what can be put right safely, in the files; says in which lines.")
        var fix = false

        @Flag(help: "List the rules.")
        var rules = false

        @OptionGroup var given: AttributeOptions

        @Argument(
            help: ArgumentHelp(
                "Files, or folders with all AsciiDoc files in them; - is standard input.", valueName: "file"))
        var files: [String] = []

        private var language: Language { Language(environment: { Environment.process[$0] }) }

        func validate() throws {
            if files.isEmpty, !rules { throw ValidationError("Missing expected argument '<file> ...'") }
            if fix, files.contains("-") { throw ValidationError(Message.cannotFixInput.text(language)) }
        }

        func run() throws {
            if rules { return Terminal.write(DiagnosticReport.rules(in: language)) }
            var reports: [DiagnosticReport] = []
            var (failed, found) = (false, false)
            for file in files.flatMap({ paths(below: $0, &failed) }) {
                do throws(StoreError) {
                    let report = try report(on: file)
                    found = found || !report.diagnostics.isEmpty
                    if format == .sarif { reports.append(report) } else { Terminal.write(report.text(as: format)) }
                } catch {
                    failed = true
                    complain(Message(error))
                }
            }
            if format == .sarif { Terminal.write(SarifLog(reports).text) }
            if failed || found { throw ExitCode(failed ? 2 : 1) }
        }

        private func complain(_ message: Message) {
            Terminal.complain("steno: " + DisplayText.safe(message.text(language)) + "\n")
        }

        /// The files that an argument names.
        private func paths(below file: String, _ failed: inout Bool) -> [String] {
            guard file != "-", Disk().isFolder(file) else { return [file] }
            let listing = SourceListing(of: file)
            for error in listing.errors {
                failed = true
                complain(Message(error))
            }
            if listing.files.isEmpty, listing.errors.isEmpty { complain(.noFiles(file)) }
            return listing.files
        }

        private func report(on file: String) throws(StoreError) -> DiagnosticReport {
            let isInput = file == "-"
            let source = isInput ? try Disk().readStandardInput(limit: 1 << 30) : try Disk().read(file, limit: 1 << 30)
            var document = Document(parsing: source)
            let options = options(for: isInput ? "" : file)
            if fix {
                let (fixed, findings) = document.fixed(options)
                if !findings.isEmpty {
                    try Disk().write(file, fixed.source)
                    complain(.fixed(file, findings.map { ($0.line, $0.rule) }))
                }
                document = fixed
            }
            return DiagnosticReport(file: file, diagnostics: document.diagnostics(options), language: language)
        }

        private func options(for file: String) -> DiagnosticOptions {
            var options = DiagnosticOptions(least: level.severity)
            let place = SourcePlace(file)
            options.attributes = given.values
            if !file.isEmpty { options.attributes["docname"] = place.name }
            options.isPart = place.isPart
            options.fileExists = { place.fileExists($0) }
            options.imageExists = { place.imageExists($0) }
            return options
        }
    }
}
