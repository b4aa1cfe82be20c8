import AsciiDoc

/// A template: an example of a day. Its first part is the header of new days; the slot that it shows, with the lines around
/// that, is the layout of all slots. Instead of values it has fields: `{{event}}`, `{{start}}`, `{{note}}`.
package struct Template: Hashable, Sendable {
    package let name: String
    package let layout: Layout
    private let header: [TemplateLine]
    /// The blank lines that end every day: what is written stays above them.
    private let margin: Int

    /// Reads a template.
    ///
    /// - Throws: where a line has a field that there is none of, or one that could not be read again.
    package init(name: String, source: [UInt8]) throws(TemplateError) {
        let text = String(decoding: source, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        var read: [TemplateLine] = []
        for (index, line) in lines.enumerated() {
            do throws(Pattern.Problem) {
                read.append(try TemplateLine(String(line)))
            } catch {
                throw TemplateError(error, template: name, line: index + 1)
            }
        }
        let example = TemplateExample(lines: read, source: source)
        self.name = name
        header = Array(read.prefix(example.headerLineCount))
        margin = max(0, read.reversed().prefix { $0.source.allSatisfy(\.isSpace) }.count - 1)
        do throws(Pattern.Problem) {
            var layout = try example.layout()
            layout.style.blankLinesAtEnd = margin
            example.readMarks(&layout)
            self.layout = layout
        } catch {
            throw TemplateError(error, template: name, line: example.line(of: error))
        }
    }

    /// Whether new days name a value in their header: what is not needed is not looked for.
    package func needs(_ field: Field) -> Bool { header.contains { $0.fields.contains(field) } }

    /// The first text of a new day.
    ///
    /// A line that has fields, and a value for none of them, is left out.
    package func header(_ fields: Fields) -> [UInt8] {
        let lines = header.compactMap { $0.text(fields) }
        return Array((lines + Array(repeating: "", count: margin)).map { $0 + "\n" }.joined().utf8)
    }
}

extension TemplateError {
    fileprivate init(_ problem: Pattern.Problem, template: String, line: Int) {
        self =
            switch problem {
            case .unknownField(let name): .unknownField(name, template: template, line: line)
            default: .malformed(template: template, line: line, problem)
            }
    }
}

/// A line of a template: text, or a pattern.
struct TemplateLine: Hashable, Sendable {
    let source: String
    /// Nil: the line has no fields.
    private let parts: [Pattern.Part]?

    init(_ source: String) throws(Pattern.Problem) {
        self.source = source
        let parts = try Pattern.parts(of: source)
        self.parts = parts.contains { if case .place = $0 { true } else { false } } ? parts : nil
    }

    var fields: [Field] {
        (parts ?? []).compactMap { part in
            guard case .place(let place) = part else { return nil }
            return place.field
        }
    }

    /// The line with its fields filled in; nil where it has none of their values.
    func text(_ values: Fields) -> String? {
        guard let parts else { return source }
        guard fields.contains(where: { values[$0] != nil }) else { return nil }
        // What begins the line makes it what it is: it stays, whichever field comes after it.
        guard case .text(let beginning)? = parts.first else { return Pattern(known: parts).write(values) }
        return beginning + Pattern(known: Array(parts.dropFirst())).write(values)
    }
}

/// What a template shows, taken apart.
private struct TemplateExample {
    let lines: [TemplateLine]
    /// The template as it stands, fields and all.
    let document: Document
    private let slot: Node?
    private let firstExample: Int

    init(lines: [TemplateLine], source: [UInt8]) {
        self.lines = lines
        let document = Document(parsing: source)
        self.document = document
        let title = document.root.first(.header)?.first(.documentTitle)
        let sections = Self.sections(of: document.root)
        let shown = sections.first { document.text($0.first(.heading)?.contentRange ?? 0..<0).showsSlot }
        slot = shown ?? title.flatMap { $0.text.showsTime ? document.root : nil }
        let children = document.root.children.filter { $0.kind != .header && $0.kind != .blankLines }
        let example = children.first { child in
            let fields = Self.fields(in: child, lines)
            return child.kind == .section ? !fields.isEmpty : !fields.isSubset(of: Self.headerFields)
        }
        firstExample = example.map { $0.line - 1 } ?? lines.count
    }

    private static let headerFields: Set<Field> = [.event, .date, .author, .title, .weekday, .number]

    private static func sections(of node: Node) -> [Node] {
        node.children.filter { $0.kind == .section }.flatMap { [$0] + sections(of: $0) }
    }

    private static func fields(in node: Node, _ lines: [TemplateLine]) -> Set<Field> {
        let count = node.document(lineCountUpTo: lines.count)
        return Set(lines[(node.line - 1)..<min(lines.count, node.line - 1 + count)].flatMap(\.fields))
    }

    /// How many lines begin every new day: those before the example, without the empty ones at their end.
    var headerLineCount: Int {
        var count = min(firstExample, lines.count)
        while count > 0, lines[count - 1].source.allSatisfy(\.isSpace) { count -= 1 }
        return count
    }

    /// The line of an error that only a whole pattern has.
    func line(of problem: Pattern.Problem) -> Int { (slot ?? document.root).line }

    func layout() throws(Pattern.Problem) -> Layout {
        var layout = Layout(learnedFrom: filled)
        guard let slot else { return layout }
        let heading = slot.kind == .section ? slot.first(.heading) : slot.first(.header)?.first(.documentTitle)
        let title = document.text(heading?.contentRange ?? 0..<0)
        layout.heading = try Pattern(title)
        layout.slots = slot.kind == .section ? .sections(level: slot.level ?? 1) : .document
        layout.parts = nil
        if let part = slot.parent, part.kind == .section, let heading = part.first(.heading) {
            let pattern = try Pattern(heading.text)
            layout.parts = Layout.PartForm(level: part.level ?? 1, heading: pattern)
        }
        readAbstract(&layout)
        try readSpeakers(&layout)
        return layout
    }

    /// The template with values in the place of its fields, as somebody would have written the day.
    private var filled: Document {
        let text = lines.compactMap { $0.text(Self.values) }.map { $0 + "\n" }.joined()
        return Document(parsing: text)
    }

    private static let values: Fields = {
        var fields = Fields([
            .kind: .text("conférence"), .room: .text("Salle 1"), .track: .text("Tech"), .title: .text("Titre"),
            .number: .number(1), .event: .text("Salon"), .author: .text("Ada Lovelace"),
            .speakers: .text("Ada Lovelace"),
            .abstract: .text("Texte."), .caption: .text("Image"), .image: .text("image.jpg"), .note: .text("note"),
            .todo: .text("note"), .idea: .text("note"), .question: .text("note"), .keep: .text("note"),
        ])
        fields[.start] = TimeOfDay(hour: 9, minute: 0).map(FieldValue.time)
        fields[.end] = TimeOfDay(hour: 9, minute: 30).map(FieldValue.time)
        fields[.weekday] = Weekday(3).map(FieldValue.weekday)
        fields[.date] = DayOfYear(year: 2024, month: 4, day: 17).map(FieldValue.date)
        return fields
    }()

    /// Blocks of the slot, those of its sub-sections included.
    private var blocks: [Node] { slot?.blocks ?? [] }

    private func readSpeakers(_ layout: inout Layout) throws(Pattern.Problem) {
        for block in blocks {
            if let title = block.title.map({ document.text($0) }), title.hasField(.speakers), let form = block.bodyForm
            {
                layout.speakers = Layout.SpeakerForm(
                    place: .title(of: form), section: section(of: block, layout), pattern: try Pattern(title))
            } else if let title = block.title.map({ document.text($0) }), SpeakerLine.isLabel(title),
                let names = names(in: block)
            {
                layout.speakers = Layout.SpeakerForm(
                    place: .titled(title, isList: block.kind == .unorderedList), section: section(of: block, layout),
                    pattern: try Pattern(names))
            } else if block.kind == .paragraph {
                let text = block.text.split(whereSeparator: \.isNewline).first {
                    $0.hasField(.speakers)
                }
                guard let text else { continue }
                layout.speakers = Layout.SpeakerForm(
                    place: .line, section: section(of: block, layout), pattern: try Pattern(text))
            }
        }
    }

    /// The text of a paragraph, or of a list's first item, that has the field of the speakers.
    private func names(in block: Node) -> String? {
        let node = block.kind == .unorderedList ? block.children.first { $0.kind == .listItem } : block
        guard let node, node.kind == .paragraph || node.kind == .listItem else { return nil }
        let text = node.text.split(whereSeparator: \.isNewline).first.map(String.init)
        return text.flatMap { $0.hasField(.speakers) ? $0 : nil }
    }

    private func section(of block: Node, _ layout: Layout) -> Layout.SpeakerForm.Section {
        guard let section = block.parent, section.kind == .section, section.range.lowerBound != slot?.range.lowerBound,
            let heading = section.first(.heading)
        else { return .slot }
        return .init(below: heading.text, abstract: layout.abstract)
    }

    /// The signs before the fields of marked notes: `* TODO {{todo}}`.
    func readMarks(_ layout: inout Layout) {
        for kind in Mark.Kind.allCases {
            guard let field = Field(rawValue: kind.rawValue) else { continue }
            for node in document.items {
                let text = node.text
                guard text.hasField(field), let start = text[...].range(of: "{{") else { continue }
                layout.marks[kind] = String(text[..<start.lowerBound])
            }
        }
    }

    private func readAbstract(_ layout: inout Layout) {
        for block in blocks where block.text.hasField(.abstract) {
            guard let form = block.bodyForm else { continue }
            let title = block.title.map { document.text($0) }
            if let section = block.parent, section.kind == .section, section.range.lowerBound != slot?.range.lowerBound,
                let heading = section.first(.heading)
            {
                layout.abstract = .section(title: heading.text, form)
            } else {
                layout.abstract = .block(form, title: title)
            }
        }
    }
}

extension StringProtocol {
    /// Whether a heading is that of a slot.
    fileprivate var showsSlot: Bool { hasField(.start) || hasField(.title) }

    fileprivate var showsTime: Bool { hasField(.start) }

    fileprivate func hasField(_ field: Field) -> Bool {
        do throws(Pattern.Problem) {
            return try Pattern.parts(of: String(self)).contains { part in
                guard case .place(let place) = part else { return false }
                return place.field == field
            }
        } catch {
            return false
        }
    }
}

extension Document {
    /// The items of its lists.
    fileprivate var items: [Node] { (0..<nodeCount).map { node($0) }.filter { $0.kind == .listItem } }
}

extension Node {
    /// How many lines the node has, at most `limit`.
    fileprivate func document(lineCountUpTo limit: Int) -> Int {
        var last = self
        while let child = last.children.last { last = child }
        return min(limit, last.line - line + 1)
    }
}
