import AsciiDoc
import Notebook

extension [UInt8] {
    /// Applies steps in order.
    ///
    /// - Returns: false where a step does not fit these bytes; what was applied before it stays.
    mutating func apply(_ steps: [Transaction.Step]) -> Bool {
        for step in steps {
            let range = step.edit.range
            guard range.upperBound <= count, self[range].elementsEqual(step.removed) else { return false }
            replaceSubrange(range, with: step.edit.replacement)
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
            guard step.edit.range == (length + appended.count)..<(length + appended.count) else { return nil }
            appended += step.edit.replacement
        }
        return appended
    }
}
