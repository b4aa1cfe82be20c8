import AsciiDoc
import AsciiDocASG
import AsciiDocLint
import Foundation

/// A seeded mutational fuzzer: files of a folder, cut, spliced and sprinkled with the language's own signs.
///
/// Every input is parsed, edited (the tree must be that of a full parse), understood, checked, mended, changed by operations
/// (`FuzzedOperations`), printed as a graph and as a tree, and its lines are read as inline text. A trap ends the process, and the input is then in a file beside
/// the others; a minute for one input counts as a hang, and so does it; what was slowest for its size is parsed eight
/// times as long, which must not take much more than eight times as long. With the program given, some inputs are days
/// that it opens and goes on with (`ProgramFuzzer`).
struct Fuzzer {
    private let files: [[UInt8]]
    private var random: Generator
    /// How many operations were taken.
    private var operations = 0
    private var slowest: [(rate: Double, input: [UInt8])] = []
    private let program: ProgramFuzzer?
    /// Where the input is written before it is read: what is left there ended the process.
    private let current = FileManager.default.temporaryDirectory.appending(path: "steno-fuzz.adoc")

    private static let signs = [
        "\n", "\n\n", "* ", "** ", "- ", ". ", ".. ", "1. ", "+\n", "\n+\n", "----\n", "====\n", "****\n", "____\n",
        "|===\n", "!===\n", "|", "a|", "2+|", ".3+^.>s|", "--\n", "```\n", "////\n", "// ", "== ", "=== ", "= T\n",
        ":a: b\n",
        ":!a:\n", "{a}", "{set:a:b}", "ifdef::a[]\n", "endif::[]\n", "ifeval::[1 < 2]\n", "include::x.adoc[]\n",
        "[[a]]",
        "[#a.b%c]\n", "[source,ruby]\n", "[cols=\"1,2a\"]\n", "[quote]\n", "[stem]\n", ".T\n", "a:: b\n", "a;; b\n",
        "<1> c\n", "image::a.png[]\n", "image:a[b]", "*", "_", "`", "#", "^", "~", "+", "++", "+++", "\"`", "`\"",
        "<<a,b>>",
        "((", "(((", "))", "footnote:[", "]", "[", "\\", "pass:q[", "https://a.b", "link:a[b]", "'''\n", "<<<\n",
        "NOTE: ", "|===\n|a\n|===\n", "[cols=\"-5*\"]\n", ":leveloffset: 99999999999999999999\n",
        "99999999999999999999",
        "-1", "{counter:a}", "link:a=b[", "https://a.b?c=d", "footnote:[https://a.b?c=d]", "<<<<<<< a\n", ">>>>>>> b\n",
        "[NOTE]\n", "\t", "  ", "\r\n", "\r", "\0", "é", "🍸", "> ", "* [ ] ", "toc::[]\n", "===\n", "~~~\n",
    ].map { Array($0.utf8) }

    /// - Parameters:
    ///   - files: what is mutated.
    ///   - seed: what the random numbers begin with.
    ///   - program: the path of `steno`; nil: days are not opened.
    init(files: [[UInt8]], seed: UInt64, program: String? = nil) {
        self.files = files
        self.program = program.map(ProgramFuzzer.init)
        random = Generator(state: seed)
    }

    mutating func run(seconds: Double) {
        let end = Date().addingTimeInterval(seconds)
        var count = 0
        var bytes = 0
        while Date() < end {
            alarm(60)
            let input = mutated()
            _ = FileManager.default.createFile(atPath: current.path(), contents: Data(input))
            let start = Date()
            examine(input)
            note(Date().timeIntervalSince(start), input)
            if count % 100 == 0 { program?.goOn(with: input) }
            count += 1
            bytes += input.count
            if count % 5_000 == 0 { FileHandle.standardError.write(Data("\(count)\n".utf8)) }
        }
        alarm(0)
        let growths = slowest.map { growth(of: $0.input) }
        let worst = growths.max() ?? 0
        if let index = growths.firstIndex(of: worst), worst > 12 {
            for (name, work) in Self.works {
                print("\(name): \(Bench.rounded(growth(of: slowest[index].input, work)))x")
            }
            print(String(decoding: slowest[index].input, as: UTF8.self).debugDescription)
        }
        print("fuzz: \(operations) operations taken and taken back")
        if let program { print("fuzz: \(program.count) of them opened and gone on with as days") }
        print(
            "fuzz: \(count) inputs, \(bytes / 1_000_000) MB, \(Int(seconds)) s: no trap, no hang, every edited tree that of a"
        )
        print(
            "  full parse; the \(slowest.count) slowest, eight times as long, took at most \(Bench.rounded(worst))x the time"
        )
    }

    /// One of the files, or a part of it, with some of its bytes replaced.
    private mutating func mutated() -> [UInt8] {
        var input = files[random.below(files.count)]
        if input.count > 4000 {
            let start = random.below(input.count - 2000)
            input = Array(input[start..<(start + 200 + random.below(1800))])
        }
        for _ in 0..<(1 + random.below(12)) {
            let place = random.below(input.count + 1)
            let end = min(input.count, place + (random.below(3) == 0 ? random.below(30) : 0))
            switch random.below(8) {
            case 0: input.replaceSubrange(place..<end, with: [UInt8(random.below(256))])
            case 1: input.replaceSubrange(place..<end, with: input[(input.count / 2)...].prefix(random.below(100)))
            case 2:
                let sign = Self.signs[random.below(Self.signs.count)]
                input.replaceSubrange(place..<end, with: (0..<random.below(300)).flatMap { _ in sign })
            default: input.replaceSubrange(place..<end, with: Self.signs[random.below(Self.signs.count)])
            }
        }
        return input
    }

