package import AsciiDoc

extension Layout {
    /// What a file shows of its layout, and what it does not.
    package struct Lesson: Sendable {
        package let layout: Layout
        package let findings: [Finding]

        /// Something that was looked for in a file.
        package enum Finding: Hashable, Sendable {
            /// So many slots have headings of that pattern; these are written otherwise.
            case heading(Pattern, count: Int, exceptions: [String])
            case slots(SlotPlace, count: Int)
            case parts(PartForm, count: Int)
            case speakers(SpeakerForm, count: Int)
            case abstract(AbstractForm, count: Int)
            case notesSection(String, count: Int)
            case images(ImageForm, count: Int)
            case admonitions(AdmonitionForm, count: Int)
            case bullets(BulletForm, count: Int)
            /// The file shows nothing of it: it is written as in the house.
            case unknown(Aspect)
        }

        package enum Aspect: Hashable, Sendable, CaseIterable {
            case times, speakers, abstract, images, admonitions, bullets
        }
    }

    /// The layout that an existing file shows; what it does not show is as in `house`.
    package init(learnedFrom document: Document, house: Layout = Layout()) {
        self = Self.lesson(from: document, house: house).layout
    }

    /// The layout that an existing file shows, with what was understood.
    package static func lesson(from document: Document, house: Layout = Layout()) -> Lesson {
        var learner = LayoutLearner(document, house: house)
        learner.learn()
        return Lesson(layout: learner.layout, findings: learner.findings)
    }
}

/// Learns a layout, one aspect after the other.
private struct LayoutLearner {
    let document: Document
    let outline: SlotOutline
    /// The blocks as Asciidoctor has them.
    private let blocks: [SemanticBlock]
    private(set) var layout: Layout
    private(set) var findings: [Layout.Lesson.Finding] = []

    init(_ document: Document, house: Layout) {
        self.document = document
        layout = house
        outline = SlotOutline(of: document, house: house.slots)
        blocks = document.semanticView().blocks
    }

    mutating func learn() {
        // A day without a note shows nothing yet of how its template writes.
        let hasNotes = document.root.blocks.contains { $0.kind.isList || $0.bodyForm != nil }
        if hasNotes { layout.style = Style(layout.style, learnedFrom: document) }
        learnHeadings()
        learnSections()
        learnAbstract()
        learnSpeakers()
        learnImages()
        learnAdmonitions()
        learnBullets()
    }

    private mutating func learnHeadings() {
        findings.append(.slots(outline.place, count: outline.slots.count))
        defer { layout.slots = outline.place }
        let timed = outline.slots.filter(\.isTimed).map(\.title)
        layout.learnHeadings(of: outline)
        if timed.isEmpty {
            findings.append(.unknown(.times))
        } else {
            let exceptions = timed.filter { layout.heading.read($0)?.fields[.start] == nil }
            findings.append(.heading(layout.heading, count: timed.count - exceptions.count, exceptions: exceptions))
        }
        let parts = outline.entries.filter { $0.kind == .part }
        guard let level = usual(parts.map(\.level)) else {
            // Slots that stand where the house has room for parts above them may still get some.
            if !outline.slots.isEmpty, outline.place != layout.slots || outline.place.level < 2 { layout.parts = nil }
            return
        }
        let form = Layout.PartForm(level: level, heading: PartHeading.pattern(of: parts.map(\.title)))
        layout.parts = form
        findings.append(.parts(form, count: parts.count))
    }

    private mutating func learnSpeakers() {
        let seen = outline.slots.flatMap { speakers(of: document.node($0.node)) }
        guard let form = usual(seen) else { return findings.append(.unknown(.speakers)) }
        layout.speakers = form
        findings.append(.speakers(form, count: seen.count))
    }

    /// What names the speakers of a slot: in its first blocks, or else in those of its first sub-sections.
    private func speakers(of slot: Node) -> [Layout.SpeakerForm] {
        let own = speakers(in: slot, .slot)
        guard own.isEmpty else { return own }
        let sections = slot.children.filter { $0.kind == .section }.prefix(2)
        return sections.lazy.map { section in
            speakers(in: section, .init(below: title(of: section), abstract: layout.abstract))
        }.first { !$0.isEmpty } ?? []
    }

