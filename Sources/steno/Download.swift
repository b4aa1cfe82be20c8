import Notebook

/// What an address gives, by the system's `curl`, and only when somebody asks for it.
enum Download {
    /// Seconds until it gives up.
    private static let patience = "30"

    static func bytes(of address: String, limit: Int) throws(ProgrammeError) -> [UInt8] {
        let words = [
            "curl", "--fail", "--silent", "--show-error", "--location", "--compressed", "--proto", "=http,https",
            "--proto-redir", "=http,https", "--max-redirs", "5", "--max-time", patience, "--max-filesize", "\(limit)",
            "--globoff", "--", address,
        ]
        guard let result = ChildProcess.run(words, limit: limit) else {
            throw .notFetched(address: address, reason: nil)
        }
        guard result.output.count <= limit, result.status != 63 else {
            throw .tooLarge(limitInMegabytes: limit >> 20)
        }
        guard result.status == 0 else {
            let said = result.complaint.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
            let reason = said.hasPrefix("curl: ") ? String(said.dropFirst("curl: ".count)) : said
            throw .notFetched(address: address, reason: reason.isEmpty ? "curl \(result.status)" : reason)
        }
        return result.output
    }
}
