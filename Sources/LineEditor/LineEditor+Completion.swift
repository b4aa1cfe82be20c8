// Tab: what all candidates share is typed, then they are shown and gone through.
extension LineEditor {
    func complete(next step: Int) -> UInt8 {
        if menu == nil { return startCompletion() }
        if let line = menu?.select(next: step) { replace(by: line) }
        return redraw
    }

    private func startCompletion() -> UInt8 {
        let line = buffer
        let candidates = completer?(line) ?? []
        guard let first = candidates.first else { return redraw }
        if candidates.count == 1 {
            replace(by: line.completed(by: first))
            return redraw
        }
        let shared = Self.sharedStart(of: candidates)
        let typed = String(Array(line.text.unicodeScalars)[first.range.clamped(to: 0..<line.text.unicodeScalars.count)])
        var original = line
        if shared.count > typed.count, candidates.allSatisfy({ $0.range == first.range }) {
            original = line.completed(by: Completion(shared, range: first.range))
            replace(by: original)
        }
        let end = original.cursor
        menu = CompletionMenu(
            candidates.map {
                Completion($0.replacement, range: $0.range.lowerBound..<end, description: $0.description)
            },
            original: original)
        if isLinear, let menu { post(menu.text) }
        return redraw
    }

    private static func sharedStart(of candidates: [Completion]) -> String {
        candidates.dropFirst().reduce(candidates.first?.replacement ?? "") { start, candidate in
            String(zip(start, candidate.replacement).prefix { $0 == $1 }.map(\.0))
        }
    }

    private static let menuSteps: [Key: Int] = [.tab: 1, .down: 1, .backTab: -1, .up: -1]

    /// Goes through the menu where one is open and the key is one for that.
    func moveInMenu(with key: Key) -> UInt8? {
        guard menu != nil, let step = Self.menuSteps[key] else { return nil }
        return complete(next: step)
    }

    /// Every other key ends the choice; Escape takes it back.
    func closeMenu(for key: Key) -> Bool {
        guard let open = menu else { return false }
        menu = nil
        guard key == .escape else { return false }
        replace(by: open.original)
        return true
    }
}
