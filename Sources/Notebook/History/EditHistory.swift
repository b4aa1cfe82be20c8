import AsciiDoc

/// What can be undone and redone, made from the store's transactions alone, so that it survives a restart.
package struct EditHistory: Sendable {
    /// What one `:undo` takes back: a typed line, or all lines of a block that was typed line by line.
    package struct Step: Sendable {
        /// What last wrote it: the typed transactions, or the redo; for an undone step, the undo.
        fileprivate var transactions: [Transaction]
        /// The sequence number of its first typed transaction.
        package let sequence: Int
        package let label: String

        fileprivate init(_ transaction: Transaction) {
            transactions = [transaction]
            sequence = transaction.sequence
            label = transaction.label
        }

        /// The edits that take it back, in the document as the step left it.
        fileprivate var inverse: [Transaction.Step] {
            transactions.reversed().flatMap { $0.steps.reversed().map(\.inverse) }
        }
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    /// Everything that was recorded: what lies after an edit may have moved since.
    private var log: [Transaction] = []

    package init(_ transactions: [Transaction] = []) {
        for transaction in transactions { record(transaction) }
    }

    /// What `:undo` takes back next.
    package var nextUndo: Step? { done.last }

    /// What `:redo` brings back next.
    package var nextRedo: Step? { undone.last }

    /// Takes over a transaction that the store has made durable.
    package mutating func record(_ transaction: Transaction) {
        log.append(transaction)
        switch transaction.origin {
        case .outside: break
        case .undo(let sequence): move(sequence, by: transaction, from: \.done, to: \.undone)
        case .redo(let sequence): move(sequence, by: transaction, from: \.undone, to: \.done)
        case .typed: add { $0.append(Step(transaction)) }
        case .continued:
            add { done in
                guard !done.isEmpty else { return done.append(Step(transaction)) }
                done[done.count - 1].transactions.append(transaction)
            }
        }
    }

    private mutating func add(_ change: (inout [Step]) -> Void) {
        undone = []
        change(&done)
    }

    private mutating func move(
        _ sequence: Int, by transaction: Transaction, from: WritableKeyPath<Self, [Step]>,
        to: WritableKeyPath<Self, [Step]>
    ) {
        // What could not be taken back was passed over.
        while var step = self[keyPath: from].popLast() {
            guard step.sequence == sequence else { continue }
            step.transactions = [transaction]
            return self[keyPath: to].append(step)
        }
    }

    /// Passes over the last step, which somebody else changed: the one before can still be undone.
    package mutating func passOverUndo() { _ = done.popLast() }

    /// Passes over what was last undone.
    package mutating func passOverRedo() { _ = undone.popLast() }

    /// The transaction that takes back the last step; nil where there is none.
    package func undo() throws(Conflict) -> Transaction? {
        guard let step = done.last else { return nil }
        return Transaction(origin: .undo(step.sequence), label: step.label, steps: try rebasedInverse(of: step))
    }

    /// The transaction that brings back what was last undone; nil where there is none.
    package func redo() throws(Conflict) -> Transaction? {
        guard let step = undone.last else { return nil }
        return Transaction(origin: .redo(step.sequence), label: step.label, steps: try rebasedInverse(of: step))
    }

    /// Somebody else changed the bytes that the step wrote: it can no longer be undone.
    package struct Conflict: Error, Hashable, Sendable {
        package var label: String
        package init(label: String) { self.label = label }
    }

    /// What was typed since was undone since: without an outside change in between, the step's bytes are where they were.
    private func rebasedInverse(of step: Step) throws(Conflict) -> [Transaction.Step] {
        let written = step.transactions.last?.sequence ?? 0
        let since = log.reversed().prefix { $0.sequence > written }.reversed()
        guard since.contains(where: { $0.origin == .outside }) else { return step.inverse }
        let moves = since.flatMap(\.steps)
        var result: [Transaction.Step] = []
        for inverse in step.inverse {
            var rebased = inverse
            for move in moves {
                guard let range = rebased.edit.range.moved(by: move.edit) else { throw Conflict(label: step.label) }
                rebased.edit.range = range
            }
            result.append(rebased)
        }
        return result
    }
}

extension Range<Int> {
    /// Where these bytes lie after `edit`; nil when it reaches over one of their ends. A change among them moves the end:
    /// whether it was taken back since is seen when the bytes are looked at.
    fileprivate func moved(by edit: Edit) -> Range<Int>? {
        if edit.range.upperBound <= lowerBound { return (lowerBound + edit.growth)..<(upperBound + edit.growth) }
        if edit.range.lowerBound >= upperBound { return self }
        guard edit.range.lowerBound >= lowerBound, edit.range.upperBound <= upperBound else { return nil }
        return lowerBound..<(upperBound + edit.growth)
    }
}
