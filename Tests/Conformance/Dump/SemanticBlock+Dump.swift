public import AsciiDoc

extension SemanticBlock {
    /// The block as `Tests/Oracle/blocks.rb` prints it.
    public var dump: String {
        let shown = style == context.rawValue || context == .section ? nil : style
        let number = context == .document || line == 0 ? "-" : String(line)
        var fields = [
            context.rawValue, shown ?? "-", level.map { String($0) } ?? "-", number, Self.quoted(title),
        ]
        if context == .item || context == .term {
            if let marker { fields.append(marker) }
            fields.append(Self.quoted(text))
        } else {
            fields += details
        }
        return String(repeating: "  ", count: depth) + fields.joined(separator: " ")
    }

    private var details: [String] {
        if let table { return [table.columns, table.head, table.body, table.foot].map { String($0) } }
        if let target { return [Self.quoted(target)] }
        let name = context == .admonition ? [(style ?? "").lowercased()] : []
        return name + (text.map { [Self.quoted($0)] } ?? [])
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