    private func speakers(in node: Node, _ section: Layout.SpeakerForm.Section) -> [Layout.SpeakerForm] {
        node.children.filter(\.kind.isBlock).prefix(4).compactMap { speakerForm(of: $0, section) }
    }

    private func speakerForm(of block: Node, _ section: Layout.SpeakerForm.Section) -> Layout.SpeakerForm? {
        if let block = SpeakerBlock(block), block.form == .list || block.form == .paragraph {
            let names = Pattern(known: [.place(Pattern.Place(field: .speakers, form: .text))])
            let place = Layout.SpeakerForm.Place.titled(block.title, isList: block.form == .list)
            return Layout.SpeakerForm(place: place, section: section, pattern: names)
        }
        if let title = block.children.first(where: { $0.kind == .blockTitle }), let form = block.bodyForm,
            let line = SpeakerLine.read(document.visibleLine(of: title))
        {
            let pattern = pattern(of: line, writtenAs: title.text)
            return Layout.SpeakerForm(place: .title(of: form), section: section, pattern: pattern)
        }
        guard block.kind == .paragraph, block.title == nil, block.attributes == nil,
            let line = SpeakerLine.read(document.visibleLine(of: block))
        else { return nil }
        let raw = String(block.text.prefix { !$0.isNewline })
        return Layout.SpeakerForm(place: .line, section: section, pattern: pattern(of: line, writtenAs: raw))
    }

    /// The label is kept as it is written, with its markup, but without that of the names.
    private func pattern(of line: SpeakerLine, writtenAs raw: String) -> Pattern {
        var label = line.label
        if !raw.hasPrefix(label), let name = line.speakers.first?.name, let range = raw[...].range(of: name) {
            label = String(raw[..<range.lowerBound])
        }
        let names = Pattern.Place(field: .speakers, form: .text)
        return Pattern(known: [.text(label), .place(names), .text(line.ending)].filter { $0 != .text("") })
    }

    private var slotSections: [[Node]] {
        outline.slots.map { slot in document.node(slot.node).children.filter { $0.kind == .section } }
    }

    private mutating func learnSections() {
        let titled = slotSections.filter { sections in sections.contains { title(of: $0).folded == "notes" } }
        if slotSections.contains(where: { !$0.isEmpty }) { layout.notesSection = nil }
        guard titled.count * 2 >= slotSections.count(where: { !$0.isEmpty }),
            let title = usual(titled.flatMap { $0.map(title) }.filter { $0.folded == "notes" })
        else { return }
        layout.notesSection = title
        findings.append(.notesSection(title, count: titled.count))
    }

    private func title(of section: Node) -> String {
        section.first(.heading).map(\.text) ?? ""
    }

    private mutating func learnAbstract() {
        let seen = outline.slots.compactMap { abstract(of: document.node($0.node)) }
        guard let form = usual(seen) else { return findings.append(.unknown(.abstract)) }
        layout.abstract = form
        findings.append(.abstract(form, count: seen.count))
    }

    /// A block or sub-section with such a title, or the sub-section right before that of the notes.
    private func abstract(of slot: Node) -> Layout.AbstractForm? {
        let blocks = slot.children.filter(\.kind.isBlock).prefix(5)
        for block in blocks {
            guard let title = block.title.map(document.text), AbstractTitle.isKnown(title), let form = block.bodyForm
            else { continue }
            return .block(form, title: title)
        }
        let sections = slot.children.filter { $0.kind == .section }
        let notes = sections.firstIndex { title(of: $0).folded == "notes" }
        let before = notes.flatMap { $0 > 0 ? sections[$0 - 1] : nil }
        guard let section = sections.first(where: { AbstractTitle.isKnown(title(of: $0)) }) ?? before else {
            return nil
        }
        let bodies = section.children.filter { $0.kind.isBlock && $0.title == nil }.compactMap(\.bodyForm)
        return .section(title: title(of: section), bodies.first ?? .paragraph)
    }

