/// vi's keys on the line. Pure.
///
/// Invariants: `keys` are the characters of a command that is not whole yet; in command mode the cursor stands on a
/// character, not after the last one.
struct ViMode {
    enum Mode: Hashable { case insert, command, replace }

    private(set) var mode = Mode.insert
    private var keys: [Unicode.Scalar] = []
    private var lastFind: (target: ViMotion.Find, scalar: Unicode.Scalar)?
    private var lastChange: (command: ViCommand, inserted: [Unicode.Scalar])?
    private var insertion: Insertion?
    private var registers: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    /// What typing in replace mode overwrote; nil: nothing stood there.
    private var overwritten: [Unicode.Scalar?] = []

    /// An insertion that a command began, to be repeated by `.` and by its count.
    private struct Insertion {
        let command: ViCommand
        var text: [Unicode.Scalar] = []
    }

    /// Whether a command waits for its next character.
    var isWaiting: Bool { !keys.isEmpty }
    /// Whether an insertion that a command began goes on: with the command it is one step to undo.
    var isInserting: Bool { insertion != nil }

    mutating func begin() { (mode, keys, insertion, overwritten) = (.insert, [], nil, []) }

    mutating func forget() { keys = [] }

    /// The line was changed by something else than typing.
    mutating func insertedOther() { insertion = nil }

    /// A key was struck that is no typing.
    mutating func struck(_ command: EditCommand) { if command != .deleteLeft { insertion = nil } }

    mutating func typed(_ scalar: Unicode.Scalar) { insertion?.text.append(scalar) }

    mutating func deletedLeft() { _ = insertion?.text.popLast() }

    mutating func overwrite(_ scalar: Unicode.Scalar, _ line: inout Line) {
        overwritten.append(line.isAtEnd ? nil : line.scalars[line.cursor])
        line.replace(line.cursor..<(line.isAtEnd ? line.cursor : line.after(line.cursor)), with: [scalar])
    }

    /// Backspace in replace mode gives back what was overwritten.
    mutating func takeBack(_ line: inout Line) {
        _ = insertion?.text.popLast()
        let place = line.before(line.cursor)
        guard let old = overwritten.popLast() else { return line.move(to: place) }
        line.replace(place..<line.cursor, with: old.map { [$0] } ?? [])
        line.move(to: place)
    }

    mutating func leaveInsert(_ line: inout Line) {
        if let insertion {
            for _ in 1..<max(1, insertion.command.insertionCount) { line.insert(text: insertion.text) }
            lastChange = (insertion.command, insertion.text)
        }
        (mode, insertion, overwritten) = (.command, nil, [])
        line.move(to: line.before(line.cursor))
    }

    func clamp(_ line: inout Line) { if line.isAtEnd, line.count > 0 { line.move(to: line.before(line.count)) } }

    mutating func take(_ scalar: Unicode.Scalar, _ line: inout Line) -> EditEffect {
        keys.append(scalar)
        switch ViCommand.parse(keys) {
        case .incomplete: return .none
        case .invalid:
            keys = []
            return .none
        case .command(let command):
            keys = []
            let effect = perform(command, &line)
            if mode == .command { clamp(&line) }
            return effect
        }
    }

    // MARK: Commands

    private mutating func perform(_ command: ViCommand, _ line: inout Line) -> EditEffect {
        if let effect = Self.effects[command.verb] { return effect }
        if command.verb == "." { return repeatLast(command, &line) }
        if let motion = command.motion, command.verb == ViCommand.move {
            if let range = range(of: motion, command.count, line, isOperator: false) {
                line.move(to: range.destination)
            }
            return .none
        }
        if Self.changes.contains(command.verb) {
            lastChange = (command, [])
            line.beginStep()
        }
        change(command, &line)
        return .none
    }

    private static let effects: [Unicode.Scalar: EditEffect] = [
        "k": .older, "-": .older, "j": .newer, "+": .newer, "/": .search(older: true), "?": .search(older: false),
        "G": .newest, "v": .host(.controlX("e")),
    ]
    private static let changes = Set("iIaARrpP~dcg".unicodeScalars)

