/// The line and what the keys are in the middle of. Pure: takes events, changes the line, returns what is left to do.
///
/// Invariant: `previous` is what the last event did, so that kills in a row join, typing is undone word by word, and
/// Alt-Y knows what it replaces; `count` and `pending` are what began and waits for its next key.
struct LineState {
    var line = Line()
    private(set) var keymap: Keymap
    /// Nil in emacs mode.
    private(set) var vi: ViMode?
    private(set) var previous = Previous.other
    private var count: Int?
    private var pending = Pending.nothing

    enum Previous: Hashable {
        case other, typing, kill
        /// What was brought back stands there.
        case yank(Range<Int>)
        /// The last word of the line so many lines back in the history.
        case lastWord(Range<Int>, back: Int)
    }

    private enum Pending {
        case nothing, quotedInsert
        case find(forward: Bool)
    }

    static let largestCount = 9999

    init(keymap: Keymap) {
        self.keymap = keymap
        vi = keymap.isVi ? ViMode() : nil
    }

    /// Another line begins; what was killed stays.
    mutating func begin() {
        line.begin()
        vi?.begin()
        (previous, count, pending) = (.other, nil, .nothing)
    }

    var isViCommandMode: Bool { vi?.mode == .command }

    /// Whether typed characters stand for themselves.
    var isPlain: Bool {
        if case .nothing = pending { count == nil && !isViCommandMode } else { false }
    }

    /// The count being typed, for the prompt.
    var shownCount: Int? { count }

    // MARK: Characters

    mutating func type(_ scalar: Unicode.Scalar) -> EditEffect {
        if case .find(let forward) = pending { return find(scalar, forward: forward) }
        if case .quotedInsert = pending {
            pending = .nothing
        } else {
            if let command = isViCommandMode ? viBinding(scalar) : keymap[scalar] { return perform(command, nil) }
            if isViCommandMode { return performVi(scalar) }
        }
        insert(scalar)
        return .none
    }

    private func viBinding(_ scalar: Unicode.Scalar) -> EditCommand? {
        vi?.isWaiting == false ? keymap.viCommand(scalar) : nil
    }

    private mutating func performVi(_ scalar: Unicode.Scalar) -> EditEffect {
        previous = .other
        return vi?.take(scalar, &line) ?? .none
    }

    private mutating func insert(_ scalar: Unicode.Scalar) {
        if previous != .typing || scalar != " " && line.cursor > 0 && line.scalars[line.cursor - 1] == " " {
            // A whole insertion is one step in vi.
            if vi == nil || previous != .typing && vi?.isInserting == false { line.beginStep() }
        }
        let scalar = scalar.isControl ? " " : scalar
        let times = min(max(count ?? 1, 0), Self.largestCount)
        count = nil
        if vi?.mode == .replace {
            vi?.overwrite(scalar, &line)
        } else if times == 1 {
            line.insert(scalar)
        } else {
            line.insert(text: Array(repeating: scalar, count: times))
        }
        vi?.typed(scalar)
        previous = .typing
    }

    private mutating func find(_ scalar: Unicode.Scalar, forward: Bool) -> EditEffect {
        pending = .nothing
        for _ in 0..<takeCount() {
            guard let place = line.find(scalar, from: line.cursor, forward: forward) else { break }
            line.move(to: place)
        }
        previous = .other
        return .none
    }

    /// Text that comes at once: a paste, a completion. One step.
    mutating func insert(text: String) {
        line.beginStep()
        line.insert(text: text.unicodeScalars)
        line.beginStep()
        vi?.insertedOther()
        (previous, count, pending) = (.other, nil, .nothing)
    }

    mutating func replace(by other: LineBuffer) {
        line.replace(by: other)
        line.beginStep()
        vi?.insertedOther()
        (previous, count, pending) = (.other, nil, .nothing)
    }

    /// Puts the last word of an older line there; again, that of the line before it.
    mutating func insertLastWord(from lines: [String]) {
        var (range, back) = (line.cursor..<line.cursor, 0)
        if case .lastWord(let shown, let last) = previous { (range, back) = (shown, last + 1) }
        let words = lines.reversed().dropFirst(back).lazy.compactMap { $0.split(separator: " ").last }
        guard let word = words.first else { return }
        line.beginStep()
        line.replace(range, with: Array(word.unicodeScalars))
        previous = .lastWord(range.lowerBound..<line.cursor, back: back)
    }

