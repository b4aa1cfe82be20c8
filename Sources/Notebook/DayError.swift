package import AsciiDoc

/// Why something that was asked of a day was refused. Nothing has changed then. The wording is in Shell's catalogue.
package enum DayError: Error, Hashable, Sendable {
    /// No day is open.
    case noDay
    /// What was asked needs a slot, and there is none yet.
    case noSlot
    case heading(SlotHeading.Problem)
    /// A bullet more than one level below the one above it.
    case depthJump(from: Int, to: Int)
    case depthTooDeep(limit: Int)
    /// A sub-section more than one level below the one above it.
    case noSectionAbove(depth: Int)
    /// `+ text` with no bullet or paragraph to continue.
    case nothingToContinue
    case emptyText
    case slotNotFound(String)
    /// The file is one talk: what was asked would be asked of the whole day.
    case wholeDay
    /// What was asked needs a part of the day, and the place is in none.
    case noPart
    /// The day has no title.
    case noHeading
    /// Several slots fit: their numbers, from 1.
    case slotAmbiguous(String, [Int])
    case abstractExists
    case noteNotFound(Int)
    case noNotes
    /// No note of the slot has that text in its line.
    case textNotFound(String)
    /// The note is a block whose text is not one line: it is edited in an editor.
    case notOneLine
    /// The last note is a bullet, which has no title.
    case noBlock
    case nothingToUndo
    case nothingToRedo
    case overwrittenOutside(label: String)
    /// The text changed while it was in an editor; what came back was kept in that file.
    case changedMeanwhile(keptIn: String)
    case store(StoreError)
    /// AsciiDoc has no way to write it there, and why.
    case refused(EditRefusal)
    /// An image cannot be shown there: the document looks for its images at that place.
    case imagesElsewhere(String)
}

/// Depths of bullets: 1 to 5, as AsciiDoc's unordered lists have markers for.
package let deepestBullet = 5
