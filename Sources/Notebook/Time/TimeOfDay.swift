/// A time of day to the minute, as slots have it.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    /// Nil where there is no such time: `25h99`.
    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    package static let midnight = TimeOfDay(minutes: 0)

    private init(minutes: Int) { self.minutes = minutes }

    package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.minutes < other.minutes }

    /// How far it is from this time to `other`, in minutes, counting past midnight.
    package func minutes(until other: TimeOfDay) -> Int {
        (other.minutes - minutes + 1440) % 1440
    }

    /// Whether a slot from this time may end at `end`: later, or after midnight for one that begins late in the day.
    package func canEnd(at end: TimeOfDay) -> Bool {
        end > self || (hour >= 16 && end.hour < 6)
    }
}
