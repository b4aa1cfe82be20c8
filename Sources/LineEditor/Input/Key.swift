/// A key, with what is held down, as a terminal sends it.
package struct Key: Hashable, Sendable {
    package enum Base: Hashable, Sendable {
        case tab, escape, enter, backspace
        case up, down, left, right, home, end, insert, delete, pageUp, pageDown
        /// F1 to F35.
        case function(Int)
        /// Lower case where Control is held down.
        case character(Unicode.Scalar)
    }

    package struct Modifiers: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let shift = Modifiers(rawValue: 1)
        package static let alt = Modifiers(rawValue: 2)
        package static let control = Modifiers(rawValue: 4)
        /// Struck after Control-X, which is no key of its own.
        static let afterControlX = Modifiers(rawValue: 8)
    }

    package let base: Base
    package let modifiers: Modifiers

    package init(_ base: Base, _ modifiers: Modifiers = []) {
        self.base = base
        self.modifiers = modifiers
    }

    package static let tab = Key(.tab)
    package static let backTab = Key(.tab, .shift)
    package static let escape = Key(.escape)
    package static let enter = Key(.enter)
    package static let backspace = Key(.backspace)
    package static let altBackspace = Key(.backspace, .alt)
    package static let up = Key(.up)
    package static let down = Key(.down)
    package static let left = Key(.left)
    package static let right = Key(.right)
    package static let altLeft = Key(.left, .alt)
    package static let altRight = Key(.right, .alt)
    package static let altUp = Key(.up, .alt)
    package static let altDown = Key(.down, .alt)
    package static let controlLeft = Key(.left, .control)
    package static let controlRight = Key(.right, .control)
    package static let home = Key(.home)
    package static let end = Key(.end)
    package static let insert = Key(.insert)
    package static let delete = Key(.delete)
    package static let pageUp = Key(.pageUp)
    package static let pageDown = Key(.pageDown)

    /// Control and a character: `.control("c")`.
    package static func control(_ character: Unicode.Scalar) -> Key { Key(.character(character), .control) }

    /// Alt and a character: `.alt("f")`.
    package static func alt(_ character: Unicode.Scalar) -> Key { Key(.character(character), .alt) }

    /// Control-X, then Control and a letter: `.controlX("e")`.
    package static func controlX(_ character: Unicode.Scalar) -> Key {
        Key(.character(character), [.control, .afterControlX])
    }
}

/// What a terminal sent, decoded.
enum InputEvent: Hashable, Sendable {
    case text(Unicode.Scalar)
    case key(Key)
    /// `ESC` and a character: Alt and its key, or Escape and then the character. `isParted`: time went by between the two,
    /// as between two keys that somebody strikes.
    case meta(Unicode.Scalar, isParted: Bool)
    case paste(String)
    /// What had come of a paste whose end never came, when Control-C gave it up.
    case cutPaste(String)
    /// Bytes that are no UTF-8.
    case invalid
}
