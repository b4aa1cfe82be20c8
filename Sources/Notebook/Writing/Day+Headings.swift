import AsciiDoc

extension Day {
    /// A slot at the end of the day. Returns its position.
    package mutating func appendSlot(_ heading: SlotHeading) throws(DayError) -> Int {
        let layout = learnedLayout()
        let title = try validated(heading).text(layout.heading)
        let edits = try planned { () throws(EditRefusal) in
            try document.append(.section(level: 1, title: title, []), to: parent, style: layout.style)
        }
        let changes = try apply(edits)
        return slotPosition(containing: changes.written?.lowerBound ?? document.source.count) ?? 0
    }

    /// What slots stand in: the last part of a book, else the document.
    private var parent: Node {
        guard let last = document.sections.last, last.level == 0 else { return document.root }
        return last
    }

    /// The same slot with another end, track or title; how its times and dashes are written stays.
    package mutating func setHeading(
        of position: Int?, _ set: (inout SlotHeading) -> Void
    ) throws(DayError) {
        let pattern = learnedLayout().heading
        let edits = try planHeading(of: position, pattern, set)
        try apply(edits)
    }

    private func planHeading(
        of position: Int?, _ pattern: Pattern, _ set: (inout SlotHeading) -> Void
    ) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        var heading = slot.heading
        set(&heading)
        let title = try validated(heading).rewriting(slot.sectionTitle, pattern: pattern)
        return try planned { () throws(EditRefusal) in try document.setHeading(of: slot.section, to: title) }
    }

    private func validated(_ heading: SlotHeading) throws(DayError) -> SlotHeading {
        do throws(SlotHeading.Problem) { return try heading.validated() } catch { throw .heading(error) }
    }
}
