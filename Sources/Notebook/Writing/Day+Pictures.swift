import AsciiDoc

/// A picture that a command shows.
package struct Picture: Hashable, Sendable {
    /// Its caption; nil: it has none.
    package var caption: String?
    /// What stands between its brackets; nil: what those of the day's images have.
    package var attributes: String?
    /// Whether it is a block, or else part of a line; nil: as the day's images are.
    package var isBlock: Bool?
    /// Whether it stands on a line of the last note.
    package var isInNote = false

    package init(isInNote: Bool = false) { self.isInNote = isInNote }

    fileprivate func style(_ layout: Layout) -> Style {
        var style = layout.style
        if let isBlock { style.writesInlineImages = !isBlock }
        return style
    }
}

/// Where a picture was put.
package struct WrittenPicture: Hashable, Sendable {
    /// Of the next bullet.
    package let depth: NextDepth
    /// The title of the pictures before it, under which it is shown, too.
    package var caption: String?
}

extension Day {
    /// A picture at the end of a slot: in the last note where it was asked for, in the last bullet where the next one would
    /// stand below that, with the captioned picture that comes right before; else on its own.
    ///
    /// - Parameters:
    ///   - depth: of the next bullet.
    ///   - startsGroup: it stands apart, whatever comes before.
    package mutating func append(
        _ picture: Picture, target: String, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> WrittenPicture {
        let layout = learnedLayout()
        if picture.isInNote || isBelowLastBullet(depth, in: slot) {
            try apply(try planInNote(picture, target, in: slot, layout))
            return WrittenPicture(depth: .same)
        }
        try beginNotes(in: slot)
        if picture.caption == nil, !startsGroup, let edits = try planJoined(picture, target, in: slot, layout) {
            let caption = ownNotes(in: slot).lazy.reversed().compactMap(\.node.title).first.map { text($0) }
            try apply(edits)
            return WrittenPicture(depth: .at(1), caption: caption)
        }
        try apply(try planAlone(picture, target, in: slot, layout))
        return WrittenPicture(depth: .at(1))
    }

    /// Looks whether a picture could be put at the end of a slot.
    package func check(_ picture: Picture, depth: Int, in slot: Int?) throws(DayError) {
        var tried = self
        _ = try tried.append(picture, target: "x", depth: depth, startsGroup: false, to: slot)
    }

    private func planInNote(
        _ picture: Picture, _ target: String, in slot: Int?, _ layout: Layout
    ) throws(DayError) -> Edits {
        let container = container(of: slot)
        let attributes = picture.attributes ?? layout.image.attributes
        let item = container.openLists.last?.item
        do throws(EditRefusal) {
            if let item, picture.caption != nil || item.holdsBlocks {
                let block = Block.image(target: target, attributes: attributes, caption: picture.caption)
                return try document.append(block, to: item, style: picture.style(layout))
            }
            guard picture.caption == nil else { throw .nothingToContinue }
            return try document.continueText(atEndOf: container, withImage: target, attributes: attributes)
        } catch {
            throw error == .nothingToContinue ? .nothingToContinue : .refused(error)
        }
    }

    /// Below the captioned picture that ends the slot's notes; nil where none does.
    private func planJoined(
        _ picture: Picture, _ target: String, in slot: Int?, _ layout: Layout
    ) throws(DayError) -> Edits? {
        let attributes = picture.attributes ?? layout.image.attributes
        do throws(EditRefusal) {
            return try document.append(
                image: target, attributes: attributes, underCaptionAtEndOf: container(of: slot))
        } catch {
            throw .refused(error)
        }
    }

    private func planAlone(
        _ picture: Picture, _ target: String, in slot: Int?, _ layout: Layout
    ) throws(DayError) -> Edits {
        let attributes = picture.attributes ?? layout.image.attributes
        let block = Block.image(target: target, attributes: attributes, caption: picture.caption)
        return try planned { () throws(EditRefusal) in
            try document.append(block, to: container(of: slot), style: picture.style(layout))
        }
    }
}

extension Node {
    /// Whether blocks are attached to an item.
    fileprivate var holdsBlocks: Bool { children.contains { $0.kind.isBlock && !$0.kind.isList } }
}
