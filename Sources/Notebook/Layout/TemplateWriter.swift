package import AsciiDoc

extension Template {
    /// A template made from an existing file: its header, and of its slots one example of everything, with fields in place
    /// of what they say. Nothing is written again: the signs are the file's own.
    ///
    package static func source(learnedFrom document: Document) -> [UInt8] {
        let writer = TemplateWriter(document: document)
        let header = TemplateHeader(document: document, layout: writer.layout).text
        let parts = [header] + writer.examples
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        return Array((text + String(repeating: "\n", count: document.blankLinesAtEnd)).utf8)
    }
}

/// Takes one example of everything out of a file.
private struct TemplateWriter {
    let document: Document
    let layout: Layout
    private let outline: SlotOutline
    private let nodes: [Node]

    init(document: Document) {
        self.document = document
        layout = Layout(learnedFrom: document)
        outline = SlotOutline(of: document)
        nodes = (0..<document.nodeCount).map { document.node($0) }
    }

    // MARK: One of everything

    var examples: [String] {
        let section = layout.speakers.section
        let first = [part, slot, section == .slot ? speakers : nil]
        let second = [abstractHeading, section == .abstract ? speakers : nil, abstract]
        let third = [
            notes, section == .notes ? speakers : nil, bullets(isAnnounced: false), bullets(isAnnounced: true),
        ]
        return (first + second + third + [numbered, image, admonition, quotation]).compactMap { $0?.withOneLineEnd }
    }

    private var part: String? {
        guard let form = layout.parts,
            let entry = outline.entries.first(where: { $0.kind == .part && $0.level == form.level })
        else { return nil }
        return heading(of: document.node(entry.node), form.heading.syntax)
    }

    private var slot: String? {
        guard case .sections(let level) = layout.slots else { return nil }
        guard let entry = outline.slots.first(where: { $0.level == level }) else { return nil }
        return heading(of: document.node(entry.node), layout.heading.syntax)
    }

    private func heading(of section: Node, _ syntax: String) -> String? {
        section.first(.heading).map { replacing($0.contentRange, in: $0.range, with: syntax) }
    }

    private var slotBlocks: [Node] { outline.slots.flatMap { document.node($0.node).blocks } }

    private var speakers: String? {
        let syntax = layout.speakers.pattern.syntax
        switch layout.speakers.place {
        case .line:
            let line = slotBlocks.first { $0.isSpeakerLine(in: document) }
            return line.map { document.text($0.range.lowerBound..<$0.contentRange.lowerBound) + syntax }
        case .titled(let title, let isList):
            let block = slotBlocks.lazy.compactMap(SpeakerBlock.init).first { $0.title == title }
            guard let block else { return nil }
            guard isList, let item = block.items.first else {
                return document.text(block.node.range.lowerBound..<block.node.contentRange.lowerBound) + syntax
            }
            return document.text(block.node.range.lowerBound..<item.contentRange.lowerBound) + syntax
        case .title(let form):
            let block = slotBlocks.first { block in
                let title = block.children.first { $0.kind == .blockTitle }
                return block.bodyForm == form
                    && title.map { SpeakerLine.read(document.visibleLine(of: $0)) != nil } ?? false
            }
            guard let block, let title = block.title else { return nil }
            let body = block.contentRange
            let front = document.text(block.range.lowerBound..<title.lowerBound) + syntax
            return front + document.text(title.upperBound..<body.lowerBound) + field(.note) + "\n"
                + document.text(body.upperBound..<block.range.upperBound)
        }
    }

    private var abstractSection: Node? {
        guard case .section(let title, _) = layout.abstract else { return nil }
        return nodes.first { $0.kind == .section && text(of: $0) == title }
    }

    private var abstractHeading: String? { abstractSection?.first(.heading).map { document.text($0.range) } }

    private var abstract: String? {
        let block: Node?
        switch layout.abstract {
        case .block(let form, let title):
            block = slotBlocks.first { $0.bodyForm == form && $0.title.map { document.text($0) } == title }
            if block == nil { return nil }
        case .section(_, let form):
            block = abstractSection?.blocks.first { $0.bodyForm == form && $0.title == nil }
        }
        return block.map { replacing($0.contentRange, in: $0.range, with: field(.abstract) + "\n") } ?? field(.abstract)
    }

    private var notes: String? {
        guard let title = layout.notesSection else { return nil }
        let section = nodes.first { $0.kind == .section && text(of: $0) == title }
        return section?.first(.heading).map { document.text($0.range) }
    }

    private func text(of section: Node) -> String? { section.first(.heading).map(\.text) }

