/// The names of the preprocessor's directives: `name::target[text]`.
public enum DirectiveName: String, CaseIterable, Hashable, Sendable {
    case ifdef, ifndef, ifeval, endif, include

    /// Whether it shows or hides what comes after it.
    var isCondition: Bool { self == .ifdef || self == .ifndef || self == .ifeval }

    /// The bytes of ``prefix``.
    var prefixBytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    }

    /// The name with its colons, as a line begins with it.
    var prefix: StaticString {
        switch self {
        case .ifdef: "ifdef::"
        case .ifndef: "ifndef::"
        case .ifeval: "ifeval::"
        case .endif: "endif::"
        case .include: "include::"
        }
    }
}

extension Line {
    /// The directive that the line begins with; whether it is one depends on its brackets.
    var directiveName: DirectiveName? { DirectiveName.allCases.first { hasPrefix($0.prefix, at: start) } }
}
