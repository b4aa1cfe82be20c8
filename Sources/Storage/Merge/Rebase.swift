import Notebook

/// Does steps that were made on our text again on theirs.
///
/// Keeps which bytes of the two are the same; a step that lies among such bytes goes where they are in theirs.
struct Rebase {
    private var ours: DayText
    private var theirs: DayText
    private var runs: [LineDiff.Run]

    /// Their text with our steps in it.
    var merged: [UInt8] { theirs.bytes }

    init(ours: [UInt8], theirs: [UInt8]) {
        self.ours = DayText(ours)
        self.theirs = DayText(theirs)
        runs = LineDiff(ours: ours, theirs: theirs).runs
    }

    /// - Returns: false where the step's place is gone: what it wrote is at the end of its slot.
    mutating func apply(_ step: Transaction.Step) -> Bool {
        let range = step.range
        guard range.upperBound <= ours.bytes.count else { return false }
        if range.isEmpty, let place = place(of: range.lowerBound) {
            insert(step.replacement, at: place, ours: range.lowerBound)
            return true
        }
        if !range.isEmpty, let run = run(holding: range) {
            let start = run.theirs + range.lowerBound - run.ours
            replace(range, by: step.replacement, theirs: start..<(start + range.count))
            return true
        }
        return displace(step)
    }

    /// Takes over what another program did before in our text alone: theirs has its own word on it. But what it took
    /// out of our lines stays out, where we have just written them again; what it moved stays.
    mutating func skip(_ transaction: Transaction) {
        let moved = Set(transaction.steps.flatMap { $0.replacement.textLines })
        for step in transaction.steps where step.range.upperBound <= ours.bytes.count {
            let isRestored = !step.range.isEmpty && run(holding: step.range)?.isRestored == true
            if isRestored, moved.isDisjoint(with: step.removed.textLines) { _ = apply(step) } else { skip(step) }
        }
    }

    private mutating func skip(_ step: Transaction.Step) {
        ours.replace(step.range, by: step.replacement)
        forget(step.range, step.growth)
        let start = step.range.lowerBound
        link(start..<(start + step.replacement.count))
    }

    /// Lines that another program wrote before are the same in both texts where theirs has them still, at their place
    /// between what is the same already: what we did to them since is done there.
    private mutating func link(_ written: Range<Int>) {
        let (ours, theirs) = (ours.bytes, theirs.bytes)
        for line in Array(ours[written]).lineRanges {
            let range = (written.lowerBound + line.lowerBound)..<(written.lowerBound + line.upperBound)
            guard range.lowerBound == 0 || ours[range.lowerBound - 1] == UInt8(ascii: "\n") else { continue }
            let low = runs.last { $0.ours + $0.length <= range.lowerBound }.map { $0.theirs + $0.length } ?? 0
            let high = runs.first { $0.ours >= range.upperBound }?.theirs ?? theirs.count
            guard low < high, ours[range] != [UInt8(ascii: "\n")] else { continue }
            let found = Array(theirs[low..<high]).lineRanges.first { place in
                theirs[(low + place.lowerBound)..<(low + place.upperBound)] == ours[range]
            }
            guard let found else { continue }
            note(LineDiff.Run(ours: range.lowerBound, theirs: low + found.lowerBound, length: range.count))
        }
    }

    // MARK: Finding the place

    private func run(holding range: Range<Int>) -> LineDiff.Run? {
        runs.first { $0.ours <= range.lowerBound && range.upperBound <= $0.ours + $0.length }
    }

    /// Where an insertion goes: after the byte before it, else before the byte after it. At our end: at the end of that
    /// slot in theirs, after what they added to it.
    private func place(of offset: Int) -> Int? {
        if let run = runs.first(where: { $0.ours < offset && offset <= $0.ours + $0.length }) {
            let position = run.theirs + offset - run.ours
            guard offset == ours.bytes.count else { return position }
            return theirs.end(ofSlot: theirs.slot(before: position), from: position)
        }
        if let run = runs.first(where: { $0.ours == offset }) { return run.theirs }
        return runs.isEmpty && ours.bytes.isEmpty ? theirs.bytes.count : placeAmongRewritten(offset)
    }

    /// Between lines that were rewritten one by one: after as many of theirs as there were of ours.
    private func placeAmongRewritten(_ offset: Int) -> Int? {
        let (ours, theirs) = (ours.bytes, theirs.bytes)
        let before = runs.last { $0.ours + $0.length <= offset }
        let after = runs.first { $0.ours >= offset }
        let mine = (before.map { $0.ours + $0.length } ?? 0)..<(after?.ours ?? ours.count)
        let (low, high) = (before.map { $0.theirs + $0.length } ?? 0, after?.theirs ?? theirs.count)
        guard low <= high else { return nil }
        let other = low..<high
        let ourLines = Array(ours[mine]).lineRanges
        let theirLines = Array(theirs[other]).lineRanges
        guard ourLines.count == theirLines.count else { return nil }
        guard let index = ourLines.firstIndex(where: { mine.lowerBound + $0.upperBound == offset }) else { return nil }
        return other.lowerBound + theirLines[index].upperBound
    }

    // MARK: Changing both texts

