import Notebook

/// Short words and what they stand for.
struct Abbreviations {
    private var meanings: [String: String] = [:]

    /// - Parameter lines: the short word, a space, and what it stands for; other lines are none.
    init(_ lines: [String]) {
        for line in lines {
            let word = line.prefix { $0 != " " }
            let meaning = line.dropFirst(word.count).trimmingBlanks
            if !word.isEmpty, !meaning.isEmpty { meanings[String(word)] = meaning }
        }
    }

    var lines: [String] { meanings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } }

    /// Nil removes the abbreviation.
    subscript(_ word: String) -> String? {
        get { meanings[word] }
        set { meanings[word] = newValue }
    }

    /// What a typed word stands for; one that begins with a capital letter where its meaning does not.
    func meaning(of word: String) -> String? {
        if let meaning = meanings[word] { return meaning }
        guard let first = word.first, first.isUppercase else { return nil }
        let meaning = meanings[first.lowercased() + word.dropFirst()]
        return meaning.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_&+".unicodeScalars.contains(scalar)
    }
}
