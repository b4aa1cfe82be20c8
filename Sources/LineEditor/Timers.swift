/// What is due when nothing comes from the terminal. Pure: times are milliseconds of a monotonic clock.
///
/// Invariant: `unsavedSince` is when the first key was struck that no draft has yet; nil: the draft is the line.
struct Timers {
    private var lastKey = 0
    private var unsavedSince: Int?
    private var reminders: [(due: Int, body: () -> Void)] = []
    private var promptAsked = 0

    /// A draft is kept when nothing was typed for that long, and after that much typing at the latest.
    static let draftPause = 1500
    static let draftLimit = 10_000

    mutating func lineBegan() {
        unsavedSince = nil
        promptAsked = Monotonic.now
    }

    mutating func keyStruck(at now: Int) {
        lastKey = now
        unsavedSince = unsavedSince ?? now
    }

    func idleTime(at now: Int) -> Int { now - lastKey }

    mutating func remind(after milliseconds: Int, _ body: @escaping () -> Void) {
        reminders.append((Monotonic.now + milliseconds, body))
    }

    private var draftDue: Int? {
        unsavedSince.map { min(lastKey + Self.draftPause, $0 + Self.draftLimit) }
    }

    /// When the next thing is due.
    func due(promptInterval: Int?) -> Int? {
        [draftDue, reminders.map(\.due).min(), promptInterval.map { promptAsked + $0 }].compactMap { $0 }.min()
    }

    /// Whether a draft is due; it counts as kept then.
    mutating func takeDraft(at now: Int) -> Bool {
        guard let due = draftDue, due <= now else { return false }
        unsavedSince = nil
        return true
    }

    mutating func takeReminder(at now: Int) -> (() -> Void)? {
        guard let index = reminders.firstIndex(where: { $0.due <= now }) else { return nil }
        return reminders.remove(at: index).body
    }

    mutating func takePrompt(at now: Int, interval: Int?) -> Bool {
        guard let interval, promptAsked + interval <= now else { return false }
        promptAsked = now
        return true
    }
}
