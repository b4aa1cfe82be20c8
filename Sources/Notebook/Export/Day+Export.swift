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
        let whole = ExportContent(source: document.source, name: name, day: path, images: images)
        guard let position = try position(of: part, at: place) else { return whole }
        guard let slot = slot(at: position) else { throw .noSlot }
        guard part == .part else {
            let number = position < 9 ? "0\(position + 1)" : "\(position + 1)"
            return content(of: slot.section, name: "\(name)-\(number)", day: path)
        }
        guard let outer = slot.section.parent, outer.kind == .section else { return whole }
        let number = document.sections.firstIndex { $0.range == outer.range }.map { $0 + 1 } ?? 1
        return content(of: outer, name: "\(name)-part\(number)", day: path)
    }

    /// Which slot is meant; nil: all of them.
    private func position(of part: ExportRequest.Part, at place: Int?) throws(DayError) -> Int? {
        switch part {
        case .day: return nil
        case .slot(let number):
            guard number <= slotCount else { throw .slotNotFound(String(number)) }
            return number - 1
        case .currentSlot, .part:
            guard let place else { throw .noSlot }
            return place
        }
    }

    private func content(of section: Node, name: String, day path: String) -> ExportContent {
        let excerpt = document.excerpt(of: section)
        let shown = Day(Document(parsing: excerpt.source)).images
        return ExportContent(
            source: excerpt.source, lines: excerpt.lines, name: name, day: path, images: shown)
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
