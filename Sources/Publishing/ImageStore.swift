package import Files
package import Notebook

/// Copies images into a notebook's folder.
package struct ImageStore: ImageImporter {
    /// The largest image that is taken, in bytes: photos of slides are a few megabytes.
    package static let largest = 100 << 20

    private let disk: Disk

    package init(disk: Disk = Disk()) { self.disk = disk }

    package func importImage(from path: String, to folder: String, as name: ImageName) throws(ImageError) -> String {
        let bytes: [UInt8]
        do throws(StoreError) {
            bytes = try disk.read(path, limit: Self.largest)
        } catch {
            throw Self.imageError(error, path: path)
        }
        guard let type = ImageType(start: Array(bytes.prefix(ImageType.bytesNeeded))) else {
            throw .notAnImage(path: path)
        }
        do throws(StoreError) {
            return try write(bytes, to: folder, as: name, type: type)
        } catch {
            throw .store(error)
        }
    }

    /// Tries the number after the last one; where somebody else was faster, the next.
    private func write(_ bytes: [UInt8], to folder: String, as name: ImageName, type: ImageType) throws(StoreError)
        -> String
    {
        let taken = try disk.namesIfPresent(in: folder).compactMap { name.number(in: $0) }.max() ?? 0
        var number = max(taken, name.lastTaken) + 1
        while true {
            let file = name.file(number, type: type.rawValue)
            do throws(StoreError) {
                try disk.create("\(folder)/\(file)", bytes)
                return file
            } catch {
                guard error.code == .alreadyExists else { throw error }
                number += 1
            }
        }
    }

    private static func imageError(_ error: StoreError, path: String) -> ImageError {
        switch error.code {
        case .notAFile: .folder(path: path)
        case .tooLarge(let limit): .tooLarge(path: path, limit: limit)
        default: .store(error)
        }
    }
}
