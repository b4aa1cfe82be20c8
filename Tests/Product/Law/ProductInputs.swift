package import Foundation

/// Documents that operations are tried on.
package struct ProductInputs: Sendable {
    package let name: String
    package let paths: [String]

    /// `$STENO_SHARED`, or the folder beside the project.
    package static let shared =
        ProcessInfo.processInfo.environment["STENO_SHARED"].map { URL(filePath: $0) }
        ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
        .standardizedFileURL

    /// Inputs that are there: of Asciidoctor's tests, of reports, of days and the corpus.
    ///
    /// - Parameter stride: every how many-th document is taken.
    package static func all(stride: Int) -> [ProductInputs] {
        let sets = [
            ("tck", "tck/asciidoctor-inputs", stride), ("reports", "reports", 1), ("days", "days", 1),
            ("corpus", "corpus", stride),
        ]
        return sets.map { name, folder, stride in
            let paths = documents(in: shared.appending(path: folder))
            return ProductInputs(
                name: name, paths: paths.enumerated().filter { $0.offset % stride == stride / 2 }.map(\.element))
        }
    }

    package init(name: String, paths: [String]) {
        self.name = name
        self.paths = paths
    }

    /// Documents that end the process: `scripts/operations` names those that it meets and goes on without them.
    private static let skipped =
        ProcessInfo.processInfo.environment["STENO_SKIP"]?.split(separator: ":").map(String.init) ?? []

    private static func documents(in folder: URL) -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let paths = files?.compactMap { ($0 as? URL)?.path() } ?? []
        if paths.isEmpty { print("skipped: nothing at \(folder.path())") }
        return paths.filter { path in
            (path.hasSuffix(".adoc") || path.hasSuffix(".asciidoc")) && !skipped.contains { path.hasSuffix("/" + $0) }
        }.sorted()
    }
}
