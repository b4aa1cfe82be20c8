/// Something that the line could become.
package struct Candidate: Hashable, Sendable {
    /// What takes the place of `range`.
    package let text: String
    /// Unicode scalars of the line; it ends at the cursor.
    package let range: Range<Int>
    /// One line about it; may be empty.
    package let description: String

    init(_ text: String, _ range: Range<Int>, _ description: String = "") {
        self.text = text
        self.range = range
        self.description = description
    }
}

/// Dim text after the cursor.
package struct Hint: Hashable, Sendable {
    /// What the key for it types.
    package var typed = ""
    /// What is shown after that and never typed: the arguments that a command expects.
    package var shown = ""
}

/// A file or folder as completion sees it.
package struct ListedFile: Hashable, Sendable {
    package let name: String
    package let isFolder: Bool
    /// Seconds since 1970.
    package let modified: Int64

    package init(name: String, isFolder: Bool, modified: Int64) {
        self.name = name
        self.isFolder = isFolder
        self.modified = modified
    }
}
