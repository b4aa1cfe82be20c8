/// How much is read. A file beyond is no programme, and is refused before it takes time and memory.
package struct ReadingLimits: Sendable {
    package var megabytes = 32
    package var sessions = 10_000
    package init() {}
    package static let standard = ReadingLimits()
}
