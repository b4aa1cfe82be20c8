import Files
package import Notebook

/// Commits a day and its images where they are in a git repository. Nobody waits for git; what it refuses is said once.
///
/// git sees to it that a repository is whole whenever it is killed. What a foreign repository would run is off: hooks,
/// its watcher of files, its way of signing and of connecting.
package final class GitBackup: Backup {
    private struct Job {
        let files: [String]
        let folder: String
        let message: String
        let pushes: Bool
        let isLast: Bool
    }

    /// Where programs are looked for, as in `$PATH`.
    private let search: String
    private var running: Subprocess.Started?
    /// What ended while git was still busy: the newest has what the others had.
    private var next: Job?
    private var problems: [BackupProblem] = []
    private var said: Set<BackupProblem> = []

    /// - Parameter search: folders of programs, as in `$PATH`.
    package init(search: String) { self.search = search }

    package func keep(_ files: [String], in folder: String, message: String, pushes: Bool, isLast: Bool) {
        next = Job(files: files, folder: folder, message: message, pushes: pushes, isLast: isLast)
        goOn()
        guard isLast, next != nil else { return }
        // Nobody is there to start it later: it waits for the other one itself.
        running = nil
        goOn()
    }

    package func takeProblems() -> [BackupProblem] {
        goOn()
        defer { problems = [] }
        return problems.filter { said.insert($0).inserted }
    }

    package func report(_ problem: BackupProblem) { problems.append(problem) }

    /// Looks what became of the last job, and starts the next one.
    private func goOn() {
        do throws(StoreError) {
            if running != nil {
                guard let result = try running?.result() else { return }
                running = nil
                note(result)
            }
            guard let job = next else { return }
            next = nil
            running = try start(job)
        } catch {
            running = nil
            problems.append(.failed(said: "\(error.operation) \(error.path)"))
        }
    }

    private func note(_ result: Subprocess.Result) {
        let said = result.complaint
        switch result.status {
        case 0: break
        case Self.noRepository: problems.append(.noRepository(folder: said))
        case Self.recovered: problems.append(.recovered(locks: said))
        default: problems.append(.failed(said: said.isEmpty ? "git \(result.status)" : said))
        }
    }

    private func start(_ job: Job) throws(StoreError) -> Subprocess.Started? {
        guard Subprocess.find("git", in: search) != nil, let shell = Subprocess.find("sh", in: search) else {
            problems.append(.noGit)
            return nil
        }
        let arguments = [job.folder, job.message, job.pushes ? "push" : "", job.isLast ? "last" : ""] + job.files
        let script = String(decoding: PackageResources.backup_sh, as: UTF8.self)
        var program = Subprocess(path: shell, arguments: ["-c", script] + arguments)
        program.environment = Self.environment
        return try program.start()
    }
}

// What is run.
extension GitBackup {
    // Exit statuses of `backup.sh`, beside git's own.
    private static let noRepository: Int32 = 77
    private static let recovered: Int32 = 78

    private static let environment: [String: String?] = {
        let settings = [
            ("core.hooksPath", "/dev/null"), ("core.fsmonitor", "false"), ("commit.gpgSign", "false"), ("gc.auto", "0"),
            ("maintenance.auto", "false"), ("core.editor", "true"), ("core.askPass", "true"), ("push.gpgSign", "false"),
            ("core.fsync", "committed,index"),
        ]
        var environment: [String: String?] = [
            "GIT_CONFIG_COUNT": "\(settings.count)", "GIT_TERMINAL_PROMPT": "0",
            "GIT_SSH_COMMAND": "ssh -oBatchMode=yes", "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
            // A name is a name, with whatever signs.
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_EXTERNAL_DIFF": nil,
        ]
        for (index, setting) in settings.enumerated() {
            environment["GIT_CONFIG_KEY_\(index)"] = setting.0
            environment["GIT_CONFIG_VALUE_\(index)"] = setting.1
        }
        return environment
    }()
}
