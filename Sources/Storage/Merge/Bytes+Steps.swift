import Notebook

extension [UInt8] {
    /// Applies steps in order.
    ///
    /// - Returns: false where a step does not fit these bytes; what was applied before it stays.
    mutating func apply(_ steps: [Transaction.Step]) -> Bool {
        for step in steps {
            let range = step.range
            guard range.upperBound <= count, self[range].elementsEqual(step.removed) else { return false }
            replaceSubrange(range, with: step.replacement)
        }
        return true
    }

    /// Takes steps back, the last one first.
    mutating func takeBack(_ steps: [Transaction.Step]) -> Bool {
        apply(steps.reversed().map(\.inverse))
    }
}

extension Transaction {
    /// What the transaction adds at the end of a document of `length` bytes, or nil where it does anything else.
    func appendedBytes(toLength length: Int) -> [UInt8]? {
        var appended: [UInt8] = []
        for step in steps {
            guard step.range == (length + appended.count)..<(length + appended.count) else { return nil }
            appended += step.replacement
        }
        return appended
    }
}

extension Transaction.Step {
    /// The steps that turn one text into another, by whole lines, in the order of their application.
    static func steps(from ours: [UInt8], to theirs: [UInt8]) -> [Transaction.Step] {
        guard ours != theirs else { return [] }
        var steps: [Transaction.Step] = []
        var (mine, other) = (0, 0)
        let end = LineDiff.Run(ours: ours.count, theirs: theirs.count, length: 0)
        for run in LineDiff(ours: ours, theirs: theirs).runs + [end] {
            if mine < run.ours || other < run.theirs {
                // What lies before is theirs already: positions are theirs.
                steps.append(
                    Transaction.Step(
                        range: other..<(other + run.ours - mine), replacement: Array(theirs[other..<run.theirs]),
                        removed: Array(ours[mine..<run.ours])))
            }
            (mine, other) = (run.ours + run.length, run.theirs + run.length)
        }
        return steps
    }
}
