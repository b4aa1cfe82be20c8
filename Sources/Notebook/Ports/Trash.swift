/// Keeps what was written over on purpose (`:export!`), so that it can be had back.
package protocol Trash {
    /// What is kept, oldest first.
    func entries() throws(StoreError) -> [TrashEntry]
    /// Copies what is at `path` into the trash; nothing where there is nothing.
    func keep(_ path: String) throws(StoreError)
    /// Puts an entry back where it was. What is there now goes into the trash first.
    ///
    /// - Returns: the path.
    func restore(_ number: Int) throws(StoreError) -> String
}

/// A file in the trash.
package struct TrashEntry: Hashable, Sendable {
    /// By which it is named, from 1.
    package let number: Int
    /// Where it was.
    package let path: String
    /// In bytes.
    package let size: Int

    package init(number: Int, path: String, size: Int) {
        self.number = number
        self.path = path
        self.size = size
    }
}
