import AsciiDoc

extension DiagnosticRule {
    /// Rules on what attribute lines and macros say.
    static let styles = [unknownStyle, unknownMacro, emptyShorthand, severalIdentifiers]

    private static let unknownStyle = DiagnosticRule(
        "unknown-style", .note, "a block style that the language does not know",
        says: "“%1” is no style of this block; without an extension it has no effect"
    ) { context in
        (0..<context.document.nodeCount).compactMap { index in
            guard let known = known[context.document.kind(at: index)] else { return nil }
            let node = context.document.node(index)
            guard node.children.first?.kind.isAboutBlock == true,
                let first = context.metadata(of: node).positional[1],
                case let style = String(first.prefix { !"#.%".contains($0) }), !style.isEmpty,
                !known.contains(style) || node.isFenced
            else { return nil }
            return Finding(context.firstLine(of: node), [style])
        }
    }

    private static let admonitions = Block.Admonition.names
    private static let stem: Set<String> = ["stem", "latexmath", "asciimath"]

    /// The styles that a block may have; nil for what has others, or none.
    ///
    /// Source: AsciiDoc language documentation, "Built-in blocks summary"; Asciidoctor 2.0 for paragraphs.
    private static let known: [NodeKind: Set<String>] = [
        .listing: ["listing", "literal", "source"], .literal: ["literal", "listing", "source"],
        .example: admonitions.union(["example"]), .sidebar: ["sidebar"], .quote: ["quote", "verse"],
        .pass: stem.union(["pass"]), .table: ["table"],
        .open: admonitions.union([
            "open", "comment", "example", "literal", "listing", "pass", "quote", "sidebar", "source", "verse",
            "abstract", "partintro",
        ]),
        .paragraph: admonitions.union(stem).union([
            "comment", "example", "literal", "listing", "normal", "open", "pass", "quote", "sidebar", "source", "verse",
            "abstract", "partintro", "discrete", "float",
        ]),
    ]

    private static let unknownMacro = DiagnosticRule(
        "unknown-macro", .note, "a block macro that the language does not know",
        says: "no block macro has the name “%1”; without an extension, this line is text"
    ) { context in
        context.prose.compactMap { paragraph in
            guard let line = context.textLines(of: paragraph).first, let name = context.macroName(in: line) else {
                return nil
            }
            return Finding(line, [name])
        }
    }

    // MARK: Shorthand

    private static let emptyShorthand = DiagnosticRule(
        "shorthand-empty", .warning, "a “#”, “.” or “%” with nothing after it in block attributes",
        says: "nothing stands after “%1”"
    ) { context in
        context.shorthands.flatMap { line, parts in
            parts.filter { $0.count == 1 }.map { Finding(line, [String($0)]) }
        }
    }

    private static let severalIdentifiers = DiagnosticRule(
        "several-identifiers", .warning, "several identifiers for one block", says: "a block has one identifier: “%1”"
    ) { context in
        context.shorthands.compactMap { line, parts in
            let names = parts.filter { $0.hasPrefix("#") && $0.count > 1 }
            return names.count > 1 ? Finding(line, [names.map(String.init).joined()]) : nil
        }
    }
}

extension Node {
    /// A block between three backticks is source already.
    fileprivate var isFenced: Bool { delimiter.map { document.source[$0.lowerBound] } == UInt8(ascii: "`") }
}

extension RuleContext {
    /// The name of `name::target[…]`.
    fileprivate func macroName(in line: Range<Int>) -> String? {
        guard let macro = document.blockMacro(in: line) else { return nil }
        return document.trimBlanks(macro.target) == macro.target ? macro.name : nil
    }

    /// The first positional attribute of every attribute line, in parts that begin with their sign.
    fileprivate var shorthands: [(line: Range<Int>, parts: [Substring])] {
        nodes(.blockAttributes).compactMap { node in
            let line = document.trimBlanks(node.range)
            let content = text((line.lowerBound + 1)..<(line.upperBound - 1))
            let first = content.prefix { $0 != "," }
            guard !first.contains("="), !first.contains("\""), !first.contains("{"), !first.contains(" "),
                first.contains(where: { "#.%".contains($0) })
            else { return nil }
            var parts: [Substring] = []
            var rest = first[...].drop { !"#.%".contains($0) }
            while !rest.isEmpty {
                let part = rest.prefix(1) + rest.dropFirst().prefix { !"#.%".contains($0) }
                parts.append(part)
                rest = rest.dropFirst(part.count)
            }
            return (line, parts)
        }
    }
}
