import EditorSchedules
import Testing

@testable import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Every byte may come late, and every sequence in pieces: what is taken is what was typed.
///
/// `STENO_FUZZ=1000000 swift test -c release -Xswiftc -enable-testing --filter ByteFuzzTests`
@Suite struct ByteFuzzTests {
    private static let count = getenv("STENO_FUZZ").flatMap { UInt64(String(cString: $0)) } ?? 3000

    @Test func whatIsTakenIsWhatWasTyped() {
        var differences = 0
        for seed in 1...Self.count where differences < 3 {
            let schedule = Schedule(seed: seed)
            var prompt = FakePrompt(isVi: schedule.isVi)
            for step in schedule.steps { prompt.take(step) }
            // Line ends in what was pasted are shown so in the schedule.
            if prompt.accepted != schedule.accepted {
                differences += 1
                Issue.record("seed \(seed): \(prompt.accepted) instead of \(schedule.accepted): \(schedule.text)")
            }
        }
        print("\(Self.count) schedules, \(differences) differences")
    }
}

/// Decoder and line, with a clock that the test turns.
private struct FakePrompt {
    private var decoder = KeyDecoder()
    private var state: LineState
    private(set) var accepted: [String] = []

    init(isVi: Bool) {
        state = LineState(keymap: Keymap(isVi: isVi))
        decoder.escapeIsAKey = isVi
    }

    mutating func take(_ step: Schedule.Step) {
        guard case .byte(let byte, let delay) = step else { return }
        var left = delay
        while let patience = decoder.patience, patience <= left {
            left -= patience
            for event in decoder.pause() { handle(event) }
        }
        for event in decoder.decode([byte]) { handle(event) }
    }

    private mutating func handle(_ event: InputEvent) {
        switch event {
        case .text(let scalar): _ = state.type(scalar)
        case .key(let key): if state.strike(key) == .accept { accept("line ", "") }
        case .meta(let scalar, let isParted): take(meta: scalar, isParted: isParted)
        case .paste(let text) where text.contains("\n"):
            accept(
                "paste ", "|" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n"))
        case .paste(let text): state.insert(text: text)
        case .cutPaste(let text): accepted.append("cut \(text)")
        case .invalid: accepted.append("invalid")
        }
    }

    private mutating func take(meta scalar: Unicode.Scalar, isParted: Bool) {
        guard state.keymap.isBound(.alt(scalar)) else {
            _ = state.strike(.escape)
            _ = state.type(scalar)
            return
        }
        let before = state.line.buffer
        _ = state.strike(.alt(scalar))
        guard isParted, state.line.buffer == before else { return }
        state.interrupt()
        _ = state.type(scalar)
    }

    private mutating func accept(_ kind: String, _ text: String) {
        accepted.append(kind + state.line.text + text)
        state.begin()
    }
}
