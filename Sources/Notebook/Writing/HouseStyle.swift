import AsciiDoc

/// How Steno writes where the document shows no habit of its own.
package struct HouseStyle: Hashable, Sendable {
    /// Blanks before a bullet's marker, for each level below the first.
    package var indentPerLevel = 4
    /// A list under a paragraph that announces it (`Saagie :`) is indented as one level.
    package var indentsAnnouncedLists = true
    /// The first word of a speaker line.
    package var preposition = "By"
    package var heading = SlotHeading.Form()

    package init() {}

    /// The house style, but for what the document does otherwise.
    init(learnedFrom day: Day) {
        self.init()
        let slots = day.slots.lazy
        if let line = slots.compactMap(\.speakerLine).first,
            let word = day.text(line.contentRange).split(separator: " ").first
        {
            preposition = String(word)
        }
        guard let title = slots.first(where: { $0.heading.start != nil })?.sectionTitle else { return }
        if title.prefix(3).contains(":") { heading.time = .colon }
        guard let whole = slots.first(where: { $0.heading.end != nil })?.sectionTitle else { return }
        let times = whole.prefix { !$0.isLetter || $0 == "h" }
        for arrow in ["->", "→", "–"] where times.contains(arrow) {
            heading.arrow = arrow
            return
        }
        heading.arrow = "-"
    }
}
