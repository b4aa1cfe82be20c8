import AsciiDoc

extension Day {
    /// A block at the end of a slot, or, for an abstract, after its heading and speaker line.
    ///
    /// - Returns: where the block lies then: what is typed next into the same block replaces it.
    package mutating func append(
        _ block: NoteBlock, body: NoteBody, to slot: Int?
    ) throws(DayError) -> Range<Int> {
        let layout = learnedLayout()
        let edits = try planAppending(block, body, to: slot, layout)
        return try apply(edits).written ?? 0..<0
    }

    private func planAppending(
        _ block: NoteBlock, _ body: NoteBody, to position: Int?, _ layout: Layout
    ) throws(DayError) -> Edits {
        let blocks = block.blocks(body, abstractTitle: layout.abstractTitle)
        guard block == .abstract else {
            return try planned { () throws(EditRefusal) in
                try document.append(blocks, to: container(of: position), style: layout.style)
            }
        }
        guard let slot = slot(at: position) else { throw .noSlot }
        guard slot.abstract == nil else { throw .abstractExists }
        guard let above = slot.speakerLine ?? slot.section.first(.heading) else { throw .noSlot }
        return try planned { () throws(EditRefusal) in
            try document.insert(blocks, after: above, style: layout.style)
        }
    }

    /// The block in `range` with a longer body. Returns where it lies then.
    package mutating func replace(
        _ range: Range<Int>, by block: NoteBlock, body: NoteBody
    ) throws(DayError) -> Range<Int> {
        let layout = learnedLayout()
        let blocks = block.blocks(body, abstractTitle: layout.abstractTitle)
        let edits = try planned { () throws(EditRefusal) in
            try document.replace(range, by: blocks, style: layout.style)
        }
        return try apply(edits).written ?? range
    }

    /// An image at the end of a slot, under its caption.
    package mutating func appendImage(_ target: String, caption: String?, to slot: Int?) throws(DayError) {
        let style = learnedLayout().style
        let edits = try planned { () throws(EditRefusal) in
            try document.append(.image(target: target, caption: caption), to: container(of: slot), style: style)
        }
        try apply(edits)
    }

    /// Looks whether an image could be put at the end of a slot.
    package func checkImage(in slot: Int?) throws(DayError) {
        var tried = self
        try tried.appendImage("x", caption: nil, to: slot)
    }

    /// Who talks, under the slot's heading; the line that says it already is changed.
    package mutating func setSpeakers(_ text: String, of position: Int?) throws(DayError) {
        let label = learnedLayout().speakers.label
        let style = learnedLayout().style
        let edits = try planSpeakers(text, of: position, label, style)
        try apply(edits)
    }

    private func planSpeakers(
        _ text: String, of position: Int?, _ label: String, _ style: Style
    ) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        let line = SpeakerLine.read(text) == nil ? label + text : text
        return try planned { () throws(EditRefusal) in
            if let old = slot.speakerLine { return try document.setText(of: old, to: line) }
            guard let heading = slot.section.first(.heading) else { throw .noHeading }
            return try document.insert(.paragraph([line]), after: heading, style: style)
        }
    }
}

extension Layout {
    /// What an abstract is titled.
    var abstractTitle: String {
        switch abstract {
        case .block(_, let title?): title
        case .block(_, nil), .section: "Abstract"
        }
    }
}

extension Layout.SpeakerForm {
    /// What stands before the names.
    var label: String {
        guard case .text(let text)? = pattern.parts.first else { return "By " }
        return text
    }
}