    private mutating func insert(_ bytes: [UInt8], at position: Int, ours offset: Int) {
        var position = position
        let startsLine = offset == 0 || ours.bytes[offset - 1] == UInt8(ascii: "\n")
        let followsTheirs = !runs.contains { $0.theirs < position && position <= $0.theirs + $0.length }
        if startsLine, followsTheirs {
            // Their last line may have no end, or be one that ours would continue.
            let separator = theirs.separator(before: bytes, at: position)
            replace(offset..<offset, by: [], theirs: position..<position, theirBytes: separator)
            position += separator.count
        }
        replace(offset..<offset, by: bytes, theirs: position..<position)
    }

    private mutating func replace(
        _ range: Range<Int>, by bytes: [UInt8], theirs place: Range<Int>, theirBytes: [UInt8]? = nil
    ) {
        let written = theirBytes ?? bytes
        runs = runs.flatMap { $0.without(ours: range, theirs: place) }.map { run in
            var moved = run
            if run.ours >= range.upperBound { moved.ours += bytes.count - range.count }
            if run.theirs >= place.upperBound { moved.theirs += written.count - place.count }
            return moved
        }
        if theirBytes == nil, !bytes.isEmpty {
            note(LineDiff.Run(ours: range.lowerBound, theirs: place.lowerBound, length: bytes.count, isRestored: true))
        }
        ours.replace(range, by: bytes)
        theirs.replace(place, by: written)
    }

    private mutating func note(_ run: LineDiff.Run) {
        runs.append(run)
        runs.sort { $0.ours < $1.ours }
    }

    // MARK: Where the place is gone

    /// Writes the step's lines at the end of the slot where they were, unless theirs has them already.
    private mutating func displace(_ step: Transaction.Step) -> Bool {
        let range = step.range
        let slot = ours.slot(before: range.lowerBound).map { ours.slotTitles[$0] }
        ours.replace(range, by: step.replacement)
        forget(range, step.growth)
        let (end, text) = (range.lowerBound + step.replacement.count, ours.bytes)
        let lines = Array(text[text.lineStart(of: range.lowerBound)..<text.wholeLineEnd(of: end)])
        let lost = lines.lineRanges.filter { isLost(lines[$0].trimmedAtEnd) }
        guard !step.replacement.textLines.isEmpty, !lost.isEmpty else { return true }
        let start = append(lost.flatMap { Array(lines[$0]) }, toSlot: slot)
        if lines == step.replacement, lost.count == lines.lineRanges.count {
            // What is typed next belongs after it.
            note(LineDiff.Run(ours: range.lowerBound, theirs: start, length: lines.count, isRestored: true))
        }
        return false
    }

    /// Theirs has the line less often than ours.
    private func isLost(_ line: ArraySlice<UInt8>) -> Bool {
        guard !line.isEmpty else { return false }
        return theirs.bytes.textLines.count { $0 == line } < ours.bytes.textLines.count { $0 == line }
    }

    private mutating func forget(_ range: Range<Int>, _ growth: Int) {
        let end = theirs.bytes.count
        runs = runs.flatMap { $0.without(ours: range, theirs: end..<end) }.map { run in
            var moved = run
            if run.ours >= range.upperBound { moved.ours += growth }
            return moved
        }
    }

    /// - Parameter slot: the title of the slot where they were; nil: before the first one.
    /// - Returns: where the lines are now.
    private mutating func append(_ lines: [UInt8], toSlot slot: String?) -> Int {
        let isGone = slot != nil && position(ofSlot: slot) == nil
        let position = isGone ? theirs.end(ofSlot: theirs.lastSlot) : theirs.end(ofSlot: position(ofSlot: slot))
        let separator = theirs.separator(before: lines, at: position)
        var bytes = separator + lines
        bytes.endLine()
        replace(ours.bytes.count..<ours.bytes.count, by: [], theirs: position..<position, theirBytes: bytes)
        return position + separator.count
    }

    /// The slot with that title in theirs; where none has it, the one that starts then, or whose title is much like it.
    private func position(ofSlot title: String?) -> Int? {
        guard let title else { return nil }
        let titles = theirs.slotTitles
        if let same = titles.lastIndex(of: title) { return same }
        let starting = theirs.slots(startingLike: title)
        if starting.count == 1 { return starting[0] }
        let wanted = Array(title.utf8)[...]
        let scores = titles.map { Similarity.of(Array($0.utf8)[...], wanted) }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        return scores[best] >= Similarity.sameLine ? best : nil
    }
}

extension LineDiff.Run {
    /// What is left of the run when a range of either text is no longer the same. An insertion inside cuts it in two.
    func without(ours range: Range<Int>, theirs place: Range<Int>) -> [LineDiff.Run] {
        var cut = cuts(range, from: ours)
        let other = cuts(place, from: theirs)
        switch (cut, other) {
        case (nil, nil): return [self]
        case (nil, let only?), (let only?, nil): cut = only
        case (let one?, let two?):
            cut = min(one.lowerBound, two.lowerBound)..<max(one.upperBound, two.upperBound)
        }
        guard let cut else { return [self] }
        var (before, after) = (self, self)
        before.length = cut.lowerBound
        after.ours += cut.upperBound
        after.theirs += cut.upperBound
        after.length -= cut.upperBound
        return [before, after].filter { $0.length > 0 }
    }

    /// The part of the run, as offsets into it, that `range` of the text where the run starts at `start` touches.
    private func cuts(_ range: Range<Int>, from start: Int) -> Range<Int>? {
        let low = max(range.lowerBound - start, 0)
        let high = min(range.upperBound - start, length)
        if range.isEmpty { return low > 0 && low < length && low == high ? low..<low : nil }
        return low < high ? low..<high : nil
    }
}
