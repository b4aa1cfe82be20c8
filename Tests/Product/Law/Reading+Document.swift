package import AsciiDoc

extension Reading {
    /// The document as Steno's own semantic view reads it.
    package init(_ document: Document) {
        self.init(
            document.semanticView().blocks.map { block in
                Entry(depth: block.depth, context: block.context.rawValue, details: Self.details(of: block))
            })
    }

    private static func details(of block: SemanticBlock) -> String {
        let style = block.style == block.context.rawValue || block.context == .section ? nil : block.style
        var fields = [style ?? "-", block.level.map(String.init) ?? "-", quoted(block.title)]
        if block.context == .item || block.context == .term {
            fields += (block.marker.map { [$0] } ?? []) + [quoted(block.text)]
        } else if let table = block.table {
            fields += [table.columns, table.head, table.body, table.foot].map(String.init)
        } else if let target = block.target {
            fields.append(quoted(target))
        } else {
            fields += block.context == .admonition ? [(block.style ?? "").lowercased()] : []
            fields += block.text.map { [quoted($0)] } ?? []
        }
        return fields.joined(separator: " ")
    }

    /// As Ruby's `to_json` writes a string.
    private static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        let escapes: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b", "\u{c}": "\\f",
        ]
        let body = text.unicodeScalars.map { scalar in
            if let escape = escapes[scalar] { return escape }
            guard scalar.value < 0x20 else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"" + body.joined() + "\""
    }
}
