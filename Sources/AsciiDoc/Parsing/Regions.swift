/// The conditions (`ifdef::…`) and conflicts of versions (`<<<<<<<` to `>>>>>>>`) of a document's lines.
///
/// They lie across the blocks: what is open at a place does not follow from the containers there. Invariant: the marks
/// stand in the order of their lines, and each knows the innermost one that is open after it: what is open is known
/// after any of them, and a mark at the end costs nothing.
struct Regions: Sendable {
    enum Kind: Sendable {
        case condition, conditionEnd
        case conflict, conflictMiddle, conflictEnd

        var isConflict: Bool { self == .conflict || ends == .conflict }

        /// What a mark of this kind ends, or stands in the middle of; nil where it begins a region.
        var ends: Kind? {
            switch self {
            case .condition, .conflict: nil
            case .conditionEnd: .condition
            case .conflictMiddle, .conflictEnd: .conflict
            }
        }
    }

    private struct Mark {
        let kind: Kind
        var offset: Int
        /// The names that a condition asks for, in small letters: its end says them again, or nothing.
        let target: String
        /// Position of the innermost mark that is open after this one; -1 where none is.
        var open: Int
    }

    private var marks: [Mark] = []

    /// Takes note of a line that begins or ends a region.
    ///
    /// - Returns: whether it does; the end of what is not open ends nothing.
    @discardableResult
    mutating func add(_ kind: Kind, at offset: Int, _ target: String = "") -> Bool {
        let outer = marks.last?.open ?? -1
        guard let ended = kind.ends else {
            marks.append(Mark(kind: kind, offset: offset, target: target, open: marks.count))
            return true
        }
        guard outer >= 0, marks[outer].kind == ended, target.isEmpty || target == marks[outer].target else {
            return false
        }
        let open = kind == .conflictMiddle ? outer : outerMark(of: outer)
        marks.append(Mark(kind: kind, offset: offset, target: target, open: open))
        return true
    }

    /// What is open around the region that begins at a position.
    private func outerMark(of position: Int) -> Int { position > 0 ? marks[position - 1].open : -1 }

    /// Where the regions of a kind begin that are open at the end, outermost first.
    func open(_ kind: Kind) -> [Int] {
        var found: [Int] = []
        var position = marks.last?.open ?? -1
        while position >= 0 {
            if marks[position].kind == kind { found.append(marks[position].offset) }
            position = outerMark(of: position)
        }
        return found.reversed()
    }

    /// Whether a conflict is open at the end.
    var isInConflict: Bool { marks.last.map { $0.open >= 0 && marks[$0.open].kind == .conflict } ?? false }

    /// Forgets the lines from `offset` on.
    mutating func removeAll(from offset: Int) {
        marks.removeLast(marks.count - marks.partitioningIndex { $0.offset >= offset })
    }

    /// Adds what stands from `offset` on in other lines, moved by `growth` bytes.
    mutating func append(_ other: Regions, from offset: Int, movedBy growth: Int) {
        for mark in other.marks[other.marks.partitioningIndex { $0.offset >= offset }...] {
            add(mark.kind, at: mark.offset + growth, mark.target)
        }
    }
}

extension Line {
    /// Whether the line begins like one that begins or ends a region; the shortest are `=======` and `endif::[]`.
    var mayMarkRegion: Bool {
        guard count >= 7 else { return false }
        switch first {
        case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"): return bytes[start + 6] == first
        case UInt8(ascii: "i"), UInt8(ascii: "e"): return last == UInt8(ascii: "]")
        default: return false
        }
    }

    /// What region a line begins or ends that is not blank; nil for nearly all of them.
    var regionMark: Regions.Kind? {
        switch first {
        case UInt8(ascii: "i"), UInt8(ascii: "e"):
            guard last == UInt8(ascii: "]"), let directive = directiveName else { return nil }
            return directive.region(hasText: bytes[textEnd - 2] != UInt8(ascii: "["))
        case UInt8(ascii: "<"): return hasConflictSign ? .conflict : nil
        case UInt8(ascii: "="): return count == 7 && hasConflictSign ? .conflictMiddle : nil
        case UInt8(ascii: ">"): return hasConflictSign ? .conflictEnd : nil
        default: return nil
        }
    }

    /// What stands between the colons and the brackets of a condition; empty for another mark.
    func conditionTarget(of mark: Regions.Kind) -> String {
        guard !mark.isConflict, let name = directiveName else { return "" }
        let target = bytes[(start + name.prefix.utf8CodeUnitCount)..<textEnd].prefix { $0 != UInt8(ascii: "[") }
        return String(decoding: target, as: UTF8.self).lowercased()
    }

    /// Seven of the same sign, and a name at most.
    private var hasConflictSign: Bool {
        run(of: first, from: start) == 7 && (count == 7 || byte(start + 7) == UInt8(ascii: " "))
    }
}

extension DirectiveName {
    /// A condition with its text in brackets is over in its line; of `ifeval` the brackets hold the expression. One
    /// without an expression begins a condition only where it is skipped: it counts, so that its end is not another's.
    fileprivate func region(hasText: Bool) -> Regions.Kind? {
        switch self {
        case .ifdef, .ifndef: hasText ? nil : .condition
        case .ifeval: .condition
        case .endif: hasText ? nil : .conditionEnd
        case .include: nil
        }
    }
}
