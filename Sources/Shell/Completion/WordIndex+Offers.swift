import Notebook

// What a word that is being typed could become.
extension WordIndex {
    /// The words of the text that begin like `typed`, the most frequent first, in the case that was typed; with the
    /// typed word itself where it is written with accents.
    func words(from typed: String) -> [String] {
        let key = typed.folded
        let longer = entries(longerThan: key).filter { $0.key.count >= Self.shortestWord && count(of: $0) > 0 }
            .sorted { (count(of: $1), $0.key) < (count(of: $0), $1.key) }
        let offered = longer.map { written($0, as: typed) }
        guard let same = entry(withKey: key), let accented = accented(same), accented.folded == key else {
            return offered
        }
        let corrected = inCase(of: typed, accented)
        return corrected == typed ? offered : [corrected] + offered
    }

    /// The form that is written with accents, where there is one.
    private func accented(_ entry: Entry) -> String? {
        let written = entry.forms.map { forms[$0] }.filter { $0.word.contains { !$0.isASCII } }
        return written.max { $0.count < $1.count }?.word
    }

    /// How an entry's word is written: with accents before without, as most often, small before capital letters.
    private func written(_ entry: Entry, as typed: String) -> String {
        guard !entry.forms.isEmpty else { return inCase(of: typed, entry.commonForm) }
        let all = entry.forms.map { forms[$0] }
        let accented = all.filter { $0.word.contains { !$0.isASCII } }
        let best = (accented.isEmpty ? all : accented).max { one, other in
            (one.count, one.word.first?.isLowercase == true ? 1 : 0) < (
                other.count, other.word.first?.isLowercase == true ? 1 : 0
            )
        }
        return inCase(of: typed, best?.word ?? entry.commonForm)
    }

    /// A capital that was typed stays; capital letters throughout, too.
    private func inCase(of typed: String, _ word: String) -> String {
        guard let first = typed.first, first.isUppercase else { return word }
        if typed.count > 1, typed.allSatisfy({ !$0.isLowercase }) { return word.uppercased() }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    // MARK: Hints

    /// What counts for a word that could be meant. The weights were found by replaying a real day: `HintReplayTests`.
    private enum Weight {
        static let common = 0.6
        /// For each time that it followed the word before.
        static let pair = 10.0
        static let recent = 1.0
        static let recentWords = 60
        static let leastScore = 0.3
        /// Of the scores of all words that could be meant.
        static let leastShare = 0.8
        static let shortestStart = 3
        static let shortestWord = 4
    }

    /// The one word that is meant most likely; nil where it is not clear, or where `typed` is a word already.
    ///
    /// - Parameter before: the word before it; may be empty.
    func likely(from typed: String, after before: String) -> String? {
        let key = typed.folded
        guard key.count >= Weight.shortestStart, !isWord(key) else { return nil }
        let before = before.isEmpty ? nil : entry(withKey: before.folded)
        let language = self.language
        var (best, bestScore, total) = (nil as Entry?, 0.0, 0.0)
        for entry in entries(longerThan: key) where entry.key.count >= Weight.shortestWord {
            let score = score(entry, language, count(of: entry, after: before))
            total += score
            if score > bestScore || score == bestScore && best.map({ last(of: $0) < last(of: entry) }) == true {
                (best, bestScore) = (entry, score)
            }
        }
        guard let best, bestScore >= Weight.leastScore, bestScore / total >= Weight.leastShare else { return nil }
        return written(best, as: typed)
    }

    private func isWord(_ key: String) -> Bool {
        guard let entry = entry(withKey: key) else { return false }
        // Written once, it may have been mistyped.
        return entry.common != 0 || count(of: entry) > 1
    }

    private func score(_ entry: Entry, _ language: UInt8, _ following: Int) -> Double {
        let count = count(of: entry)
        var score = Double(count) + Weight.pair * Double(following)
        if entry.common & language != 0 { score += Weight.common }
        if count > 0, position - last(of: entry) < Weight.recentWords { score += Weight.recent }
        return score
    }
}
