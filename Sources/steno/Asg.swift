import ArgumentParser
import AsciiDoc
import Notebook
import Publishing
import Shell

extension Steno {
    /// `steno asg FILE`
    struct Asg: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a file's structure as an Abstract Semantic Graph (ASG), in JSON.",
            discussion:
                "The ASG is the AsciiDoc language's interchange form. Locations are lines and columns of the file.")

        @Flag(help: "Read the input as one text: an array of inlines.")
        var inline = false

        @Option(
            name: [.customShort("a"), .customLong("attribute")],
            help: ArgumentHelp(
                "Set an attribute: name=value; name! unsets it. May be repeated.", valueName: "attribute"))
        var attributes: [String] = []

        @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
        var file: String

        func run() throws {
            do throws(StoreError) {
                let document = Document(parsing: try source())
                let json = inline ? document.inlineAsg(attributes: given) : document.asg(attributes: given)
                Terminal.write(json + [UInt8(ascii: "\n")])
            } catch {
                Terminal.complain("steno: " + DisplayText.safe(Message(error).text(.english)) + "\n")
                throw ExitCode(1)
            }
        }

        private func source() throws(StoreError) -> [UInt8] {
            file == "-" ? try Files.readStandardInput(limit: 1 << 30) : try Files.read(file, limit: 1 << 30)
        }

        private var given: [String: String?] {
            var given: [String: String?] = [:]
            for entry in attributes {
                let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let name = parts[0].filter { $0 != "!" }
                given.updateValue(name == parts[0] ? (parts.count == 2 ? parts[1] : "") : nil, forKey: name)
            }
            return given
        }
    }
}