    /// The host took a key: what comes next joins nothing.
    mutating func interrupt() { (previous, count) = (.other, nil) }

    // MARK: Keys

    mutating func strike(_ key: Key) -> EditEffect {
        switch pending {
        case .nothing: break
        case .find: pending = .nothing
        case .quotedInsert:
            pending = .nothing
            if key == .tab {
                insert("\t")
                return .none
            }
        }
        if key == .escape, vi != nil { return leaveInsert() }
        if isViCommandMode, let effect = strikeInCommandMode(key) { return effect }
        if vi?.mode == .replace, key == .backspace {
            vi?.takeBack(&line)
            return .none
        }
        guard let command = keymap[key] else {
            count = nil
            return .none
        }
        return perform(command, key)
    }

    private mutating func leaveInsert() -> EditEffect {
        (previous, count) = (.other, nil)
        guard !isViCommandMode, vi?.mode != nil else {
            vi?.forget()
            return .abort
        }
        vi?.leaveInsert(&line)
        line.beginStep()
        return .none
    }

    private mutating func strikeInCommandMode(_ key: Key) -> EditEffect? {
        switch key {
        case .backspace, .control("h"): return performVi("h")
        case .control("r"):
            line.redo()
            vi?.clamp(&line)
            return .some(.none)
        default:
            vi?.forget()
            return nil
        }
    }

    private mutating func takeCount() -> Int {
        defer { count = nil }
        return count ?? 1
    }

    mutating func perform(_ command: EditCommand, _ key: Key?) -> EditEffect {
        if command == .count { return digit(key) }
        let times = takeCount()
        let before = previous
        previous = .other
        let effect = act(command, times: times, before: before, key)
        if isViCommandMode { vi?.clamp(&line) } else { vi?.struck(command) }
        return effect
    }

    /// Alt with a digit; `-` alone is -1.
    private mutating func digit(_ key: Key?) -> EditEffect {
        guard case .character(let scalar)? = key?.base else { return .none }
        if scalar == "-" {
            count = -(count ?? 1)
        } else if let value = Int(String(Character(scalar))) {
            let old = count == -1 ? 0 : abs(count ?? 0)
            count = min(old * 10 + value, Self.largestCount) * ((count ?? 1) < 0 ? -1 : 1)
        }
        return .none
    }

    private mutating func act(_ command: EditCommand, times: Int, before: Previous, _ key: Key?) -> EditEffect {
        let (command, times) = times < 0 ? (command.opposite, -times) : (command, times)
        let range = 0..<min(times, Self.largestCount)
        if let motion = Self.motions[command] {
            for _ in range { line.move(to: motion(line)) }
            return .none
        }
        if let target = Self.kills[command] {
            line.beginStep()
            let old = line.count
            for index in range { line.kill(target(line), joining: before == .kill || index > 0) }
            if line.count != old || before == .kill { previous = .kill }
            return .none
        }
        if let change = Self.changes[command] {
            if !(command == .deleteLeft && before == .typing && vi?.isInserting == true) { line.beginStep() }
            for _ in range { change(&line) }
            if command == .deleteLeft { vi?.deletedLeft() }
            return .none
        }
        return other(command, before, key)
    }

    private mutating func other(_ command: EditCommand, _ before: Previous, _ key: Key?) -> EditEffect {
        switch command {
        case .findRight: pending = .find(forward: true)
        case .findLeft: pending = .find(forward: false)
        case .quotedInsert: pending = .quotedInsert
        case .copyRegion: line.kills.add(Array(line.scalars[line.region]), joining: false, isForward: true)
        case .yank:
            line.beginStep()
            previous = .yank(line.yank())
        case .yankOlder:
            guard case .yank(let range) = before else { return .none }
            previous = .yank(line.yankOlder(range))
        case .deleteRightOrEnd:
            if line.count == 0 { return .endOfInput }
            line.beginStep()
            line.deleteRight()
        case .lastWord:
            previous = before
            if case .lastWord = before {} else { previous = .other }
            return .lastWord
        case .viCommandMode: return leaveInsert()
        case .deeper, .higher, .editor, .moveUp, .moveDown: return key.map(EditEffect.host) ?? .host(.controlX("e"))
        default: return Self.effects[command] ?? .none
        }
        return .none
    }
}
