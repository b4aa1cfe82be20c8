import AsciiDoc
import Foundation
import Testing

/// Macros and references are found where Asciidoctor finds them, with the same targets, in lines of the corpus.
@Suite("Macros, against Asciidoctor")
struct MacroOracleTests {
    @Test("macros agree", .enabled(if: Asciidoctor.isInstalled, "ruby with asciidoctor is missing"))
    func macrosAgree() throws {
        let texts = InlineOracleTests.corpus
        let input = texts.map { $0.replacingOccurrences(of: "\\", with: "\\\\") + "\n" }.joined()
        let (status, output) = try Asciidoctor.run("inline/macros.rb", input: input)
        #expect(status == 0)
        let theirs = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            $0.split(separator: "\u{1}").map { Self.normalized(String($0)) }.sorted()
        }
        try #require(theirs.count == texts.count)
        let different = zip(texts, theirs).filter { Self.found($0).sorted() != $1 }.map(\.0)
        let summary = "\(different.count) of \(texts.count) differ"
        if ProcessInfo.processInfo.environment["STENO_INLINE_TEXTS"] != nil {
            print(summary, different.prefix(20).joined(separator: "\n"))
        }
        #expect(different.count * 100 <= texts.count, "\(summary): \(different.prefix(10).joined(separator: "\n"))")
    }

    private static func found(_ text: String) -> [String] {
        let source = Array(text.utf8)
        return found(parseInlines(source, in: 0..<source.count), source)
    }

    private static func found(_ inlines: [Inline], _ source: [UInt8]) -> [String] {
        inlines.flatMap { inline in
            let target = inline.target.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
            let own = describe(inline.kind, target).map { [normalized($0)] } ?? []
            return own + found(inline.children, source)
        }
    }

    private static func describe(_ kind: Inline.Kind, _ target: String) -> String? {
        switch kind {
        case .link, .crossReference, .anchor, .image, .icon: "\(kind) \(target)"
        case .email, .mailto: "link mailto:\(target)"
        case .footnote, .lineBreak, .indexTerm, .hiddenIndexTerm: kind.rawValue
        default: nil
        }
    }

    /// Asciidoctor names a document without its extension, and the anchor in it without an empty mark.
    private static func normalized(_ description: String) -> String {
        guard description.hasPrefix("crossReference ") else { return description }
        let whole = description.replacingOccurrences(of: ".adoc", with: "")
            .replacingOccurrences(of: "crossReference #", with: "crossReference ")
        return whole.hasSuffix("#") ? String(whole.dropLast()) : whole
    }
}
