extension InlineText {
    /// Takes the macros, kind by kind, in Asciidoctor's order.
    mutating func readMacros() {
        let (hasColon, hasBracket) = (has(UInt8(ascii: ":")), has(UInt8(ascii: "[")))
        let names = hasColon && hasBracket ? namesBeforeColons() : ASCIISet()
        if attributes["experimental"] != nil {
            read(MacroForm.interface, names)
            readQuotedMenus()
        }
        read(MacroForm.media, names)
        if has(UInt8(ascii: "(")) { readIndexTerms() }
        if hasColon { readAddresses() }
        if hasBracket { readAddressReferences() }
        read(MacroForm.links, names)
        if has(UInt8(ascii: "@")) { readEmails() }
        if hasBracket { readAnchors() }
        read(MacroForm.anchors, names)
        if has(UInt8(ascii: "<")) { readCrossReferences() }
        read(MacroForm.references, names)
    }

    /// Takes `"File > Save"`, a menu and what is chosen from it.
    private mutating func readQuotedMenus() {
        let quote = UInt8(ascii: "\"")
        guard view.contains(UInt8(ascii: ">")), var open = view.firstIndex(of: quote) else { return }
        while let close = view[(open + 1)...].firstIndex(of: quote) {
            guard isWord(at: open + 1) || view[open + 1] == UInt8(ascii: "&"),
                let sign = (open + 2..<close).first(where: {
                    view[$0] == UInt8(ascii: ">") && isMenuSpace($0 - 1) && isMenuSpace($0 + 1)
                })
            else {
                open = close
                continue
            }
            if isEscaped(open) {
                takeEscape(before: open)
            } else {
                let (name, item) = (trimmed(open + 1..<sign), trimmed(sign + 1..<close))
                take(Span(kind: .menu, range: open..<close + 1, content: item, target: name))
            }
            guard let next = view[(close + 1)...].firstIndex(of: quote) else { return }
            open = next
        }
    }

