/// How much is read. A file beyond is no programme, and is refused before it takes time and memory.
package struct ReadingLimits: Sendable {
    package var megabytes = 32
    /// Of what people write for people: YAML and pages.
    package var textMegabytes = 1
    /// Lists, objects and values in lists of a JSON file that are looked at.
    package var nodes = 300_000
    package var sessions = 10_000
    package init() {}
    package static let standard = ReadingLimits()
}
