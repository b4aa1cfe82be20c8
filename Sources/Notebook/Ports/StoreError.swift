/// What went wrong between the day and the disk. The wording is in Shell's message catalogue.
package struct StoreError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case notFound
        case alreadyExists
        /// The path is a folder, a device, …: not a file that can hold a day.
        case notAFile
        /// A part of the path is a file, where a folder is needed.
        case notAFolder
        case nameTooLong
        case permissionDenied
        case readOnlyFileSystem
        case diskFull
        case quotaExceeded
        case inputOutput
        case tooManyOpenFiles
        /// A network's disk that does not answer.
        case unreachable
        /// Another shell holds the day.
        case locked(holder: LockHolder)
        case tooLarge(limit: Int)
        /// The file is text in another encoding, whose name this is; lines added as UTF-8 would spoil it.
        case notUTF8(encoding: String)
        /// Another program changed the day's file since we looked: the line is in the journal, and the next
        /// ``DayStore/outsideChange(contents:)`` brings both together.
        case changedOutside
        /// Another program took the file away; it is written again when it does not come back.
        case deletedOutside
        /// Any other error number of the system.
        case system(Int32)
    }

    /// Who holds a day's lock.
    package struct LockHolder: Hashable, Sendable {
        package var host: String
        package var process: Int32
        /// Milliseconds since 1970-01-01T00:00:00Z.
        package var since: Int64
        /// How long it had held it when it was asked, in milliseconds.
        package var duration: Int64 = 0
        package init(host: String, process: Int32, since: Int64) {
            self.host = host
            self.process = process
            self.since = since
        }
    }

    package var code: Code
    /// What was being done: `open`, `write`, `fsync`, `rename`, …
    package var operation: String
    /// The file or folder concerned.
    package var path: String

    package init(_ code: Code, operation: String, path: String) {
        self.code = code
        self.operation = operation
        self.path = path
    }
}
