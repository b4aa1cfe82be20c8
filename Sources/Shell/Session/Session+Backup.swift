import Notebook

/// Whether this machine keeps a notebook's days in git, as `:set backup` says.
enum BackupMode: String, CaseIterable {
    case off, git, push

    static let setting = "backup"
}

extension NotebookLists {
    /// What the settings say; nil: nothing.
    var backup: BackupMode? {
        get throws(StoreError) { try setting(BackupMode.setting).flatMap { BackupMode(rawValue: $0) } }
    }
}

extension Session {
    /// Begins to keep the open day and its images where the user of this machine wants that; no line waits for it.
    ///
    /// - Parameter position: of the slot that ended; nil: before the first one.
    func backUp(position: Int?, isLast: Bool = false) {
        guard let backup = services.backup, let open else { return }
        let mode: BackupMode
        do throws(StoreError) {
            if let wanted = try services.machineLists.backup {
                mode = wanted
            } else if let found = try services.lists.backup, found != .off {
                return backup.report(.notWantedHere(mode: found.rawValue))
            } else {
                return
            }
        } catch {
            return backup.report(.failed(said: Message(store: error).text(language)))
        }
        guard mode != .off else { return }
        let path = open.store.path
        let (folder, file) = (Notebook.folder(of: path), Notebook.lastComponent(path))
        let images = open.day.images.filter { services.fileExists("\(folder)/\($0)") }
        let titles = [open.day.slot(at: position)?.sectionTitle, open.day.title, file].compactMap { $0 }
        backup.keep(
            [file] + images, in: folder, message: titles.first { !$0.trimmingBlanks.isEmpty } ?? file,
            pushes: mode == .push, isLast: isLast)
    }
}
