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
        "empty": "", "blank": "", "sp": " ", "nbsp": "&#160;", "zwsp": "&#8203;", "plus": "&#43;", "asterisk": "*",
        "tilde": "~",
        "caret": "^", "backtick": "`", "startsb": "[", "endsb": "]", "vbar": "|", "amp": "&", "lt": "<", "gt": ">",
        "apos": "&#39;", "quot": "&#34;", "lsquo": "&#8216;", "rsquo": "&#8217;", "ldquo": "&#8220;",
        "rdquo": "&#8221;", "deg": "&#176;", "brvbar": "&#166;", "wj": "&#8288;", "zwnj": "&#8204;",
        "cpp": "C&#43;&#43;", "pp": "&#43;&#43;", "two-colons": "::",
        "two-semicolons": ";;", "backslash": "\\",
    ]

    /// Names that a document cannot change in Asciidoctor's secure mode.
    private static let locked: Set<String> = [
        "asciidoctor", "asciidoctor-version", "safe-mode-level", "safe-mode-name", "safe-mode-secure", "user-home",
        "backend", "linkcss", "embedded", "max-attribute-value-size",
    ]

    /// Names that were given from outside, which a document cannot change.
    private var given: Set<String> = []

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
        set(key, to: isUnset ? nil : Self.limited(value(written: String(parts[1].drop { $0 == " " || $0 == "\t" }))))
        return key
    }

    /// What an entry's text sets. `pass:a[…]` names what is read in it; formats are not.
    private func value(written text: String) -> String {
        guard text.hasPrefix("pass:"), text.hasSuffix("]"), let open = text.firstIndex(of: "[") else {
            return resolved(text)
        }
        let names = text[..<open].dropFirst(5)
        guard names.allSatisfy({ $0.isLetter || $0 == "," || $0 == "-" }) else { return resolved(text) }
        let content = String(text[open...].dropFirst().dropLast())
        let isResolved = names.split(separator: ",").contains { $0 == "a" || $0 == "attributes" || $0 == "n" }
        return isResolved ? resolved(content) : content
    }

    /// As much of a value as Asciidoctor keeps in secure mode: values made of values would else grow without bounds.
    private static func limited(_ value: String) -> String {
        guard value.utf8.count > 4_096 else { return value }
        var end = value.utf8.index(value.startIndex, offsetBy: 4_096)
        while end.samePosition(in: value.unicodeScalars) == nil { end = value.utf8.index(before: end) }
        return String(value[..<end])
    }

    private mutating func set(_ name: String, to value: String?) {
        guard name == "leveloffset", let value, let first = value.first, first == "+" || first == "-" else {
            values[name] = value
            return
        }
        let offset = levelOffset + (Int(written: value) ?? 0)
        values[name] = String(offset)
    }

    /// The text with its attribute references replaced and its counters counted on.
    mutating func resolvedCounting(_ text: String) -> String {
        guard text.contains("{counter") else { return resolved(text) }
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

    /// How much the levels of the sections that follow are changed.
    var levelOffset: Int { Int(written: values["leveloffset"] ?? "") ?? 0 }

    /// The text with its attribute references replaced; unknown ones stay, or are dropped.
    public func resolved(_ text: String, droppingUnknown: Bool = false) -> String {
        guard text.contains("{") else { return text }
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