    private mutating func repeatLast(_ command: ViCommand, _ line: inout Line) -> EditEffect {
        guard let (repeated, text) = lastChange else { return .none }
        var last = repeated
        if command.hasCount { last.count = command.count }
        line.beginStep()
        change(last, &line)
        guard mode != .command else { return .none }
        if mode == .replace {
            for scalar in text { overwrite(scalar, &line) }
        } else {
            for _ in 0..<last.insertionCount { line.insert(text: text) }
        }
        insertion = nil
        mode = .command
        overwritten = []
        line.move(to: line.before(line.cursor))
        lastChange = (last, text)
        return .none
    }

    private mutating func change(_ command: ViCommand, _ line: inout Line) {
        switch command.verb {
        case "u": for _ in 0..<command.count { line.undo() }
        case "U": line.revert()
        case "i": insert(command, line.cursor, &line)
        case "I": insert(command, 0, &line)
        case "a": insert(command, line.isAtEnd ? line.cursor : line.after(line.cursor), &line)
        case "A": insert(command, line.count, &line)
        case "R":
            insert(command, line.cursor, &line)
            mode = .replace
        case "p", "P": put(command, after: command.verb == "p", &line)
        case "r": replaceCharacters(command, &line)
        case "~":
            let end = characters(command.count, from: line.cursor, line)
            line.changeCase(.other, in: line.cursor..<end)
        default: operate(command, &line)
        }
    }

    private mutating func insert(_ command: ViCommand, _ place: Int, _ line: inout Line) {
        line.move(to: place)
        mode = .insert
        insertion = Insertion(command: command)
    }

    private mutating func put(_ command: ViCommand, after: Bool, _ line: inout Line) {
        let text = command.register.flatMap { registers[$0] } ?? line.kills.newest
        guard !text.isEmpty else { return }
        line.move(to: after && !line.isAtEnd ? line.after(line.cursor) : line.cursor)
        line.insert(text: (0..<min(command.count, 1000)).flatMap { _ in text })
        line.move(to: line.before(line.cursor))
    }

    private func replaceCharacters(_ command: ViCommand, _ line: inout Line) {
        guard let scalar = command.argument else { return }
        var end = line.cursor
        for _ in 0..<command.count {
            guard end < line.count else { return }
            end = line.after(end)
        }
        line.replace(line.cursor..<end, with: Array(repeating: scalar, count: command.count))
        line.move(to: line.cursor - 1)
    }

    private func characters(_ count: Int, from position: Int, _ line: Line) -> Int {
        var position = position
        for _ in 0..<count where position < line.count { position = line.after(position) }
        return position
    }

    /// `d`, `c`, `y`, and the case operators.
    private mutating func operate(_ command: ViCommand, _ line: inout Line) {
        guard let motion = command.motion,
            let found = range(of: motion, command.count, line, isOperator: true, isChange: command.verb == "c")
        else { return }
        let range = found.range
        if let letterCase = command.letterCase {
            line.changeCase(letterCase, in: range)
            return line.move(to: range.lowerBound)
        }
        if let register = command.register { registers[register] = Array(line.scalars[range]) }
        line.kills.add(Array(line.scalars[range]), joining: false, isForward: true)
        if command.verb == "y" { return line.move(to: range.lowerBound) }
        line.replace(range, with: [])
        if command.verb == "c" {
            mode = .insert
            insertion = Insertion(command: command)
        }
    }

    // MARK: Motions

    private mutating func range(
        of motion: ViMotion, _ count: Int, _ line: Line, isOperator: Bool, isChange: Bool = false
    ) -> ViSpan? {
        switch motion {
        case .find(let find, let scalar): lastFind = (find, scalar)
        case .repeatFind(let isOpposite):
            guard let (find, scalar) = lastFind else { return nil }
            let motion = ViMotion.find(find.again(opposite: isOpposite), scalar)
            return motion.span(in: line, count: count, isOperator: isOperator, isChange: isChange)
        default: break
        }
        return motion.span(in: line, count: count, isOperator: isOperator, isChange: isChange)
    }
}
