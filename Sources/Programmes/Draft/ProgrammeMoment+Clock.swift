import Notebook

extension ProgrammeMoment {
    /// A moment of UTC as a local clock shows it, with the offset that follows: `2022-06-02T08:00-07:00`; nil outside the
    /// years 1 to 9999.
    ///
    /// - Parameter clock: what the clock shows then; zones are less than half a day from UTC, to either side.
    func text(onClockThatShows clock: TimeOfDay) -> String? {
        let apart = (clock.minutes - time.minutes + 2160) % 1440 - 720
        guard let local = ProgrammeMoment(minutes: minutes + apart) else { return nil }
        let date = String(local.date.slashed.map { $0 == "/" ? "-" : $0 })
        let sign = apart < 0 ? "-" : "+", hours = abs(apart) / 60, rest = abs(apart) % 60
        let offset = "\(sign)\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
        return "\(date)T\(clock.text(.colon))\(offset)"
    }
}
