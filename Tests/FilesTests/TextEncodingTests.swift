import Files
import Foundation
import Testing

@Suite struct TextEncodingTests {
    private static let text = "= Journée\n\n== 9h00 - Ünïcode 🎉\n\n* un\n"

    @Test(arguments: [
        (String.Encoding.utf16LittleEndian, TextEncoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8]),
        (.utf16BigEndian, .utf16BigEndian, [0xFE, 0xFF]),
        (.utf32LittleEndian, .utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
        (.utf32BigEndian, .utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    ])
    func whatHasAMarkIsKnownAndReads(encoding: String.Encoding, expected: TextEncoding, mark: [UInt8]) throws {
        let bytes = mark + Array(try #require(Self.text.data(using: encoding)))
        #expect(TextEncoding(of: bytes) == expected)
        #expect(expected.decoded(bytes) == Array(Self.text.utf8))
    }

    @Test(arguments: [
        (String.Encoding.utf16LittleEndian, TextEncoding.utf16LittleEndian),
        (.utf16BigEndian, .utf16BigEndian),
    ])
    func utf16WithoutAMarkIsKnown(encoding: String.Encoding, expected: TextEncoding) throws {
        let bytes = Array(try #require(Self.text.data(using: encoding)))
        #expect(TextEncoding(of: bytes) == expected)
    }

    /// What a power loss or another encoding leaves is no reason not to write.
    @Test func whatIsNotUTF16IsNotTakenForIt() throws {
        let latin = Array(try #require("= Journée\n\n* été\n".data(using: .isoLatin1)))
        for bytes in [
            Array(Self.text.utf8), latin, [], [0], [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8),
            Array(Self.text.utf8) + [UInt8](repeating: 0, count: 500), [UInt8](repeating: 0, count: 512),
        ] { #expect(TextEncoding(of: bytes) == nil) }
    }

    @Test func halfAUnitAtTheEndIsLeftOut() {
        #expect(TextEncoding.utf16LittleEndian.decoded([0x61, 0, 0x62]) == Array("a".utf8))
        #expect(TextEncoding.utf32BigEndian.decoded([0, 0, 0, 0x61, 9]) == Array("a".utf8))
        #expect(TextEncoding.utf32LittleEndian.decoded([0xFF, 0xFF, 0xFF, 0xFF]) == Array("\u{FFFD}".utf8))
    }
}
