/// One replacement in the line.
struct Change: Hashable {
    let start: Int
    let removed: [Unicode.Scalar]
    var inserted: [Unicode.Scalar]
    /// Where the cursor stood before.
    let cursor: Int
}

/// The changes of a line in steps, each of them what one Undo takes back.
///
/// Invariant: `done` in order lead from the first text to the present one; `undone`, from its end, lead on from there. A
/// change that is recorded ends what could be redone.
struct UndoLog {
    private var done: [[Change]] = []
    private var undone: [[Change]] = []
    private var isStepOpen = false

    var canUndo: Bool { !done.isEmpty }

    mutating func beginStep() { isStepOpen = false }

    mutating func record(_ change: Change) {
        if !undone.isEmpty { undone = [] }
        guard isStepOpen, !done.isEmpty else {
            isStepOpen = true
            return done.append([change])
        }
        let (step, last) = (done.count - 1, done[done.count - 1].count - 1)
        let before = done[step][last]
        if change.removed.isEmpty, before.removed.isEmpty, change.start == before.start + before.inserted.count {
            // Typed on: one change, however long.
            done[step][last].inserted.append(contentsOf: change.inserted)
        } else {
            done[step].append(change)
        }
    }

    /// The changes of the last step, the newest first.
    mutating func takeUndo() -> [Change] {
        isStepOpen = false
        guard let step = done.popLast() else { return [] }
        undone.append(step)
        return step.reversed()
    }

    mutating func takeRedo() -> [Change] {
        isStepOpen = false
        guard let step = undone.popLast() else { return [] }
        done.append(step)
        return step
    }
}
