import Notebook

/// Names of people in running text.
enum PastedNames {
    /// A few words, the first with a capital or the whole a login; no sentence.
    static func looksLikeNames(_ text: String) -> Bool {
        let names = split(text)
        guard !names.isEmpty, names.count <= 8, !text.hasSuffix("?"), !text.hasSuffix("!"), !text.hasSuffix(".") else {
            return false
        }
        return names.allSatisfy { name in
            let words = name.split(separator: " ")
            return (1...5).contains(words.count) && words.contains { $0.first?.isUppercase ?? false }
                && !name.contains { $0.isNumber || $0 == ":" }
        }
    }

    /// People separated by `, `, ` et `, ` and `, ` & `, ` und `; parentheses after a name are the company.
    static func read(_ text: String) -> [Speaker] {
        split(text).map { name in
            guard name.hasSuffix(")"), let start = name.lastIndex(of: "("), start > name.startIndex else {
                return Speaker(name: name)
            }
            let company = String(name[name.index(after: start)...].dropLast())
            return Speaker(name: name[..<start].trimmingBlanks, affiliation: company)
        }
    }

    private static func split(_ text: String) -> [String] {
        var names = [text]
        for separator in [", ", " et ", " and ", " & ", " und ", " / "] {
            names = names.flatMap { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
        }
        return names.map(\.spaced).filter { !$0.isEmpty }
    }
}
