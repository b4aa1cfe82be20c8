/// How a part of the line is shown.
package enum Style: UInt8, Sendable {
    case plain, prompt, hint, command, name, link, strong, problem, selected

    /// The parameters of `ESC [ … m` (ECMA-48 SGR). Without colour (NO_COLOR) only weight and inversion remain.
    func parameters(colours: Bool) -> String {
        switch self {
        case .plain: ""
        case .prompt, .strong: "1"
        case .hint: "2"
        case .selected: "7"
        case .command: colours ? "36" : ""
        case .name: colours ? "35" : ""
        case .link: colours ? "4;34" : "4"
        case .problem: colours ? "31" : ""
        }
    }
}

/// A part of the line that is shown in another style; positions count Unicode scalars.
package struct StyledRange: Hashable, Sendable {
    package let range: Range<Int>
    package let style: Style

    package init(_ range: Range<Int>, _ style: Style) {
        self.range = range
        self.style = style
    }
}
