// Attribute lists: what stands between the brackets of a macro, or of a line above a block.
extension Block.Metadata {
    /// This, with what stands nearer to the block.
    func adding(_ inner: Block.Metadata) -> Block.Metadata {
        Block.Metadata(
            title: inner.title ?? title, id: inner.id ?? id, roles: roles + inner.roles,
            options: options + inner.options, attributes: attributes + inner.attributes)
    }

    /// `source#id.role%option,swift,name=value`; empty where there is nothing to say.
    func attributeList(_ style: String, _ values: [String], separator: String = ",") -> String {
        var named = attributes
        var first = style
        let words = [
            id.map { [("#", "id", $0)] } ?? [], roles.map { (".", "role", $0) }, options.map { ("%", "opts", $0) },
        ]
        for words in words where !words.isEmpty {
            if words.allSatisfy({ !$0.2.isEmpty && $0.2.allSatisfy(\.isPlainInShorthand) }) {
                first += words.map { $0.0 + $0.2 }.joined()
            } else {
                let separator = words[0].1 == "opts" ? "," : " "
                named.append(Block.Attribute(words[0].1, words.map(\.2).joined(separator: separator)))
            }
        }
        let positional = ([first] + values).map { Block.Attribute(nil, $0) }
        return (first.isEmpty && values.isEmpty ? named : positional + named).written(separator)
    }
}

extension [Block.Attribute] {
    /// The list as it stands between brackets.
    func written(_ separator: String = ",") -> String {
        map { attribute in
            if attribute.isList { return attribute.value }
            let value = attribute.value.quotedInAttributes
            return attribute.name.map { "\($0)=\(value.isEmpty ? "\"\"" : value)" } ?? value
        }.joined(separator: separator)
    }
}

extension Character {
    /// What cannot end a value of an attribute list.
    var isPlainInAttributes: Bool { isLetter || isNumber || "-_+#.%:/ *'()".contains(self) }

    /// What cannot end one of the words of `style#id.role%option`.
    fileprivate var isPlainInShorthand: Bool { isLetter || isNumber || "-_:".contains(self) }
}

extension String {
    /// The text as one value of an attribute list: in quotation marks where something in it would end it.
    var quotedInAttributes: String {
        let text = lines.joined(separator: " ")
        let isPlain =
            text.allSatisfy(\.isPlainInAttributes) && text.first != " " && text.last != " " && text.first != "'"
        if isPlain { return text }
        let quoted = text.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
        // A backslash at the end would be one before the quotation mark.
        return "\"" + (quoted.hasSuffix("\\") ? quoted.dropLast() + "&#92;" : quoted) + "\""
    }

    /// The text as a macro's target: no spaces at its ends, no bracket.
    var asMacroTarget: String {
        trimmingBlanks.lines.joined(separator: " ").map { $0 == "[" ? "%5B" : $0 == "]" ? "%5D" : String($0) }.joined()
    }

    /// The lines of a text: what stands between line feeds, carriage returns, or both in a row.
    var lines: [String] {
        guard hasLineEnds else { return [self] }
        return split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map { String($0) }
    }

    /// Whether the text has more than one line.
    var hasLineEnds: Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(newline) || $0.contains(UInt8(ascii: "\r")) }
            ?? utf8.contains { $0 == newline || $0 == UInt8(ascii: "\r") }
    }

    func dropping(_ count: Int) -> String { String(dropFirst(count)) }
}
