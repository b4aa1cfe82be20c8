import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The attributes that Asciidoctor takes from the clock and from the file: `localdate`, `docyear` and the like.
enum DateAttributes {
    /// Names and values; a document, or whoever calls, may say otherwise.
    ///
    /// - Parameter file: where the document is; `-` is standard input, whose date is that of the clock.
    static func values(of file: String, given: [String: String?]) -> [String: String?] {
        let now = Environment.process["SOURCE_DATE_EPOCH"].flatMap { time_t($0) } ?? time(nil)
        let modified = file == "-" ? nil : (try? Disk().status(file, followingLinks: true))?.modified
        var values = given
        for (prefix, seconds) in [("local", now), ("doc", modified.map { time_t($0 / 1_000_000_000) } ?? now)] {
            let (date, hour) = (text(seconds, "%F"), text(seconds, isUniversal(seconds) ? "%T UTC" : "%T %z"))
            let shown = ["date": date, "year": String(date.prefix(4)), "time": hour, "datetime": "\(date) \(hour)"]
            for (name, value) in shown where !names(prefix + name, in: given) { values[prefix + name + "@"] = value }
        }
        return values
    }

    private static func names(_ name: String, in given: [String: String?]) -> Bool {
        given.keys.contains(name) || given.keys.contains(name + "@")
    }

    private static func local(_ seconds: time_t) -> tm {
        var (seconds, parts) = (seconds, tm())
        localtime_r(&seconds, &parts)
        return parts
    }

    private static func isUniversal(_ seconds: time_t) -> Bool { local(seconds).tm_gmtoff == 0 }

    private static func text(_ seconds: time_t, _ format: String) -> String {
        var parts = local(seconds)
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, format, &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
