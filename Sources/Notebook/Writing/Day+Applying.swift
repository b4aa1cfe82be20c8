import AsciiDoc

/// How deep the next bullet stands after something was done.
package enum NextDepth: Hashable, Sendable {
    case same
    /// From 1.
    case at(Int)
}

extension Day {
    /// The edits that an operation asks for, or why it is refused.
    func planned(_ edits: () throws(EditRefusal) -> Edits) throws(DayError) -> Edits {
        do throws(EditRefusal) { return try edits() } catch { throw .refused(error) }
    }
}
