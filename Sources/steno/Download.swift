import Files
import Notebook

/// What an address gives, by the system's `curl`, and only when somebody asks for it.
enum Download {
    /// Seconds until it gives up.
    private static let patience = "30"

    static func bytes(of address: String, limit: Int) throws(ProgrammeError) -> [UInt8] {
        let words = [
            "--fail", "--silent", "--show-error", "--location", "--compressed", "--proto", "=http,https",
            "--proto-redir", "=http,https", "--max-redirs", "5", "--max-time", patience, "--max-filesize", "\(limit)",
            "--globoff", "--", address,
        ]
        guard let path = Subprocess.find("curl", in: Environment.process["PATH"] ?? "") else {
            throw .notFetched(address: address, reason: nil)
        }
        var program = Subprocess(path: path, arguments: words)
        program.outputLimit = limit
        let outcome: Subprocess.Outcome
        do throws(StoreError) {
            outcome = try program.run()
        } catch {
            throw .notFetched(address: address, reason: "\(error.operation) \(error.path)")
        }
        guard case .ended(let result) = outcome, result.status != 63 else {
            throw .tooLarge(limitInMegabytes: limit >> 20)
        }
        guard result.status == 0 else {
            let said = result.complaint
            let reason = said.hasPrefix("curl: ") ? String(said.dropFirst("curl: ".count)) : said
            throw .notFetched(address: address, reason: reason.isEmpty ? "curl \(result.status)" : reason)
        }
        return result.output
    }
}
