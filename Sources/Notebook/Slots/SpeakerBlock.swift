import AsciiDoc

/// What of a slot says who talks: a line, or a block whose title does or announces it.
struct SpeakerBlock {
    let node: Node
    let form: Form

    enum Form: Hashable, Sendable {
        /// `By Ada Lovelace`
        case line
        /// `.Speakers : Ada Lovelace` over more about her.
        case title
        /// `.Speakers` over names: in a paragraph, or one an item.
        case paragraph, list
    }

    /// Nil: the block says something else.
    init?(_ node: Node) {
        self.node = node
        guard let title = node.children.first(where: { $0.kind == .blockTitle }) else {
            guard node.isSpeakerLine(in: node.document) else { return nil }
            form = .line
            return
        }
        let text = node.document.visibleLine(of: title)
        if SpeakerLine.isLabel(text), node.kind == .paragraph || node.kind == .unorderedList {
            form = node.kind == .paragraph ? .paragraph : .list
        } else if node.bodyForm != nil, SpeakerLine.read(text) != nil {
            form = .title
        } else {
            return nil
        }
    }

    /// The title's words, as they stand in the document.
    var title: String { node.title.map { node.document.text($0) } ?? "" }

    /// The line that says it; of names below a title, the first.
    var line: String {
        let title = node.children.first { $0.kind == .blockTitle }
        return node.document.visibleLine(of: form == .title ? title ?? node : node)
    }

    var items: [Node] { form == .list ? node.children.filter { $0.kind == .listItem } : [] }

    var speakers: [Speaker] {
        switch form {
        case .line, .title: SpeakerLine.read(line)?.speakers ?? []
        case .paragraph:
            node.textRanges.map { node.document.text($0) }.flatMap { Speaker.read(list: $0) }
        case .list: items.flatMap { Speaker.read(list: node.document.visibleLine(of: $0)) }
        }
    }
}

extension Slot {
    /// Among the first blocks below the heading, or the first one below that of a sub-section.
    var speakerBlock: SpeakerBlock? {
        let own = section.children.lazy.filter(\.isNote).prefix(3)
        if let found = own.compactMap(SpeakerBlock.init).first { return found }
        let below = section.children.lazy.filter { $0.kind == .section }.prefix(2)
        return below.compactMap { $0.children.lazy.filter(\.isNote).first }.compactMap(SpeakerBlock.init).first
    }
}