    /// An item with one below it, as the layout indents them.
    private func bullets(isAnnounced: Bool) -> String? {
        let indents = [1, 2].map { layout.bullets.indent(at: $0, isAnnounced: isAnnounced) }
        if isAnnounced, layout.bullets.announced == layout.bullets.first { return nil }
        let items = nodes.filter { $0.kind == .listItem && $0.parent?.kind == .unorderedList }
        let markers = [1, 2].map { depth in
            items.first { $0.level == depth }?.marker.map { document.text($0) } ?? ""
        }
        let lines = zip(indents, markers).filter { !$0.1.isEmpty }.map { $0.0 + $0.1 + " " + field(.note) }
        return lines.isEmpty ? nil : (isAnnounced ? field(.note) + " :\n\n" : "") + lines.joined(separator: "\n")
    }

    /// The first item of a list that is numbered by hand.
    private var numbered: String? {
        guard layout.style.numbersByHand else { return nil }
        let item = nodes.first { $0.kind == .listItem && $0.parent?.kind == .orderedList }
        return item.flatMap { $0.marker }.map { document.text($0) + " " + field(.note) }
    }

    /// A quotation between delimiters, with the lines about it.
    private var quotation: String? {
        guard let block = nodes.first(where: { $0.kind == .quote && $0.delimiter != nil }),
            let delimiter = block.delimiter
        else { return nil }
        let attributes = block.attributes.map { document.text($0) } ?? ""
        let words = attributes.split(separator: ",", omittingEmptySubsequences: false)
        let name = words.count > 1 ? words[1].prefix { $0 == " " } + field(.speakers) : ""
        let line =
            words.isEmpty
            ? "" : "[" + [String(words[0]), String(name)].filter { !$0.isEmpty }.joined(separator: ",") + "]\n"
        let fence = document.text(delimiter)
        return line + fence + "\n" + field(.note) + "\n" + fence
    }

    /// The first image of a paragraph that begins with it.
    private var image: String? {
        guard !layout.image.isBlock else { return blockImage }
        var parser = InlineParser()
        for node in nodes where node.kind == .paragraph {
            guard let image = node.inlines(with: &parser).first, image.kind == .image, let target = image.target,
                image.range.lowerBound == node.contentRange.lowerBound,
                document.text(image.content) == layout.image.attributes
            else { continue }
            return captioned(node, target, end: image.range.upperBound)
        }
        return nil
    }

    private var blockImage: String? {
        for block in document.semanticView().blocks where block.context == .image {
            guard let target = block.target,
                let node = nodes.first(where: {
                    $0.kind == .blockMacro && $0.line <= block.line && $0.text(document).contains(target)
                })
            else { continue }
            let text = node.text(document)
            guard let found = text[...].range(of: target) else { continue }
            let start = node.range.lowerBound + text[..<found.lowerBound].utf8.count
            return captioned(node, start..<(start + target.utf8.count), end: node.range.upperBound)
        }
        return nil
    }

    private func captioned(_ node: Node, _ target: Range<Int>, end: Int) -> String {
        let image = { (from: Int) in
            document.text(from..<target.lowerBound) + field(.image) + document.text(target.upperBound..<end)
        }
        guard let title = node.title else { return image(node.range.lowerBound) }
        return document.text(node.range.lowerBound..<title.lowerBound) + field(.caption) + image(title.upperBound)
    }

    private var admonition: String? {
        let blocks = document.semanticView().blocks
        let form = layout.admonition
        for (index, block) in blocks.enumerated() where block.context == .admonition {
            let isBlock = index + 1 < blocks.count && blocks[index + 1].depth > block.depth
            guard isBlock == (form == .block),
                let node = textBlock(in: block.line)
            else { continue }
            if isBlock { return replacing(node.contentRange, in: node.range, with: field(.note) + "\n") }
            guard let words = block.text?.split(whereSeparator: \.isNewline).first,
                let found = node.text(document)[...].range(of: String(words))
            else { continue }
            let start = node.title.map { _ in node.contentRange.lowerBound } ?? node.range.lowerBound
            return document.text(start..<(node.range.lowerBound + node.text(document)[..<found.lowerBound].utf8.count))
                + field(.note)
        }
        return nil
    }

    /// The innermost block with text that has a line.
    private func textBlock(in line: Int) -> Node? {
        nodes.last {
            $0.bodyForm != nil && $0.line <= line
                && document.line(at: max($0.range.lowerBound, $0.range.upperBound - 1)) >= line
        }
    }

    private func field(_ field: Field) -> String { "{{" + field.rawValue + "}}" }

    private func replacing(_ range: Range<Int>, in whole: Range<Int>, with text: String) -> String {
        document.text(whole.lowerBound..<range.lowerBound) + text + document.text(range.upperBound..<whole.upperBound)
    }
}

extension Node {
    fileprivate func text(_ document: Document) -> String { document.text(range) }
}

extension Document {
    /// How many blank lines end the document.
    fileprivate var blankLinesAtEnd: Int {
        var count = 0
        for byte in source.reversed() {
            if byte == UInt8(ascii: "\n") {
                count += 1
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
                break
            }
        }
        return max(0, count - 1)
    }
}
