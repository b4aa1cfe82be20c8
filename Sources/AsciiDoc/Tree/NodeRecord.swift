/// A node as the arena holds it. Records stand in document order, a parent before its children.
struct NodeRecord: Equatable {
    var kind: NodeKind
    /// Level of a section, depth of a list (from 1), length of a delimiter; else 0.
    var level: UInt16
    var start: UInt32
    var end: UInt32
    /// Index after the last record below this one.
    var next: UInt32
    var parent: UInt32
}
