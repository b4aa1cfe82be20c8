import Files
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
        var program = Subprocess(path: path, arguments: arguments)
        program.timeLimit = 5
        do throws(StoreError) {
            guard case .ended(let result) = try program.run(input: Array(text.utf8)) else { return false }
            return result.status == 0
        } catch {
            throw .store(error)
        }
    }
}
