/// The attributes that are set at a place of a document.
public struct DocumentAttributes: Sendable {
    /// What is set, by name: also what Asciidoctor sets by itself.
    public private(set) var values: [String: String] = Self.intrinsic

    /// What Asciidoctor sets by itself, as far as conditions ask for it.
    private static let intrinsic: [String: String] = [
        "asciidoctor": "", "asciidoctor-version": "2.0.18", "attribute-missing": "skip",
        "attribute-undefined": "drop-line",
        "backend": "html5", "backend-html5": "", "backend-html5-doctype-article": "", "basebackend": "html",
        "basebackend-html": "", "basebackend-html-doctype-article": "", "caution-caption": "Caution",
        "doctype": "article",
        "doctype-article": "", "example-caption": "Example", "figure-caption": "Figure", "filetype": "html",
        "filetype-html": "", "htmlsyntax": "html", "iconsdir": "./images/icons", "important-caption": "Important",
        "note-caption": "Note", "prewrap": "", "safe-mode-level": "20", "safe-mode-name": "secure",
        "safe-mode-secure": "", "sectids": "", "table-caption": "Table", "tip-caption": "Tip", "toc-placement": "auto",
        "warning-caption": "Warning", "outfilesuffix": ".html", "appendix-caption": "Appendix",
        "version-label": "Version", "notitle": "",
        "embedded": "", "stylesheet": "", "linkcss": "", "max-attribute-value-size": "4096", "user-home": ".",
        "docdir": "", "empty": "", "blank": "", "sp": " ", "nbsp": "&#160;", "zwsp": "&#8203;", "plus": "&#43;",
        "asterisk": "*", "tilde": "~", "caret": "^", "backtick": "`", "startsb": "[", "endsb": "]", "vbar": "|",
        "amp": "&", "lt": "<", "gt": ">",
        "apos": "&#39;", "quot": "&#34;", "lsquo": "&#8216;", "rsquo": "&#8217;", "ldquo": "&#8220;",
        "rdquo": "&#8221;", "deg": "&#176;", "brvbar": "&#166;", "wj": "&#8288;", "zwnj": "&#8204;",
        "cpp": "C&#43;&#43;", "pp": "&#43;&#43;", "two-colons": "::",
        "two-semicolons": ";;", "backslash": "\\",
    ]

    /// Names that a document cannot change in Asciidoctor's secure mode.
    private static let locked: Set<String> = [
        "asciidoctor", "asciidoctor-version", "safe-mode-level", "safe-mode-name", "safe-mode-secure", "user-home",
        "backend", "linkcss", "embedded", "max-attribute-value-size", "docdir",
    ]

    /// Names that a document may set without anything coming of it in that mode: conditions see them as unset.
    private static let withheldNames: Set<String> = ["icons", "copycss", "source-highlighter"]

    /// What a document says of the names that are withheld from it.
    private var withheld: [String: String] = [:]

    /// The value that a document gives an attribute, also where nothing comes of it; nil where it is not set.
    public func written(_ name: String) -> String? { self[name] ?? withheld[name.lowercased()] }

    /// Names that were given from outside, which a document cannot change.
    private var given: Set<String> = []

    /// What the values of some names go through where they are shown: those that `pass:q[…]` gave.
    private(set) var substitutions: [String: InlineSubstitutions] = [:]

    /// Names that were counted on.
    private var counters: Set<String> = []

    /// The attributes before a document's first line.
    ///
    /// Attributes given from outside win over the document's, but for those whose value ends with `@`, as in
    /// Asciidoctor; nil unsets.
    public init(_ external: [String: String?] = [:]) {
        for (name, value) in external {
            let isSoft = name.hasSuffix("@") || value?.hasSuffix("@") == true
            let key = (name.hasSuffix("@") ? String(name.dropLast()) : name).lowercased()
            values[key] = value.map { $0.hasSuffix("@") ? String($0.dropLast()) : $0 }
            if !isSoft { given.insert(key) }
        }
        levelOffset = Int(written: values["leveloffset"] ?? "") ?? 0
    }

    /// The value of an attribute; nil where it is not set.
    public subscript(name: String) -> String? { values[name.lowercased()] }

    /// Whether a reference may name an attribute so: letters, digits, `_`, and `-` but at the beginning.
    public static func isName(_ text: some StringProtocol) -> Bool {
        text.first != "-" && !text.isEmpty
            && text.utf8.allSatisfy { $0 < 0x80 && ($0.isWord || $0 == UInt8(ascii: "-")) }
    }

