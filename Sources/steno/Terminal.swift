import SystemPackage

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

    static func write(_ text: String) { put(text, to: .standardOutput) }

    static func complain(_ text: String) { put(text, to: .standardError) }

    /// A reader that went away (`steno run day | head`) is no reason to lose a line: errors of showing are let be.
    private static func put(_ text: String, to file: FileDescriptor) {
        do { try file.writeAll(text.utf8) } catch { return }
    }
}
