/// What the lines about a block say: title and attributes.
struct BlockMetadata {
    private(set) var title: String?
    /// First positional attribute of the last line that has one, without `#id`, `.role`, `%option`.
    private(set) var style: String?
    private(set) var positional: [Int: String] = [:]
    private(set) var named: [String: String] = [:]

    mutating func read(title: String) { self.title = title }

    /// Reads what stands between the brackets of an attribute line.
    mutating func read(attributes: String) {
        for (index, field) in AttributeList(attributes).enumerated() {
            guard let value = field.value else { continue }
            if let name = field.name {
                read(name, value)
            } else {
                positional[index + 1] = value
                if index == 0 { read(first: value) }
            }
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        guard value != "None" else { return }
        named[name] = value
        if name == "title" { title = value }
        if name == "opts" || name == "options" { addOptions(value.split(separator: ",")) }
    }

    private mutating func addOptions(_ names: [Substring]) {
        for name in names { named["\(name.filter { $0 != " " })-option"] = "" }
    }

    private mutating func read(first value: String) {
        // A blank in it makes it no shorthand.
        guard !value.contains(" ") else { return style = value }
        let end = value.firstIndex { "#.%".contains($0) } ?? value.endIndex
        if end > value.startIndex { style = String(value[..<end]) }
        for part in value[end...].split(separator: "%").dropFirst(value[end...].hasPrefix("%") ? 0 : 1) {
            addOptions([part.prefix { $0 != "." && $0 != "#" }])
        }
    }
}
