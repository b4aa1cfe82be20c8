import Foundation
import Shell
import ShellInMemory

/// An operation typed into a session on a document, and what became of both.
package struct ProductRun: Sendable {
    package let input: String
    package let operation: ProductOperation
    /// What was typed, the document's word put in.
    package let lines: [String]
    package let before: [UInt8]
    package private(set) var after: [UInt8]
    /// Why the last line was refused; nil: it was taken.
    package private(set) var refusal: String?
    /// What is wrong by the bytes alone; nil: nothing.
    package private(set) var fault: String?
    /// Depth of the next bullet, from 1, as the prompt promised it.
    package private(set) var depth = 1
    /// The title of the slot that the place is in; nil: the place is before the first one.
    package private(set) var slotTitle: String?
    /// Whether the place is in a slot.
    package private(set) var isInSlot = false

    /// - Parameters:
    ///   - input: the document's name.
    ///   - word: what `:fix` replaces.
    package init(_ operation: ProductOperation, on before: [UInt8], of input: String, word: String) throws {
        self.input = input
        self.operation = operation
        self.before = before
        lines = operation.lines.map { $0.replacing(ProductOperation.wordToFix, with: word) }
        after = before
        try type()
    }

    private mutating func type() throws {
        let test = try TestSession()
        let path = "notes/day.adoc"
        test.days.files[path] = before
        _ = try test.session.submit(":day day.adoc")
        depth = test.depth
        isInSlot = test.isInSlot
        slotTitle = test.slotTitle
        if test.days.files[path] != before { fault = "opening changes the file" }
        var taken = 0
        for line in lines {
            let kept = test.days.files[path]
            if let reason = test.refusal(of: line) {
                refusal = reason
                if test.days.files[path] != kept { fault = "refused, yet the file has changed" }
                break
            }
            if test.days.files[path] != kept { taken += 1 }
        }
        after = test.days.files[path] ?? []
        for _ in 0..<taken where fault == nil {
            if let reason = test.refusal(of: ":undo") { fault = "undo is refused: \(reason)" }
        }
        if fault == nil, test.days.files[path] != before { fault = "undo does not give the bytes back" }
    }

    package var isRefused: Bool { refusal != nil }
}
