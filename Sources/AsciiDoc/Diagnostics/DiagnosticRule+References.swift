extension DiagnosticRule {
    /// Rules on what a document refers to.
    static let references = [duplicateAnchor, missingImage, unknownAttribute]

    private static let duplicateAnchor = DiagnosticRule("duplicate-anchor", .error) { context in
        var seen: Set<String> = []
        return context.nodes(.blockAnchor).compactMap { node in
            let line = context.document.trimBlanks(node.range)
            let name = context.text((line.lowerBound + 2)..<(line.upperBound - 2)).prefix { $0 != "," }
            return seen.insert(String(name)).inserted ? nil : (line, "the anchor “\(name)” is there already", nil)
        }
    }

    private static let missingImage = DiagnosticRule("missing-image", .error) { context in
        guard let exists = context.imageExists else { return [] }
        let folder = context.attributes["imagesdir"].map { $0.isEmpty ? "" : $0 + "/" } ?? ""
        return context.texts.flatMap { context.imageTargets(in: $0) }.compactMap { target in
            let name = context.text(target)
            let isElsewhere = name.contains(":") || name.contains("{") || name.hasPrefix("/")
            return isElsewhere || exists(folder + name) ? nil : (target, "no image “\(folder)\(name)”", nil)
        }
    }

    private static let unknownAttribute = DiagnosticRule("unknown-attribute", .warning) { context in
        let known = context.attributes
        return context.texts.flatMap { context.attributeReferences(in: $0) }.compactMap { reference in
            let name = context.text(reference).lowercased()
            guard known[name] == nil, !intrinsic.contains(name) else { return nil }
            return (reference, "no attribute “\(name)” is set", nil)
        }
    }

    /// Attributes that are always there: characters, and what Asciidoctor sets itself.
    private static let intrinsic: Set<String> = [
        "empty", "blank", "sp", "nbsp", "zwsp", "wj", "apos", "quot", "lsquo", "rsquo", "ldquo", "rdquo", "deg", "plus",
        "brvbar", "vbar", "amp", "lt", "gt", "startsb", "endsb", "caret", "asterisk", "tilde", "backslash", "backtick",
        "two-colons", "two-semicolons", "cpp", "cxx", "pp", "docname", "docfile", "docdir", "doctitle", "doctype",
        "docdate",
        "docyear", "doctime", "docdatetime", "localdate", "localyear", "localtime", "localdatetime", "author",
        "firstname",
        "middlename", "lastname", "authorinitials", "email", "revnumber", "revdate", "revremark", "backend",
        "basebackend",
        "filetype", "outfilesuffix", "asciidoctor-version", "asciidoctor", "embedded", "counter", "counter2", "set",
        "lang",
        "idprefix", "idseparator", "sectids", "toc-title", "appendix-caption", "caution-caption", "example-caption",
        "figure-caption", "important-caption", "last-update-label", "note-caption", "part-refsig", "table-caption",
        "tip-caption", "untitled-label", "version-label", "warning-caption", "user-home", "iconsdir", "stylesdir",
    ]
}

extension RuleContext {
    /// Names and values of the attribute entries, wherever they stand and whatever conditions surround them.
    var attributes: [String: String] {
        var found: [String: String] = [:]
        for line in entryLines {
            let name = line.dropFirst().prefix { $0 != ":" }
            let value = line.dropFirst(name.count + 2)
            found[name.filter { $0 != "!" }.lowercased()] = value.trimmingBlanks
        }
        return found
    }

    /// Attribute entries, and those in `ifndef::x[:name: value]`.
    private var entryLines: [String] {
        let conditional = nodes(.directive).compactMap { node -> String? in
            let line = text(document.trimBlanks(node.range))
            guard line.hasSuffix("]"), let open = line.firstIndex(of: "[") else { return nil }
            let inside = line[line.index(after: open)...].dropLast()
            return inside.hasPrefix(":") ? String(inside) : nil
        }
        return nodes(.attributeEntry).map { text(document.trimBlanks($0.range)) } + conditional
    }

    /// The text of paragraphs, items, headings and titles: where inline macros are read.
    var texts: [Range<Int>] {
        let lines = (nodes(.paragraph) + nodes(.listItem)).flatMap(textLines)
        let titles = (nodes(.heading) + nodes(.blockTitle) + nodes(.blockMacro)).map(\.contentRange)
        return lines + titles
    }

    /// The targets of `image:target[…]` and `image::target[…]`.
    func imageTargets(in range: Range<Int>) -> [Range<Int>] {
        let name = Array("image:".utf8)
        return document.source[range].indices.compactMap { start in
            guard document.source[start..<range.upperBound].starts(with: name) else { return nil }
            let target = document.source[(start + name.count)..<range.upperBound].drop { $0 == UInt8(ascii: ":") }
            guard let end = target.firstIndex(of: UInt8(ascii: "[")), end > target.startIndex,
                !target[..<end].contains(where: { $0 == 0x20 })
            else { return nil }
            return target.startIndex..<end
        }
    }

    /// The names in `{name}`, where they are references and not text.
    func attributeReferences(in range: Range<Int>) -> [Range<Int>] {
        Self.references(among: parseInlines(document.source, in: range)).filter { name in
            document.source[name].allSatisfy { $0 < 0x80 && ($0.isWord || $0 == UInt8(ascii: "-")) }
        }
    }

    private static func references(among inlines: [Inline]) -> [Range<Int>] {
        inlines.flatMap { inline in
            (inline.kind == .attributeReference ? inline.target.map { [$0] } ?? [] : [])
                + references(among: inline.children)
        }
    }
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
