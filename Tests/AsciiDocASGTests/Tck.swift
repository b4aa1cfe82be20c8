import Foundation

/// The pairs of input and graph beside the project: the language's official ones, and those of its parsing lab.
struct Tck {
    /// One input and the graph that is expected.
    struct Pair: Sendable {
        let name: String
        let input: [UInt8]
        let output: [UInt8]
        /// Attributes that are given from outside.
        let attributes: [String: String?]
        var isInline: Bool { name.contains("inline/") }
    }

    static let official = pairs(below: "tck/official")
    static let lab = pairs(below: "tck/lab")

    private static func pairs(below folder: String) -> [Pair] {
        let root = Fixture.shared.appending(path: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let inputs = (files?.compactMap { ($0 as? URL)?.path() } ?? []).filter { $0.hasSuffix("-input.adoc") }
        if inputs.isEmpty { print("skipped: no pairs at \(root.path())") }
        return inputs.sorted().compactMap { try? pair($0, below: root.path()) }
    }

    private static func pair(_ path: String, below root: String) throws -> Pair {
        let base = String(path.dropLast("-input.adoc".count))
        let config = try? json(Fixture.bytes(base + "-config.json")) as? [String: Any]
        var input = try Fixture.bytes(path)
        if input.last == UInt8(ascii: "\n"), config?["ensureTrailingNewline"] == nil { input.removeLast() }
        let attributes = (config?["options"] as? [String: Any])?["attributes"]
        return Pair(
            name: String(base.dropFirst(root.count)), input: input, output: try Fixture.bytes(base + "-output.json"),
            attributes: external(attributes))
    }

    static func json(_ bytes: [UInt8]) throws -> Any { try JSONSerialization.jsonObject(with: Data(bytes)) }

    /// JSON with its members sorted, to be compared.
    static func sorted(_ bytes: [UInt8]) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: json(bytes), options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    /// `{"name": "value"}`, or `["name=value", "!name"]`.
    private static func external(_ attributes: Any?) -> [String: String?] {
        if let named = attributes as? [String: Any] { return named.mapValues { $0 as? String ?? "" } }
        var result: [String: String?] = [:]
        for entry in attributes as? [String] ?? [] {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            if parts[0].hasPrefix("!") {
                result[String(parts[0].dropFirst())] = .some(nil)
            } else {
                result[parts[0]] = parts.count == 2 ? parts[1] : ""
            }
        }
        return result
    }
}

/// What of a graph is compared with the lab's older dialect: structure, titles and text.
enum LabForm {
    private static let fields = ["name", "variant", "form", "delimiter", "marker", "level", "target"]

    static func text(_ inlines: Any?) -> String {
        (inlines as? [[String: Any]] ?? []).map { $0["value"] as? String ?? text($0["inlines"]) }.joined()
    }

    /// The block and those below it, a line each.
    static func lines(_ block: [String: Any], depth: Int = 0) -> [String] {
        let name = block["name"] as? String ?? ""
        if name == "attributes" { return [] }
        let children = (block["items"] ?? block["blocks"]) as? [[String: Any]] ?? []
        // The schema dropped the block around a document's first paragraphs.
        if name == "preamble" { return children.flatMap { lines($0, depth: depth) } }
        let isHeading = name == "section" || name == "heading"
        let shown = fields.filter { !isHeading || $0 != "marker" }.compactMap { field in
            block[field].map { "\(field)=\($0)" }
        }
        let texts = ["title", "principal", "inlines"].map { text(block[$0]) }
        let terms = (block["terms"] as? [Any] ?? []).map(text)
        let header = block["header"] as? [String: Any]
        let authors = (header?["authors"] as? [[String: Any]] ?? []).map { $0.map { "\($0)=\($1)" }.sorted() }
        let line =
            "\(String(repeating: "  ", count: depth))\(shown) \(texts) \(terms) \(text(header?["title"])) \(authors)"
        return [line] + children.flatMap { lines($0, depth: depth + 1) }
    }
}
