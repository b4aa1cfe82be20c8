import Files
import Foundation
import Notebook
import Testing

@testable import Publishing

/// Pictures are known by their content, and copied under the next free name.
@Suite struct ImagesTests {
    private static func media(_ brands: String...) -> [UInt8] {
        let others = brands.dropFirst().joined()
        return [0, 0, 0, UInt8(16 + others.utf8.count)] + Array(("ftyp" + brands[0] + "\0\0\0\0" + others).utf8)
            + [0, 0, 0, 8] + Array("meta".utf8)
    }

    @Test(arguments: [
        (media("avif", "mif1"), ImageType.avif), (media("mif1", "avif", "miaf"), .avif), (media("avis"), .avif),
        (media("heic", "mif1"), .heic), (media("hevc"), .heic), (media("msf1", "hevc"), .heic), (media("heim"), .heic),
        (media("mif1"), .heic), ([0xFF, 0xD8, 0xFF, 0xE0], .jpg),
        (Array("RIFF\u{10}\0\0\0WEBPVP8 ".utf8), .webp), (Array("GIF89a".utf8), .gif),
    ])
    func imagesAreKnownByTheirFirstBytes(start: [UInt8], type: ImageType) {
        #expect(ImageType(start: start) == type)
    }

    @Test(arguments: [
        "<svg/>", "\u{FEFF}<?xml version=\"1.0\"?>\n<svg xmlns=\"x\">",
        "<!-- " + String(repeating: "licence <svg> ", count: 500) + "-->\n<svg>",
        "<!DOCTYPE svg [\n<!ENTITY ns \"x>y\">\n]>\n<!-- a --><?b c?>\n<svg:svg >",
    ])
    func anSVGMayHaveMuchBeforeIt(text: String) { #expect(ImageType(start: Array(text.utf8)) == .svg) }

    @Test(arguments: [
        "", "<", "<html><svg/></html>", "<svgz>", "<!-- <svg/>", "svg", "<!DOCTYPE svg [", "<?xml ?>",
        "\0\0\0\u{20}ftyp",
    ])
    func whatIsNoImageIsNotTakenForOne(text: String) { #expect(ImageType(start: Array(text.utf8)) == nil) }

    @Test func videosAreNoImages() { #expect(ImageType(start: Self.media("isom", "mp42")) == nil) }

    @Test func aCopyGetsTheNextFreeNumberAndIsNeverWrittenOver() throws {
        let top = NSTemporaryDirectory() + "/steno-images-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: top) }
        let disk = Disk()
        try disk.create(top + "/photo.anything", [0xFF, 0xD8, 0xFF, 1])
        try disk.create(top + "/notes/images/20220524_demo_07.png", [1])
        let store = ImageStore(disk: disk)
        let name = ImageName(prefix: "20220524_demo", lastTaken: 3)
        let folder = top + "/notes/images"
        #expect(try store.importImage(from: top + "/photo.anything", to: folder, as: name) == "20220524_demo_08.jpg")
        // Somebody else takes the next one at the last moment.
        disk.fault = { operation, path in
            guard operation == .open, path.hasSuffix("_09.jpg"), !FileManager.default.fileExists(atPath: path) else {
                return nil
            }
            return FileManager.default.createFile(atPath: path, contents: Data("theirs".utf8)) ? nil : EIO
        }
        #expect(try store.importImage(from: top + "/photo.anything", to: folder, as: name) == "20220524_demo_10.jpg")
        #expect(try disk.read(folder + "/20220524_demo_09.jpg", limit: 9) == Array("theirs".utf8))
    }

    @Test func aDiskThatFillsUpLeavesNoHalfImage() throws {
        let top = NSTemporaryDirectory() + "/steno-images-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: top) }
        let disk = Disk()
        try disk.create(top + "/photo.jpg", [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 4000))
        disk.shorten = { $0 / 2 }
        disk.fault = { [disk] operation, _ in
            guard operation == .write else { return nil }
            defer { disk.fault = { next, _ in next == .write ? ENOSPC : nil } }
            return nil
        }
        let name = ImageName(prefix: "x", lastTaken: 0)
        #expect(throws: ImageError.self) {
            try ImageStore(disk: disk).importImage(from: top + "/photo.jpg", to: top + "/images", as: name)
        }
        disk.fault = nil
        #expect(try disk.names(in: top + "/images") == [])
    }
}
