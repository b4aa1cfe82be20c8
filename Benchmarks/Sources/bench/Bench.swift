import AsciiDoc
import Foundation

/// Measures the document model. `bench parse FOLDER`, `bench linear`, `bench append BYTES`, `bench memory`.
@main
enum Bench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "parse": try parse(folder: arguments.dropFirst().first ?? "../shared/corpus")
        case "linear": linear()
        case "append": append(bytes: arguments.dropFirst().first.flatMap { Int($0) } ?? 25_000)
        case "memory": memory()
        case "appends":
            let numbers = arguments.dropFirst().compactMap { Int($0) }
            append(numbers[1], to: day(bytes: numbers[0]))
        case "operations":
            let numbers = arguments.dropFirst().compactMap { Int($0) }
            try operate(numbers[1], bytes: numbers[0], isInMiddle: arguments.contains("middle"))
        case "inlines":
            let rest = Array(arguments.dropFirst())
            let text = Array(try Data(contentsOf: URL(filePath: rest[0])))
            let long = (0..<(Int(rest[1]) ?? 1)).flatMap { _ in text }
            print(
                "\(long.count) bytes: \(rounded(best(of: 3) { _ = parseInlines(long, in: 0..<long.count) } * 1000)) ms")
        case "fuzz":
            let rest = Array(arguments.dropFirst())
            var fuzzer = Fuzzer(
                files: try corpus(rest[0]), seed: rest.count > 2 ? UInt64(rest[2]) ?? 1 : 1,
                program: rest.count > 3 ? rest[3] : nil)
            fuzzer.run(seconds: Double(rest[1]) ?? 60)
        default:
            print(
                "bench parse FOLDER | linear | append BYTES | appends BYTES COUNT | operations BYTES COUNT [middle] | memory | fuzz FOLDER SECONDS [SEED [STENO]]"
            )
        }
    }

    /// Blocks parsed a second, beside a plain loop over the same bytes.
    private static func parse(folder: String) throws {
        let files = try corpus(folder)
        let size = files.reduce(0) { $0 + $1.count }
        var newlines = 0
        let loop = best(of: 5) { for file in files { newlines += count(file) } }
        var nodes = 0
        let blocks = best(of: 5) { for file in files { nodes += Document(parsing: file).nodeCount } }
        let rate = Double(size) / 1e6
        print("files \(files.count), \(size) bytes, \(newlines / 5) lines, \(nodes / 5) nodes")
        print("newline loop: \(rounded(rate / loop)) MB/s")
        print("blocks: \(rounded(rate / blocks)) MB/s, \(rounded(blocks / loop))x of the loop")
        var inlines = 0
        let all = best(of: 5) { for file in files { inlines += countInlines(Document(parsing: file)) } }
        print("blocks and inlines: \(rounded(rate / all)) MB/s, \(inlines / 5) inlines")
    }

    private static func countInlines(_ document: Document) -> Int {
        var parser = InlineParser()
        var count = 0
        for index in 0..<document.nodeCount { count += document.node(index).inlines(with: &parser).count }
        return count
    }

    /// The time of 25 MB beside that of 2.5 MB.
    private static func linear() {
        let times = [2_500_000, 25_000_000].map { size -> Double in
            let source = day(bytes: size)
            return best(of: 3) { precondition(Document(parsing: source).nodeCount > 0) }
        }
        print(
            "2.5 MB: \(rounded(times[0] * 1000)) ms, 25 MB: \(rounded(times[1] * 1000)) ms, \(rounded(times[1] / times[0]))x"
        )
    }

    /// Appends 10,000 bullets, one after the other.
    private static func append(bytes: Int) {
        var document = Document(parsing: day(bytes: bytes))
        let line = Array("    ** une puce de plus, avec des accents : été\n".utf8)
        let time = best(of: 3) {
            for _ in 0..<10_000 {
                let end = document.source.count
                document.apply(Edit(range: end..<end, replacement: line))
            }
        }
        print("append at \(bytes) bytes: \(rounded(time * 100)) µs each")
    }

    /// Appends so many bullets and no more: for counting instructions.
    private static func append(_ count: Int, to source: [UInt8]) {
        var document = Document(parsing: source)
        let line = Array("    ** une puce de plus, avec des accents : été\n".utf8)
        for _ in 0..<count {
            let end = document.source.count
            document.apply(Edit(range: end..<end, replacement: line))
        }
        precondition(document.nodeCount > count)
    }

    /// Puts so many bullets at the end of a section as the shell does, each one verified.
    ///
    /// - Parameter isInMiddle: the section is not the last one.
    private static func operate(_ count: Int, bytes: Int, isInMiddle: Bool) throws {
        // A day that is being typed ends with its last note, not with an empty line.
        var document = Document(parsing: Array(day(bytes: bytes).dropLast()))
        let position = document.sections.count / (isInMiddle ? 2 : 1) - 1
        for _ in 0..<count {
            let edits = try bullet(in: document, section: position)
            try document.apply(edits)
        }
        precondition(document.nodeCount > count)
    }

    /// The nodes are gone when this returns: one that is kept would make the edit copy the document.
    @inline(never)
    private static func bullet(in document: Document, section: Int) throws(EditRefusal) -> Edits {
        let item = Block.Item("une puce de plus, avec des accents : été")
        return try document.append(item, depth: 1, to: document.sections[section])
    }

    /// Peak memory beside the file's size.
    private static func memory() {
        let source = day(bytes: 25_000_000)
        let before = peak()
        let document = Document(parsing: source)
        print("25 MB: \(document.nodeCount) nodes, peak \(peak()) KB, of which \(before) KB before parsing")
    }

    private static func day(bytes: Int) -> [UInt8] {
        var source = Array("= Day\n\n".utf8)
        var number = 0
        while source.count < bytes {
            number += 1
            source += Array("== 14h00 - Talk \(number)\n\n.Abstract\n----\nSome text of the programme.\n----\n\n".utf8)
            for bullet in 0..<20 {
                source += Array("* Yann : \(bullet) une note, *souveraineté*\n    ** dessous\n".utf8)
            }
            source += Array("\n".utf8)
        }
        return source
    }

    private static func corpus(_ folder: String) throws -> [[UInt8]] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".adoc") || $0.hasSuffix(".asciidoc") }.sorted().map {
            Array(try Data(contentsOf: URL(filePath: folder + "/" + $0)))
        }
    }

    @inline(never)
    private static func count(_ bytes: [UInt8]) -> Int {
        var lines = 0
        for byte in bytes where byte == 0x0A { lines += 1 }
        return lines
    }

    static func best(of runs: Int, _ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        return (0..<runs).map { _ in
            let time = clock.measure(body)
            return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        }.min() ?? 0
    }

    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }

    static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
