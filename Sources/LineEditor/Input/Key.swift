/// A key, or keys struck together, that a terminal sends as a sequence or a control character.
package enum Key: Hashable, Sendable {
    case tab, backTab, escape
    case up, down, left, right, home, end, insert, delete, pageUp, pageDown
    case altUp, altDown, altLeft, altRight
    case controlLeft, controlRight
    case altBackspace
    /// Control and a letter: `.control("c")`.
    case control(Unicode.Scalar)
    /// Alt and a character: `.alt("f")`.
    case alt(Unicode.Scalar)
    /// Control-X, then Control and a letter.
    case controlX(Unicode.Scalar)
}

/// What a terminal sent, decoded.
enum InputEvent: Hashable, Sendable {
    case text(Unicode.Scalar)
    case enter
    case backspace
    case key(Key)
    case paste(String)
    /// Bytes that are no UTF-8.
    case invalid
}
