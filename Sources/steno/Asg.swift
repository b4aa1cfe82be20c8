import ArgumentParser
import AsciiDoc
import Files
import Notebook
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

        @OptionGroup var given: AttributeOptions

        @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
        var file: String

        func run() throws {
            do throws(StoreError) {
                let document = Document(parsing: try source())
                let json =
                    inline ? document.inlineAsg(attributes: given.values) : document.asg(attributes: given.values)
                Terminal.write(json + [UInt8(ascii: "\n")])
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
