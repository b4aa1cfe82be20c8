/// What the program knows of time, given from outside so that a test holds it.
package struct Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: () -> Int64
    /// Today's date in the user's time zone.
    package var today: () -> CalendarDate
    /// The time of day in the user's time zone.
    package var timeOfDay: () -> TimeOfDay

    package init(
        milliseconds: @escaping () -> Int64, today: @escaping () -> CalendarDate,
        timeOfDay: @escaping () -> TimeOfDay
    ) {
        self.milliseconds = milliseconds
        self.today = today
        self.timeOfDay = timeOfDay
    }
}
