extension Pattern {
    /// The pattern in which a heading is written that does not follow this one: its own fields where they stand, and the
    /// places that this pattern has for an end and a track.
    func following(_ reading: Reading) -> Pattern {
        let read = reading.pieces.map(\.field)
        guard !Set(read).isSubset(of: Set(fields)) || isReordered(read) else { return self }
        var parts: [Part] = []
        for (index, piece) in reading.pieces.enumerated() {
            parts.append(.text(reading.literals[index]))
            if piece.field == .title, !read.contains(.track), !read.contains(.room), let track = place(of: .track) {
                parts.append(.place(track))
            }
            parts.append(.place(Place(field: piece.field, form: piece.form)))
            if piece.field == .start, !read.contains(.end), var end = place(of: .end) {
                end.form = piece.form
                parts.append(.place(end))
            }
        }
        parts.append(.text(reading.literals.last ?? ""))
        return Pattern(known: parts.filter { $0 != .text("") })
    }

    private func isReordered(_ read: [Field]) -> Bool { fields.filter(read.contains) != read }
}
