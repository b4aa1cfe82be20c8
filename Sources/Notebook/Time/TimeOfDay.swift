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

    /// How a document writes its times: the character between hours and minutes (`h` or `:`).
    package enum Form: Character, Hashable, Sendable {
        case h = "h"
        case colon = ":"
    }

    /// Two digits, the form's character, two digits: `09h30`.
    package func text(_ form: Form) -> String {
        "\(Self.twoDigits(hour))\(form.rawValue)\(Self.twoDigits(minute))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// How far it is from this time to `other`, in minutes, counting past midnight.
    package func minutes(until other: TimeOfDay) -> Int {
        (other.minutes - minutes + 1440) % 1440
    }

    /// Whether a slot from this time may end at `end`: later, or after midnight for one that began in the evening.
    package func canEnd(at end: TimeOfDay) -> Bool {
        end > self || (hour >= 18 && end.hour < 6)
    }
}
