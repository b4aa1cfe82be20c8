import Notebook

/// What a command expects at one place: plain data for help, completion and manual, and the reader for its value.
package struct Parameter<Value>: Sendable {
    package let info: ParameterInfo
    let read: @Sendable (inout ArgumentReader) throws(UsageError) -> Value

    init(_ info: ParameterInfo, read: @escaping @Sendable (inout ArgumentReader) throws(UsageError) -> Value) {
        self.info = info
        self.read = read
    }
}

/// All that help, completion, manual and tests see of a parameter.
package struct ParameterInfo: Hashable, Sendable {
    package enum Arity: Hashable, Sendable {
        case required, optional
        /// Takes the rest of the line, spaces included.
        case rest, optionalRest
        /// `!` after the command's name.
        case bang
    }

    /// What can stand there, for completion.
    package enum Completion: Hashable, Sendable {
        case none, file, slot, session, track, speaker, command, template, day, language, setting, time, note, followUp
        case mark
    }

    /// As the synopsis shows it: `TITLE`, `PATH`.
    package var name: String
    package var arity: Arity
    package var completion: Completion = .none

    /// `TITLE`, `[PATH]`, `!`.
    package var synopsis: String {
        switch arity {
        case .required, .rest: name
        case .optional, .optionalRest: "[\(name)]"
        case .bang: "[!]"
        }
    }
}

/// What was typed after a command's name does not fit its parameters.
package enum UsageError: Error, Hashable, Sendable {
    case missing(ParameterInfo)
    case notATime(String)
    case impossibleTime(String)
    case notANumber(String)
    case unclosedQuote
    case tooMuch(String)
    case bangNotTaken
}

extension Parameter where Value == String {
    /// The rest of the line, trailing spaces included; must not be empty.
    static func rest(_ name: String, completion: ParameterInfo.Completion = .none) -> Parameter {
        let info = ParameterInfo(name: name, arity: .rest, completion: completion)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let text = reader.rest() else { throw .missing(info) }
            return text
        }
    }

    /// One word.
    static func word(_ name: String) -> Parameter {
        let info = ParameterInfo(name: name, arity: .required)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let word = reader.word() else { throw .missing(info) }
            return word
        }
    }

    /// A path: see ``ArgumentReader/path(isLast:)``.
    static func path(_ name: String = "PATH", isLast: Bool = false) -> Parameter {
        let info = ParameterInfo(name: name, arity: .required, completion: .file)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let path = try reader.path(isLast: isLast) else { throw .missing(info) }
            return path
        }
    }
}

extension Parameter where Value == String? {
    static func optionalRest(_ name: String, completion: ParameterInfo.Completion = .none) -> Parameter {
        Parameter(ParameterInfo(name: name, arity: .optionalRest, completion: completion)) { $0.rest() }
    }

    static func optionalWord(_ name: String, completion: ParameterInfo.Completion = .none) -> Parameter {
        Parameter(ParameterInfo(name: name, arity: .optional, completion: completion)) { $0.word() }
    }

    static func optionalPath(_ name: String = "PATH", isLast: Bool = false) -> Parameter {
        Parameter(ParameterInfo(name: name, arity: .optional, completion: .file)) {
            (reader: inout ArgumentReader) throws(UsageError) in try reader.path(isLast: isLast)
        }
    }
}

extension Parameter where Value == [String] {
    /// All words of the line, in quotes or with `\ ` where they have spaces.
    static func words(_ name: String, completion: ParameterInfo.Completion = .none) -> Parameter {
        Parameter(ParameterInfo(name: name, arity: .optionalRest, completion: completion)) {
            (reader: inout ArgumentReader) throws(UsageError) in
            var words: [String] = []
            while let word = try reader.quotedWord() { words.append(word) }
            return words
        }
    }
}

extension Parameter where Value == Bool {
    /// Whether `!` stands after the command's name.
    static var bang: Parameter { Parameter(ParameterInfo(name: "!", arity: .bang)) { $0.takeBang() } }
}

extension Parameter where Value == TimeOfDay {
    static func time(_ name: String) -> Parameter {
        let info = ParameterInfo(name: name, arity: .required, completion: .time)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let text = reader.rest()?.trimmingBlanks, let word = text.split(separator: " ").first else {
                throw .missing(info)
            }
            switch (TimeOfDay.read(text), TimeOfDay.read(word)) {
            case (.time(let time), _): return time
            case (.notATime, .time): throw .tooMuch(text.dropFirst(word.count).trimmingBlanks)
            case (.notATime, .notATime): throw .notATime(String(word))
            default: throw .impossibleTime(text)
            }
        }
    }
}

extension Parameter where Value == Int {
    /// The number of a note, as `:show` gives it: `#3` or `3`.
    static func noteNumber(_ name: String = "#N") -> Parameter {
        let info = ParameterInfo(name: name, arity: .required, completion: .note)
        return Parameter(info) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let word = reader.word() else { throw .missing(info) }
            guard let number = Int(noteNumber: word) else { throw .notANumber(word) }
            return number
        }
    }
}

extension Int {
    /// A note's number with or without the sign before it; nil where the word is none.
    init?(noteNumber word: String) {
        guard let number = Int(word.hasPrefix("#") ? String(word.dropFirst()) : word), number > 0 else { return nil }
        self = number
    }
}

extension Parameter where Value == Int? {
    /// A count from 1.
    static func optionalNumber(_ name: String = "N") -> Parameter {
        Parameter(ParameterInfo(name: name, arity: .optional)) { (reader: inout ArgumentReader) throws(UsageError) in
            guard let word = reader.word() else { return nil }
            guard let number = Int(noteNumber: word) else { throw .notANumber(word) }
            return number
        }
    }
}
