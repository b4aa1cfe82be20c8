public import ArgumentParser
import AsciiDoc
public import AsciiDocLint
import Dispatch
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

        @Option(help: "As lines, as annotations of GitHub Actions, or as SARIF 2.1.0.")
        var format = CheckOptions.Format.text

        @Option(help: "Report nothing milder.")
        var level = Diagnostic.Severity.warning

        @Flag(help: "Put right what can be put right safely, in the files; says in which lines.")
        var fix = false

        @Flag(help: "List the rules.")
        var rules = false

        @OptionGroup var given: AttributeOptions

        @Argument(
            help: ArgumentHelp(
                "Files, or folders with all AsciiDoc files in them; - is standard input.", valueName: "file"))
        var files: [String] = []

        private var options: CheckOptions {
            var options = CheckOptions()
            (options.format, options.level, options.fixes, options.attributes) = (format, level, fix, given.values)
            return options
        }

        private var language: Language { Language(environment: { Environment.process[$0] }) }

        func validate() throws {
            if files.isEmpty, !rules { throw ValidationError("Missing expected argument '<file> ...'") }
            if fix, files.contains("-") { throw ValidationError(Message.cannotFixInput.text(language)) }
        }

        func run() throws {
            let wording = Message.wording(in: language)
            if rules { return write(DiagnosticRule.list(wording)) }
            var reports: [DiagnosticReport] = []
            var (failed, found) = (false, false)
            for batch in batches(of: files.flatMap { paths(below: $0, &failed) }) {
                for result in look(at: batch) {
                    do throws(StoreError) {
                        let report = try result.get()
                        found = found || !report.diagnostics.isEmpty
                        switch format {
                        case .sarif: reports.append(report)
                        case .github: write(report.annotations(wording))
                        case .text: write(report.lines(wording))
                        }
                    } catch {
                        failed = true
                        complain(Message(error))
                    }
                }
            }
            if format == .sarif {
                let log = SarifLog(reports, version: Release.version, wording: wording)
                Terminal.write(log.bytes + [UInt8(ascii: "\n")])
            }
            if failed || found { throw ExitCode(failed ? 2 : 1) }
        }

        private func write(_ lines: [String]) {
            Terminal.write(lines.map { DisplayText.safe($0) + "\n" }.joined())
        }

        private func complain(_ message: Message) {
            Terminal.complain("steno: " + DisplayText.safe(message.text(language)) + "\n")
        }

        /// The files that an argument names.
        private func paths(below file: String, _ failed: inout Bool) -> [String] {
            let disk = Disk()
            guard file != "-", disk.isFolder(file) else { return [file] }
            let reader = SourceListing<StoreError>.Reader(
                names: { (folder) throws(StoreError) in try disk.namesIfPresent(in: folder) },
                kind: { path in
                    guard disk.isFolder(path) else { return .file }
                    return disk.isFolder(path, followingLinks: false) ? .folder : .linkedFolder
                })
            let listing = SourceListing(of: file, reader: reader)
            for error in listing.errors {
                failed = true
                complain(Message(error))
            }
            if listing.files.isEmpty, listing.errors.isEmpty { complain(.noFiles(file)) }
            return listing.files
        }

        /// Files are read so many at a time: what was found in the first ones is said before the last ones are read.
        private func batches(of files: [String]) -> [ArraySlice<String>] {
            stride(from: 0, to: files.count, by: 64).map { files[$0..<min($0 + 64, files.count)] }
        }

        /// Looks at files, on all cores.
        ///
        /// - Returns: what was found, in the order of the files.
        private func look(at files: ArraySlice<String>) -> [Result<DiagnosticReport, StoreError>] {
            // What is put right is said as it happens.
            if fix || files.count == 1 {
                return files.map { file in
                    Result { () throws(StoreError) in try fixed(file) }
                }
            }
            let (options, files) = (options, Array(files))
            return [Result<DiagnosticReport, StoreError>](unsafeUninitializedCapacity: files.count) { results, count in
                nonisolated(unsafe) let results = results
                DispatchQueue.concurrentPerform(iterations: files.count) { index in
                    let result = Result { () throws(StoreError) in
                        try Self.report(on: Self.document(files[index]), files[index], options)
                    }
                    results.initializeElement(at: index, to: result)
                }
                count = files.count
            }
        }

        private static func document(_ file: String) throws(StoreError) -> Document {
            let disk = Disk()
            return Document(
                parsing: file == "-" ? try disk.readStandardInput(limit: 1 << 30) : try disk.read(file, limit: 1 << 30))
        }

        private static func report(
            on document: Document, _ file: String, _ options: CheckOptions
        ) -> DiagnosticReport {
            let report = options.check(fileExists: exists).report(on: document, file: file == "-" ? "" : file)
            return DiagnosticReport(file: file, diagnostics: report.diagnostics)
        }

        private static func exists(_ path: String) -> Bool { Disk().exists(path, followingLinks: true) }

        /// Looks at one file, after what can be put right is where that is asked for.
        private func fixed(_ file: String) throws(StoreError) -> DiagnosticReport {
            var document = try Self.document(file)
            if fix {
                let (fixed, findings) = options.check(fileExists: Self.exists).fixed(document, file: file)
                if !findings.isEmpty {
                    try Disk().write(file, fixed.source)
                    complain(.fixed(file, findings.map { ($0.line, $0.rule) }))
                }
                document = fixed
            }
            return Self.report(on: document, file, options)
        }
    }
}

extension CheckOptions.Format: ExpressibleByArgument {}
extension Diagnostic.Severity: ExpressibleByArgument {}
