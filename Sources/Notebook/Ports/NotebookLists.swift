/// Short lists that a notebook keeps beside its days, in `.steno/`, one entry a line: for people to read and edit, too.
package struct NotebookLists {
    package enum Name: String, Sendable {
        /// `sn souveraineté numérique`
        case abbreviations
        /// `Rayed Benbrahim (MongoDB)`
        case people
        /// `private = true`: days, folders, exports and copies are for their owner only
        case settings
    }

    /// The list's lines; none where it was never written.
    package let read: (Name) throws(StoreError) -> [String]
    /// Writes the list anew.
    package let write: (Name, [String]) throws(StoreError) -> Void

    package init(
        read: @escaping (Name) throws(StoreError) -> [String],
        write: @escaping (Name, [String]) throws(StoreError) -> Void
    ) {
        self.read = read
        self.write = write
    }
}
