extension InlineView {
    /// Takes the macros, kind by kind, in Asciidoctor's order.
    mutating func readMacros() {
        let hasColon = has(UInt8(ascii: ":"))
        if hasColon && has(UInt8(ascii: "[")) {
            if attributes["experimental"] != nil { for macro in MacroForm.interface { readMacro(macro) } }
            for macro in MacroForm.media { readMacro(macro) }
        }
        if has(UInt8(ascii: "(")) { readIndexTerms() }
        if hasColon {
            readAddresses()
            if has(UInt8(ascii: "[")) { for macro in MacroForm.links { readMacro(macro) } }
        }
        if has(UInt8(ascii: "@")) { readEmails() }
        if has(UInt8(ascii: "[")) { readAnchors() }
        if has(UInt8(ascii: "<")) { readCrossReferences() }
        if hasColon && has(UInt8(ascii: "[")) { for macro in MacroForm.references { readMacro(macro) } }
    }

    private mutating func readMacro(_ macro: MacroForm) {
        readArguments(of: macro.name, spaces: macro.allowsSpaces) { parser, name, open, close in
            let target = name.upperBound..<open
            guard parser.isTarget(target, of: macro) else { return false }
            let content = open + 1..<close
            let isText = !macro.kind.isLeaf
            let inline = Span(
                kind: macro.kind, range: name.lowerBound..<close + 1, content: content, attributes: nil, target: target)
            parser.take(inline, leaving: isText ? content : nil, as: StandIn.tag)
            return true
        }
    }

    private func isTarget(_ target: Range<Int>, of macro: MacroForm) -> Bool {
        guard !target.isEmpty else { return macro.target != .required }
        guard macro.target != .none, !isSpace(target.lowerBound), !isSpace(target.upperBound - 1),
            view[target.lowerBound] != UInt8(ascii: ":")
        else { return false }
        switch macro.target {
        case .required where macro.allowsSpaces: return !view[target].contains(0x0A)
        default: return !target.contains(where: isSpace)
        }
    }

    /// Finds `name…[…]` from left to right; a backslash before the name is taken as an escape.
    mutating func readArguments(
        of name: [UInt8], spaces: Bool = false,
        _ found: (inout InlineView, _ name: Range<Int>, _ open: Int, _ close: Int) -> Bool
    ) {
        var index = 0
        // Up to here no target ends at a bracket: what was looked at once is not looked at again.
        var exhausted = 0
        while let start = find(name, from: index) {
            index = start + name.count
            guard index >= exhausted else { continue }
            let open = targetEnd(from: index, spaces: spaces)
            guard byte(open) == UInt8(ascii: "[") else {
                exhausted = open
                continue
            }
            guard let close = closingBracket(from: open) else { return }
            if byte(start - 1) == UInt8(ascii: "\\") {
                takeEscape(start - 1)
                index = close + 1
            } else if found(&self, start..<start + name.count, open, close) {
                index = close + 1
            } else {
                exhausted = open
            }
        }
    }

    /// Where a macro's target ends: at a bracket, at the end of the line, at a blank where it may hold none.
    private func targetEnd(from start: Int, spaces: Bool) -> Int {
        var index = start
        while let byte = byte(index), byte != 0x0A, byte != StandIn.tag, byte != UInt8(ascii: "["),
            spaces || byte != 0x20
        {
            index += 1
        }
        return index
    }

    /// The first bracket from `open` that closes and has no backslash before it.
    func closingBracket(from open: Int) -> Int? {
        var index = open + 1
        while let byte = byte(index) {
            if byte == UInt8(ascii: "]"), index == open + 1 || view[index - 1] != UInt8(ascii: "\\") { return index }
            index += 1
        }
        return nil
    }

    /// Where `text` next occurs.
    func find(_ text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + text.count <= view.count {
            if view[index] == text[0], matches(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    mutating func takeMacro(
        _ kind: Inline.Kind, _ range: Range<Int>, target: Range<Int>? = nil, content: Range<Int>, as standIn: UInt8
    ) {
        take(Span(kind: kind, range: range, content: content, attributes: nil, target: target), as: standIn)
    }
}

/// A macro of the form `name:target[content]`.
struct MacroForm: Sendable {
    enum Target: Sendable { case none, optional, required }

    let kind: Inline.Kind
    let name: [UInt8]
    let target: Target
    let allowsSpaces: Bool

    private init(_ kind: Inline.Kind, _ name: String, _ target: Target, allowsSpaces: Bool = false) {
        self.kind = kind
        self.name = Array(name.utf8)
        self.target = target
        self.allowsSpaces = allowsSpaces
    }

    static let interface = [
        MacroForm(.keyboard, "kbd:", .none), MacroForm(.button, "btn:", .none),
        MacroForm(.menu, "menu:", .required, allowsSpaces: true),
    ]
    static let media = [
        MacroForm(.image, "image:", .required, allowsSpaces: true),
        MacroForm(.icon, "icon:", .required, allowsSpaces: true),
        MacroForm(.indexTerm, "indexterm2:", .none), MacroForm(.hiddenIndexTerm, "indexterm:", .none),
    ]
    static let links = [MacroForm(.link, "link:", .optional), MacroForm(.mailto, "mailto:", .optional)]
    static let references = [
        MacroForm(.crossReference, "xref:", .required, allowsSpaces: true),
        MacroForm(.footnote, "footnote:", .optional),
    ]
}
