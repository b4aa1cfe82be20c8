/// A change of a document's bytes: what lies in `range` is replaced by `replacement`.
///
/// Offsets are byte offsets into the source that the edit is applied to. An insertion has an empty range, a removal an
/// empty replacement. This is the only way in which a ``Document`` changes.
public struct Edit: Hashable, Sendable {
    /// The bytes to replace, as offsets into the source before the edit.
    public var range: Range<Int>
    /// The bytes to put in their place.
    public var replacement: [UInt8]

    /// Makes an edit that replaces the bytes in `range` by `replacement`.
    public init(range: Range<Int>, replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    /// By how many bytes the document grows (negative: shrinks).
    public var growth: Int { replacement.count - range.count }
}
