import Files
import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's name, for days that name their author.
enum UserName {
    /// `git config user.name`, or else the system's name of the user; nil where there is neither.
    static func find() -> String? { git ?? system }

    private static var system: String? {
        guard let entry = getpwuid(getuid()) else { return nil }
        let full = entry.pointee.pw_gecos.map { String(cString: $0).prefix { $0 != "," } } ?? ""
        let login = entry.pointee.pw_name.map { String(cString: $0) } ?? ""
        let name = full.isEmpty ? login : String(full)
        return name.isEmpty ? nil : name
    }

    private static var git: String? {
        guard let path = Subprocess.find("git", in: Environment.process["PATH"] ?? "") else { return nil }
        var program = Subprocess(path: path, arguments: ["config", "--get", "user.name"])
        (program.outputLimit, program.timeLimit) = (1 << 12, 5)
        do throws(StoreError) {
            guard case .ended(let result) = try program.run(), result.status == 0 else { return nil }
            let name = String(decoding: result.output, as: UTF8.self).prefix { $0 != "\n" }
            return name.isEmpty ? nil : String(name)
        } catch {
            // A day has no author then, as where git knows none.
            return nil
        }
    }
}
