/// A day, or a part of it, as it is exported.
package struct ExportContent: Sendable {
    /// AsciiDoc that stands by itself.
    package let source: [UInt8]
    /// For each line of ``source``, its line in the day, from 1; empty: the same.
    package var lines: [Int] = []
    /// What files of it are called, but for the extension.
    package let name: String
    /// The day's file.
    package let day: String
    /// Paths of the images, from ``folder``; they keep them beside the exported file.
    package var images: [String] = []
    /// Addresses and paths of images that are not in ``folder``.
    package var imagesElsewhere: [String] = []
    /// Whether what it contains may run and load.
    package var trusts = false
    /// Whether a PDF may lack characters that no font has: it then has a gap or a box in their place.
    package var mayLackCharacters = false

    package init(source: [UInt8], lines: [Int] = [], name: String, day: String, images: [String]) {
        self.source = source
        self.name = name
        self.lines = lines
        self.day = day
        self.images = images
    }

    /// The folder of the day's file, from which the images are found.
    package var folder: String { Notebook.folder(of: day) }

    /// What the files of a whole day are called, but for the extension.
    static func name(ofDay path: String) -> String {
        let file = Notebook.lastComponent(path)
        return file.hasSuffix(".adoc") ? String(file.dropLast(".adoc".count)) : file
    }

    /// The line in the day of a line, from 1, of ``source``.
    package func dayLine(_ line: Int) -> Int { lines.indices.contains(line - 1) ? lines[line - 1] : line }
}

/// A file that is to be written.
package struct ExportTarget: Hashable, Sendable {
    package let format: ExportFormat
    package let path: String

    package init(_ format: ExportFormat, _ path: String) {
        self.format = format
        self.path = path
    }
}

/// What an export made.
package struct ExportReport: Hashable, Sendable {
    /// The files, images apart, in the order in which they were asked for.
    package var files: [String] = []
    /// How many images lie beside them.
    package var imageCount = 0
    /// Images that the day shows and that are not there.
    package var missingImages: [String] = []
    /// Images that are not in the day's folder, and not in what was exported either.
    package var imagesElsewhere: [String] = []
    /// What Markdown has no form for, with lines of the day.
    package var losses: [MarkdownLoss] = []
    /// What no font has a glyph for, with lines of the day: there is a gap or a box in its place, as the user wanted.
    package var unshown: [UnshownCharacter] = []

    package init() {}
}

/// A character that no font on this machine can print.
package struct UnshownCharacter: Hashable, Sendable {
    package let character: Unicode.Scalar
    /// The line, from 1, of the day.
    package let line: Int

    package init(character: Unicode.Scalar, line: Int) {
        self.character = character
        self.line = line
    }
}

/// Why nothing was exported.
package enum ExportError: Error, Hashable, Sendable {
    /// A program that makes this form is not installed.
    case noProgram(String, format: ExportFormat, install: String)
    /// The program failed, and said so much.
    case failed(String, status: Int32, said: String)
    /// The user did not want to wait for it.
    case cancelled
    /// The program did not end, or printed without an end, and was stopped.
    case stopped(String)
    /// Files are there, and were not to be written over.
    case exists(paths: [String])
    /// No font prints these characters, and nobody said that the PDF may lack them.
    case unshown([UnshownCharacter])
    /// The file that is written is the day itself.
    case isTheDay(path: String)
    /// Another shell exports from this notebook at this moment.
    case busy
    case store(StoreError)
}

/// What goes on while programs work.
package struct ExportProgress {
    /// Whether the user wants to end it.
    package var isCancelled: () -> Bool
    /// Called about each second after the first one.
    package var tick: (ExportFormat, _ seconds: Int) -> Void

    package init(
        isCancelled: @escaping () -> Bool = { false }, tick: @escaping (ExportFormat, Int) -> Void = { _, _ in }
    ) {
        self.isCancelled = isCancelled
        self.tick = tick
    }
}

/// Makes what a day is exported as, and writes it.
package protocol Exporter {
    /// The bytes of a form, and what came of making it.
    func render(_ content: ExportContent, as format: ExportFormat, _ progress: ExportProgress) throws(ExportError) -> (
        [UInt8], ExportReport
    )

    /// Writes files, each whole or not at all. Everything is made and looked at before anything is written.
    ///
    /// - Parameter overwrites: replaces what is there, which goes to the trash.
    func export(
        _ content: ExportContent, to targets: [ExportTarget], overwrites: Bool, _ progress: ExportProgress
    ) throws(ExportError) -> ExportReport
}
