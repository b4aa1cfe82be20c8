/// A command of vi's command mode: `"a2d3w` and the like.
struct ViCommand {
    /// The verb of a motion alone.
    static let move: Unicode.Scalar = "\0"

    var register: Unicode.Scalar?
    var count = 1
    var hasCount = false
    /// The command's letter; for `gU`, `gu` and `g~` it is `g`.
    var verb = Self.move
    var motion: ViMotion?
    /// What `r` puts there.
    var argument: Unicode.Scalar?
    var letterCase: Line.LetterCase?

    /// How often an insertion that it begins is written.
    var insertionCount: Int { "iIaA".unicodeScalars.contains(verb) ? count : 1 }

    enum Parsed {
        case incomplete, invalid
        case command(ViCommand)
    }

    static func parse(_ keys: [Unicode.Scalar]) -> Parsed {
        var reader = ViReader(keys)
        do throws(ViReader.Stop) {
            return .command(try reader.command())
        } catch {
            return error == .incomplete ? .incomplete : .invalid
        }
    }
}

/// Reads the characters of a command.
private struct ViReader {
    enum Stop: Error { case incomplete, invalid }

    private var rest: ArraySlice<Unicode.Scalar>
    private static let largestCount = 9999

    init(_ keys: [Unicode.Scalar]) { rest = keys[...] }

    private mutating func next() throws(Stop) -> Unicode.Scalar {
        guard let scalar = rest.popFirst() else { throw .incomplete }
        return scalar
    }

    private mutating func count() -> Int? {
        var count: Int?
        while let first = rest.first, let digit = Int(String(Character(first))), first.isASCII,
            count != nil || digit != 0
        {
            count = min((count ?? 0) * 10 + digit, Self.largestCount)
            rest.removeFirst()
        }
        return count
    }

    mutating func command() throws(Stop) -> ViCommand {
        var command = ViCommand()
        var first = count()
        if rest.first == "\"" {
            rest.removeFirst()
            command.register = try next()
            first = count() ?? first
        }
        command.hasCount = first != nil
        command.count = first ?? 1
        let letter = try next()
        switch letter {
        case "d", "c", "y": try operation(letter, &command)
        case "g": try afterG(&command)
        case "r":
            command.verb = letter
            command.argument = try next()
        case _ where Self.shorthands[letter] != nil:
            let (verb, motion) = Self.shorthands[letter] ?? (letter, .wholeLine)
            (command.verb, command.motion) = (verb, motion)
        case _ where Self.plain.contains(letter): command.verb = letter
        default: command.motion = try motion(letter)
        }
        return command
    }

    private static let plain = Set("iIaAuUpP.~RkjG-+/?v".unicodeScalars)
    private static let shorthands: [Unicode.Scalar: (Unicode.Scalar, ViMotion)] = [
        "x": ("d", .simple("l")), "X": ("d", .simple("h")), "D": ("d", .simple("$")), "C": ("c", .simple("$")),
        "s": ("c", .simple("l")), "S": ("c", .wholeLine), "Y": ("y", .simple("$")),
    ]

    private mutating func operation(_ letter: Unicode.Scalar, _ command: inout ViCommand) throws(Stop) {
        command.verb = letter
        if let second = count() {
            command.count = min(command.count * second, Self.largestCount)
            command.hasCount = true
        }
        let target = try next()
        command.motion = target == letter ? .wholeLine : try object(target)
    }

    private mutating func afterG(_ command: inout ViCommand) throws(Stop) {
        let letter = try next()
        switch letter {
        case "e": command.motion = .endBefore(.vi)
        case "E": command.motion = .endBefore(.nonSpaces)
        case "U", "u", "~":
            command.verb = "g"
            command.letterCase = letter == "U" ? .upper : letter == "u" ? .lower : .other
            if let second = count() { command.count = min(command.count * second, Self.largestCount) }
            let target = try next()
            command.motion = target == letter ? .wholeLine : try object(target)
        default: throw .invalid
        }
    }

    private mutating func object(_ letter: Unicode.Scalar) throws(Stop) -> ViMotion {
        guard letter == "i" || letter == "a" else { return try motion(letter) }
        let object = try next()
        guard ViMotion.isObject(object) else { throw .invalid }
        return .object(object, around: letter == "a")
    }

    private mutating func motion(_ letter: Unicode.Scalar) throws(Stop) -> ViMotion {
        switch letter {
        case "f", "F", "t", "T":
            let find = ViMotion.Find(
                isForward: letter == "f" || letter == "t", isShort: letter == "t" || letter == "T")
            return .find(find, try next())
        case ";": return .repeatFind(isOpposite: false)
        case ",": return .repeatFind(isOpposite: true)
        case "g":
            let second = try next()
            guard second == "e" || second == "E" else { throw .invalid }
            return .endBefore(second == "e" ? .vi : .nonSpaces)
        default:
            guard ViMotion.isSimple(letter) else { throw .invalid }
            return .simple(letter)
        }
    }
}
