import Notebook

/// What was probably meant by a mistyped name.
package enum Suggestion {
    /// The candidate nearest to `word`, when it is near enough to be worth saying.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let typed = word.folded
        let scored = candidates.map { (name: $0, distance: distance(Array(typed), Array($0.folded))) }
        guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
        return best.distance <= max(1, min(3, (max(typed.count, best.name.count)) / 2)) ? best.name : nil
    }

    /// How many letters to add, drop, change or swap to get from one word to the other (optimal string alignment).
    package static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rows = [Array(0...other.count)]
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                let change = rows[i][j] + (one[i] == other[j] ? 0 : 1)
                var best = min(change, rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
