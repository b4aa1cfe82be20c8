import AsciiDoc

extension Day {
    /// Where the day looks for the images that stand at the end of a slot.
    ///
    /// - Parameter folder: of the day's file.
    /// - Throws: `imagesElsewhere` where no file can be put there: an address, or a path that is not known.
    package func imagePlace(in slot: Int?, folder: String) throws(DayError) -> ImagePlace {
        let offset = slot == nil ? document.source.count : range(at: slot).upperBound
        let attributes = document.attributes(at: offset, attributes: ["docdir": folder])
        guard let directory = attributes[Document.imagesDirectoryName] else {
            return ImagePlace(folder: folder + "/images", target: "images/")
        }
        guard !directory.contains("{"), !directory.contains(":") else { throw .imagesElsewhere(directory) }
        if directory.hasPrefix("/") { return ImagePlace(folder: directory, target: "") }
        var path = directory[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return ImagePlace(folder: path.isEmpty || path == "." ? folder : folder + "/" + path, target: "")
    }

    /// The files that the day shows, images above all, as paths from its folder, without those that are elsewhere.
    package var images: [String] {
        var known: Set<String> = []
        return document.media().filter { !$0.isElsewhere && known.insert($0.path).inserted }.map(\.path)
    }

    /// The pictures that the day shows and that are not in its folder: addresses, and paths that lead out of it.
    package var imagesElsewhere: [String] {
        var known: Set<String> = []
        return document.media().filter { $0.isElsewhere && known.insert($0.path).inserted }.map(\.path)
    }

    /// The names of the files that the day shows.
    private var imageNames: [String] { document.media().map { Notebook.lastComponent($0.path) } }

    /// What the names of this day's new images are: `20220524_dataops_NN`.
    ///
    /// - Parameters:
    ///   - event: what the user set; else what most images of the day have, else the event in the file's name.
    ///   - path: the day's file.
    package func imageName(event: String?, path: String, today: CalendarDate) -> ImageName {
        let file = FileName.parts(ofDay: Notebook.lastComponent(path))
        let date = (file?.date ?? today).compact
        let part = event ?? usualImagePart(date: date) ?? file.flatMap { $0.event.isEmpty ? "image" : $0.event }
        let fallback = FileName.part(from: Notebook.lastComponent(path).dropLast(".adoc".count)) ?? "image"
        let name = ImageName(prefix: "\(date)_\(part ?? fallback)", lastTaken: 0)
        return ImageName(prefix: name.prefix, lastTaken: imageNames.compactMap { name.number(in: $0) }.max() ?? 0)
    }

    private func usualImagePart(date: String) -> String? {
        let parts = imageNames.compactMap { target -> String? in
            guard target.hasPrefix(date + "_"), let last = target.lastIndex(of: "_") else { return nil }
            let part = target[..<last].dropFirst(date.count + 1)
            return part.isEmpty ? nil : String(part)
        }
        return Dictionary(grouping: parts) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    /// The first line, from 1, that is not valid UTF-8; nil where all are.
    package var firstInvalidLine: Int? {
        guard String(validating: document.source, as: UTF8.self) == nil else { return nil }
        var line = 1
        for bytes in document.source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: bytes, as: UTF8.self) == nil { return line }
            line += 1
        }
        return nil
    }
}

/// Where a new image goes.
package struct ImagePlace: Hashable, Sendable {
    /// The folder of the file.
    package let folder: String
    /// What stands before the file's name in the day.
    package let target: String
}
