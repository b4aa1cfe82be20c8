import AsciiDoc

extension AsgWriter {
    /// Writes a text as a member of the block; nothing where it is empty and may be left out.
    mutating func writeInlines(_ text: MappedText, as name: StaticString, _ substitutions: InlineSubstitutions?) {
        guard !text.bytes.isEmpty || name.isEqual(to: "principal") else { return }
        json.name(name)
        json.beginArray()
        writeInlines(of: text, substitutions)
        json.endArray()
    }

    /// Writes a text's inlines; without substitutions, it is one text.
    mutating func writeInlines(of text: MappedText, _ substitutions: InlineSubstitutions?) {
        guard let substitutions else {
            return write(.text(String(decoding: text.bytes, as: UTF8.self), 0..<text.bytes.count), in: text)
        }
        for inline in inlines(of: text.bytes, in: 0..<text.bytes.count, substitutions) { write(inline, in: text) }
    }

    /// What a part of a text shows.
    mutating func inlines(
        of text: [UInt8], in range: Range<Int>, _ substitutions: InlineSubstitutions
    ) -> [AsgInline] {
        parser.use(attributes)
        let expanded = parser.expanded(
            text, range: range, substitutions: substitutions, references: &attributes)
        var inlines = AsgInlineReader.read(expanded, attributes)
        if substitutions.contains(.callouts) { Self.count(&inlines) }
        return inlines
    }

    /// Numbers the callouts that are written without a number.
    private static func count(_ inlines: inout [AsgInline]) {
        var number = 0
        for index in inlines.indices where inlines[index].isCallout && inlines[index].target == "." {
            number += 1
            (inlines[index].target, inlines[index].value) = (String(number), String(number))
        }
    }

    /// Writes the text of an entry of a bibliography: what it is referred to by is shown before it.
    mutating func writeEntry(_ text: MappedText) {
        json.name("principal")
        json.beginArray()
        let label = text.bytes.prefix { $0 != UInt8(ascii: "]") }
        let end = label.count + 3
        if label.starts(with: "[[[".utf8), text.bytes[label.endIndex...].starts(with: "]]]".utf8) {
            let parts = label.dropFirst(3).split(separator: UInt8(ascii: ","), maxSplits: 1)
            let words = parts.map { String(decoding: $0, as: UTF8.self).trimmed }
            var anchor = AsgInline("anchor", 0..<end)
            (anchor.target, anchor.value) = (words.first ?? "", "")
            write(anchor, in: text)
            write(.text("[\(words.last ?? "")]", 0..<end), in: text)
            for inline in inlines(of: text.bytes, in: end..<text.bytes.count, .normal) { write(inline, in: text) }
        } else {
            writeInlines(of: text, .normal)
        }
        json.endArray()
    }

    /// Whether the option says that each line of a block's text, or of all texts, is one for the reader.
    func breaksLines(_ node: Node?) -> Bool {
        if attributes["hardbreaks-option"] != nil || attributes["hardbreaks"] != nil { return true }
        return node.map { metadata(of: $0).0.options.contains("hardbreaks") } ?? false
    }

    /// As deep as there are kinds of formats: none of them stands in its own kind.
    private mutating func write(_ inline: AsgInline, in text: MappedText) {
        json.beginObject()
        json.member("name", inline.name)
        let isLeaf = inline.value != nil
        json.member("type", isLeaf ? "string" as StaticString : "inline")
        if let variant = inline.variant { json.member("variant", variant) }
        if let form = inline.form { json.member("form", form) }
        if let target = inline.target { json.member("target", target) }
        if let id = inline.id { json.member("id", id) }
        if !inline.roles.isEmpty {
            json.name("roles")
            json.beginArray()
            for role in inline.roles { json.string(role) }
            json.endArray()
        }
        if let value = inline.value { json.member("value", value) }
        if !isLeaf {
            json.name("inlines")
            json.beginArray()
            for child in inline.inlines { write(child, in: text) }
            json.endArray()
        }
        if let (first, last) = text.places(of: inline.range) { writeLocation(first: first, last: last) }
        json.endObject()
    }

    /// Which substitutions a block's text goes through; nil where it is shown as it is written.
    func substitutions(of block: SemanticBlock, _ node: Node?) -> InlineSubstitutions? {
        let isVerbatim = [.listing, .literal, .pass, .stem].contains(block.context)
        let hasCallouts = block.context == .listing || block.context == .literal
        let usual: InlineSubstitutions? = hasCallouts ? .verbatim : isVerbatim ? nil : .normal
        guard let node, let list = metadata(of: node).0.attributes.first(where: { $0.name == "subs" })?.value else {
            return usual
        }
        let found = InlineSubstitutions(list: list, usual: usual ?? [])
        return found.isEmpty ? nil : found
    }
}

extension StaticString {
    func isEqual(to other: StaticString) -> Bool {
        guard utf8CodeUnitCount == other.utf8CodeUnitCount else { return false }
        return withUTF8Buffer { one in other.withUTF8Buffer { one.elementsEqual($0) } }
    }
}
