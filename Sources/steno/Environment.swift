import Files
import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process was given from outside.
struct Environment {
    let value: (String) -> String?
    let host: String
    let process: Int32

    subscript(_ name: String) -> String? {
        value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static var process: Environment {
        Environment(value: { getenv($0).map { String(cString: $0) } }, host: hostName, process: getpid())
    }

    /// Where journals, drafts and histories should lie; nil: there is no home folder, and no other is named.
    ///
    /// A home that is not there is not made: services and containers name some for users who have none.
    func stateFolder(on disk: Disk) -> String? {
        if let state = self["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/steno" }
        guard let home = self["HOME"], home.hasPrefix("/"), home != "/", disk.isFolder(home) else { return nil }
        return home + "/.local/state/steno"
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "localhost" }
    }
}

extension Clock {
    /// The machine's clock, in the user's time zone.
    static var system: Clock {
        Clock(milliseconds: { milliseconds() }, today: { localDate() }, timeOfDay: { localTime() })
    }

    private static func milliseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    private static var local: tm {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return parts
    }

    private static func localDate() -> CalendarDate {
        let now = local
        return CalendarDate(year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday)) ?? .epoch
    }

    private static func localTime() -> TimeOfDay {
        let now = local
        return TimeOfDay(hour: Int(now.tm_hour), minute: Int(now.tm_min)) ?? .midnight
    }
}
