package import Notebook

/// The programmes that a notebook keeps as `programmes/EVENT.tsv`, and the readers for what is imported.
package final class ProgrammeShelf: ProgrammeLibrary {
    /// What the shelf needs of the machine.
    package struct Machine {
        package let read: (_ path: String, _ limit: Int) throws(StoreError) -> [UInt8]
        package let write: (_ path: String, _ bytes: [UInt8]) throws(StoreError) -> Void
        /// Numbers that differ where a file has changed; nil where there is none.
        package let state: (_ path: String) throws(StoreError) -> [Int64]?
        /// What an address gives, no more than `limit` bytes.
        package let fetch: (_ address: String, _ limit: Int) throws(ProgrammeError) -> [UInt8]

        package init(
            read: @escaping (String, Int) throws(StoreError) -> [UInt8],
            write: @escaping (String, [UInt8]) throws(StoreError) -> Void,
            state: @escaping (String) throws(StoreError) -> [Int64]?,
            fetch: @escaping (String, Int) throws(ProgrammeError) -> [UInt8]
        ) {
            self.read = read
            self.write = write
            self.state = state
            self.fetch = fetch
        }
    }

    private let folder: String
    private let zones: String
    private let machine: Machine
    /// The file that was read last, and what it held.
    private var last: (path: String, state: [Int64], kept: StoredProgramme)?
    private var readings = 0

    /// - Parameters:
    ///   - folder: where the programmes lie.
    ///   - zones: the system's folder of time zone files.
    package init(folder: String, zones: String = "/usr/share/zoneinfo", machine: Machine) {
        self.folder = folder
        self.zones = zones
        self.machine = machine
    }

    private func path(_ event: String) -> String { "\(folder)/\(event).tsv" }

    package func stored(_ event: String) throws(ProgrammeError) -> StoredProgramme? {
        let path = path(event)
        guard let state = try onDisk({ () throws(StoreError) in try machine.state(path) }) else { return nil }
        if let last, last.path == path, last.state == state { return last.kept }
        let bytes = try bytes(of: path)
        readings += 1
        let table = try ProgrammeTable(reading: try Encoding.text(bytes))
        let kept = StoredProgramme(table, version: readings)
        last = (path, state, kept)
        return kept
    }

    package func store(_ table: ProgrammeTable, for event: String) throws(ProgrammeError) {
        let path = path(event)
        // Read again when it is asked for, as the next run reads it: the stored form has no control characters.
        last = nil
        try onDisk { () throws(StoreError) in try machine.write(path, Array(table.text.utf8)) }
    }

    package func keep(page text: String, of event: String) throws(ProgrammeError) -> String {
        var (path, number) = ("\(folder)/\(event)-page.txt", 1)
        while try onDisk({ () throws(StoreError) in try machine.state(path) }) != nil {
            number += 1
            path = "\(folder)/\(event)-page-\(number).txt"
        }
        try onDisk { () throws(StoreError) in try machine.write(path, Array(text.utf8)) }
        return path
    }

    package func read(_ origin: ProgrammeOrigin, _ context: ReadingContext) throws(ProgrammeError) -> ProgrammeReading {
        let limit = ReadingLimits.standard.megabytes << 20
        switch origin {
        case .file(let path): return try ProgrammeReader.read(try bytes(of: path), context)
        case .address(let address): return try ProgrammeReader.read(try machine.fetch(address, limit), context)
        case .page(let text): return try ProgrammeReader.read(pasted: text, context)
        }
    }

    /// - Throws: `ProgrammeError.unknownZone` also where the name would lead out of the system's folder.
    package func zone(_ name: String) throws(ProgrammeError) -> ZoneOffsets {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            part.first?.isLetter == true && part.utf8.allSatisfy { Self.signs.contains($0) }
        }
        guard isName else { throw .unknownZone(name) }
        let bytes: [UInt8]
        do throws(StoreError) {
            bytes = try machine.read("\(zones)/\(name)", 1 << 20)
        } catch {
            throw .unknownZone(name)
        }
        return try TimeZoneFile.read(bytes, name: name)
    }

    /// `Etc/GMT+12`, `America/Port-au-Prince`, `Africa/Porto_Novo`: no dot.
    private static let signs = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-".utf8)

    package func calendar(_ name: String, _ sessions: [ProgrammeSession], milliseconds: Int64) -> String {
        CalendarWriter.text(name, sessions, stamp: Self.stamp(milliseconds))
    }

    /// `20260321T130000Z`
    private static func stamp(_ milliseconds: Int64) -> String {
        let minutes = Int(milliseconds / 60_000)
        guard let moment = ProgrammeMoment(minutes: minutes) else { return "19700101T000000Z" }
        let second = Int(milliseconds / 1000) - minutes * 60
        let digits = [moment.time.hour, moment.time.minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(moment.date.compact)T\(digits)Z"
    }

    private func bytes(of path: String) throws(ProgrammeError) -> [UInt8] {
        let limit = ReadingLimits.standard.megabytes
        do throws(StoreError) {
            return try machine.read(path, limit << 20)
        } catch {
            if case .tooLarge = error.code { throw .tooLarge(limitInMegabytes: limit) }
            throw .store(error)
        }
    }

    @discardableResult
    private func onDisk<Value>(_ body: () throws(StoreError) -> Value) throws(ProgrammeError) -> Value {
        do throws(StoreError) { return try body() } catch { throw .store(error) }
    }
}
