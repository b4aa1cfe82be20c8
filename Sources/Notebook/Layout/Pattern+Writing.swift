extension Pattern {
    /// The text that says these fields; separators stand only between fields that are there.
    package func write(_ fields: Fields) -> String {
        let skeleton = skeleton(for: fields)
        return zip(skeleton.literals, skeleton.places.map { $0.form.text(fields[$0.field]) } + [""])
            .map { $0 + $1 }.joined()
    }

    /// The text that says these fields, keeping of the text that was read what did not change: the separators between two
    /// fields that stood beside each other there, and how a value was written.
    package func write(_ fields: Fields, keeping old: Reading) -> String {
        if fields == old.fields { return old.text }
        let skeleton = skeleton(for: fields)
        var text = ""
        for (index, literal) in skeleton.literals.enumerated() {
            let before = index > 0 ? skeleton.places[index - 1].field : nil
            let place = index < skeleton.places.count ? skeleton.places[index] : nil
            text += old.literal(between: before, and: place?.field) ?? literal
            guard let place else { continue }
            text +=
                old.text(of: place.field, with: fields[place.field]) ?? old.form(for: place).text(fields[place.field])
        }
        return text
    }

    private func skeleton(for fields: Fields) -> Skeleton {
        Skeleton(of: parts, with: Set(fields.values.keys))
    }
}

extension Pattern.ValueForm {
    /// The value in this form; a value of another kind as it stands.
    func text(_ value: FieldValue?) -> String {
        switch value {
        case nil: ""
        case .text(let text): text
        case .number(let number): "\(number)"
        case .time(let time): if case .time(let form) = self { time.text(form) } else { time.text(.h) }
        case .date(let day): if case .date(let form) = self { day.text(form) } else { day.text(.slashed) }
        case .weekday(let day):
            if case .weekday(let form) = self { day.text(form) } else { day.text(.init(.french, .lower)) }
        }
    }
}

extension Pattern.Reading {
    fileprivate func literal(between one: Field?, and other: Field?) -> String? {
        for (index, literal) in literals.enumerated() {
            let before = index > 0 ? pieces[index - 1].field : nil
            let after = index < pieces.count ? pieces[index].field : nil
            if before == one, after == other { return literal }
        }
        // What stood after the start stands after the new end.
        return one == .end && fields[.end] == nil && fields[.start] != nil ? literal(between: .start, and: other) : nil
    }

    fileprivate func text(of field: Field, with value: FieldValue?) -> String? {
        pieces.first { $0.field == field && $0.value == value }?.text
    }

    /// A new time is written as the heading writes that time, or else its other one.
    fileprivate func form(for place: Pattern.Place) -> Pattern.ValueForm {
        let alike = pieces.filter { $0.field.nature == place.field.nature && $0.field.nature != .text }
        return (alike.first { $0.field == place.field } ?? alike.first)?.form ?? place.form
    }
}
