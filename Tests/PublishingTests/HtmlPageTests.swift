import Foundation
import Publishing
import Testing

@Suite("HTML pages", .enabled(if: Tools.isInstalled("asciidoctor"), "asciidoctor is missing"))
struct HtmlPageTests {
    private func page(_ source: String) throws -> String {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return String(decoding: try HtmlPage(Array(source.utf8), in: "/tmp", path: path).bytes, as: UTF8.self)
    }

    @Test("what a document says stands below a policy that it cannot reach")
    func policy() throws {
        let page = try page("= T +++</title><script>+++\n0;url=http://x\" http-equiv=\"refresh\n\ntext\n")
        let head = page.prefix { $0 != "{" }
        #expect(head.contains("default-src 'none'"))
        #expect(page.components(separatedBy: "<meta http-equiv").count == 2)
        #expect(page.contains("text"))
    }

    @Test(
        "elements that load or lead elsewhere are text",
        arguments: ["script", "META", "base", "link", "iframe", "object", "embed", "form"])
    func barred(name: String) throws {
        let page = try page("++++\n<\(name) src=\"http://x\">\n++++\n")
        #expect(page.contains("&lt;\(name) src"))
        #expect(!page.contains("<\(name) src"))
    }

    @Test("without Asciidoctor, how to install it is said")
    func absent() {
        #expect { try HtmlPage([], in: "/tmp", path: "/nowhere") } throws: { error in
            guard case HtmlPage.Failure.noAsciidoctor(let install) = error else { return false }
            return install.contains("install")
        }
    }
}
