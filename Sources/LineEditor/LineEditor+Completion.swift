// Tab: what all candidates share is typed, then they are shown and gone through.
extension LineEditor {
    func complete(next step: Int) {
        guard case .menu(var menu) = dialogue else { return startCompletion() }
        let line = menu.select(next: step)
        dialogue = .menu(menu)
        state.replace(by: line)
    }

    private func startCompletion() {
        let line = state.line.buffer
        let candidates = host.completer?(line) ?? []
        guard let first = candidates.first else { return }
        if candidates.count == 1 { return state.replace(by: line.completed(by: first)) }
        let shared = Self.sharedStart(of: candidates)
        let typed = String(Array(line.text.unicodeScalars)[first.range.clamped(to: 0..<line.text.unicodeScalars.count)])
        var original = line
        if shared.count > typed.count, candidates.allSatisfy({ $0.range == first.range }) {
            original = line.completed(by: Completion(shared, range: first.range))
            state.replace(by: original)
        }
        let end = original.cursor
        let menu = CompletionMenu(
            candidates.map {
                Completion($0.replacement, range: $0.range.lowerBound..<end, description: $0.description)
            },
            original: original)
        dialogue = .menu(menu)
        if screen.isLinear { post(menu.text) }
    }

    private static func sharedStart(of candidates: [Completion]) -> String {
        candidates.dropFirst().reduce(candidates.first?.replacement ?? "") { start, candidate in
            String(zip(start, candidate.replacement).prefix { $0 == $1 }.map(\.0))
        }
    }

    private static let menuSteps: [Key: Int] = [
        .tab: 1, .down: 1, .control("n"): 1, .backTab: -1, .up: -1, .control("p"): -1,
        .pageDown: CompletionMenu.mostRows, .pageUp: -CompletionMenu.mostRows,
    ]

    /// The menu takes the keys that go through it; Escape takes the choice back, every other key ends it.
    func takesForMenu(_ key: Key) -> Bool {
        guard case .menu(let menu) = dialogue else { return false }
        if let step = Self.menuSteps[key] {
            complete(next: step)
            return true
        }
        dialogue = .none
        guard key == .escape || key == .control("g") else { return false }
        if state.line.buffer != menu.original { state.replace(by: menu.original) }
        return true
    }
}
