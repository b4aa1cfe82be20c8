import FoundationEssentials
import Notebook
import Programmes
import Testing

/// The published programmes in ../shared/programmes: used by path, never copied here. STENO_SHARED names another place.
enum Samples {
    static let folder: String = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return (ProcessInfo.processInfo.environment["STENO_SHARED"] ?? "/\(root)/../shared") + "/programmes"
    }()

    static let isThere = FileManager.default.fileExists(atPath: folder + "/counts.json")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"), "\(name) is missing"))
    }

    /// The day for the pages that give neither month nor year.
    static let context = ReadingContext(day: CalendarDate(year: 2013, month: 5, day: 23), languages: ["fr", "en"])

    static func read(_ name: String) throws -> ProgrammeReading { try ProgrammeReader.read(bytes(name), context) }
}

/// Why tests were skipped, where they are.
let missing: Comment = "../shared/programmes is not here; STENO_SHARED may name it"

extension ProgrammeReading {
    func session(_ title: String) throws -> ProgrammeSession {
        try #require(programme.sessions.first { $0.title == title }, "no session \(title)")
    }
}

/// A programme from text, in whatever format it is.
func read(_ text: String, day: CalendarDate? = nil, languages: [String] = ["en"]) throws -> ProgrammeReading {
    try ProgrammeReader.read(Array(text.utf8), ReadingContext(day: day, languages: languages))
}
