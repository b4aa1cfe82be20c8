package import AsciiDoc

/// A heading that was written.
package struct WrittenHeading: Hashable, Sendable {
    /// Position in the day's outline.
    package let position: Int
    /// The heading that it stands before; nil: it is the last of its part.
    package var before: String?
    /// The part that it is in; nil: there are none, or that one comes last.
    package var part: String?
}

// Slots.
extension Day {
    /// A slot in the part around a place, at the level of the slots there, where its time has it.
    ///
    /// - Parameters:
    ///   - date: the day's; its weekday is written where the layout has one.
    ///   - blocks: what stands below its heading.
    package mutating func addSlot(
        _ heading: SlotHeading, near place: Int?, on date: CalendarDate? = nil, holding blocks: [Block] = []
    ) throws(DayError) -> WrittenHeading {
        let layout = learnedLayout()
        var heading = try validated(heading)
        if heading.start != nil, layout.heading.fields.contains(.weekday) {
            heading.weekday = heading.weekday ?? date.map(Weekday.init)
        }
        if outline.place == .document { return try addTalk(heading, layout) }
        let part = outline.part(around: place) ?? outline.entries.lastIndex { $0.kind == .part }
        let siblings = outline.slots(inPart: part)
        let next = following(heading, among: siblings)
        let section = Block.section(
            level: level(in: part, siblings, before: next), title: heading.text(layout.heading), blocks)
        let edits = try planned { () throws(EditRefusal) in
            if let next { return try document.insert(section, before: node(at: next), style: layout.style) }
            return try document.append(section, to: node(at: part), style: layout.style)
        }
        let before = next.map { self.heading(at: $0) }
        let isLast = part == outline.entries.lastIndex { $0.kind == .part }
        let name = isLast ? nil : part.map { self.heading(at: $0) }
        return WrittenHeading(position: try write(edits), before: before, part: name)
    }

    /// Position of the slot that has the time and the name of a heading already, in the part where that one would be written.
    package func slot(like heading: SlotHeading, near place: Int?) -> Int? {
        guard let start = heading.start else { return nil }
        let part = outline.part(around: place) ?? outline.entries.lastIndex { $0.kind == .part }
        return outline.slots(inPart: outline.place == .document ? nil : part).last { position in
            guard let other = slot(at: position)?.heading, other.start == start else { return false }
            return heading.isCalled(like: other)
        }
    }

    /// The level of a new slot in a part.
    private func level(in part: Int?, _ siblings: [Int], before next: Int?) -> Int {
        let usual = usual(siblings.map { outline.entries[$0].level }) ?? outline.place.level
        let above = entry(at: part)?.level ?? 0
        return next.flatMap { entry(at: $0)?.level } ?? (siblings.isEmpty ? min(usual, above + 1) : usual)
    }

    /// The first slot that begins later, where those at hand follow the clock.
    private func following(_ heading: SlotHeading, among siblings: [Int]) -> Int? {
        let timed = siblings.compactMap { position in
            slot(at: position)?.heading.start.map { (position: position, start: $0) }
        }
        guard let start = heading.start, let first = timed.first?.start else { return nil }
        let ranks = timed.map { $0.start.rank(from: first) }
        guard zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
        return ranks.firstIndex { $0 > start.rank(from: first) }.map { timed[$0].position }
    }

    /// In a file that is one talk: its title, where that has no time yet; else a section, which makes it a file of several.
    private mutating func addTalk(_ heading: SlotHeading, _ layout: Layout) throws(DayError) -> WrittenHeading {
        if let own = slot(at: 0), own.heading.start == nil, heading.start != nil || own.notes.isEmpty {
            try apply(
                try planned { () throws(EditRefusal) in
                    try document.setHeading(of: document.root, to: heading.text(layout.heading))
                })
            return WrittenHeading(position: 0)
        }
        let edits = try planned { () throws(EditRefusal) in
            try document.append(
                .section(level: 1, title: heading.text(layout.heading), []), to: document.root, style: layout.style)
        }
        return WrittenHeading(position: try write(edits))
    }

    private mutating func write(_ edits: Edits) throws(DayError) -> Int {
        let changes = try apply(edits)
        return position(containing: changes.written?.lowerBound ?? document.source.count) ?? 0
    }

    /// The same slot with another end, track or title; how its times and dashes are written stays. Returns its heading.
    @discardableResult
    package mutating func setHeading(
        of position: Int?, _ set: (inout SlotHeading) -> Void
    ) throws(DayError) -> String {
        guard let slot = slot(at: position)?.position else { throw .noSlot }
        try apply(try planHeading(of: slot, learnedLayout().heading, set))
        return heading(at: slot)
    }

