import AsciiDoc

/// Something that a day still lacks before it is handed on: no fault of its AsciiDoc.
package struct DayRemark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Notes of a talk, and nobody who gives it.
        case noSpeaker
        /// A slot that began, and never ended.
        case noEnd
        /// A slot that begins before the one before it has ended; that one's number, from 1.
        case overlaps(slot: Int)
        /// A picture that nothing says about; its file.
        case noCaption(image: String)
        /// What is still to be checked; its text.
        case openFollowUp(text: String)
    }

    package let kind: Kind
    /// The slot's number, from 1; nil: before the first one.
    package let slot: Int?
    /// The line, from 1.
    package let line: Int
}

extension Day {
    /// What the day lacks, in its order.
    package var remarks: [DayRemark] {
        let slots = slots
        let found = slots.flatMap(remarks) + overlaps(slots) + followUpRemarks() + captionRemarks()
        return found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    private func remarks(on slot: Slot) -> [DayRemark] {
        guard slot.heading.start != nil else { return [] }
        let isTalk = slot.abstract != nil || !slot.notes.isEmpty
        return (isTalk && slot.speakers.isEmpty ? [remark(.noSpeaker, slot)] : [])
            + (slot.heading.end == nil ? [remark(.noEnd, slot)] : [])
    }

    /// Slots of the same part whose times cannot both be: each is held against the one before it that ends last.
    private func overlaps(_ slots: [Slot]) -> [DayRemark] {
        var found: [DayRemark] = []
        var latest: Slot?
        for slot in slots {
            guard let start = slot.heading.start else { continue }
            guard let before = latest, isSamePart(before, slot), let first = before.heading.start,
                let end = before.heading.end
            else {
                latest = slot
                continue
            }
            if start < end, start >= first { found.append(remark(.overlaps(slot: before.number), slot)) }
            if (slot.heading.end ?? start) >= end || start < first { latest = slot }
        }
        return found
    }

    private func isSamePart(_ one: Slot, _ other: Slot) -> Bool {
        one.heading.date == other.heading.date && one.section.parent?.range == other.section.parent?.range
    }

    private func remark(_ kind: DayRemark.Kind, _ slot: Slot) -> DayRemark {
        DayRemark(kind: kind, slot: slot.number, line: document.line(at: slot.titleRange?.lowerBound ?? 0))
    }

    private func followUpRemarks() -> [DayRemark] {
        followUps.map { DayRemark(kind: .openFollowUp(text: $0.text), slot: slot(at: $0.slot)?.number, line: $0.line) }
    }

    private func captionRemarks() -> [DayRemark] {
        document.uncaptionedImages().map { image in
            DayRemark(
                kind: .noCaption(image: Notebook.lastComponent(image.target)),
                slot: slot(at: position(containing: image.range.lowerBound))?.number,
                line: document.line(at: image.range.lowerBound))
        }
    }
}
