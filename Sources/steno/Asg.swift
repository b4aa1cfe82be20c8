import ArgumentParser
import AsciiDoc
import AsciiDocASG
import Files
import Notebook
import Shell

extension Steno {
    /// `steno asg FILE`
    struct Asg: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a file's structure as an Abstract Semantic Graph (ASG), in JSON.",
            discussion: """
                The ASG is the AsciiDoc language's interchange form. Locations are lines and columns of the file.

                With --tree, prints the document's nodes as they are written instead: a line for each, with its lines \
                and bytes.
                """)

        @Flag(help: "Read the input as one text: an array of inlines.")
        var inline = false

        @Flag(help: "Print the tree of what is written, before conditions and attributes are read.")
        var tree = false

        @OptionGroup var given: AttributeOptions

        @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
        var file: String

        func run() throws {
            do throws(StoreError) {
                let document = Document(parsing: try source())
                if tree { return Terminal.write(document.treeDump) }
                let attributes = DateAttributes.values(of: file, given: given.values)
                if inline {
                    Terminal.write(document.inlineAsg(attributes: attributes))
                } else {
                    document.writeAsg(attributes: attributes) { Terminal.write($0) }
                }
                Terminal.write("\n")
            } catch {
                Terminal.complain(
                    "steno: "
                        + DisplayText.safe(Message(error).text(Language(environment: { Environment.process[$0] })))
                        + "\n")
                throw ExitCode(1)
            }
        }

        private func source() throws(StoreError) -> [UInt8] {
            file == "-" ? try Disk().readStandardInput(limit: 1 << 30) : try Disk().read(file, limit: 1 << 30)
        }
    }
}
