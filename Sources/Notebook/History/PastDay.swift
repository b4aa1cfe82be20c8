import AsciiDoc

/// What a day was like earlier, read back from its history.
package struct PastDay {
    private let contents: [UInt8]
    private let history: [Transaction]

    /// - Parameters:
    ///   - contents: the day's bytes now.
    ///   - history: every transaction that led there, oldest first.
    package init(contents: [UInt8], history: [Transaction]) {
        self.contents = contents
        self.history = history
    }

    /// The day's bytes after the first `count` transactions; nil where the history does not fit the bytes.
    package func contents(after count: Int) -> [UInt8]? {
        var bytes = contents
        for transaction in history[min(count, history.count)...].reversed() {
            for step in transaction.steps.reversed() {
                let inverse = step.inverse.edit
                guard inverse.range.upperBound <= bytes.count,
                    bytes[inverse.range].elementsEqual(step.edit.replacement)
                else { return nil }
                bytes.replaceSubrange(inverse.range, with: inverse.replacement)
            }
        }
        return bytes
    }

    /// When the bytes of the day were written, as runs of bytes in order; nil for what was there before the history.
    package var times: [(length: Int, time: Int64?)] {
        let growth = history.reduce(0) { sum, transaction in sum + transaction.steps.reduce(0) { $0 + $1.edit.growth } }
        var runs: [(length: Int, time: Int64?)] = [(max(contents.count - growth, 0), nil)]
        for transaction in history {
            let time = originalTime(of: transaction)
            for step in transaction.steps { Self.apply(step.edit, time: time, to: &runs) }
        }
        return runs
    }

    /// What is brought back was written when it was first typed.
    private func originalTime(of transaction: Transaction) -> Int64 {
        guard case .redo(let sequence) = transaction.origin else { return transaction.time }
        return history.first { $0.sequence == sequence }?.time ?? transaction.time
    }

    private static func apply(_ edit: Edit, time: Int64, to runs: inout [(length: Int, time: Int64?)]) {
        let before = cut(runs, from: 0, to: edit.range.lowerBound)
        let after = cut(runs, from: edit.range.upperBound, to: .max)
        runs = before + (edit.replacement.isEmpty ? [] : [(edit.replacement.count, time)]) + after
    }

    /// The runs of the bytes between two offsets.
    private static func cut(
        _ runs: [(length: Int, time: Int64?)], from start: Int, to end: Int
    ) -> [(length: Int, time: Int64?)] {
        var position = 0
        var result: [(length: Int, time: Int64?)] = []
        for run in runs {
            let length = min(position + run.length, end) - max(position, start)
            if length > 0 { result.append((length, run.time)) }
            position += run.length
        }
        return result
    }
}

extension Clock {
    /// The time of day of a moment, and which day it was, counted from 1970, in the zone that holds now.
    ///
    /// - Parameter moment: milliseconds since 1970-01-01T00:00:00Z.
    package func local(_ moment: Int64) -> (day: Int, time: TimeOfDay) {
        let now = milliseconds()
        let minuteNow = Int(now / 60_000)
        // Zones are whole quarters of an hour: the seconds of now, and the minute that may just have passed, do not count.
        let apart = timeOfDay().minutes - minuteNow % 1440
        let zone = ((Double(apart) / 15).rounded() * 15)
        let minutes = Int(moment / 60_000) + Int(zone)
        let ofDay = ((minutes % 1440) + 1440) % 1440
        return ((minutes - ofDay) / 1440, TimeOfDay(hour: ofDay / 60, minute: ofDay % 60) ?? .midnight)
    }
}
