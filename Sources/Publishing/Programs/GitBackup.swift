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
        next = Job(files: files, folder: folder, message: message, pushes: pushes)
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

    /// Looks what became of the last job, and starts the next one.
    private func goOn() {
        do throws(StoreError) {
            if let running {
                guard let result = try running.result() else { return }
                self.running = nil
                if result.status != 0 { note(result) }
            }
            guard let job = next else { return }
            next = nil
            running = try start(job)
        } catch {
            running = nil
            problems.append(.failed(said: "\(error.operation) \(error.path)"))
        }
    }

    /// Its exit status says what was missing.
    private func note(_ result: Subprocess.Result) {
        let text = String(decoding: result.errors, as: UTF8.self)
        if result.status == Self.noRepository {
            return problems.append(.noRepository(folder: text.split(separator: "\n").last.map(String.init) ?? ""))
        }
        problems.append(.failed(said: text.split(separator: "\n").last.map(String.init) ?? "git \(result.status)"))
    }

    private func start(_ job: Job) throws(StoreError) -> Subprocess.Started? {
        guard Subprocess.find("git", in: search) != nil, let shell = Subprocess.find("sh", in: search) else {
            problems.append(.noGit)
            return nil
        }
        let arguments = [job.folder, job.message, job.pushes ? "push" : ""] + job.files
        var program = Subprocess(path: shell, arguments: ["-c", Self.script] + arguments)
        program.environment = Self.environment
        return try program.start()
    }

    private static let noRepository: Int32 = 77

    /// `$0` is the folder. While another git is at work it is tried again, for four seconds; only these files are
    /// committed, whatever else is staged.
    private static let script = """
        cd -- "$0" || exit
        git rev-parse --is-inside-work-tree >/dev/null 2>&1 || { echo "$0" >&2; exit \(noRepository); }
        message=$1 push=$2; shift 2
        keep() {
          git add -- "$@" || return
          git diff --cached --quiet --no-ext-diff --no-textconv -- "$@" || git commit -q --only -m "$message" -- "$@"
        }
        for try in 1 2 3 4 5 6 7 8; do
          if said=$(keep "$@" 2>&1); then break; fi
          [ $try -lt 8 ] || { echo "$said" >&2; exit 1; }
          sleep 0.5
        done
        [ -z "$push" ] || git push -q
        """

    private static let environment: [String: String?] = {
        let settings = [
            ("core.hooksPath", "/dev/null"), ("core.fsmonitor", "false"), ("commit.gpgSign", "false"), ("gc.auto", "0"),
            ("maintenance.auto", "false"), ("core.editor", "true"), ("core.askPass", "true"), ("push.gpgSign", "false"),
        ]
        var environment: [String: String?] = [
            "GIT_CONFIG_COUNT": "\(settings.count)", "GIT_TERMINAL_PROMPT": "0",
            "GIT_SSH_COMMAND": "ssh -oBatchMode=yes",
            "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_EXTERNAL_DIFF": nil,
        ]
        for (index, setting) in settings.enumerated() {
            environment["GIT_CONFIG_KEY_\(index)"] = setting.0
            environment["GIT_CONFIG_VALUE_\(index)"] = setting.1
        }
        return environment
    }()
}
