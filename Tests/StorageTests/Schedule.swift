import Files
import Foundation
import Notebook

@testable import Storage

/// A random course of events around one day, and a simple model of what must be in the file after it.
///
/// The model knows lines only: each has a text of its own. A line must be there once, must not be there, or (where
/// nobody can tell, as with a line that was never acknowledged) may be there once.
final class Schedule {
    enum Fate { case present, absent, either }

    private let notebook: TemporaryNotebook
    var random: Randomness
    private(set) var fates: [String: Fate] = [:]
    private(set) var log: [String] = []
    private var shell: Writer?
    private var lines = 0
    /// What a slow editor has read, and how many lines the model had then.
    private var staleText: String?
    private var staleLines: Set<String> = []
    /// The last shell that wrote anything left in good order.
    private var isClosed = false
    private var lastUndoable: Transaction?
    /// The file was cut off between lines, and no shell has looked since.
    private var isCut = false

    init(seed: UInt64) throws {
        notebook = try TemporaryNotebook()
        random = Randomness(seed: seed)
        shell = Writer(try notebook.notebooks().create(path: notebook.path, contents: Array(Self.head.utf8)))
        try type()
    }

    static let head = "= Day\n\n== 9h00 - First\n\n== 10h00 - Second\n\n"

    /// Runs a number of random events, restarts, and says what is wrong, if anything.
    func run(events: Int) throws -> [String] {
        for _ in 0..<events {
            try step()
            if isVerbose { note("    file: " + abbreviated((try? notebook.text) ?? "-")) }
            let problems = check(isFinal: false)
            if !problems.isEmpty { return problems }
        }
        stopFaults()
        try restart(cleanly: random.below(2) == 0)
        if isVerbose { note("    file: " + abbreviated((try? notebook.text) ?? "-")) }
        return check(isFinal: true)
    }

    private func step() throws {
        switch random.below(20) {
        case 0...7: try type()
        case 8: try undo()
        case 9: try change()
        case 10: try insert()
        case 11...14: try outside()
        case 15: try killSoon()
        case 16: try restart(cleanly: false)
        case 17: try restart(cleanly: true)
        case 18: try secondShell()
        default: try look()
        }
    }

    var isVerbose = false

