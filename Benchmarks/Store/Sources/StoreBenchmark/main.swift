import AsciiDoc
import Foundation
import Notebook
import Storage

// What acknowledging a line costs: the store's commit, journal and day file, against a bare write + fdatasync of as many
// bytes, in one run and one after the other, so that all meet the same disk. Medians count.

/// A day of a size, that grows line by line.
final class BenchedDay {
    private let store: any DayStore
    private var contents: [UInt8]

    init(size: Int, folder: String) throws {
        let line = "* une ligne de la journée, assez longue pour en être une, et avec des accents\n"
        contents = Array(("= Day\n\n== 9h00 - A\n\n" + String(repeating: line, count: size / line.utf8.count)).utf8)
        let environment = Notebooks.Environment(
            now: { Int64(Date().timeIntervalSince1970 * 1000) }, host: "here", process: getpid())
        let days = Notebooks(stateFolder: folder + "/state\(size)", environment: environment)
        store = try days.create(path: folder + "/\(size).adoc", contents: contents).store
        try type("* la première ligne, avec la copie du jour dans le journal")
    }

    func type(_ line: String) throws {
        let bytes = Array((line + "\n").utf8)
        _ = try store.outsideChange(contents: contents)
        let edit = Edit(range: contents.count..<contents.count, replacement: bytes)
        contents.append(contentsOf: bytes)
        let step = Transaction.Step(edit: edit, removed: [])
        _ = try store.commit(
            [PlacedTransaction(Transaction(origin: .typed, label: line, steps: [step]), place: Place(slot: 0))],
            contents: contents)
    }
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .seconds(1)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let folder = CommandLine.arguments.dropFirst().first ?? "/var/tmp"
let top = folder + "/steno-bench-\(getpid())"
try FileManager.default.createDirectory(atPath: top, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: top) }
let small = try BenchedDay(size: 25_000, folder: top)
let large = try BenchedDay(size: 25_000_000, folder: top)
let bare = open(top + "/bare", O_WRONLY | O_CREAT | O_APPEND, 0o600)
// A record: header, numbers, the label and the line itself.
let record = [UInt8](repeating: 120, count: 230)
var times: (bare: [Double], small: [Double], large: [Double]) = ([], [], [])
for number in 0..<1000 {
    let line = "* \(10_000 + number) ligne de la longueur habituelle, avec un accent ou deux é"
    times.bare.append(
        seconds {
            _ = record.withUnsafeBytes { write(bare, $0.baseAddress, $0.count) }
            _ = fdatasync(bare)
        })
    times.small.append(try seconds { try small.type(line) })
    times.large.append(try seconds { try large.type(line) })
}
let (yard, first, second) = (median(times.bare), median(times.small), median(times.large))
print(
    String(
        format: "store: a line in a day of 25 KB: %.3f ms, %.2fx of write + fdatasync (%.3f ms)",
        first * 1000, first / yard, yard * 1000))
print(
    String(format: "store: a line in a day of 25 MB: %.3f ms, %.2fx of the day of 25 KB", second * 1000, second / first)
)
