/// Puts a text where other programs paste from.
package struct Clipboard {
    /// Returns what took it: a program's name, `terminal`; nil: nothing did.
    package let copy: (_ text: String) throws(ExportError) -> String?

    package init(copy: @escaping (_ text: String) throws(ExportError) -> String?) { self.copy = copy }
}

/// The notebook's own command for what is to be published: any program that its user wrote or chose.
package protocol Publisher {
    /// Where it is looked for.
    var path: String { get }
    /// What would run, where the user made it executable.
    func command() throws(PublishError) -> PublishCommand
    /// Remembers on this machine that the user saw what would run, and wants it.
    func confirm(_ command: PublishCommand) throws(PublishError)
    /// Runs it on files, in the notebook's folder. Returns what it printed.
    func run(_ command: PublishCommand, on files: [String], _ progress: ExportProgress) throws(PublishError) -> String
}

/// A command that publishes.
package struct PublishCommand: Hashable, Sendable {
    package let path: String
    /// Its bytes: another program under the same name was never confirmed.
    package let contents: [UInt8]
    /// Whether the user saw these bytes, and typed the command again.
    package let isConfirmed: Bool

    package init(path: String, contents: [UInt8], isConfirmed: Bool) {
        self.path = path
        self.contents = contents
        self.isConfirmed = isConfirmed
    }
}

/// Why nothing was published.
package enum PublishError: Error, Hashable, Sendable {
    /// There is no such file.
    case noCommand(path: String)
    /// The file is not executable, or not the user's own.
    case notExecutable(path: String)
    case failed(path: String, status: Int32, said: String)
    case cancelled
    case store(StoreError)
}

/// Keeps a day and its images in another place, without anybody waiting for it.
package protocol Backup: AnyObject {
    /// Begins to keep files as they are now.
    ///
    /// - Parameters:
    ///   - message: why: the heading of the slot that ended.
    ///   - isLast: whether the shell ends: what is begun goes on by itself.
    func keep(_ files: [String], in folder: String, message: String, pushes: Bool, isLast: Bool)
    /// Something that keeps the days from being kept, and that the shell found itself.
    func report(_ problem: BackupProblem)
    /// What went wrong since the last call; each reason once.
    func takeProblems() -> [BackupProblem]
}

/// Why nothing is backed up; no line ever waits for it.
package enum BackupProblem: Hashable, Sendable {
    /// git is not installed.
    case noGit
    /// The folder is in no repository.
    case noRepository(folder: String)
    /// The notebook's own settings want it, and nobody on this machine said so: a notebook may come from elsewhere.
    case notWantedHere(mode: String)
    /// git had been killed at its work; what it left locked is free again, and the day is kept.
    case recovered(locks: String)
    /// git ended with an error, and said so much.
    case failed(said: String)
}
