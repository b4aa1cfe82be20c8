import Notebook
import Shell
import ShellInMemory
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bullets of a real day, typed key by key: how often is the hint the word that is being typed?
@Suite struct HintReplayTests {
    private struct Count {
        var keys = 0, inWords = 0, shown = 0, right = 0, part = 0, saved = 0
        var wrong: [String: Int] = [:]
        var behindWords = 0
    }

    @Test func hintsAreMostlyRight() throws {
        let count = try replay()
        let (right, saved) = (count.right * 1000 / max(count.shown, 1), count.saved * 10_000 / max(count.keys, 1))
        print(
            "keys \(count.keys), in words \(count.inWords), hints shown \(count.shown), right \(count.right)",
            "(\(right) ‰), part of it \(count.part), keys saved at best \(count.saved) (\(saved) of 10,000)")
        if getenv("STENO_HINTS") != nil { print(count.wrong.sorted { $0.value > $1.value }.prefix(40)) }
        #expect(count.keys > 4000)
        #expect(right >= 800)
        // What it was when every start of a word had a hint, half of them wrong.
        #expect(saved >= 487)
    }

    private func replay() throws -> Count {
        let test = try TestSession()
        try test.type(":day D", ":new P")
        let completer = LineCompleter(test.session) { _ in [] }
        var count = Count()
        for line in try bullets() {
            completer.update()
            try type(line, completer, &count)
            _ = try test.session.submit(line)
        }
        return count
    }

    private func type(_ line: String, _ completer: LineCompleter, _ count: inout Count) throws {
        let characters = Array(line)
        var taken = 0
        for index in characters.indices {
            count.keys += 1
            let typed = String(characters[...index])
            guard isWord(characters[index]) else { continue }
            count.inWords += 1
            let hint = completer.hint(for: typed).typed
            guard !hint.isEmpty else { continue }
            let rest = String(characters[(index + 1)...].prefix(while: isWord))
            count.shown += 1
            if hint == rest {
                count.right += 1
                if index >= taken { count.saved += rest.count - 1 }
                taken = max(taken, index + 1 + rest.count)
            } else if rest.hasPrefix(hint) {
                count.part += 1
            } else {
                count.wrong["\(typed.split(separator: " ").last ?? "")|\(hint)", default: 0] += 1
            }
        }
    }

    private func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    /// The day's bullets that are plain text.
    private func bullets() throws -> [String] {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try #require(fopen("/\(root)/sessions/20220524_dataops-rocks.adoc", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let size = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<size], as: UTF8.self).split(separator: "\n").compactMap { line in
            let text = line.drop { $0 == " " }
            let marker = text.prefix { $0 == "*" }
            guard !marker.isEmpty, text.dropFirst(marker.count).first == " " else { return nil }
            let bullet = String(text.dropFirst(marker.count + 1))
            return bullet.count < 110 && !":@*-.+".contains(bullet.first ?? ":") ? bullet : nil
        }
    }
}