    private func planHeading(
        of position: Int, _ pattern: Pattern, _ set: (inout SlotHeading) -> Void
    ) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        var heading = slot.heading
        set(&heading)
        let title = try validated(heading).rewriting(slot.sectionTitle, pattern: pattern)
        return try planned { () throws(EditRefusal) in try document.setHeading(of: slot.section, to: title) }
    }

    /// Another name of the event in the day's title; the date there stays. In a file that is one talk, its title.
    package mutating func setEvent(_ event: EventName) throws(DayError) {
        guard let title else { throw .noHeading }
        if outline.place == .document { return _ = try setHeading(of: 0) { $0.title = event.text } }
        var written = event.text
        do throws(Pattern.Problem) {
            let pattern = try Pattern(Pattern.daySyntax(of: title))
            if let reading = pattern.read(title) {
                var fields = reading.fields
                fields[.event] = .text(event.text)
                written = pattern.write(fields, keeping: reading)
            }
        } catch {
            // A title that is no pattern has nothing to keep.
            written = event.text
        }
        try apply(try planned { () throws(EditRefusal) in try document.setHeading(of: document.root, to: written) })
    }

    private func validated(_ heading: SlotHeading) throws(DayError) -> SlotHeading {
        do throws(SlotHeading.Problem) { return try heading.validated() } catch { throw .heading(error) }
    }

    /// Takes a slot away with all its notes. Returns its heading, and the place where one goes on.
    package mutating func deleteSlot(at position: Int?) throws(DayError) -> (heading: String, place: Int?) {
        guard let slot = outline.slot(around: position) else { throw .noSlot }
        guard outline.entries[slot].node > 0 else { throw .wholeDay }
        let title = heading(at: slot)
        let edits = try planned { () throws(EditRefusal) in try document.remove(node(at: slot)) }
        try apply(edits)
        let before = outline.entries[..<min(slot, outline.entries.count)].lastIndex { $0.kind != .section }
        return (title, placeOfNotes(at: before))
    }
}

// Parts and sub-sections.
extension Day {
    /// A part at the end of the day, for the slots that follow.
    package mutating func addPart(_ title: String) throws(DayError) -> WrittenHeading {
        let title = title.trimmingSpaces
        guard !title.isEmpty else { throw .emptyText }
        guard outline.place != .document else { throw .wholeDay }
        let layout = learnedLayout()
        let level = max(1, layout.parts?.level ?? outline.place.level - 1)
        let edits = try planned { () throws(EditRefusal) in
            try document.append(
                .section(level: level, title: title, []), to: book ?? document.root, style: layout.style)
        }
        let changes = try apply(edits)
        beginPart(title)
        return WrittenHeading(position: position(containing: changes.written?.lowerBound ?? 0) ?? 0)
    }

    /// The last part of a book; nil where the document is none.
    private var book: Node? { document.sections.last.flatMap { $0.level == 0 ? $0 : nil } }

    /// A sub-heading of the notes of a slot: after the sub-section at the place, or at the end of the slot's notes.
    ///
    /// - Parameter depth: below the slot's heading, from 1; nil: beside the sub-section at the place, or below the notes.
    package mutating func addSection(
        _ title: String, depth: Int? = nil, at place: Int?
    ) throws(DayError) -> WrittenHeading {
        let title = title.trimmingSpaces
        guard !title.isEmpty else { throw .emptyText }
        guard let slot = outline.slot(around: place) else { throw .noSlot }
        let style = learnedLayout().style
        guard let depth else {
            return WrittenHeading(position: try write(try planSection(title, at: place, slot, style)))
        }
        return WrittenHeading(position: try write(try planSection(title, depth: depth, in: slot, style)))
    }

    private func planSection(_ title: String, depth: Int, in slot: Int, _ style: Style) throws(DayError) -> Edits {
        var around = node(at: slot)
        let level = (around.kind == .document ? 0 : around.level ?? 0) + depth
        for above in 1..<max(1, depth) {
            guard let last = around.children.last(where: { $0.kind == .section }) else {
                throw .noSectionAbove(depth: above + 1)
            }
            around = last
        }
        return try planned { () throws(EditRefusal) in
            try document.append(.section(level: level, title: title, []), to: around, style: style)
        }
    }

    private func planSection(_ title: String, at place: Int?, _ slot: Int, _ style: Style) throws(DayError) -> Edits {
        let notes = notesSection(of: slot)
        let isBelow = entry(at: place)?.kind == .section && place != notes
        let around = node(at: isBelow ? place : notes ?? slot)
        let level = isBelow ? around.level ?? 1 : (around.kind == .document ? 0 : around.level ?? 0) + 1
        let section = Block.section(level: level, title: title, [])
        return try planned { () throws(EditRefusal) in
            if isBelow { return try document.insert(section, after: around, style: style) }
            return try document.append(section, to: around, style: style)
        }
    }
}

extension SlotHeading {
    /// Whether both have the same track and title, or the same title where one of them says no track.
    fileprivate func isCalled(like other: SlotHeading) -> Bool {
        let names = [self, other].map { [$0.track, $0.title].compactMap { $0?.folded } }
        if names[0] == names[1] { return true }
        // A text that stands alone may be either.
        guard names.contains(where: { $0.count == 1 }) else { return false }
        return names[0].last == names[1].last
    }
}

extension TimeOfDay {
    /// Where it comes in a day that begins with `first`: what is up to six hours earlier comes before that, what is after
    /// midnight comes last.
    fileprivate func rank(from first: TimeOfDay) -> Int {
        let minutes = first.minutes(until: self)
        return minutes > 18 * 60 ? minutes - 24 * 60 : minutes
    }
}
