import AsciiDoc
import ConformanceDump
import FoundationEssentials

// Prints the blocks of every file whose path stands on standard input, as Tests/Oracle/blocks.rb does.
while let path = readLine() {
    print("### \(path)")
    let source = (try? Data(contentsOf: URL(filePath: path))).map { [UInt8]($0) } ?? []
    for block in Document(parsing: source).semanticView().blocks { print(block.dump) }
}
