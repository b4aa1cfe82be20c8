import Notebook

/// Whether a notebook keeps its days in git, as `:set backup` says.
enum BackupMode: String, CaseIterable {
    case off, git, push
}

extension NotebookLists {
    /// What the notebook's settings say.
    var backup: BackupMode {
        get throws(StoreError) { try setting("backup").flatMap { BackupMode(rawValue: $0) } ?? .off }
    }
}

extension Session {
    /// Begins to keep the open day and its images where the notebook wants that; no line waits for it.
    ///
    /// - Parameter position: of the slot that ended; nil: before the first one.
    func backUp(position: Int?, isLast: Bool = false) {
        guard let backup = services.backup, let open else { return }
        let mode: BackupMode
        do throws(StoreError) { mode = try services.lists.backup } catch { return }
        guard mode != .off else { return }
        let path = open.store.path
        let folder = Notebook.folder(of: path)
        let images = open.day.images.filter { services.fileExists("\(folder)/\($0)") }
        backup.keep(
            [Notebook.lastComponent(path)] + images, in: folder,
            message: open.day.slot(at: position)?.sectionTitle ?? open.day.title ?? Notebook.lastComponent(path),
            pushes: mode == .push, isLast: isLast)
    }
}
