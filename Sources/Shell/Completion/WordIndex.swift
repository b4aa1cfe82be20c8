import Notebook

/// The words of a text by how they begin, accents and case aside. Text that is appended costs what it is long.
struct WordIndex {
    private struct Entry {
        let key: String
        let word: String
        var count: Int
    }

    /// Sorted by key.
    private var entries: [Entry] = []

    static let shortestWord = 5

    /// Takes in text that was written. Words stay when their text goes: they are what was typed.
    mutating func add(_ bytes: some Collection<UInt8>) { add(String(decoding: bytes, as: UTF8.self)) }

    /// The words that begin like `prefix`, the most frequent first.
    func words(from prefix: String) -> [String] {
        entries[range(of: prefix.folded)].sorted(by: Self.comesFirst).map(\.word)
    }

    /// The first of those, at the price that each key can pay.
    func best(from prefix: String) -> String? {
        entries[range(of: prefix.folded)].min(by: Self.comesFirst)?.word
    }

    private static func comesFirst(_ one: Entry, _ other: Entry) -> Bool {
        (other.count, one.key) < (one.count, other.key)
    }

    /// The entries that are longer than `key` and begin with it.
    private func range(of key: String) -> Range<Int> {
        var start = firstIndex(notBefore: key)
        if start < entries.count, entries[start].key == key { start += 1 }
        return start..<(entries[start...].firstIndex { !$0.key.hasPrefix(key) } ?? entries.count)
    }

    private mutating func add(_ text: String) {
        for word in text.split(whereSeparator: { !$0.isWordCharacter }) where word.count >= Self.shortestWord {
            add(word: String(word))
        }
    }

    private mutating func add(word: String) {
        let key = word.folded
        let index = firstIndex(notBefore: key)
        if index < entries.count, entries[index].key == key {
            entries[index].count += 1
        } else {
            entries.insert(Entry(key: key, word: word, count: 1), at: index)
        }
    }

    private func firstIndex(notBefore key: String) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Character {
    /// Part of a word in French and English, apostrophe aside: `l'architecture` is completed from `arch`.
    var isWordCharacter: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
