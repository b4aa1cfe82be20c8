import AsciiDoc

/// A day that is open for writing: the document in memory, its store, its history and the place of the next line.
package final class DaySession {
    package private(set) var day: Day
    package let store: any DayStore
    package private(set) var history: EditHistory
    package private(set) var place: Place
    /// What was asked of the next line before it was typed.
    package var ahead = Ahead()
    /// A marker of the open list was typed with spaces before it: each that is typed stands where it was put.
    package var placesMarkers = false
    /// Where the writer was before ``go(to:)``; nil: nowhere else in this run.
    var left: Landmark?
    /// What has to be said about the file, oldest first; taken by who shows it.
    package private(set) var notices: [Notice] = []

    /// What edits put into the day since somebody took it.
    private var written: [[UInt8]] = []
    /// Lines that are made durable together; nil: each by itself.
    private var group: Group?

    /// Lines that are in the document and not durable yet.
    private struct Group {
        /// Where the first of them goes.
        let start: (place: Place, ahead: Ahead)
        var lines: [PlacedTransaction] = []
    }

    /// What was asked of the next line before it was typed; forgotten with that line, and by moving elsewhere.
    package struct Ahead: Hashable, Sendable {
        /// Blank lines before what comes: Enter on an empty line at depth 1 asks for one.
        package var emptyLines = 0
        /// The next bullet begins a list of its own.
        package var startsList = false

        /// The next bullet is kept apart from the last one by a blank line.
        package var startsGroup: Bool { emptyLines > 0 }

        package init() {}
    }

    /// Something that happened to the day besides what was typed.
    package enum Notice: Hashable, Sendable {
        /// Another program changed the file, and its lines were taken over.
        case changedOutside
        /// Lines that could not be placed where they were: they went to the end of their slot.
        case displaced([String])
        /// The line is safe in the journal, but the file cannot be written.
        case fileLags(StoreError)
        /// The state folder can take nothing: the journal is among the notes.
        case journalMoved(JournalElsewhere)
        /// Lines that recovery brought back into the file.
        case recovered([String])
        /// The shell that held the day is gone: this one writes it now.
        case claimed
    }

    /// - Parameters:
    ///   - house: how the day's template writes.
    ///   - claims: another shell held the day until now.
    package init(_ opened: OpenedDay, house: Layout = Layout(), claims: Bool = false) {
        store = opened.store
        day = Day(Document(parsing: opened.contents), house: house)
        history = EditHistory(opened.store.history)
        place = Place()
        place = opened.place ?? Place(slot: day.lastPlace)
        clampPlace()
        if claims { notices.append(.claimed) }
        if let elsewhere = opened.journalElsewhere { notices.append(.journalMoved(elsewhere)) }
        if !opened.recovered.isEmpty { notices.append(.recovered(opened.recovered)) }
    }

    /// The slot where the next line goes.
    package var slot: Slot? { day.slot(at: place.slot) }

    /// Who talks where the next line goes; in a slot that names nobody, such as the questions after a talk, those of the slot
    /// before.
    package var speakers: [Speaker] {
        guard let slot else { return [] }
        let own = slot.speakers
        guard own.isEmpty, let before = day.slots.last(where: { $0.position < slot.position }) else { return own }
        return before.speakers
    }

    package func takeNotices() -> [Notice] {
        defer { notices = [] }
        return notices
    }

    /// Does something to the day, and makes it durable.
    ///
    /// - Parameters:
    ///   - label: the line as typed, for the history.
    ///   - origin: `.continued` for a further line of the block before.
    ///   - act: works on the day as it is now, outside changes included. It must not look at this session's ``day``.
    package func perform(
        _ label: String, origin: Transaction.Origin = .typed,
        _ act: (inout Day, inout Place) throws(DayError) -> NextDepth
    ) throws(DayError) {
        if group?.lines.isEmpty ?? true { try takeOverOutsideChange() }
        var next = place
        day.emptyLines = ahead.emptyLines
        defer { day.emptyLines = 0 }
        do throws(DayError) {
            if case .at(let depth) = try act(&day, &next) { next.depth = depth }
        } catch {
            day.takeBackChanges()
            throw error
        }
        let steps = day.takeChanges().map { Transaction.Step(edit: $0.edit, removed: $0.removed) }
        written += steps.map(\.edit.replacement)
        try commit(Transaction(origin: origin, label: label, steps: steps), place: next)
        ahead = Ahead()
    }

    /// The lines that are written from here on are made durable together, by ``endGroup()``: none of them is to be
    /// acknowledged before, and nothing else than ``perform(_:origin:_:)`` is to be done meanwhile.
    package func beginGroup() { group = group ?? Group(start: (place, ahead)) }

    /// Whether lines wait to be made durable.
    package var isInGroup: Bool { group != nil }

    /// Makes the lines of the group durable.
    ///
    /// - Throws: `store` when they are not; then the day is as it was before the first of them.
    package func endGroup() throws(DayError) {
        guard let group else { return }
        self.group = nil
        guard !group.lines.isEmpty else { return }
        do throws(DayError) {
            try commit(group.lines)
        } catch {
            (place, ahead) = group.start
            throw error
        }
    }

    /// Undoes the last step. Returns its label.
    package func undo() throws(DayError) -> String {
        try takeOverOutsideChange()
        do throws(DayError) {
            return try replay(
                try conflict { () throws(EditHistory.Conflict) in try history.undo() }, orThrow: .nothingToUndo)
        } catch {
            if case .overwrittenOutside = error { history.passOverUndo() }
            throw error
        }
    }

    /// Brings back what was last undone. Returns its label.
    package func redo() throws(DayError) -> String {
        try takeOverOutsideChange()
        do throws(DayError) {
            return try replay(
                try conflict { () throws(EditHistory.Conflict) in try history.redo() }, orThrow: .nothingToRedo)
        } catch {
            if case .overwrittenOutside = error { history.passOverRedo() }
            throw error
        }
    }

    /// Moves to another slot or depth without an edit.
    package func move(to place: Place) {
        placesMarkers = placesMarkers && place.slot == self.place.slot
        self.place = place
        ahead = Ahead()
        store.remember(place)
    }

    /// Takes over what another program did to the file since we last looked.
    package func takeOverOutsideChange() throws(DayError) {
        guard
            let change = try stored({ () throws(StoreError) in try store.outsideChange(contents: day.document.source) })
        else { return }
        let landmark = day.landmark(of: place.slot)
        _ = apply(change.transaction.steps.map(\.edit))
        day.learnAgain()
        history.record(change.transaction)
        place.slot = landmark.flatMap(day.position(of:)) ?? place.slot
        clampPlace()
        // Who only looks on expects the day to change.
        if store.readOnlyReason == nil { notices.append(.changedOutside) }
        if !change.displaced.isEmpty { notices.append(.displaced(change.displaced)) }
    }

    /// The place, where the day no longer has it, is the nearest one that it has: the prompt must not promise another.
    private func clampPlace() {
        place.slot = place.slot.flatMap { day.entries.isEmpty ? nil : min($0, day.entries.count - 1) }
        place.depth = min(place.depth, day.bulletDepth(in: place.slot) + 1)
    }

    private func replay(_ transaction: Transaction?, orThrow nothing: DayError) throws(DayError) -> String {
        guard let transaction else { throw nothing }
        let here = day.landmark(of: place.slot)
        try apply(exactly: transaction)
        var next = place
        // A step that changes no byte, such as a star, is of no place.
        if let last = transaction.steps.last {
            next.slot = day.placeAfter(last.edit.place, from: here)
            next.depth = day.lastDepth(in: next.slot)
        }
        try commit(transaction, place: next)
        return transaction.label
    }

    private func commit(_ transaction: Transaction, place next: Place) throws(DayError) {
        let line = PlacedTransaction(transaction, place: next)
        guard group == nil else {
            group?.lines.append(line)
            place = next
            return
        }
        try commit([line])
    }

    private func commit(_ lines: [PlacedTransaction]) throws(DayError) {
        do throws(StoreError) {
            let commit = try store.commit(lines, contents: day.document.source)
            for transaction in commit.transactions { history.record(transaction) }
            place = lines.last?.place ?? place
            if let moved = commit.journalMoved { notices.append(.journalMoved(moved)) }
            if let lag = commit.fileLags { notices.append(.fileLags(lag)) }
        } catch {
            takeBack(lines.flatMap(\.transaction.steps))
            throw .store(error)
        }
    }

    /// Makes the file itself durable. The journal has every line already, so that an error refuses none.
    package func flush() {
        do throws(StoreError) { try store.flush() } catch { notices.append(.fileLags(error)) }
    }

    /// Takes what edits put into the day since the last call, oldest first.
    package func takeWritten() -> [[UInt8]] {
        defer { written = [] }
        return written
    }

    private func apply(_ edits: [Edit]) -> [Transaction.Step] {
        written += edits.map(\.replacement)
        return day.replay(edits).map { Transaction.Step(edit: $0.edit, removed: $0.removed) }
    }

    /// Applies edits that were made for other bytes than these may be: all of them, or none.
    private func apply(exactly transaction: Transaction) throws(DayError) {
        var applied: [Transaction.Step] = []
        for step in transaction.steps {
            let range = step.edit.range
            guard range.upperBound <= day.document.source.count, day.document.source[range].elementsEqual(step.removed)
            else {
                takeBack(applied)
                throw .overwrittenOutside(label: transaction.label)
            }
            applied += apply([step.edit])
        }
    }

    private func takeBack(_ steps: [Transaction.Step]) {
        day.replay(steps.reversed().map(\.inverse.edit))
    }

    private func conflict<Value>(_ body: () throws(EditHistory.Conflict) -> Value) throws(DayError) -> Value {
        do throws(EditHistory.Conflict) { return try body() } catch { throw .overwrittenOutside(label: error.label) }
    }

    private func stored<Value>(_ body: () throws(StoreError) -> Value) throws(DayError) -> Value {
        do throws(StoreError) { return try body() } catch { throw .store(error) }
    }
}

extension Edit {
    /// A byte of what is there afterwards: of the text that was put in, or before what was taken out.
    fileprivate var place: Int {
        let isText = { (byte: UInt8) in byte != 0x20 && !(0x09...0x0D).contains(byte) }
        guard let text = replacement.firstIndex(where: isText) else { return max(0, range.lowerBound - 1) }
        return range.lowerBound + text
    }
}
