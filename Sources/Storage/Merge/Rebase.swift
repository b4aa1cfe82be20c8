import AsciiDoc
import Notebook

/// Does steps that were made on our text again on theirs.
///
/// Keeps which bytes of the two are the same; a step that lies among such bytes goes where they are in theirs.
struct Rebase {
    private(set) var ours: [UInt8]
    private(set) var theirs: [UInt8]
    private var runs: [LineDiff.Run]

    init(ours: [UInt8], theirs: [UInt8]) {
        self.ours = ours
        self.theirs = theirs
        runs = LineDiff(ours: ours, theirs: theirs).runs
    }

    /// - Returns: false where the step's place is gone: what it wrote is at the end of its slot.
    mutating func apply(_ step: Transaction.Step) -> Bool {
        let range = step.edit.range
        guard range.upperBound <= ours.count else { return false }
        if range.isEmpty, let place = place(of: range.lowerBound) {
            insert(step.edit.replacement, at: place, ours: range.lowerBound)
            return true
        }
        if !range.isEmpty, let run = run(holding: range) {
            let start = run.theirs + range.lowerBound - run.ours
            replace(range, by: step.edit.replacement, theirs: start..<(start + range.count))
            return true
        }
        return displace(step)
    }

    /// Takes over what another program did before in our text alone: theirs has its own word on it. But what it took
    /// out of our lines stays out, where we have just written them again; what it moved stays.
    mutating func skip(_ transaction: Transaction) {
        let moved = Set(transaction.steps.flatMap { $0.edit.replacement.textLines })
        for step in transaction.steps where step.edit.range.upperBound <= ours.count {
            let isRestored = !step.edit.range.isEmpty && run(holding: step.edit.range)?.isRestored == true
            if isRestored, moved.isDisjoint(with: step.removed.textLines) { _ = apply(step) } else { skip(step) }
        }
    }

    private mutating func skip(_ step: Transaction.Step) {
        ours.replaceSubrange(step.edit.range, with: step.edit.replacement)
        forget(step.edit.range, step.edit.growth)
        let start = step.edit.range.lowerBound
        link(start..<(start + step.edit.replacement.count))
    }

    /// Lines that another program wrote before are the same in both texts where theirs has them still, at their place
    /// between what is the same already: what we did to them since is done there.
    private mutating func link(_ written: Range<Int>) {
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
            return offset == ours.count ? Slots.end(in: theirs, from: position) : position
        }
        if let run = runs.first(where: { $0.ours == offset }) { return run.theirs }
        return runs.isEmpty && ours.isEmpty ? theirs.count : placeAmongRewritten(offset)
    }

    /// Between lines that were rewritten one by one: after as many of theirs as there were of ours.
    private func placeAmongRewritten(_ offset: Int) -> Int? {
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
        let startsLine = offset == 0 || ours[offset - 1] == UInt8(ascii: "\n")
        let followsTheirs = !runs.contains { $0.theirs < position && position <= $0.theirs + $0.length }
        if startsLine, followsTheirs {
            // Their last line may have no end, or be one that a bullet would continue.
            let separator = Slots.separator(after: position, in: theirs)
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
        ours.replaceSubrange(range, with: bytes)
        theirs.replaceSubrange(place, with: written)
    }

    private mutating func note(_ run: LineDiff.Run) {
        runs.append(run)
        runs.sort { $0.ours < $1.ours }
    }

    // MARK: Where the place is gone

    /// Writes the step's lines at the end of the slot where they were, unless theirs has them already.
    private mutating func displace(_ step: Transaction.Step) -> Bool {
        let range = step.edit.range
        let slot = Slots.heading(before: range.lowerBound, in: ours)
        ours.replaceSubrange(range, with: step.edit.replacement)
        forget(range, step.edit.growth)
        let end = range.lowerBound + step.edit.replacement.count
        let lines = Array(ours[ours.lineStart(of: range.lowerBound)..<ours.wholeLineEnd(of: end)])
        let lost = lines.lineRanges.filter { isLost(lines[$0].trimmedAtEnd) }
        guard !step.edit.replacement.textLines.isEmpty, !lost.isEmpty else { return true }
        let start = append(lost.flatMap { Array(lines[$0]) }, toSlot: slot)
        if lines == step.edit.replacement, lost.count == lines.lineRanges.count {
            // What is typed next belongs behind it.
            note(LineDiff.Run(ours: range.lowerBound, theirs: start, length: lines.count, isRestored: true))
        }
        return false
    }

    /// Theirs has the line less often than ours.
    private func isLost(_ line: ArraySlice<UInt8>) -> Bool {
        guard !line.isEmpty else { return false }
        return theirs.textLines.count { $0 == line } < ours.textLines.count { $0 == line }
    }

    private mutating func forget(_ range: Range<Int>, _ growth: Int) {
        let end = theirs.count
        runs = runs.flatMap { $0.without(ours: range, theirs: end..<end) }.map { run in
            var moved = run
            if run.ours >= range.upperBound { moved.ours += growth }
            return moved
        }
    }

    /// - Returns: where the lines are now.
    private mutating func append(_ lines: [UInt8], toSlot slot: ArraySlice<UInt8>?) -> Int {
        let begin = slot.map { Slots.find(heading: $0, in: theirs) ?? theirs.count } ?? 0
        let position = Slots.end(in: theirs, from: begin)
        let separator = Slots.separator(after: position, in: theirs)
        var bytes = separator + lines
        bytes.endLine()
        replace(ours.count..<ours.count, by: [], theirs: position..<position, theirBytes: bytes)
        return position + separator.count
    }
}

extension LineDiff.Run {
    /// What is left of the run when a range of either text is no longer the same. An insertion inside parts it.
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
