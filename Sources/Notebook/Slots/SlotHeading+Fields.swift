extension SlotHeading {
    /// The heading that the fields of a pattern say.
    ///
    /// - Parameter hasTracks: whether a text that stands alone after a time is a track, to which a title may come.
    init(_ fields: Fields, hasTracks: Bool) {
        self.init(
            start: fields.time(.start), end: fields.time(.end), kind: fields.text(.kind), track: fields.text(.track),
            title: fields.text(.title))
        room = fields.text(.room)
        if case .weekday(let day)? = fields[.weekday] { weekday = day }
        if case .date(let day)? = fields[.date] { date = day }
        if hasTracks, start != nil, track == nil, kind == nil, room == nil { (track, title) = (title, nil) }
    }

    /// What a pattern writes of this heading. A track without a title stands where a title does.
    var fields: Fields {
        var fields = Fields()
        fields[.weekday] = weekday.map(FieldValue.weekday)
        fields[.date] = date.map(FieldValue.date)
        fields[.start] = start.map(FieldValue.time)
        fields[.end] = end.map(FieldValue.time)
        fields[.kind] = kind.map(FieldValue.text)
        fields[.room] = room.map(FieldValue.text)
        fields[.track] = title.flatMap { $0.isEmpty ? nil : track }.map(FieldValue.text)
        fields[.title] = (title.flatMap { $0.isEmpty ? nil : $0 } ?? track).map(FieldValue.text)
        return fields
    }

    /// The same heading in the fields that a pattern has: what it has no place for goes into the title, so that no word is
    /// lost.
    package func fitted(to pattern: Pattern) -> SlotHeading {
        var fitted = self
        let has = { (field: Field) in pattern.fields.contains(field) }
        if let track, title != nil, !has(.track) {
            fitted.track = nil
            if has(.kind), kind == nil, SlotKind.isKnown(track) {
                fitted.kind = track
            } else if has(.room), room == nil {
                fitted.room = track
            } else {
                fitted.title = label
            }
        }
        if has(.room), fitted.room == nil, let (title, room) = fitted.title?.partedRoom {
            (fitted.title, fitted.room) = (title, room)
        }
        var lost: [String] = []
        if !has(.start), let start {
            lost.append([start, end].compactMap { $0?.text(.h) }.joined(separator: " - "))
            (fitted.start, fitted.end) = (nil, nil)
        }
        if !has(.kind), let kind { (lost, fitted.kind) = (lost + [kind], nil) }
        if !has(.room), let room { (lost, fitted.room) = (lost + [room], nil) }
        if !lost.isEmpty {
            fitted.title = [lost.joined(separator: " - "), fitted.title].compactMap { $0 }.joined(separator: " : ")
        }
        return fitted
    }
}

extension String {
    /// `Keynote (Room A)` → (`Keynote`, `Room A`); nil without brackets at the end.
    fileprivate var partedRoom: (title: String, room: String)? {
        guard hasSuffix(")"), let open = lastIndex(of: "("), open > startIndex, self[index(before: open)].isSpace else {
            return nil
        }
        let room = String(self[index(after: open)...].dropLast())
        let title = self[..<open].trimmingSpaces
        return room.isEmpty || title.isEmpty ? nil : (title, room)
    }
}
