import Notebook

/// Which version of the document another program started from.
///
/// An editor may have read the file long before it writes it back. What was typed since is missing from what it wrote,
/// but was not removed by its user. A line of ours that is there tells that everything before it had been read; where a
/// step wrote none (it took lines out), that version counts of which the text differs in fewer lines.
struct SeenVersion {
    /// How many times a line is in the other text, and in our version. Spaces at its end do not count.
    private let theirs: [ArraySlice<UInt8>: Int]
    private var ours: [ArraySlice<UInt8>: Int]
    private var difference: Int

    private init(theirs: [UInt8], ours: [UInt8]) {
        self.theirs = Self.counts(of: theirs)
        self.ours = Self.counts(of: ours)
        difference = 0
        for (line, count) in self.theirs { difference += abs(count - self.ours[line, default: 0]) }
        for (line, count) in self.ours where self.theirs[line] == nil { difference += count }
    }

    private static func counts(of text: [UInt8]) -> [ArraySlice<UInt8>: Int] {
        text.textLines.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// - Returns: how many of `transactions` the other program has seen, from 0 to their count.
    static func count(in theirs: [UInt8], ours: [UInt8], transactions: ArraySlice<Transaction>) -> Int {
        var counter = SeenVersion(theirs: theirs, ours: ours)
        var best = (count: transactions.count, difference: counter.difference)
        var version = ours
        for (count, transaction) in transactions.enumerated().reversed() {
            if counter.hasSeen(transaction) { break }
            let isMissing = counter.misses(transaction)
            guard counter.stepBack(transaction, version: &version) else { break }
            if isMissing || counter.difference < best.difference { best = (count, counter.difference) }
        }
        return best.count + Self.corrected(theirs, ours, transactions.dropFirst(best.count))
    }

    /// A line that it wrote is there: whoever wrote the other text had read it.
    private func hasSeen(_ transaction: Transaction) -> Bool {
        if transaction.origin == .outside { return false }
        let removed = transaction.steps.flatMap { $0.removed.textLines }
        return transaction.steps.contains { step in
            step.replacement.textLines.contains { line in
                theirs[line, default: 0] >= max(ours[line, default: 0], 1) && !removed.contains(line)
            }
        }
    }

    /// It wrote lines that we still have and the other text has not: nothing later is there either, so it is unseen.
    private func misses(_ transaction: Transaction) -> Bool {
        if transaction.origin == .outside { return false }
        return transaction.steps.contains { step in
            step.replacement.textLines.contains { ours[$0, default: 0] > theirs[$0, default: 0] }
        }
    }

    /// Takes a transaction back from our side.
    private mutating func stepBack(_ transaction: Transaction, version: inout [UInt8]) -> Bool {
        for step in transaction.steps.reversed() {
            let inverse = step.inverse
            let range = inverse.range
            guard range.upperBound <= version.count else { return false }
            let lines = version.lineStart(of: range.lowerBound)..<version.lineEnd(of: range.upperBound)
            let after = Array(version[lines])
            version.replaceSubrange(range, with: inverse.replacement)
            // What another program changed before belongs to every version: only our own steps are unseen.
            if transaction.origin == .outside { continue }
            count(after, -1)
            count(Array(version[lines.lowerBound..<(lines.upperBound + inverse.growth)]), 1)
        }
        return true
    }

    private mutating func count(_ lines: [UInt8], _ amount: Int) {
        for line in lines.textLines {
            let before = ours[line, default: 0]
            // Another program took the line out since: there is nothing to take back.
            if before + amount < 0 { continue }
            let other = theirs[line, default: 0]
            ours[line] = before + amount
            difference += abs(other - before - amount) - abs(other - before)
        }
    }

    /// Who corrects the last line in an editor has seen it, though it is no longer there: it is there in similar words,
    /// after the same line as before.
    private static func corrected(_ theirs: [UInt8], _ ours: [UInt8], _ unseen: ArraySlice<Transaction>) -> Int {
        guard !unseen.isEmpty else { return 0 }
        var corrections = Corrections(ours: ours.textLines, theirs: theirs.textLines)
        var count = 0
        for transaction in unseen {
            let lines = transaction.steps.flatMap { $0.replacement.textLines }
            guard !lines.isEmpty, lines.allSatisfy({ corrections.takes($0) }) else { return count }
            count += 1
        }
        return count
    }
}

/// Finds our lines in other words in their text.
private struct Corrections {
    let ours: [ArraySlice<UInt8>]
    let theirs: [ArraySlice<UInt8>]
    private let known: Set<ArraySlice<UInt8>>
    private var taken: Set<Int> = []

    init(ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]) {
        self.ours = ours
        self.theirs = theirs
        known = Set(ours)
    }

    mutating func takes(_ line: ArraySlice<UInt8>) -> Bool {
        guard let place = ours.lastIndex(of: line) else { return false }
        let before = place == 0 ? nil : ours[place - 1]
        let found = theirs.indices.first { index in
            if taken.contains(index) || known.contains(theirs[index]) { return false }
            let sameNeighbour = index == 0 ? before == nil : theirs[index - 1] == before || taken.contains(index - 1)
            return sameNeighbour && Similarity.of(theirs[index], line) >= Similarity.sameLine
        }
        guard let found else { return false }
        taken.insert(found)
        return true
    }
}

/// How much two lines have in common, from 0 to 1: pairs of neighbouring bytes (Dice's coefficient).
enum Similarity {
    /// From here on one is taken for a correction of the other.
    static let sameLine = 0.6

    static func of(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
        guard a.count > 1, b.count > 1 else { return a.elementsEqual(b) ? 1 : 0 }
        var pairs: [UInt16: Int] = [:]
        for pair in zip(a, a.dropFirst()) { pairs[UInt16(pair.0) << 8 | UInt16(pair.1), default: 0] += 1 }
        var common = 0
        for pair in zip(b, b.dropFirst()) {
            let key = UInt16(pair.0) << 8 | UInt16(pair.1)
            guard let left = pairs[key], left > 0 else { continue }
            pairs[key] = left - 1
            common += 1
        }
        return 2 * Double(common) / Double(a.count + b.count - 2)
    }
}

extension ArraySlice<UInt8> {
    var trimmedAtEnd: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last == 0x0a || last == 0x0d || last == 0x20 || last == 0x09 { slice.removeLast() }
        return slice
    }
}

extension [UInt8] {
    /// The lines that say something, without line ends.
    var textLines: [ArraySlice<UInt8>] {
        lineRanges.map { self[$0].trimmedAtEnd }.filter { !$0.isEmpty }
    }

    func lineStart(of offset: Int) -> Int {
        self[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    /// The end of the line in which `offset` lies, its line end included.
    func lineEnd(of offset: Int) -> Int {
        self[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
    }

    /// The end of the lines up to `offset`: `offset` itself where a line ends there.
    func wholeLineEnd(of offset: Int) -> Int {
        offset > 0 && self[offset - 1] == UInt8(ascii: "\n") ? offset : lineEnd(of: offset)
    }
}
