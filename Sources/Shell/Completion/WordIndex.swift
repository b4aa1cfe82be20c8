import Notebook

/// The words of a text by how they begin, accents and case aside, with what a hint has to know of them. Text that is
/// appended costs what it is long.
///
/// Invariants: `entries` are sorted by their keys; a form is counted in exactly one entry, that of its folded text.
struct WordIndex {
    /// Words that are one but for accents and case.
    struct Entry {
        let key: String
        /// Stays when other entries come between.
        let id: Int
        /// Indices of `forms`.
        var forms: [Int] = []
        /// In which languages it is a common word, as bits, and how it is written there.
        var common: UInt8 = 0
        var commonForm = ""
    }

    struct Form {
        let word: String
        /// Of its entry.
        let id: Int
        let common: UInt8
        var count: Int
        /// Position of the last one among all words.
        var last: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var forms: [Form] = []
    private var formIndex: [String: Int] = [:]
    /// How often one entry follows another.
    private var pairs: [Pair: Int] = [:]
    private(set) var position = 0
    private var votes = [0, 0]

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

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
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            var before: Int?
            for run in line.split(whereSeparator: { !$0.mayBeInWord }) {
                let text = String(decoding: run, as: UTF8.self)
                guard !run.allSatisfy({ $0 < 0x80 }) else {
                    before = add(word: text, after: before)
                    continue
                }
                for word in text.split(whereSeparator: { !$0.isWordCharacter }) {
                    before = add(word: String(word), after: before)
                }
            }
        }
    }

    /// Text from before what is there already: its words are older.
    mutating func addOlder(_ bytes: some Collection<UInt8>) {
        let now = position
        add(bytes)
        position = now
    }

    /// Returns the word's entry; a number has none.
    private mutating func add(word: String, after before: Int?) -> Int? {
        position += 1
        if let first = word.utf8.first, (0x30...0x39).contains(first) { return nil }
        let index = form(of: word)
        forms[index].count += 1
        forms[index].last = max(forms[index].last, position)
        let id = forms[index].id
        if let before { pairs[Pair(first: before, second: id), default: 0] += 1 }
        if word.utf8.count < Self.shortestWord { vote(forms[index].common) }
        return id
    }

    /// Short common words tell the language.
    private mutating func vote(_ common: UInt8) {
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
        let index = entry(for: word.folded)
        forms.append(Form(word: word, id: entries[index].id, common: entries[index].common, count: 0, last: 0))
        formIndex[word] = forms.count - 1
        entries[index].forms.append(forms.count - 1)
        return forms.count - 1
    }

    private mutating func entry(for key: String) -> Int {
        let index = firstIndex(notBefore: key)
        if index == entries.count || entries[index].key != key {
            entries.insert(Entry(key: key, id: entries.count), at: index)
        }
        return index
    }

    // MARK: Finding

    func count(of entry: Entry) -> Int { entry.forms.reduce(0) { $0 + forms[$1].count } }

    func last(of entry: Entry) -> Int { entry.forms.reduce(0) { max($0, forms[$1].last) } }

    /// How often `entry` followed the one before it.
    func count(of entry: Entry, after before: Entry?) -> Int {
        before.flatMap { pairs[Pair(first: $0.id, second: entry.id)] } ?? 0
    }

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

extension UInt8 {
    /// Whether it may be part of a word: of what is not ASCII, the characters decide.
    fileprivate var mayBeInWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}

extension Character {
    /// Part of a word in French and English, apostrophe aside: `l'architecture` is completed from `arch`.
    var isWordCharacter: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
