import Notebook

/// Our document and another program's version of it, brought together so that both sides' lines survive.
///
/// The other program started from a version of ours (``SeenVersion``). What it did to that version is taken over as it
/// is; what we did since is done again on top, each step where its neighbours are now.
struct Merge {
    private(set) var merged: [UInt8]
    /// Labels of our lines that could not be placed where they were: they are at the end of their slot.
    private(set) var displaced: [String] = []
    /// Labels of our lines that the other text lacked.
    private(set) var restored: [String] = []

    /// - Parameters:
    ///   - ours: the document in memory.
    ///   - unseen: what led to it and may have been typed after the other program read the file.
    init(ours: [UInt8], theirs: [UInt8], unseen: ArraySlice<Transaction>) {
        if let whole = Damage.repair(theirs, by: ours) {
            merged = whole
            restored = Self.labels(of: unseen, missingFrom: theirs, presentIn: whole)
            return
        }
        merged = Self.whole(theirs, version: ours, typed: unseen)
        restored = Self.labels(of: unseen, missingFrom: theirs, presentIn: merged)
        if merged == ours { return }
        let seen = SeenVersion.count(in: theirs, ours: ours, transactions: unseen)
        var version = ours
        for transaction in unseen.dropFirst(seen).reversed() where !version.takeBack(transaction.steps) {
            merged = Damage.union(ours, theirs)
            return
        }
        var rebase = Rebase(ours: version, theirs: Self.whole(theirs, version: version, typed: unseen))
        for transaction in unseen.dropFirst(seen) {
            guard transaction.origin != .outside else {
                // What another program did before, it may have done otherwise now.
                rebase.skip(transaction)
                continue
            }
            let isPlaced = transaction.steps.reduce(true) { placed, step in rebase.apply(step) && placed }
            if !isPlaced { displaced.append(transaction.label) }
        }
        merged = rebase.merged
        restored = Self.labels(of: unseen, missingFrom: theirs, presentIn: merged)
    }

    /// A tail is missing: an older version, or a cut. With lines of ours or half a line in it, it is kept.
    private static func whole(_ theirs: [UInt8], version: [UInt8], typed: ArraySlice<Transaction>) -> [UInt8] {
        if version.starts(with: theirs) {
            let isCut = !theirs.endsLine || !labels(of: typed, missingFrom: theirs, presentIn: version).isEmpty
            return isCut ? version : theirs
        }
        return Damage.completed(theirs, by: version)
    }

    /// Labels of the transactions that wrote a line which one text lacks and the other has.
    static func labels(
        of transactions: ArraySlice<Transaction>, missingFrom text: [UInt8], presentIn whole: [UInt8]
    ) -> [String] {
        let brought = Set(whole.textLines).subtracting(text.textLines)
        return transactions.filter { transaction in
            let lines = transaction.steps.flatMap { $0.replacement.textLines }
            switch transaction.origin {
            case .typed, .continued: return lines.contains { brought.contains($0) }
            case .undo, .redo, .outside: return false
            }
        }.map(\.label)
    }
}

/// What no editor's user wants: a file that was cut off or that a power loss filled with NULs.
enum Damage {
    /// - Returns: the whole text; nil: there is no damage to see.
    static func repair(_ theirs: [UInt8], by ours: [UInt8]) -> [UInt8]? {
        if theirs.isEmpty { return ours }
        guard theirs.contains(0), !ours.contains(0) else { return nil }
        let sound = theirs.lineRanges.filter { !theirs[$0].contains(0) }.flatMap { theirs[$0] }
        return ours.starts(with: sound) ? ours : union(ours, sound)
    }

    /// Whether a text ends in the middle of one of our lines with more of ours after it. An editor that writes no line
    /// end at the file's end leaves a whole line there, or the last one in other words.
    static func isCutOff(_ theirs: [UInt8], of ours: [UInt8]) -> Bool {
        guard !theirs.endsLine else { return false }
        let torn = theirs[theirs.lineStart(of: theirs.count)...]
        let last = ours.textLines.last
        return !torn.isEmpty
            && ours.textLines.contains { line in
                line != last && line.count > torn.count && line.starts(with: torn)
            }
    }

    /// A text that ends in the middle of a line was cut off there: what we had after it is put back.
    static func completed(_ theirs: [UInt8], by ours: [UInt8]) -> [UInt8] {
        guard !theirs.endsLine, ours.endsLine else { return theirs }
        let ended = theirs + [UInt8(ascii: "\n")]
        let last = LineDiff(ours: ours, theirs: ended).runs.last
        let rest = ours[(last.map { $0.ours + $0.length } ?? 0)...]
        if let last, last.theirs + last.length == ended.count { return rest.isEmpty ? theirs : ended + rest }
        let torn = theirs.lineStart(of: theirs.count)
        let lastLine = Array(rest).textLines.last ?? []
        // Some editors leave the end of the last line out: the last line in other words, not cut off, is an edit.
        let isCut = lastLine.starts(with: theirs[torn...])
        let isEdit = !isCut && Similarity.of(theirs[torn...], lastLine) >= Similarity.sameLine
        guard !rest.isEmpty, !isEdit else { return theirs }
        var whole = theirs
        if rest.starts(with: theirs[torn...]) { whole.removeSubrange(torn...) } else { whole.endLine() }
        return whole + rest
    }

    /// Every line of both, ours first where they differ.
    static func union(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var (mine, other) = (0, 0)
        let end = LineDiff.Run(ours: ours.count, theirs: theirs.count, length: 0)
        for run in LineDiff(ours: ours, theirs: theirs).runs + [end] {
            result += ours[mine..<run.ours]
            result.endLine()
            result += theirs[other..<run.theirs]
            result += ours[run.ours..<(run.ours + run.length)]
            (mine, other) = (run.ours + run.length, run.theirs + run.length)
        }
        return result
    }
}

extension [UInt8] {
    var endsLine: Bool { last == UInt8(ascii: "\n") }

    /// Ends the last line where it has no end.
    mutating func endLine() {
        if !isEmpty, !endsLine { append(UInt8(ascii: "\n")) }
    }
}
