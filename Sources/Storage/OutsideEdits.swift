import AsciiDoc
import Notebook

/// What another program did to the bytes, as steps from ours to theirs, by whole lines.
enum OutsideEdits {
    static func steps(from ours: [UInt8], to theirs: [UInt8]) -> [Transaction.Step] {
        guard ours != theirs else { return [] }
        let limit = min(ours.count, theirs.count)
        let equalBefore = (0..<limit).first { ours[$0] != theirs[$0] } ?? limit
        let start = lineStart(before: equalBefore, in: ours)
        var tail = 0
        while tail < limit - start, ours[ours.count - 1 - tail] == theirs[theirs.count - 1 - tail] { tail += 1 }
        let end = lineEnd(after: ours.count - tail, in: ours)
        let removed = Array(ours[start..<end])
        let added = Array(theirs[start..<(theirs.count - (ours.count - end))])
        return [Transaction.Step(edit: Edit(range: start..<end, replacement: added), removed: removed)]
    }

    private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
        bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    private static func lineEnd(after offset: Int, in bytes: [UInt8]) -> Int {
        if offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") { return offset }
        return bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
