import Notebook

/// The words of a text by how they begin, accents and case aside, with what a hint has to know of them. Text that is
/// appended costs what it is long.
///
/// Invariants: `entries` are sorted by their keys; a form is counted in exactly one entry, that of its folded text.
struct WordIndex {
    /// Words that are one but for accents and case.
    struct Entry {
        let key: String
        /// Indices of `forms`.
        var forms: [Int] = []
        /// In which languages it is a common word, as bits, and how it is written there.
        var common: UInt8 = 0
        var commonForm = ""
    }

    struct Form {
        let word: String
        var count: Int
        /// Position of the last one among all words.
        var last: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var forms: [Form] = []
    private var formIndex: [String: Int] = [:]
    private var keyOfForm: [String] = []
    /// How often one key follows another.
    private var pairs: [String: [String: Int]] = [:]
    private(set) var position = 0
    private var votes = [0, 0]

    static let shortestWord = 5

    init() {
        for language in CommonWords.allCases {
            for word in language.words { addCommon(String(word), language) }
        }
    }

    private mutating func addCommon(_ word: String, _ language: CommonWords) {
        let index = entry(for: word.folded)
        entries[index].common |= 1 << UInt8(language.rawValue)
        if entries[index].commonForm.isEmpty { entries[index].commonForm = word }
    }

    // MARK: Adding

    /// Takes in text that was written. Words stay when their text goes: they are what was typed.
    mutating func add(_ bytes: some Collection<UInt8>) {
        var before = ""
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            before = ""
            for word in String(decoding: line, as: UTF8.self).split(whereSeparator: { !$0.isWordCharacter }) {
                before = add(word: String(word), after: before)
            }
        }
    }

    /// Text from before what is there already: its words are older.
    mutating func addOlder(_ bytes: some Collection<UInt8>) {
        let now = position
        add(bytes)
        position = now
    }

    /// Returns the word's key.
    private mutating func add(word: String, after before: String) -> String {
        position += 1
        let index = form(of: word)
        forms[index].count += 1
        forms[index].last = max(forms[index].last, position)
        let key = keyOfForm[index]
        if !before.isEmpty { pairs[before, default: [:]][key, default: 0] += 1 }
        if word.utf8.count < Self.shortestWord { vote(key) }
        return key
    }

    /// Short common words tell the language.
    private mutating func vote(_ key: String) {
        let common = entries[firstIndex(notBefore: key)].common
        if common == 1 { votes[0] += 1 }
        if common == 2 { votes[1] += 1 }
    }

    private static let leastVotes = 3

    /// The bits of the language that the text is in; none while it is not known.
    var language: UInt8 {
        guard votes[0] != votes[1], max(votes[0], votes[1]) >= Self.leastVotes else { return 0 }
        return votes[0] > votes[1] ? 1 : 2
    }

    private mutating func form(of word: String) -> Int {
        if let index = formIndex[word] { return index }
        let key = word.folded
        forms.append(Form(word: word, count: 0, last: 0))
        keyOfForm.append(key)
        formIndex[word] = forms.count - 1
        entries[entry(for: key)].forms.append(forms.count - 1)
        return forms.count - 1
    }

    private mutating func entry(for key: String) -> Int {
        let index = firstIndex(notBefore: key)
        if index == entries.count || entries[index].key != key { entries.insert(Entry(key: key), at: index) }
        return index
    }

    // MARK: Finding

    func count(of entry: Entry) -> Int { entry.forms.reduce(0) { $0 + forms[$1].count } }

    func last(of entry: Entry) -> Int { entry.forms.reduce(0) { max($0, forms[$1].last) } }

    func followers(of key: String) -> [String: Int] { pairs[key] ?? [:] }

    /// The entry with exactly that key.
    func entry(withKey key: String) -> Entry? {
        let index = firstIndex(notBefore: key)
        return index < entries.count && entries[index].key == key ? entries[index] : nil
    }

    /// The entries that are longer than `key` and begin with it.
    func entries(longerThan key: String) -> ArraySlice<Entry> {
        var start = firstIndex(notBefore: key)
        if start < entries.count, entries[start].key == key { start += 1 }
        return entries[start..<(entries[start...].firstIndex { !$0.key.hasPrefix(key) } ?? entries.count)]
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
