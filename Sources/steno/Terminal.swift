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

    static func write(_ text: String) { put(text.utf8, to: .standardOutput) }

    static func write(_ bytes: [UInt8]) { put(bytes, to: .standardOutput) }

    static func complain(_ text: String) { put(text.utf8, to: .standardError) }

    /// A reader that went away (`steno run day | head`) is no reason to lose a line: errors of showing are let be.
    private static func put(_ bytes: some Sequence<UInt8>, to file: FileDescriptor) {
        do { try file.writeAll(bytes) } catch { return }
    }
}
