package import Files
package import Notebook

/// Makes and writes what a day is exported as.
package struct ExportWriter: Exporter {
    private let trash: any Trash
    private let lockPath: String
    /// Where programs are looked for, as in `$PATH`.
    private let search: String
    private let disk: Disk
    /// How long another export is waited for, in milliseconds.
    private static let patience = 5000

    /// - Parameters:
    ///   - notebook: its folder, where one export at a time is written.
    ///   - trash: takes what is written over on purpose, wherever that is.
    ///   - search: folders of programs, as in `$PATH`.
    package init(notebook: String, trash: any Trash, search: String, disk: Disk = Disk()) {
        self.trash = trash
        lockPath = notebook + "/.steno/export.lock"
        self.search = search
        self.disk = disk
    }

    package func render(_ content: ExportContent, as format: ExportFormat, _ progress: ExportProgress)
        throws(ExportError) -> ([UInt8], ExportReport)
    {
        let form = ExportForm(content: content, tools: Tools(search: search, progress: progress, disk: disk))
        return try form.make(format)
    }

    package func export(
        _ content: ExportContent, to targets: [ExportTarget], overwrites: Bool, _ progress: ExportProgress
    ) throws(ExportError) -> ExportReport {
        try refuse(targets, asDay: content.day)
        if !overwrites { try refuseWhatIsThere(targets.map(\.path)) }
        var report = ExportReport()
        var files: [(path: String, bytes: [UInt8])] = []
        for target in targets {
            let (bytes, made) = try render(content, as: target.format, progress)
            files.append((target.path, bytes))
            report.losses += made.losses
            report.unshown += made.unshown
        }
        let images = try images(of: content, besides: targets, &report)
        if !overwrites { try refuseWhatIsThere(images.map(\.path)) }
        guard !progress.isCancelled() else { throw .cancelled }
        do throws(StoreError) {
            let lock = try lock()
            defer { withExtendedLifetime(lock) {} }
            try write(images, files, overwrites: overwrites)
        } catch {
            throw Self.failure(error)
        }
        report.files = files.map(\.path)
        report.imagesElsewhere = content.trusts ? [] : content.imagesElsewhere.filter { !$0.hasPrefix("data:") }
        return report
    }

    private static func failure(_ error: StoreError) -> ExportError {
        switch error.code {
        case .alreadyExists, .changedOutside: .exists(paths: [error.path])
        case .locked: .busy
        default: .store(error)
        }
    }

    /// An export is another file than the notes, whatever it is called.
    private func refuse(_ targets: [ExportTarget], asDay day: String) throws(ExportError) {
        for target in targets {
            do throws(StoreError) {
                let status = try disk.statusIfPresent(target.path, followingLinks: true)
                guard let status,
                    try disk.statusIfPresent(day, followingLinks: true)?.hasSameContents(as: status) == true
                else {
                    continue
                }
            } catch {
                throw .store(error)
            }
            throw .isTheDay(path: target.path)
        }
    }

    private func refuseWhatIsThere(_ paths: [String]) throws(ExportError) {
        let present = paths.filter { disk.exists($0) }
        if !present.isEmpty { throw .exists(paths: present) }
    }

    /// The images that lie beside the files and are not there yet as they are.
    private func images(of content: ExportContent, besides targets: [ExportTarget], _ report: inout ExportReport)
        throws(ExportError) -> [(path: String, bytes: [UInt8])]
    {
        let folders = Set(targets.filter { $0.format.hasImagesBeside }.map { Notebook.folder(of: $0.path) }).sorted()
        var copies: [(path: String, bytes: [UInt8])] = []
        do throws(StoreError) {
            for image in content.images {
                guard let bytes = try contents(of: "\(content.folder)/\(image)") else {
                    report.missingImages.append(image)
                    continue
                }
                for folder in folders {
                    let path = "\(folder)/\(image)"
                    report.imageCount += 1
                    if try contents(of: path) != bytes { copies.append((path, bytes)) }
                }
            }
        } catch {
            throw .store(error)
        }
        return copies
    }

    /// nil: there is no such file.
    private func contents(of path: String) throws(StoreError) -> [UInt8]? {
        guard try disk.statusIfPresent(path, followingLinks: true) != nil else { return nil }
        return try disk.read(path, limit: ImageStore.largest)
    }

    /// Everything is looked at before anything is written; a day comes after its images, so that it never lacks one.
    private func write(
        _ images: [(path: String, bytes: [UInt8])], _ files: [(path: String, bytes: [UInt8])], overwrites: Bool
    ) throws(StoreError) {
        let all = images + files
        if overwrites {
            for file in all { try trash.keep(file.path) }
        } else {
            for file in all where disk.exists(file.path) {
                throw StoreError(.alreadyExists, operation: "export", path: file.path)
            }
        }
        for file in all { try place(file.path, file.bytes, overwrites: overwrites) }
    }

    /// Writes a file beside its place, and puts it there in one step.
    private func place(_ path: String, _ bytes: [UInt8], overwrites: Bool) throws(StoreError) {
        guard !overwrites || !disk.exists(path) else { return try disk.write(path, bytes) }
        try disk.makeFolders(Paths.parent(of: path), mode: 0o777)
        let replacement = Replacement(of: path, on: disk)
        let file = try replacement.write(bytes, like: nil, mode: 0o666)
        do {
            try replacement.place(file, over: nil)
        } catch {
            _ = try replacement.settle(file)
            throw error
        }
        try disk.synchronizeFolder(Paths.parent(of: path))
    }

    /// One export at a time: two would write to the same draft. A folder that is no notebook yet does not become one, and
    /// where the notebook cannot be written, nobody else can.
    private func lock() throws(StoreError) -> OpenFile? {
        let file: OpenFile
        do throws(StoreError) {
            guard disk.isFolder(Paths.parent(of: lockPath)) else { return nil }
            file = try disk.open(lockPath, .openOrCreate(mode: 0o666))
        } catch {
            return nil
        }
        guard try file.lock(patience: Self.patience) != .heldByAnother else {
            let holder = StoreError.LockHolder(host: "", process: 0, since: 0)
            throw StoreError(.locked(holder: holder), operation: "lock", path: lockPath)
        }
        return file
    }
}