    /// Reads the entry whose lines are joined in `entry`: `:name: value`, `:name!:`, `:!name:`.
    /// Returns the name; nil where it is none, or one that a document cannot change.
    @discardableResult
    public mutating func read(entry: String) -> String? {
        let parts = entry.dropFirst().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        var name = parts[0]
        let isUnset = name.hasSuffix("!") || name.hasPrefix("!")
        if name.hasSuffix("!") { name = name.dropLast() } else if isUnset { name = name.dropFirst() }
        let key = String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        guard !key.isEmpty, !Self.locked.contains(key), !given.contains(key) else { return nil }
        let written = isUnset ? nil : value(written: String(parts[1].drop { $0 == " " || $0 == "\t" }))
        guard !Self.withheldNames.contains(key) else {
            withheld[key] = written?.text
            return key
        }
        set(key, to: (written?.text).map(Self.limited))
        substitutions[key] = written.flatMap { $0.substitutions.isEmpty ? nil : $0.substitutions }
        return key
    }

    /// What an entry's text sets, and what that goes through where it is shown: `pass:q[…]` names it.
    private mutating func value(written text: String) -> (text: String, substitutions: InlineSubstitutions) {
        guard text.hasPrefix("pass:"), text.hasSuffix("]"), let open = text.firstIndex(of: "[") else {
            return (resolvedCounting(text), [])
        }
        let names = text[..<open].dropFirst(5)
        guard names.utf8.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }) else {
            return (resolvedCounting(text), [])
        }
        let content = String(text[open...].dropFirst().dropLast())
        let named = InlineSubstitutions(names: Array(names.utf8)[...])
        let isResolved = named.contains(.attributes)
        return (isResolved ? resolvedCounting(content) : content, named.subtracting(.attributes))
    }

    /// As much of a value as Asciidoctor keeps in secure mode: values made of values would else grow without bounds.
    private static func limited(_ value: String) -> String {
        guard value.utf8.count > 4_096 else { return value }
        var end = value.utf8.index(value.startIndex, offsetBy: 4_096)
        while end.samePosition(in: value.unicodeScalars) == nil { end = value.utf8.index(before: end) }
        return String(value[..<end])
    }

    private mutating func set(_ name: String, to value: String?) {
        guard name == "leveloffset" else { return values[name] = value }
        let isRelative = value?.first == "+" || value?.first == "-"
        let offset = (isRelative ? levelOffset : 0) + (value.flatMap { Int(written: $0) } ?? 0)
        values[name] = isRelative ? String(offset) : value
        levelOffset = offset
    }

    /// The text with its attribute references replaced and its counters counted on.
    mutating func resolvedCounting(_ text: String) -> String {
        guard Self.counts(text) else { return resolved(text) }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            // `{counter:name:seed}`; `{counter2:…}` counts without showing it.
            let parts = rest[open..<close].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            if parts.count > 1, parts[0] == "counter" || parts[0] == "counter2" {
                let value = count(String(parts[1]), from: parts.count > 2 ? String(parts[2]) : nil)
                result += parts[0] == "counter" ? value : ""
            } else {
                result += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return resolved(result + rest)
    }

    /// What a reference stands for, by what its braces hold: a name, `counter:name:seed`, `counter2:…`, `set:name:value`.
    /// Nil where an unknown name stays as it is written.
    mutating func expand(_ reference: String) -> String? {
        let parts = reference.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map { String($0) }
        guard parts.count > 1 else {
            let isDropped = self["attribute-missing"]?.hasPrefix("drop") ?? false
            return self[reference] ?? (isDropped ? "" : nil)
        }
        switch parts[0] {
        case "counter": return count(parts[1], from: parts.count > 2 ? parts[2] : nil)
        case "counter2":
            _ = count(parts[1], from: parts.count > 2 ? parts[2] : nil)
            return ""
        case "set":
            read(entry: ":\(parts[1]): \(parts.count > 2 ? parts[2] : "")")
            return ""
        default: return nil
        }
    }

    /// Whether a text counts something: each reading of it counts on.
    static func counts(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "{")) && text.contains("{counter")
    }

    private mutating func count(_ name: String, from seed: String?) -> String {
        let old = self[name] ?? ""
        if let seed, old.isEmpty || !counters.contains(name) {
            values[name] = seed
        } else if let number = Int(written: old.isEmpty ? "0" : old) {
            values[name] = String(number + 1)
        } else if let letter = old.unicodeScalars.first, let next = Unicode.Scalar(letter.value + 1) {
            values[name] = String(next)
        }
        counters.insert(name)
        return values[name] ?? ""
    }

    /// How much the levels of the sections that follow are changed: what `leveloffset` says, which each line asks for.
    private(set) var levelOffset = 0

    /// The text with its attribute references replaced; unknown ones stay, or are dropped.
    public func resolved(_ text: String, droppingUnknown: Bool = false) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), result.last != "\\",
                let value = self[String(rest[rest.index(after: open)..<close])] ?? (droppingUnknown ? "" : nil)
            else {
                result += "{"
                rest = rest.dropFirst()
                continue
            }
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
