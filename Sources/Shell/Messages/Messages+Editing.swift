// What is said of text that was pasted or corrected.
extension Message {
    static func pastedBullets(_ count: Int) -> Message {
        count == 1
            ? Message(en: "1 bullet pasted", fr: "1 puce collée")
            : Message(
                en: "\(count) bullets pasted; :undo takes them all back",
                fr: "\(count) puces collées ; :undo les reprend toutes")
    }
    static func pastedLines(_ count: Int) -> Message {
        count == 1
            ? Message(en: "1 line pasted", fr: "1 ligne collée")
            : Message(
                en: "\(count) lines pasted; :undo takes them all back",
                fr: "\(count) lignes collées ; :undo les reprend toutes")
    }
}
