/// Short lists that a notebook keeps beside its days, in `.steno/`, one entry a line: for people to read and edit, too.
package struct NotebookLists {
    package enum Name: String, Sendable {
        /// `sn souveraineté numérique`
        case abbreviations
        /// `Rayed Benbrahim (MongoDB)`, after a tab where they were seen
        case people
        /// `private = true`: days, folders, exports and copies are for their owner only; `author = Ada Lovelace`
        case settings
        /// `20240417_devoxx.adoc = multi-day`: of days that were not made of the usual one, which template they were made of
        case templates
    }

    /// The list's lines; none where it was never written.
    package let read: (Name) throws(StoreError) -> [String]
    /// Writes the list again.
    package let write: (Name, [String]) throws(StoreError) -> Void

    package init(
        read: @escaping (Name) throws(StoreError) -> [String],
        write: @escaping (Name, [String]) throws(StoreError) -> Void
    ) {
        self.read = read
        self.write = write
    }
}

extension NotebookLists {
    /// The value of a setting, `author = Ada Lovelace`; nil where there is none.
    package func setting(_ name: String, in list: Name = .settings) throws(StoreError) -> String? {
        try read(list).lazy.compactMap { $0.value(of: name) }.first { !$0.isEmpty }
    }

    /// Keeps a setting with the notebook; the others of the list stay as they are.
    package func set(_ name: String, to value: String, in list: Name = .settings) throws(StoreError) {
        var lines = try read(list)
        let line = "\(name) = \(value)"
        if let index = lines.firstIndex(where: { $0.value(of: name) != nil }) {
            lines[index] = line
        } else {
            lines.append(line)
        }
        try write(list, lines)
    }
}

extension String {
    /// What stands after `name =`; nil on another line.
    fileprivate func value(of name: String) -> String? {
        guard let sign = firstIndex(of: "="), self[..<sign].trimmingSpaces == name else { return nil }
        return self[index(after: sign)...].trimmingSpaces
    }
}
