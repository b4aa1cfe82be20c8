import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input and output as the process has them.
enum Terminal {
    /// Whether somebody types and looks.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    static func write(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) { put(bytes, to: Disk().standardOutput) }

    static func complain(_ text: String) { put(Array(text.utf8), to: Disk().standardError) }

    /// A reader that went away (`steno run day | head`) is no reason to lose a line: errors of showing are let be.
    private static func put(_ bytes: [UInt8], to file: OpenFile) { _ = file.write(bytes[...]) }
}
