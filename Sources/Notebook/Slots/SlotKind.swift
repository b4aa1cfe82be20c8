/// The kinds of talks that programmes name.
package enum SlotKind {
    private static let words: Set<String> = [
        "conference", "quickie", "keynote", "hands-on", "hands on", "hands-on lab", "lab", "labs", "tools-in-action",
        "tools in action", "tia", "university", "universite", "deep dive", "deep-dive", "atelier", "workshop",
        "lightning talk", "lightning", "bof", "talk", "presentation", "table ronde", "panel", "tutorial", "tutoriel",
        "demo", "live coding", "3 hours deep dive", "session", "ignite", "mini-conf", "meetup", "retour d'experience",
        "rex", "interview", "fishbowl", "dojo", "codelab", "birds of a feather",
    ]

    /// Whether a text is the name of a kind (`conférence`, `Quickie`): accents and case do not matter.
    package static func isKnown(_ text: some StringProtocol) -> Bool { words.contains(text.trimmingSpaces.folded) }
}
