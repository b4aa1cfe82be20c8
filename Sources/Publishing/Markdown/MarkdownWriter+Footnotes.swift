import AsciiDoc
import AsciiDocASG

/// The footnotes of a document, in the order in which they were met.
struct MarkdownFootnotes {
    /// Numbers of those that have a name.
    fileprivate var numbers: [String: Int] = [:]
    fileprivate var texts: [String] = []
}

extension MarkdownWriter {
    mutating func footnote(_ inline: AsgInline) -> String {
        let name = inline.target ?? ""
        if let number = footnotes.numbers[name] { return "[^\(number)]" }
        footnotes.texts.append("")
        let number = footnotes.texts.count
        if !name.isEmpty { footnotes.numbers[name] = number }
        let text =
            inline.inlines.isEmpty ? MarkdownText.escaped(inline.value ?? "") : markdown(inline.inlines, in: .line)
        footnotes.texts[number - 1] = text
        return "[^\(number)]"
    }

    mutating func writeFootnotes() {
        for (index, text) in footnotes.texts.enumerated() {
            lines.write(["[^\(index + 1)]: " + text.replacing("\n", with: " ")])
        }
    }
}
