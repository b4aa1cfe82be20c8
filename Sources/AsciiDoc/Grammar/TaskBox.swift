/// The box before an item's text that makes it a task.
///
/// Source: AsciiDoc language documentation, "Checklists".
public enum TaskBox: String, Hashable, Sendable, CaseIterable {
    case open = "[ ] "
    case ticked = "[x] "
    case starred = "[*] "

    /// The box that a text begins with; nil where it begins with none.
    public init?(startOf text: some Collection<UInt8>) {
        guard text.first == UInt8(ascii: "[") else { return nil }
        let front = text.prefix(4)
        guard let box = Self.allCases.first(where: { front.elementsEqual($0.rawValue.utf8) }) else { return nil }
        self = box
    }

    /// Whether the task is done.
    public var isChecked: Bool { self != .open }
}
