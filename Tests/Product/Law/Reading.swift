import AsciiDoc
import Foundation

/// A document's blocks as one reader sees them: in document order, without line numbers.
package struct Reading: Equatable, Sendable {
    /// A block as `Tests/Oracle/blocks.rb` prints it, but for its line number.
    package struct Entry: Hashable, Sendable, CustomStringConvertible {
        package let depth: Int
        /// Asciidoctor's context: `item`, `section`, `listing`.
        package let context: String
        /// Style, level, title, marker and texts, as printed.
        package let details: String

        package var description: String { String(repeating: "  ", count: depth) + context + " " + details }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// - Parameter dump: lines of `blocks.rb`.
    package init(dump: [Substring]) {
        entries = Self.withoutIntroductions(Self.entries(dump))
    }

    /// The blocks as they are written: Asciidoctor puts the first blocks of a book's part into one, or makes it of the
    /// only one.
    private static func withoutIntroductions(_ entries: [Entry]) -> [Entry] {
        var introduction = Int.max
        return entries.compactMap { entry in
            if entry.depth <= introduction { introduction = Int.max }
            let depth = entry.depth - (entry.depth > introduction ? 1 : 0)
            guard entry.context == "open", entry.details.hasPrefix("partintro ") else {
                return Entry(depth: depth, context: entry.context, details: entry.details)
            }
            guard entry.strings.isEmpty else {
                return Entry(depth: depth, context: "paragraph", details: "-" + entry.details.dropFirst(9))
            }
            introduction = entry.depth
            return nil
        }
    }

    private static func entries(_ dump: [Substring]) -> [Entry] {
        dump.map { line in
            let depth = line.prefix { $0 == " " }.count / 2
            let fields = line.drop { $0 == " " }.split(separator: " ", maxSplits: 4)
            guard fields.count == 5 else { return Entry(depth: depth, context: "failed", details: String(line)) }
            return Entry(
                depth: depth, context: String(fields[0]), details: "\(fields[1]) \(fields[2]) \(fields[4])")
        }
    }

    /// Whether Asciidoctor gave up on the document.
    package var isFailed: Bool { entries.contains { $0.context == "failed" } }
}

extension Reading.Entry {
    /// The strings of the details, decoded: title, text.
    package var strings: [String] {
        var found: [String] = []
        var rest = details[...]
        while let start = rest.firstIndex(of: "\"") {
            var end = rest.index(after: start)
            while end < rest.endIndex, rest[end] != "\"" {
                end = rest.index(end, offsetBy: rest[end] == "\\" ? 2 : 1, limitedBy: rest.endIndex) ?? rest.endIndex
            }
            let literal = rest[start...(end < rest.endIndex ? end : rest.index(before: rest.endIndex))]
            if let text = try? JSONDecoder().decode(String.self, from: Data(literal.utf8)) { found.append(text) }
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
        }
        return found
    }

    /// Level of a section; nil for another block.
    package var level: Int? {
        context == "section" ? Int(details.split(separator: " ")[1]) : nil
    }

    package var isList: Bool { ["ulist", "olist", "dlist", "colist"].contains(context) }
}

/// The reference implementation as the reader of many files: one process for all.
package enum Asciidoctor {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Oracle/blocks.rb").standardizedFileURL.path()

    package static let isInstalled: Bool = {
        (try? launch(["ruby", "-e", "require 'asciidoctor'"], input: []))?.status == 0
    }()

    /// Ruby ended before it had read every document.
    package struct Failure: Error { let status: Int32 }

    /// - Returns: a reading for every path.
    /// - Throws: ``Failure``.
    package static func read(_ paths: [String]) throws -> [String: Reading] {
        let (status, output) = try launch(["ruby", script], input: paths)
        guard status == 0 else { throw Failure(status: status) }
        var dumps: [String: [Substring]] = [:]
        var path = ""
        for line in output.split(separator: "\n") {
            if line.hasPrefix("### ") {
                path = String(line.dropFirst(4))
            } else {
                dumps[path, default: []].append(line)
            }
        }
        return dumps.mapValues(Reading.init(dump:))
    }

    private static func launch(_ arguments: [String], input: [String]) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "steno-read-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (list, dump) = (folder.appending(path: "paths"), folder.appending(path: "dump"))
        try Data((input.joined(separator: "\n") + "\n").utf8).write(to: list)
        try Data().write(to: dump)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: list)
        process.standardOutput = try FileHandle(forWritingTo: dump)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: dump), as: UTF8.self))
    }
}
