import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension StoreError {
    init(number: CInt, _ operation: Operation, _ path: String) {
        self.init(Code(errno: number), operation: operation.rawValue, path: path)
    }

    init(_ code: Code, _ operation: Operation, _ path: String) {
        self.init(code, operation: operation.rawValue, path: path)
    }
}

extension StoreError.Code {
    private static let named: [CInt: Self] = [
        ENOENT: .notFound, EEXIST: .alreadyExists, EISDIR: .notAFile, ENOTDIR: .notAFile, ELOOP: .notAFile,
        ENXIO: .notAFile, EACCES: .permissionDenied, EPERM: .permissionDenied, EROFS: .readOnlyFileSystem,
        ENOSPC: .diskFull, EFBIG: .diskFull, EDQUOT: .quotaExceeded, EIO: .inputOutput,
        EMFILE: .tooManyOpenFiles, ENFILE: .tooManyOpenFiles,
    ]

    init(errno number: CInt) {
        self = Self.named[number] ?? .system(number)
    }
}
