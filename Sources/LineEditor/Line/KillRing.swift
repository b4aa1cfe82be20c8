/// What was killed, to be brought back.
///
/// Invariant: `offset` counts back from the newest entry and names the one that is brought back; a new entry makes it 0.
struct KillRing {
    private(set) var entries: [[Unicode.Scalar]] = []
    private var offset = 0

    static let mostEntries = 60

    /// Kills in a row make one entry: `isForward` says at which end of it the text stood.
    mutating func add(_ text: [Unicode.Scalar], joining: Bool, isForward: Bool) {
        guard !text.isEmpty else { return }
        offset = 0
        if joining, let last = entries.popLast() {
            entries.append(isForward ? last + text : text + last)
        } else {
            entries.append(text)
            if entries.count > Self.mostEntries { entries.removeFirst() }
        }
    }

    var newest: [Unicode.Scalar] {
        mutating get {
            offset = 0
            return entries.last ?? []
        }
    }

    /// The entry before the one that was brought back last, around the end.
    mutating func older() -> [Unicode.Scalar] {
        guard !entries.isEmpty else { return [] }
        offset = (offset + 1) % entries.count
        return entries[entries.count - 1 - offset]
    }
}
