import AsciiDoc

extension Day {
    /// The day, a slot, or the part of the day that a slot stands in, with the day's title and what its attributes say.
    ///
    /// - Parameters:
    ///   - place: the slot in which the writer stands; nil: before the first one.
    ///   - path: of the day's file.
    /// - Throws: `noSlot`, `slotNotFound`.
    package func content(of part: ExportRequest.Part, at place: Int?, path: String) throws(DayError) -> ExportContent {
        let name = ExportContent.name(ofDay: path)
        var whole = ExportContent(source: document.source, name: name, day: path, images: images)
        whole.imagesElsewhere = imagesElsewhere
        guard let slot = try slot(for: part, at: place) else { return whole }
        if part == .part {
            guard let position = self.part(around: slot.position), node(at: position).kind == .section else {
                return whole
            }
            let number = entries[...position].count { $0.kind == .part }
            return content(of: node(at: position), name: "\(name)-part\(number)", day: path)
        }
        guard slot.section.kind == .section else { return whole }
        let number = slot.number < 10 ? "0\(slot.number)" : "\(slot.number)"
        return content(of: slot.section, name: "\(name)-\(number)", day: path)
    }

    /// The slot that is meant; nil: all of them.
    private func slot(for part: ExportRequest.Part, at place: Int?) throws(DayError) -> Slot? {
        switch part {
        case .day: return nil
        case .slot(let number):
            let slots = slots
            guard slots.indices.contains(number - 1) else { throw .slotNotFound(String(number)) }
            return slots[number - 1]
        case .currentSlot, .part:
            guard let slot = slot(at: place) else { throw .noSlot }
            return slot
        }
    }

    private func content(of section: Node, name: String, day path: String) -> ExportContent {
        let excerpt = document.excerpt(of: section)
        let shown = Day(Document(parsing: excerpt.source))
        var content = ExportContent(
            source: excerpt.source, lines: excerpt.lines, name: name, day: path, images: shown.images)
        content.imagesElsewhere = shown.imagesElsewhere
        return content
    }
}

extension Notebook {
    /// The settings' name for the forms that were exported last.
    private static let formats = "export"

    /// The forms that were exported last; the day's own where nothing was.
    package static func lastFormats(_ lists: NotebookLists) throws(StoreError) -> [ExportFormat] {
        let words = try lists.setting(formats)?.split(separator: " ").compactMap { ExportFormat(rawValue: String($0)) }
        guard let words, !words.isEmpty else { return [.adoc] }
        return words
    }

    /// Remembers forms for the next time.
    package static func remember(_ used: [ExportFormat], in lists: NotebookLists) throws(StoreError) {
        guard try lastFormats(lists) != used else { return }
        try lists.set(formats, to: used.map(\.rawValue).joined(separator: " "))
    }
}
