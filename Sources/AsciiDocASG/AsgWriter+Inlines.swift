import AsciiDoc

extension AsgWriter {
    /// Writes a text as a member of the block; nothing where it is empty and may be left out.
    mutating func writeInlines(_ text: MappedText, as name: StaticString, _ substitutions: InlineSubstitutions?) {
        guard !text.bytes.isEmpty || "\(name)" == "principal" else { return }
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
        let reader = AsgInlineReader(source: text.bytes, attributes: attributes)
        for inline in reader.read(substitutions) { write(inline, in: text) }
    }

    /// As deep as there are kinds of formats: none of them stands in its own kind.
    private mutating func write(_ inline: AsgInline, in text: MappedText) {
        json.beginObject()
        json.name("name")
        json.string("\(inline.name)")
        let isLeaf = inline.value != nil
        json.member("type", isLeaf ? "string" : "inline")
        if let variant = inline.variant { json.member("variant", "\(variant)") }
        if let form = inline.form { json.member("form", "\(form)") }
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
