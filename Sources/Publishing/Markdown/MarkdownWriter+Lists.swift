import AsciiDoc
import AsciiDocASG
import Notebook

extension MarkdownWriter {
    mutating func openList(_ block: SemanticBlock) {
        let isOrdered = block.context == .orderedList || block.context == .calloutList
        let parent = containers.count - 1
        // Lists of the same kind that touch are one, unless their markers differ.
        let usual = isOrdered ? "." : "-"
        let marker = containers[parent].lastList == usual ? (isOrdered ? ")" : "*") : usual
        containers[parent].lastList = marker
        let metadata = reader.metadata(of: block)
        let hasAbove = block.title != nil || !anchor().isEmpty
        writeTitle(of: block)
        if isOrdered, block.context == .orderedList, block.style != "arabic", block.style != "decimal" {
            lose(.listStyle)
        }
        if block.context == .descriptionList { lose(.descriptionList) }
        var list = Container(depth: block.depth, context: block.context)
        list.marker = marker
        list.number = metadata["start"].flatMap { Int($0) } ?? 1
        list.isLoose = isLoose(at: index)
        let joins = containers[parent].context == .item && !hasAbove && !isLooseItem(parent) && interrupts(list)
        containers.append(list)
        if joins { lines.join() }
    }

    /// Whether a list's first line ends a paragraph before it without a blank line.
    private func interrupts(_ list: Container) -> Bool {
        let next = index + 1 < reader.view.blocks.count ? reader.view.blocks[index + 1] : nil
        return (list.context != .orderedList || list.number == 1) && next?.text?.isEmpty == false
    }

    private func isLooseItem(_ item: Int) -> Bool { item > 0 && containers[item - 1].isLoose }

    /// A list whose items hold more than text and lists is easier to read with blank lines.
    private func isLoose(at index: Int) -> Bool {
        let list = reader.view.blocks[index]
        for block in reader.view.blocks[(index + 1)...] {
            if block.depth <= list.depth { return false }
            if block.depth == list.depth + 2, !block.context.isList { return true }
        }
        return false
    }

    mutating func writeItem(_ block: SemanticBlock) {
        if block.marker == nil { return writeDescription(block) }
        openItem(depth: block.depth)
        let text = Self.withoutBreak(text(of: block))
        let metadata = reader.metadata(of: block)
        let isBox = metadata["checkbox"] != nil
        var written = MarkdownText.lines(text)
        if isBox { written[0] = (metadata["checked"] == nil ? "[ ] " : "[x] ") + written[0] }
        if written != [""] || isBox { lines.write(written) }
    }

    /// Begins an item of the innermost list.
    private mutating func openItem(depth: Int) {
        let list = containers.count - 1
        if containers[list].hasItems, !containers[list].isLoose { lines.join() }
        let isOrdered = containers[list].context == .orderedList || containers[list].context == .calloutList
        let marker = containers[list].marker
        let sign = isOrdered ? "\(max(0, containers[list].number))" + marker + " " : marker + " "
        containers[list].number &+= 1
        containers[list].hasItems = true
        var item = Container(depth: depth, context: .item)
        if lines.depth < Self.deepest {
            lines.open(first: sign, rest: String(repeating: " ", count: sign.count))
            item.hasPrefix = true
        } else {
            lose(.nesting)
        }
        containers.append(item)
    }

    // MARK: Terms

    mutating func addTerm(_ block: SemanticBlock) {
        terms.append(anchor() + strong(markdown(reader.inlines(of: (block.text ?? "").trimmingSpaces), in: .line)))
    }

    /// Terms without a description.
    mutating func writeTerms() {
        guard !terms.isEmpty else { return }
        while containers.count > 1, containers.last?.context != .descriptionList {
            guard let last = containers.popLast() else { break }
            if last.hasPrefix { lines.close() }
        }
        openItem(depth: (containers.last?.depth ?? 0) + 1)
        writeParagraph(takeTerms())
    }

    private mutating func takeTerms() -> String {
        defer { terms = [] }
        return terms.joined(separator: "\\\n")
    }

    private mutating func writeDescription(_ block: SemanticBlock) {
        openItem(depth: block.depth)
        let term = takeTerms()
        let text = block.text == nil ? "" : text(of: block)
        writeParagraph([term, text].filter { !$0.isEmpty }.joined(separator: "\\\n"))
    }
}