    private mutating func examine(_ input: [UInt8]) {
        var document = Document(parsing: input)
        expectCovered(document)
        for _ in 0..<3 {
            let start = random.below(document.source.count + 1)
            let end = min(document.source.count, start + random.below(20))
            document.apply(Edit(range: start..<end, replacement: Self.signs[random.below(Self.signs.count)]))
            precondition(nodes(of: document) == nodes(of: Document(parsing: document.source)), "another tree")
        }
        precondition(document.semanticView(resolver: { _ in Array("* included\n".utf8) }).blocks.count > 0)
        check(document)
        operate(on: document)
        precondition(document.asg(resolver: { _ in Array("* included\n".utf8) }).count > 2)
        precondition(document.inlineAsg().count >= 2)
        precondition(document.treeDump.isEmpty == false)
        _ = document.media()
        precondition(Style(learnedFrom: document) == Style(learnedFrom: document))
        for line in input.split(separator: 0x0A).prefix(20) { _ = parseInlines(Array(line), in: 0..<line.count) }
    }

    /// What an operation takes is taken whole, and can be taken back.
    private mutating func operate(on document: Document) {
        for _ in 0..<2 {
            let node = document.node(random.below(document.nodeCount))
            let operation = FuzzedOperations.all[random.below(FuzzedOperations.all.count)]
            guard let edits = try? operation(document, node, random.below(4)) else { continue }
            var edited = document
            guard let changes = try? edited.apply(edits) else {
                precondition(edited.source == document.source, "a refused operation changed something")
                continue
            }
            operations += 1
            precondition(nodes(of: edited) == nodes(of: Document(parsing: edited.source)), "another tree")
            for change in changes.all.reversed() { edited.apply(change.inverse) }
            precondition(edited.source == document.source, "what was taken back is not what was there")
        }
    }

    /// Findings lie within the file, and what is mended is mended.
    private func check(_ document: Document) {
        var options = DiagnosticOptions(least: .note)
        options.fileExists = { _ in false }
        options.imageExists = { _ in false }
        let found = document.diagnostics(options)
        let report = DiagnosticReport(file: "x.adoc", diagnostics: found)
        precondition(report.lines().count == found.count && report.annotations().count == found.count)
        precondition(!SarifLog([report], version: "0").bytes.isEmpty)
        for finding in found {
            precondition(finding.range.upperBound <= document.source.count && finding.start.column > 0)
        }
        let (fixed, _) = document.fixed(options)
        precondition(fixed.fixed(options).fixed.isEmpty, "mended again")
    }

    private func expectCovered(_ document: Document) {
        var end = 0
        var waiting = [document.root]
        while let node = waiting.popLast() {
            let children = Array(node.children)
            if children.isEmpty, !node.range.isEmpty {
                precondition(node.range.lowerBound == end, "a gap at \(end)")
                end = node.range.upperBound
            }
            waiting += children.reversed()
        }
        precondition(end == document.source.count, "the end is not covered")
    }

    private struct Seen: Equatable {
        let kind: NodeKind
        let range: Range<Int>
        let level: Int?
    }

    private func nodes(of document: Document) -> [Seen] {
        var seen: [Seen] = []
        var waiting = [document.root]
        while let node = waiting.popLast() {
            seen.append(Seen(kind: node.kind, range: node.range, level: node.level))
            waiting += Array(node.children).reversed()
        }
        return seen
    }

    private mutating func note(_ time: Double, _ input: [UInt8]) {
        guard input.count > 300 else { return }
        slowest.append((time / Double(input.count), input))
        if slowest.count > 64 {
            slowest.sort { $0.rate > $1.rate }
            slowest.removeLast(slowest.count - 32)
        }
    }

    private static let works: [(name: String, work: @Sendable ([UInt8]) -> Void)] = [
        ("blocks", { precondition(Document(parsing: $0).nodeCount > 0) }),
        ("semantic view", { precondition(Document(parsing: $0).semanticView().blocks.count > 0) }),
        ("diagnostics", { precondition(Document(parsing: $0).diagnostics().count >= 0) }),
        ("graph", { precondition(Document(parsing: $0).asg().count >= 0) }),
        ("inlines", { _ = parseInlines($0, in: 0..<$0.count) }),
    ]

    /// How much longer the work on it takes when the input is eight times as long.
    private func growth(of input: [UInt8]) -> Double { Self.works.map { growth(of: input, $0.work) }.max() ?? 0 }

    private func growth(of input: [UInt8], _ work: ([UInt8]) -> Void) -> Double {
        let times = [8, 64].map { count in
            let text = (0..<count).flatMap { _ in input }
            return Bench.best(of: 3) { work(text) }
        }
        return times[1] / times[0]
    }
}
