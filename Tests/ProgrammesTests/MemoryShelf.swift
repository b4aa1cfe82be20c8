import FoundationEssentials
import Notebook
import Programmes
import Shell
import ShellInMemory
import Testing

/// A notebook's programmes: what is read lies on the disk or in `published`, what is kept stays in memory.
final class MemoryShelf {
    var files: [String: [UInt8]] = [:]
    /// What an address or another path gives.
    var published: [String: [UInt8]] = [:]
    private(set) var reads = 0
    private var states: [String: Int64] = [:]

    var library: ProgrammeShelf {
        ProgrammeShelf(
            folder: "programmes",
            machine: ProgrammeShelf.Machine(
                read: { [self] (path, limit) throws(StoreError) in
                    let isOwn = files[path] != nil
                    if isOwn { reads += 1 }
                    guard
                        let bytes = files[path] ?? published[path]
                            ?? FileManager.default.contents(atPath: path).map(Array.init)
                    else { throw StoreError(.notFound, operation: "open", path: path) }
                    guard bytes.count <= limit else {
                        throw StoreError(.tooLarge(limit: limit), operation: "read", path: path)
                    }
                    return bytes
                },
                write: { [self] (path, bytes) throws(StoreError) in write(path, bytes) },
                state: { [self] (path) throws(StoreError) in files[path].map { [Int64($0.count), states[path] ?? 0] } },
                fetch: { [self] (address, _) throws(ProgrammeError) in
                    guard let bytes = published[address] else {
                        throw .notFetched(address: address, reason: "(22) The requested URL returned error: 404")
                    }
                    return bytes
                }))
    }

    /// Writes a file as another program does.
    func write(_ path: String, _ bytes: [UInt8]) {
        files[path] = bytes
        states[path, default: 0] += 1
    }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
}

/// Somebody who takes notes with a programme and a clock.
struct Listener {
    let shelf = MemoryShelf()
    let test: TestSession
    let event: String

    init(_ event: String, on day: CalendarDate, language: Language = .english) throws {
        self.event = event
        test = try TestSession(language: language, programmes: shelf.library)
        test.now.today = day
        try test.type(":day \(event)")
    }

    /// The programme as it is kept.
    var programme: Programme { get throws { try #require(try test.programmes.stored(event.folded)).programme } }

    @discardableResult func type(_ line: String) throws -> [String] { try test.type(line) }

    /// Sets the clock to so many minutes after a session's start, and types a line.
    @discardableResult func type(_ line: String, at session: ProgrammeSession, _ minutes: Int = 0) throws -> [String] {
        test.now.show(try #require(session.start.adding(minutes: minutes)))
        return try test.type(line)
    }

    /// Whether the slot where the next line goes is of a session: its start, its title, its first speaker.
    func isIn(_ session: ProgrammeSession) -> Bool {
        guard let slot = test.session.open?.slot, let day = test.session.open?.day else { return false }
        let (said, meant) = (signs(day.slotText(slot).text), signs(session.title))
        let text = signs(String(decoding: day.source(ofSlot: slot.position) ?? [], as: UTF8.self))
        return slot.heading.start == session.start.time && said.hasSuffix(meant)
            && session.speakers.allSatisfy { text.contains(signs($0.name)) }
    }

    private func signs(_ text: String) -> String { text.folded.filter { $0.isLetter || $0.isNumber } }
}
