/// The lines that two texts have in common, in order.
///
/// Patience diff: lines that are unique in both anchor the rest, so that a moved or rewritten part does not tear apart
/// what stayed. Lines are compared as bytes, their line ends included.
struct LineDiff {
    /// Bytes that are the same in both.
    struct Run: Equatable {
        var ours: Int
        var theirs: Int
        var length: Int
        /// Not found in theirs, but written there by us.
        var isRestored = false
    }

    private(set) var runs: [Run] = []
    private let ours: [Range<Int>]
    private let theirs: [Range<Int>]
    private let ourIDs: [Int]
    private let theirIDs: [Int]

    init(ours: [UInt8], theirs: [UInt8]) {
        var known: [ArraySlice<UInt8>: Int] = [:]
        func identify(_ lines: [Range<Int>], in bytes: [UInt8]) -> [Int] {
            lines.map { line in
                if let id = known[bytes[line]] { return id }
                known[bytes[line]] = known.count
                return known.count - 1
            }
        }
        self.ours = ours.lineRanges
        self.theirs = theirs.lineRanges
        ourIDs = identify(self.ours, in: ours)
        theirIDs = identify(self.theirs, in: theirs)
        match(0..<ourIDs.count, 0..<theirIDs.count)
    }

    // MARK: Finding what is common

    private mutating func match(_ a: Range<Int>, _ b: Range<Int>) {
        var start = (a.lowerBound, b.lowerBound)
        while start.0 < a.upperBound, start.1 < b.upperBound, ourIDs[start.0] == theirIDs[start.1] {
            add(start.0, start.1)
            start = (start.0 + 1, start.1 + 1)
        }
        var end = (a.upperBound, b.upperBound)
        while end.0 > start.0, end.1 > start.1, ourIDs[end.0 - 1] == theirIDs[end.1 - 1] {
            end = (end.0 - 1, end.1 - 1)
        }
        matchMiddle(start.0..<end.0, start.1..<end.1)
        for offset in 0..<(a.upperBound - end.0) { add(end.0 + offset, end.1 + offset) }
    }

    private mutating func matchMiddle(_ a: Range<Int>, _ b: Range<Int>) {
        guard !a.isEmpty, !b.isEmpty else { return }
        let anchors = Self.longestIncreasing(uniquePairs(a, b))
        if anchors.isEmpty { return matchSmall(a, b) }
        var from = (a.lowerBound, b.lowerBound)
        for anchor in anchors {
            match(from.0..<anchor.ours, from.1..<anchor.theirs)
            add(anchor.ours, anchor.theirs)
            from = (anchor.ours + 1, anchor.theirs + 1)
        }
        match(from.0..<a.upperBound, from.1..<b.upperBound)
    }

    /// Without unique lines: the longest common subsequence, where the part is small enough to afford it.
    private mutating func matchSmall(_ a: Range<Int>, _ b: Range<Int>) {
        guard a.count * b.count <= 1 << 20 else { return }
        let removed = Set(
            theirIDs[b].difference(from: ourIDs[a]).removals.map { change in
                switch change {
                case .remove(let offset, _, _), .insert(let offset, _, _): offset
                }
            })
        var next = b.lowerBound
        for index in a where !removed.contains(index - a.lowerBound) {
            while next < b.upperBound, theirIDs[next] != ourIDs[index] { next += 1 }
            guard next < b.upperBound else { return }
            add(index, next)
            next += 1
        }
    }

    private func uniquePairs(_ a: Range<Int>, _ b: Range<Int>) -> [(ours: Int, theirs: Int)] {
        func unique(_ ids: [Int], _ range: Range<Int>) -> [Int: Int] {
            var places: [Int: Int] = [:]
            for index in range { places[ids[index]] = places[ids[index]] == nil ? index : -1 }
            return places.filter { $0.value >= 0 }
        }
        let there = unique(theirIDs, b)
        return unique(ourIDs, a).compactMap { id, index in there[id].map { (index, $0) } }
            .sorted { $0.0 < $1.0 }
    }

    /// The longest part of the pairs that is in order on both sides.
    private static func longestIncreasing(_ pairs: [(ours: Int, theirs: Int)]) -> [(ours: Int, theirs: Int)] {
        var piles: [Int] = []
        var previous = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var low = 0
            var high = piles.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].theirs < pairs[index].theirs { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = piles[low - 1] }
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var result: [(ours: Int, theirs: Int)] = []
        var at = piles.last ?? -1
        while at >= 0 {
            result.append(pairs[at])
            at = previous[at]
        }
        return result.reversed()
    }

    private mutating func add(_ a: Int, _ b: Int) {
        let (mine, other) = (ours[a], theirs[b])
        if let last = runs.last, last.ours + last.length == mine.lowerBound,
            last.theirs + last.length == other.lowerBound
        {
            runs[runs.count - 1].length += mine.count
        } else {
            runs.append(Run(ours: mine.lowerBound, theirs: other.lowerBound, length: mine.count))
        }
    }
}

extension [UInt8] {
    /// The lines with their line ends.
    var lineRanges: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
            lines.append(start..<end)
            start = end
        }
        return lines
    }
}