    private func isMenuSpace(_ index: Int) -> Bool { byte(index) == 0x20 || byte(index) == 0x0A }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isSpace(start) { start += 1 }
        while end > start, isSpace(end - 1) { end -= 1 }
        return start..<end
    }

    /// The last letters of what stands before colons.
    private func namesBeforeColons() -> ASCIISet {
        var letters = ASCIISet()
        for index in marks where view[index] == UInt8(ascii: ":") && index > 0 && view[index - 1] < 0x80 {
            letters.insert(view[index - 1])
        }
        return letters
    }

    private mutating func read(_ forms: [MacroForm], _ names: ASCIISet) {
        for form in forms where names.contains(form.lastLetter) { read(form) }
    }

    /// Finds `name:target[content]` from left to right; a backslash before the name is taken as an escape.
    private mutating func read(_ form: MacroForm) {
        var position = 0
        // Up to here no target ends at a bracket: what was looked at once is not looked at again.
        var exhausted = 0
        for mark in 0..<marks.count where view[marks[mark]] == UInt8(ascii: ":") && marks[mark] >= position {
            let colon = marks[mark]
            let start = colon - form.name.utf8CodeUnitCount
            guard colon >= exhausted, start >= position, has(form.name, at: start),
                mayBeginTarget(at: colon + 1, of: form)
            else { continue }
            let open = targetEnd(from: colon + 1, of: form)
            guard byte(open) == UInt8(ascii: "["), isTarget(colon + 1..<open, of: form) else {
                exhausted = open
                continue
            }
            guard let close = closingBracket(from: form.mayBeEmpty ? open + 1 : open + 2) else { return }
            position = close + 1
            if isEscaped(start) {
                takeEscape(before: start)
            } else {
                take(form, start: start, target: colon + 1..<open, content: open + 1..<close)
            }
        }
    }

    private mutating func take(_ form: MacroForm, start: Int, target: Range<Int>, content: Range<Int>) {
        var target = target
        if let content = enclosed[target.lowerBound] { target = content }
        let span = Span(kind: form.kind, range: start..<content.upperBound + 1, content: content, target: target)
        take(span, leaving: form.kind.isLeaf ? nil : content)
        if !form.kind.isLeaf { takeEscapedBrackets(in: content) }
    }

    /// Whether a target, or brackets, may begin there: what cannot is no reason to pass over what follows.
    private func mayBeginTarget(at index: Int, of form: MacroForm) -> Bool {
        guard byte(index) != UInt8(ascii: "[") else { return form.target.mayBeEmpty }
        switch form.target {
        case .none: return false
        case .lines: return isWord(at: index) || ASCIISet("#/.:{").contains(byte(index))
        case .spaces, .optional: return !isSpace(index) && byte(index) != UInt8(ascii: ":")
        case .identifier, .name: return true
        }
    }

    /// Where a macro's target ends: at a bracket, at the end of the line, at a space where it may hold none.
    private func targetEnd(from start: Int, of form: MacroForm) -> Int {
        var index = start
        while index < count, view[index] != UInt8(ascii: "["), view[index] != StandIn.tag,
            form.target == .lines || view[index] != 0x0A, form.target.allowsSpaces || view[index] != 0x20
        {
            index += 1
        }
        return index
    }

    private func isTarget(_ target: Range<Int>, of form: MacroForm) -> Bool {
        guard !target.isEmpty else { return form.target.mayBeEmpty }
        switch form.target {
        case .none: return false
        case .identifier: return identifier(from: target.lowerBound)?.upperBound == target.upperBound
        case .name:
            return target.allSatisfy { isWord(at: $0) || view[$0] == UInt8(ascii: "-") || view[$0] & 0xC0 == 0x80 }
        case .lines: return true
        case .spaces: return isTrimmed(target)
        case .optional: return isTrimmed(target) && !target.contains(where: isSpace)
        }
    }

    private func isTrimmed(_ target: Range<Int>) -> Bool {
        !isSpace(target.upperBound - 1)
    }
}

/// A macro of the form `name:target[content]`.
struct MacroForm: Sendable {
    /// What may stand as a target.
    enum Target: Sendable {
        case none, optional, identifier
        /// A text with spaces; and with line ends.
        case spaces, lines
        /// Nothing, or words joined by hyphens.
        case name

        var mayBeEmpty: Bool { self == .none || self == .optional || self == .name }
        var allowsSpaces: Bool { self == .spaces || self == .lines }
    }

    let kind: Inline.Kind
    let name: StaticString
    let target: Target
    let mayBeEmpty: Bool

    private init(_ kind: Inline.Kind, _ name: StaticString, _ target: Target, mayBeEmpty: Bool = true) {
        self.kind = kind
        self.name = name
        self.target = target
        self.mayBeEmpty = mayBeEmpty
    }

    /// The letter before the colon.
    var lastLetter: UInt8 { name.utf8Start[name.utf8CodeUnitCount - 1] }

    static let interface = [
        MacroForm(.keyboard, "kbd", .none, mayBeEmpty: false), MacroForm(.button, "btn", .none, mayBeEmpty: false),
        MacroForm(.menu, "menu", .spaces),
    ]
    static let media = [
        MacroForm(.image, "image", .spaces), MacroForm(.icon, "icon", .spaces),
        MacroForm(.indexTerm, "indexterm2", .none, mayBeEmpty: false),
        MacroForm(.hiddenIndexTerm, "indexterm", .none, mayBeEmpty: false),
    ]
    static let links = [MacroForm(.link, "link", .optional), MacroForm(.mailto, "mailto", .optional)]
    static let anchors = [MacroForm(.anchor, "anchor", .identifier)]
    static let references = [
        MacroForm(.crossReference, "xref", .lines), MacroForm(.footnote, "footnote", .name),
        MacroForm(.footnote, "footnoteref", .none, mayBeEmpty: false),
    ]
}