    private func abbreviated(_ text: String) -> String {
        text.replacingOccurrences(of: Self.head, with: "").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("* ") ? String($0.split(separator: " ").dropFirst().first ?? "") : String($0) }
            .joined(separator: "|")
    }

    private func note(_ event: String) { log.append(event) }

    func newLine(_ who: String) -> String {
        lines += 1
        let words = (0..<5).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
        return "* \(who)\(lines) \(words)"
    }

    // MARK: What the user does

    private func type() throws {
        let line = newLine("u")
        note("type \(line)")
        try attempt(line) { (shell: Writer) throws(StoreError) in
            try shell.type(line)
        }
    }

    private func insert() throws {
        guard let shell else { return try restart(cleanly: false) }
        let line = newLine("i")
        note("insert \(line)")
        try attempt(line) { (shell: Writer) throws(StoreError) in
            try shell.look()
            let places = shell.contents.lineRanges.map(\.upperBound).filter { $0 >= 7 }
            let place = places.isEmpty ? shell.contents.count : places[self.random.below(places.count)]
            return try shell.replace(place..<place, line + "\n", label: line)
        }
        _ = shell
    }

    /// A line is acknowledged when the call returns; when it throws, it may be there or not.
    private func attempt(_ line: String, _ body: (Writer) throws(StoreError) -> Commit) throws {
        guard let shell else { return try restart(cleanly: false) }
        do throws(StoreError) {
            lastUndoable = try body(shell).transactions.last
            isCut = false
            fates[line] = .present
            isClosed = false
        } catch {
            note("  not acknowledged: \(error.code) \(error.operation)")
            fates[line] = .either
            died()
        }
    }

    private func undo() throws {
        guard let shell, let last = lastUndoable else { return }
        note("undo \(last.label)")
        lastUndoable = nil
        do throws(StoreError) {
            if try shell.look() != nil || shell.store.history.last != last { return }
            try shell.undo(last)
            isClosed = false
            if fates[last.label] == .present { fates[last.label] = .absent }
        } catch {
            fates[last.label] = .either
            died()
        }
    }

    private func change() throws {
        guard let shell else { return }
        let new = newLine("c")
        do throws(StoreError) {
            try shell.look()
            let ranges = shell.contents.lineRanges.filter { shell.contents[$0].starts(with: "* ".utf8) }
            guard !ranges.isEmpty else { return }
            let range = ranges[random.below(ranges.count)]
            let old = String(decoding: shell.contents[range].trimmedAtEnd, as: UTF8.self)
            note("change \(old) into \(new)")
            fates[new] = .either
            let fate = fates[old]
            fates[old] = .either
            lastUndoable = nil
            try shell.replace(range, new + "\n", label: new)
            fates[new] = .present
            isClosed = false
            if fate == .present { fates[old] = .absent }
        } catch {
            died()
        }
    }

    private func look() throws {
        note("look")
        do throws(StoreError) {
            if try shell?.look() != nil { isClosed = false }
        } catch { died() }
    }

    private func secondShell() throws {
        guard shell != nil else { return }
        note("second shell")
        let own = notebook.disk
        notebook.disk = Disk()
        defer { notebook.disk = own }
        let second = Writer(try notebook.notebooks(process: 2).open(path: notebook.path))
        guard second.store.readOnlyReason == nil else { return }
        fates["a second shell could write"] = .present
    }

    // MARK: Death and life

    /// The process dies at one of its next system calls, perhaps in the middle of a write.
    private func killSoon() throws {
        var left = 1 + random.below(25)
        let part = random.below(100)
        note("kill after \(left) calls")
        let disk = notebook.disk
        disk.fault = { _, _ in
            left -= 1
            return left < 0 ? EIO : nil
        }
        disk.shorten = { left == 0 ? $0 * part / 100 : $0 }
    }

    private func stopFaults() {
        notebook.disk.fault = nil
        notebook.disk.shorten = nil
    }

    private func died() {
        shell = nil
        lastUndoable = nil
        note("  died")
    }

    func restart(cleanly: Bool) throws {
        note("restart \(cleanly ? "cleanly" : "killed")")
        if cleanly, let shell {
            do throws(StoreError) {
                try shell.look()
                try shell.store.close()
                isClosed = true
            } catch { note("  close: \(error.code) \(error.operation)") }
        }
        shell = nil
        lastUndoable = nil
        notebook.disk = Disk()
        if random.below(3) == 0 { try outside() }
        isCut = false
        for attempt in 0..<3 {
            do {
                shell = Writer(try notebook.notebooks().open(path: notebook.path))
                break
            } catch { if attempt == 2 { throw error } }
        }
        if let recovered = shell?.recovered, !recovered.isEmpty { note("  recovered \(recovered)") }
    }

    // MARK: What another program does

    private func outside() throws {
        guard FileManager.default.fileExists(atPath: notebook.path) else { return }
        let text = try notebook.text
        // Half a line of a process that was killed in the middle: an editor may take it for a line.
        if let half = text.split(separator: "\n").last.map(String.init), fates[half] == nil { fates[half] = .either }
        if isCut {
            // What follows a cut that the shell has not seen looks like one edit that took the lines out.
            for (line, fate) in fates where fate == .present && !text.contains(line) { fates[line] = .either }
            isCut = false
        }
        switch random.below(7) {
        case 0:
            // After half a line of a process that just died, nobody could tell where theirs begins.
            if text.hasSuffix("\n") { try appendOutside() }
        case 1, 2: try insertOutside(into: text, "insert outside")
        case 3: (staleText, staleLines) = (text, Set(text.split(separator: "\n").map(String.init)))
        case 4: try writeStale()
        case 5: try deleteOutside(text)
        default: try damage(text)
        }
    }

    private func appendOutside() throws {
        let line = newLine("a")
        note("append outside \(line)")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: notebook.path))
        try file.seekToEnd()
        try file.write(contentsOf: Data((line + "\n").utf8))
        try file.close()
        fates[line] = .present
    }

    private func insertOutside(into text: String, _ what: String) throws {
        let line = newLine("o")
        note("\(what) \(line)")
        var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        all.insert(line, at: min(2 + random.below(max(all.count - 2, 1)), all.count - 1))
        try put(all.joined(separator: "\n"))
        fates[line] = .present
    }

    /// An editor writes back what it read some time ago: other programs' lines of the meantime are its affair.
    private func writeStale() throws {
        guard let stale = staleText else { return }
        staleText = nil
        for (line, fate) in fates where fate == .present && !staleLines.contains(line) {
            if !isOurs(line) { fates[line] = .either }
        }
        loosenOldLines(notIn: staleLines)
        for line in staleLines where fates[line] == .absent { fates[line] = .either }
        try insertOutside(into: stale, "write stale")
    }

    private func deleteOutside(_ text: String) throws {
        var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let candidates = all.indices.filter { all[$0].hasPrefix("* ") }
        guard !candidates.isEmpty else { return }
        let index = candidates[random.below(candidates.count)]
        note("delete outside \(all[index])")
        if fates[all[index]] == .present { fates[all[index]] = .either }
        all.remove(at: index)
        try put(all.joined(separator: "\n"))
    }

    /// Cut off or removed: what the shell has seen comes back; what another program wrote just now may not.
    private func damage(_ text: String) throws {
        let known = Set(shell.map { $0.text.split(separator: "\n").map(String.init) } ?? [])
        for line in text.split(separator: "\n").map(String.init) where !known.contains(line) {
            if fates[line] == .present { fates[line] = .either }
        }
        loosenOldLines(notIn: [])
        let cut = String(text.prefix(random.below(text.count)))
        for line in cut.split(separator: "\n").map(String.init) where fates[line] == nil { fates[line] = .either }
        // Cut between lines, or with unseen lines before the cut, it may as well be an edit of other programs' lines.
        let lines = text.split(separator: "\n").map(String.init)
        let isAmbiguous = cut.hasSuffix("\n") && lines.contains { !known.contains($0) }
        for line in lines where (!isOurs(line) || isAmbiguous) && !cut.contains(line) {
            if fates[line] == .present { fates[line] = .either }
        }
        if random.below(2) == 0 {
            note("remove the file")
            try FileManager.default.removeItem(atPath: notebook.path)
        } else {
            note("cut the file off")
            try notebook.write(cut)
            isCut = cut.hasSuffix("\n")
        }
    }

    /// Where the last shell left in good order and no other runs, what the file says counts.
    private func loosenOldLines(notIn text: Set<String>) {
        guard isClosed else { return }
        for (line, fate) in fates where fate == .present && !text.contains(line) { fates[line] = .either }
    }

    private func isOurs(_ line: String) -> Bool { line.dropFirst(2).first.map { "uic".contains($0) } ?? false }

    private func put(_ text: String) throws {
        let replace = random.below(2) == 0
        try Data(text.utf8).write(to: URL(fileURLWithPath: notebook.path), options: replace ? .atomic : [])
    }

    // MARK: What must be

    private func check(isFinal: Bool) -> [String] {
        guard isFinal else {
            return fates["a second shell could write"] == nil ? [] : ["a second shell could write"]
        }
        guard let text = try? notebook.text else { return ["no file"] }
        var problems = text == shell?.text ? [] : ["memory and file differ"]
        var counts: [String: Int] = [:]
        for line in text.split(separator: "\n").map(String.init) where !Self.head.contains(line + "\n") {
            counts[line, default: 0] += 1
            if fates[line] == nil { problems.append("unknown line \(line)") }
        }
        for (line, fate) in fates {
            let count = counts[line] ?? 0
            switch fate {
            case .present where count != 1: problems.append("\(count) times: \(line)")
            case .absent where count != 0: problems.append("back: \(line)")
            case .either where count > 1: problems.append("\(count) times: \(line)")
            default: break
            }
        }
        return problems
    }
}
