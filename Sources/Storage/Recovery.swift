import AsciiDoc
import Notebook

/// Brings together, at opening, what the journal knows and what the file holds.
struct Recovery {
    /// The day's bytes from now on.
    var contents: [UInt8]
    /// Labels of the lines that the file lacked.
    var recovered: [String] = []
    /// How the file came to differ from what the journal says, to be recorded; empty: it did not.
    var outside: [Transaction.Step] = []
    /// What the journal says, where it leads anywhere.
    var journaled: [UInt8]?

    /// - Parameter file: the file's bytes; nil: there is none.
    /// - Returns: nil where there is no day at all.
    static func of(file: [UInt8]?, journal: JournalContents) -> Recovery? {
        guard let journaled = journal.document else { return file.map { Recovery(contents: $0) } }
        guard let file, !file.isEmpty else {
            return Recovery(
                contents: journaled, recovered: journal.transactions.map(\.label), journaled: journaled)
        }
        if file == journaled { return Recovery(contents: file, journaled: journaled) }
        guard journal.closed == nil else {
            // The last shell left the file as it should be: what differs was done on purpose since.
            let steps = OutsideEdits.steps(from: journaled, to: file)
            return Recovery(contents: file, outside: steps, journaled: journaled)
        }
        return ofUnfinished(file, journaled: journaled, journal: journal)
    }

    /// The last run died: the file is an earlier state of the document, perhaps with a torn line at its end, or another
    /// program changed it as well.
    private static func ofUnfinished(_ file: [UInt8], journaled: [UInt8], journal: JournalContents) -> Recovery {
        if let known = lastState(in: file, of: journal) {
            let labels = journal.transactions[known...].map(\.label)
            return Recovery(contents: journaled, recovered: labels, journaled: journaled)
        }
        let lines = missing(from: file, journal: journal)
        var contents = file
        for line in lines {
            if let last = contents.last, last != UInt8(ascii: "\n") { contents.append(UInt8(ascii: "\n")) }
            contents += line.bytes
        }
        return Recovery(
            contents: contents, recovered: lines.map(\.label),
            outside: OutsideEdits.steps(from: journaled, to: contents), journaled: journaled)
    }

    /// How many transactions the file has, when it is one of the journal's own states, torn at most in its last line.
    private static func lastState(in file: [UInt8], of journal: JournalContents) -> Int? {
        let whole = Fingerprint(file)
        if let index = journal.fingerprints.lastIndex(of: whole) { return index + 1 }
        guard let base = journal.base else { return nil }
        if base.contents == file { return base.index }
        for count in (base.index..<journal.transactions.count).reversed() {
            let before = count == base.index ? Fingerprint(base.contents) : journal.fingerprints[count - 1]
            guard before.length < file.count,
                let added = journal.transactions[count].appendedBytes(toLength: before.length),
                added.starts(with: file[before.length...]), Fingerprint(Array(file[..<before.length])) == before
            else { continue }
            return count
        }
        return nil
    }

    /// What the last run typed and the file does not have.
    private static func missing(from file: [UInt8], journal: JournalContents) -> [(label: String, bytes: [UInt8])] {
        let present = Set(file.split(separator: UInt8(ascii: "\n")))
        return journal.transactions[journal.runStart...].filter { $0.origin == .typed }.compactMap { transaction in
            let lines = transaction.steps.flatMap { $0.edit.replacement.split(separator: UInt8(ascii: "\n")) }
            guard lines.contains(where: { !present.contains($0) }) else { return nil }
            return (transaction.label, lines.flatMap { Array($0) + [UInt8(ascii: "\n")] })
        }
    }
}
