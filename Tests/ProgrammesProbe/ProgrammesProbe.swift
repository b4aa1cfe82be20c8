import Notebook
import Programmes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads programmes for `Benchmarks/programmes.sh` and for the eye: `ProgrammesProbe [--table] [--paste] [--day DATE] FILE…`.
@main
enum ProgrammesProbe {
    static func main() {
        var context = ReadingContext(languages: ["fr", "en"])
        var showsTable = false, isPasted = false
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            switch argument {
            case "--table": showsTable = true
            case "--paste": isPasted = true
            case "--day": context.day = arguments.popFirst().flatMap { CalendarDate(reading: $0) }
            default: show(argument, context, showsTable: showsTable, isPasted: isPasted)
            }
        }
    }

    private static func show(_ path: String, _ context: ReadingContext, showsTable: Bool, isPasted: Bool) {
        guard let bytes = bytes(of: path) else { return print("\(path): cannot be read") }
        do {
            let reading =
                isPasted
                ? try ProgrammeReader.read(pasted: String(decoding: bytes, as: UTF8.self), context)
                : try ProgrammeReader.read(bytes, context)
            let programme = reading.programme
            print(
                "\(programme.source) | \(programme.event) | \(programme.zone) | \(programme.times)",
                "| listed \(reading.listed), sessions \(programme.sessions.count), talks \(programme.talks.count)",
                "| days \(programme.days.map(\.compact)) | rooms \(programme.rooms.count) | \(reading.notices)")
            if showsTable { print(ProgrammeTable(programme).text) }
        } catch {
            print("\(path): \(error)")
        }
    }

    /// The file, no further than one byte beyond what a reader takes.
    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        let limit = ReadingLimits.standard.megabytes << 20 + 1
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
