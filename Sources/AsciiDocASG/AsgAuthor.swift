import AsciiDoc

/// An author: the parts of the name, and where to write to.
public struct AsgAuthor: Sendable {
    /// The whole name.
    public let fullName: String
    /// First, middle and last name; nil where there is none.
    public let parts: [String?]
    /// An electronic mail address or a page; nil where the document gives none.
    public let address: String?

    var initials: String { parts.compactMap { $0?.first.map { String($0) } }.joined() }

    /// The authors of an author line: `First Middle Last <address>; …`. What is no such name is one name as it stands.
    static func authors(in line: String) -> [AsgAuthor] {
        entries(of: line).map { entry in
            let (name, address) = addressed(entry)
            let words = name.split(separator: " ").map { String($0) }
            guard (1...3).contains(words.count), words.allSatisfy(isWord) else {
                return AsgAuthor(fullName: entry.squeezed, parts: [entry.squeezed, nil, nil], address: nil)
            }
            return AsgAuthor(words.map(\.shown), address)
        }
    }

    /// The authors that the attribute `author` names, or `authors`: of the third word on, all is the last name.
    static func authors(named text: String, areSeveral: Bool, address: String?) -> [AsgAuthor] {
        (areSeveral ? entries(of: text) : [text.trimmed]).filter { !$0.isEmpty }.enumerated().map { index, entry in
            let words = entry.split(separator: " ", maxSplits: 2).map { String($0).squeezed.shown }
            return AsgAuthor(words, index == 0 ? address : nil)
        }
    }

    /// The parts between semicolons that a space, or the end, follows.
    private static func entries(of line: String) -> [String] {
        var entries = [""]
        for part in line.split(separator: ";", omittingEmptySubsequences: false) {
            if entries == [""] || part.isEmpty || part.first == " " {
                entries.append(part.trimmed)
            } else {
                entries[entries.count - 1] += ";" + part
            }
        }
        return entries.filter { !$0.isEmpty }
    }

    private static func addressed(_ entry: String) -> (name: Substring, address: String?) {
        guard entry.last == ">", let open = entry.lastIndex(of: "<"), entry[..<open].last == " " else {
            return (entry[...], nil)
        }
        let address = entry[entry.index(after: open)...].dropLast()
        return address.isEmpty || address.contains(">") ? (entry[...], nil) : (entry[..<open], String(address))
    }

    /// Whether it may be a name: letters, digits, `_`, and after the first of them `-`, `'`, `.`.
    private static func isWord(_ word: String) -> Bool {
        guard let first = word.first, first.isLetter || first.isNumber || first == "_" else { return false }
        return word.allSatisfy { $0.isLetter || $0.isNumber || "_-'.".contains($0) }
    }

    /// The same with references to attributes replaced.
    func resolved(by attributes: DocumentAttributes) -> AsgAuthor {
        AsgAuthor(
            fullName: attributes.resolved(fullName), parts: parts.map { $0.map { attributes.resolved($0) } },
            address: address.map { attributes.resolved($0) })
    }

    private init(fullName: String, parts: [String?], address: String?) {
        (self.fullName, self.parts, self.address) = (fullName, parts, address)
    }

    /// One to three words.
    private init(_ words: [String], _ address: String?) {
        let parts: [String?] =
            switch words.count {
            case 2: [words[0], nil, words[1]]
            case 3: [words[0], words[1], words[2]]
            default: [words.first, nil, nil]
            }
        self.init(fullName: words.joined(separator: " "), parts: parts, address: address)
    }
}

extension String {
    /// An underscore in a name is a space.
    fileprivate var shown: String { String(map { $0 == "_" ? " " : $0 }) }

    /// The text with one space where there are several, and none on either side.
    fileprivate var squeezed: String { split(separator: " ").joined(separator: " ") }
}

/// What a revision line says: `v1.0, 2024-05-24: remark`.
struct RevisionLine {
    private(set) var number: String?
    private(set) var date: String?
    private(set) var remark: String?

    /// As Asciidoctor reads any line that stands there: what comes before the first comma after a digit is the number.
    init(_ line: String) {
        var rest = line[...]
        if let comma = Self.comma(in: line) {
            let prefix = line.prefix { !Self.begins($0) }
            number = prefix.endIndex < comma ? String(line[prefix.endIndex..<comma]).trimmed : ""
            rest = line[line.index(after: comma)...].drop { $0 == " " }
        }
        let colon = rest.dropFirst(number == nil ? 1 : 0).firstIndex(of: ":")
        var component = String(rest[..<(colon ?? rest.endIndex)]).trimmed
        if colon != nil, component.last == "," { component = String(component.dropLast()).trimmed }
        if let colon { remark = String(rest[rest.index(after: colon)...]).trimmed }
        guard !component.isEmpty else { return }
        if number == nil, component.first == "v" { number = String(component.dropFirst()) } else { date = component }
    }

    /// The comma after the number: the first after a digit or a reference, else the last of all.
    private static func comma(in line: String) -> String.Index? {
        let start = line.prefix { !begins($0) }.endIndex
        let comma = line[start...].firstIndex(of: ",") ?? line.lastIndex(of: ",")
        guard let comma, line[line.index(after: comma)...].first != ":" else { return nil }
        return comma
    }

    private static func begins(_ sign: Character) -> Bool { sign == "{" || sign.isASCII && sign.isNumber }
}
