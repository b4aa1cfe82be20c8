package import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// The one table of what the system's error numbers mean for a file. What is said of each is in Shell's catalogue.
extension StoreError.Code {
    private static let named: [CInt: Self] = [
        ENOENT: .notFound, ENOTDIR: .notAFolder, EEXIST: .alreadyExists, EISDIR: .notAFile, ELOOP: .notAFile,
        ENXIO: .notAFile, ENODEV: .notAFile, ENAMETOOLONG: .nameTooLong, EACCES: .permissionDenied,
        EPERM: .permissionDenied, EROFS: .readOnlyFileSystem, ENOSPC: .diskFull, EFBIG: .diskFull,
        EDQUOT: .quotaExceeded, EIO: .inputOutput, EMFILE: .tooManyOpenFiles, ENFILE: .tooManyOpenFiles,
        ESTALE: .unreachable, ETIMEDOUT: .unreachable, EHOSTDOWN: .unreachable, EHOSTUNREACH: .unreachable,
        ENOTCONN: .unreachable,
    ]

    /// - Parameter number: of the system's, as in `errno`; one without a name of its own is kept.
    package init(errno number: CInt) {
        self = Self.named[number] ?? .system(number)
    }

    /// Nothing is at the path, nor can be.
    var isAbsence: Bool { self == .notFound || self == .notAFolder }

    /// The file system does not know the call.
    var isUnsupported: Bool {
        guard case .system(let number) = self else { return false }
        return [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, ENOLCK].contains(number)
    }
}

extension StoreError {
    init(number: CInt, _ operation: FileOperation, _ path: String) {
        self.init(Code(errno: number), operation: operation.rawValue, path: path)
    }

    /// An error that is no error of the system: what was being done is named as there.
    package init(_ code: Code, _ operation: FileOperation, _ path: String) {
        self.init(code, operation: operation.rawValue, path: path)
    }
}
