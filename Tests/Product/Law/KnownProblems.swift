import Foundation

/// Lines that are known to come out wrong, each with its document: the list may only shrink.
package struct KnownProblems: Sendable {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../known-problems.txt").standardizedFileURL

    private let names: Set<String>

    package init() throws {
        let text = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
        names = Set(text.split(separator: "\n").map(String.init))
    }

    private static func name(of outcome: ProductSurvey.Outcome) -> String {
        let folder = ProductInputs.shared.path()
        let path =
            outcome.run.input.hasPrefix(folder) ? String(outcome.run.input.dropFirst(folder.count)) : outcome.run.input
        return "\(outcome.run.operation.name)\t\(path.drop { $0 == "/" })"
    }

    /// Problems that are not in the list, the smallest documents first.
    package func unknown(in survey: ProductSurvey) -> [ProductSurvey.Outcome] {
        survey.problems.filter { !names.contains(Self.name(of: $0)) }
    }

    /// Lines of the list that come out right now.
    package func solved(in survey: ProductSurvey) -> [String] {
        survey.outcomes.filter { $0.problem == nil }.map(Self.name).filter(names.contains)
    }

    /// Takes a survey of documents into the list: their lines are those of the survey then.
    package func write(_ survey: ProductSurvey) throws {
        let tried = Set(survey.outcomes.map(Self.name))
        let kept = names.subtracting(tried).union(survey.problems.map(Self.name))
        try Data(kept.sorted().map { $0 + "\n" }.joined().utf8).write(to: Self.file)
    }
}
