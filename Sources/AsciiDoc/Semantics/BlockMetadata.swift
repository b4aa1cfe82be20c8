/// What the lines about a block say: title and attributes.
struct BlockMetadata {
    private(set) var title: String?
    /// First positional attribute, without `#id`, `.role`, `%option`.
    private(set) var style: String?
    private(set) var positional: [Int: String] = [:]
    private(set) var named: [String: String] = [:]

    mutating func read(title: String) { self.title = title }

    /// Reads what stands between the brackets of an attribute line.
    mutating func read(attributes: String) {
        var index = 0
        for field in Self.fields(attributes) {
            let value = field.value
            if let name = field.name {
                named[name] = value
                if name == "title" { title = value }
                if name == "style" { style = value }
                if name == "opts" || name == "options" { addOptions(value.split(separator: ",")) }
                continue
            }
            index += 1
            guard !value.isEmpty else { continue }
            positional[index] = value
            if index == 1 { read(first: value) }
        }
    }

    private mutating func addOptions(_ names: [Substring]) {
        for name in names { named["\(name.filter { $0 != " " })-option"] = "" }
    }

    private mutating func read(first value: String) {
        let end = value.firstIndex { "#.%".contains($0) } ?? value.endIndex
        if end > value.startIndex { style = String(value[..<end]) }
        for part in value[end...].split(separator: "%").dropFirst(value[end...].hasPrefix("%") ? 0 : 1) {
            addOptions([part.prefix { $0 != "." && $0 != "#" }])
        }
    }

    /// The fields of an attribute list: comma-separated, quoted where a value has a comma.
    private static func fields(_ list: String) -> [(name: String?, value: String)] {
        var fields: [(String?, String)] = []
        var name: String?
        var value = ""
        var quote: Character?
        var escaped = false
        for sign in list {
            if escaped {
                value.append(sign)
                escaped = false
            } else if let open = quote {
                if sign == open { quote = nil } else if sign == "\\" { escaped = true } else { value.append(sign) }
            } else if sign == ",", quote == nil {
                fields.append((name, value.trimmingBlanks))
                (name, value) = (nil, "")
            } else if sign == "=", name == nil,
                value.trimmingBlanks.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            {
                (name, value) = (value.trimmingBlanks, "")
            } else if sign == "\"" || sign == "'", value.allSatisfy({ $0 == " " }) {
                (quote, value) = (sign, "")
            } else {
                value.append(sign)
            }
        }
        fields.append((name, value.trimmingBlanks))
        return fields
    }
}
