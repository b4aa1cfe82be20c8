extension Layout {
    /// Learns how slots' headings are written: the part of a layout that is asked for before anything is written.
    mutating func learnHeadings(of outline: SlotOutline) {
        let readings = outline.slots.filter(\.isTimed).map { HeadingReader($0.title, from: .file).reading }
        guard let pattern = Pattern(learnedFrom: readings, house: heading) else { return }
        let isHouse = pattern == heading
        heading = pattern
        // One heading alone does not show that there are none.
        hasTracks =
            pattern.fields.contains(.track) && outline.place != .document
            && (isHouse && hasTracks || readings.count < 2
                || readings.partingLabels.contains { $0.fields[.track] != nil })
    }
}