    private mutating func learnImages() {
        var seen: [Layout.ImageForm] = []
        var parser = InlineParser()
        for index in 0..<document.nodeCount {
            let node = document.node(index)
            switch node.kind {
            case .paragraph, .listItem:
                seen += node.inlines(with: &parser).filter { $0.kind == .image }.map {
                    Layout.ImageForm(isBlock: false, attributes: document.text($0.content))
                }
            case .blockMacro:
                guard let line = node.children.last(where: { $0.kind == .text }),
                    let macro = document.blockMacro(in: line.range), macro.isImage
                else { continue }
                seen.append(Layout.ImageForm(isBlock: true, attributes: document.text(macro.attributes)))
            default: continue
            }
        }
        guard let isBlock = usual(seen.map(\.isBlock)), let form = usual(seen.filter { $0.isBlock == isBlock }) else {
            return findings.append(.unknown(.images))
        }
        layout.image = form
        if !ImageAttributes.sayLayoutOnly(form.attributes) { layout.image.attributes = "" }
        findings.append(.images(form, count: seen.count))
    }

    private mutating func learnAdmonitions() {
        let seen = blocks.indices.filter { blocks[$0].context == .admonition }.map { index -> Layout.AdmonitionForm in
            let next = index + 1 < blocks.count ? blocks[index + 1].depth : 0
            return next > blocks[index].depth ? .block : .line
        }
        guard let form = usual(seen) else { return findings.append(.unknown(.admonitions)) }
        layout.admonition = form
        findings.append(.admonitions(form, count: seen.count))
    }

    private mutating func learnBullets() {
        let items = (0..<document.nodeCount).map { document.node($0) }.filter(\.isBullet)
        guard !items.isEmpty else { return findings.append(.unknown(.bullets)) }
        // Lists that are nested by indent alone are one list: its levels are not seen here.
        let nested = layout.style.nestsByIndent ? layout.style.indent : nil
        // One vote a list: its later items stand where the first one does.
        let outer = items.filter { item in
            item.parent?.parent?.kind != .listItem && item.previous(where: { $0.kind == .listItem }) == nil
        }
        let (announced, plain) = (outer.filter(isAnnounced), outer.filter { !isAnnounced($0) })
        layout.bullets.first = usualIndent(plain) ?? layout.bullets.first
        layout.bullets.announced = usualIndent(announced) ?? layout.bullets.first
        let steps = items.compactMap { item -> String? in
            guard let above = item.parent?.parent, above.kind == .listItem else { return nil }
            let (own, outer) = (indent(item), indent(above))
            return own.hasPrefix(outer) ? String(own.dropFirst(outer.count)) : nil
        }
        layout.bullets.step = nested ?? usual(steps) ?? layout.bullets.step
        findings.append(.bullets(layout.bullets, count: items.count))
    }

    /// What stands before most lists' markers; nothing, where as many have nothing.
    private func usualIndent(_ items: [Node]) -> String? {
        let indents = items.map(indent)
        guard let most = usual(indents) else { return nil }
        return indents.count(where: \.isEmpty) == indents.count { $0 == most } ? "" : most
    }

    /// What stands before an item's marker.
    private func indent(_ item: Node) -> String {
        guard let marker = item.marker else { return "" }
        return document.text((marker.lowerBound - item.indent)..<marker.lowerBound)
    }

    /// Whether the list of an item stands below a paragraph that ends with a colon.
    private func isAnnounced(_ item: Node) -> Bool {
        guard let list = item.parent, let container = list.parent else { return false }
        var before: Node?
        for child in container.children {
            if child.range.lowerBound == list.range.lowerBound { break }
            if child.kind != .blankLines { before = child }
        }
        guard let before, before.kind == .paragraph else { return false }
        return document.visibleText(of: before).trimmingLines.hasSuffix(":")
    }
}

extension Node {
    fileprivate var isBullet: Bool {
        guard kind == .listItem, let list = parent else { return false }
        return list.kind == .unorderedList
    }

    /// Around what a block's text stands; nil for what holds no text.
    var bodyForm: Layout.BodyForm? {
        switch kind {
        case .paragraph: .paragraph
        case .listing: .listing
        case .open: .open
        case .example: .example
        case .quote: .quote
        case .sidebar: .sidebar
        case .literal: .literal
        default: nil
        }
    }
}

extension String {
    fileprivate var trimmingLines: String {
        var text = self[...]
        while let last = text.last, last.isNewline || last.isSpace { text.removeLast() }
        return String(text)
    }
}
