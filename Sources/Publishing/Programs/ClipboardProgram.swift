package import Notebook

/// A program that puts its input where other programs paste from.
package struct ClipboardProgram {
    private let name: String
    private let arguments: [String]

    package init(name: String, arguments: [String]) {
        self.name = name
        self.arguments = arguments
    }

    /// Returns whether it is there, and took the text.
    package func take(_ text: String, search: String) throws(ExportError) -> Bool {
        guard let path = Subprocess.find(name, in: search) else { return false }
        do throws(StoreError) {
            let result = try Subprocess(path: path, arguments: arguments).run(input: Array(text.utf8))
            return result?.status == 0
        } catch {
            throw .store(error)
        }
    }
}
