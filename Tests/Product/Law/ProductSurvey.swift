import AsciiDoc
import Foundation

/// Operations tried on documents, and what came out.
package struct ProductSurvey: Sendable {
    /// One line on one document.
    package struct Outcome: Sendable {
        package let run: ProductRun
        /// What is wrong; nil: nothing.
        package let problem: String?
        /// Whether Steno and Asciidoctor read the document alike before.
        package let isReadAlike: Bool
        package let before: Reading
        package let after: Reading
    }

    package private(set) var outcomes: [Outcome] = []
    private let operations: [ProductOperation]
    /// Documents that are read by Asciidoctor together.
    private static let chunk = 64

    package init(_ operations: [ProductOperation] = ProductOperation.all) { self.operations = operations }

    /// Tries every operation on every document.
    package mutating func add(_ inputs: ProductInputs) throws {
        var rest = inputs.paths[...]
        while !rest.isEmpty {
            try add(Array(rest.prefix(Self.chunk)))
            rest = rest.dropFirst(Self.chunk)
        }
    }

    private mutating func add(_ paths: [String]) throws {
        let readings = try Asciidoctor.read(paths)
        let folder = FileManager.default.temporaryDirectory.appending(path: "steno-law-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var runs: [(run: ProductRun, path: String)] = []
        for path in paths {
            if Self.isTracing { FileHandle.standardError.write(Data("\(path)\n".utf8)) }
            let source = Array(try Data(contentsOf: URL(filePath: path)))
            let word = readings[path].flatMap(Self.word) ?? "nothing"
            for operation in operations {
                let run = try ProductRun(operation, on: source, of: path, word: word)
                let file = folder.appending(path: "\(runs.count).adoc")
                if run.after != source { try Data(run.after).write(to: file) }
                runs.append((run, run.after == source ? path : file.path()))
            }
        }
        let after = try Asciidoctor.read(runs.map(\.path).filter { readings[$0] == nil })
        let own = Dictionary(uniqueKeysWithValues: paths.map { ($0, Self.ownReading(of: $0)) })
        for (run, path) in runs {
            let before = readings[run.input] ?? Reading([])
            outcomes.append(
                Self.outcome(run, before, after[path] ?? before, isReadAlike: own[run.input] == before))
        }
    }

    private static let isTracing = ProcessInfo.processInfo.environment["STENO_TRACE"] != nil

    private static func ownReading(of path: String) -> Reading {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return Reading([]) }
        return Reading(Document(parsing: Array(data)))
    }

    private static func outcome(
        _ run: ProductRun, _ before: Reading, _ after: Reading, isReadAlike: Bool
    ) -> Outcome {
        var problem = run.fault
        if problem == nil, !run.isRefused { problem = ProductLaw.problem(of: run, before: before, after: after) }
        return Outcome(run: run, problem: problem, isReadAlike: isReadAlike, before: before, after: after)
    }

    /// A word of the last item or paragraph.
    private static func word(in reading: Reading) -> String? {
        let last = reading.entries.last { ["item", "paragraph"].contains($0.context) && !$0.strings.isEmpty }
        return last?.strings.last?.split { !$0.isLetter || !$0.isASCII }.last { $0.count > 3 }.map(String.init)
    }
}

extension ProductSurvey.Outcome {
    package enum Verdict: String, CaseIterable, Sendable {
        case asTyped = "as typed"
        case refused
        case wrong
        /// Wrong, in a document that Steno reads otherwise than Asciidoctor does.
        case misread = "misread"
        /// Undo or a refusal does not leave the bytes as they were.
        case bytes
    }

    package var verdict: Verdict {
        if run.fault != nil { return .bytes }
        if run.isRefused { return .refused }
        if problem == nil { return .asTyped }
        return isReadAlike ? .wrong : .misread
    }

    /// What was typed, what came out and what is wrong with it.
    package var shown: String {
        """
        input: \(run.input)
        typed: \(run.lines.joined(separator: " ⏎ "))
        verdict: \(verdict.rawValue)\(run.refusal.map { ": " + $0 } ?? "")
        \(problem ?? "")
        ──── before
        \(String(decoding: run.before.suffix(1500), as: UTF8.self))
        ──── after
        \(String(decoding: run.after.suffix(1700), as: UTF8.self))
        ──── Asciidoctor, before
        \(before.entries.suffix(25).map(\.description).joined(separator: "\n"))
        ──── Asciidoctor, after
        \(after.entries.suffix(28).map(\.description).joined(separator: "\n"))
        """
    }
}
