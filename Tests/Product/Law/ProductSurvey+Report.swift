package import Foundation

extension ProductSurvey {
    package var problems: [Outcome] {
        outcomes.filter { $0.problem != nil }.sorted { $0.run.before.count < $1.run.before.count }
    }

    /// Refused though it must be taken.
    package var forbiddenRefusals: [Outcome] {
        outcomes.filter { $0.run.isRefused && $0.run.operation.isAlwaysTaken }
    }

    /// Lines for every operation: how often, and how often it came out how.
    package var table: String {
        let verdicts = Outcome.Verdict.allCases
        let head = ["operation", "tried"] + verdicts.map(\.rawValue) + ["as typed of taken"]
        let names = outcomes.map(\.run.operation.name).uniqued
        let rows = names.map { name in row(name, outcomes.filter { $0.run.operation.name == name }) }
        return ([head] + rows + [row("all", outcomes)]).map(Self.line).joined(separator: "\n")
    }

    private func row(_ name: String, _ outcomes: [Outcome]) -> [String] {
        let counts = Outcome.Verdict.allCases.map { verdict in outcomes.count { $0.verdict == verdict } }
        let taken = outcomes.count { !$0.run.isRefused }
        let share = taken == 0 ? "-" : String(format: "%.2f %%", Double(counts[0]) / Double(taken) * 100)
        return [name, String(outcomes.count)] + counts.map(String.init) + [share]
    }

    private static func line(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            let pad = String(repeating: " ", count: max(0, (index == 0 ? 14 : 9) - cell.count))
            return index == 0 ? cell + pad : pad + cell
        }.joined(separator: " ")
    }

    /// Why lines were refused, the most frequent first.
    package var refusals: String {
        let reasons = outcomes.filter(\.run.isRefused).map { "\($0.run.operation.name): \($0.run.refusal ?? "")" }
        return Dictionary(grouping: reasons) { $0 }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(40).map { "\($0.value.count)\t\($0.key.prefix(120))" }.joined(separator: "\n")
    }

    /// Writes the smallest documents with problems below `folder`, and their diagnoses.
    ///
    /// - Parameter limit: how many of each operation.
    package func write(to folder: URL, limit: Int) throws {
        var counts: [String: Int] = [:]
        for outcome in problems {
            let name = outcome.run.operation.name.replacing(":", with: "").replacing(", ", with: "-")
                .replacing(" ", with: "").replacing(".n", with: "numbered")
            let number = counts[name, default: 0]
            guard number < limit else { continue }
            counts[name] = number + 1
            let place = folder.appending(path: name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let file = place.appending(path: "\(outcome.verdict.rawValue)-\(number)")
            try Data(outcome.run.before).write(to: file.appendingPathExtension("adoc"))
            try Data(outcome.shown.utf8).write(to: file.appendingPathExtension("txt"))
        }
    }
}

extension [String] {
    /// Each one once, in the order of the first.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
