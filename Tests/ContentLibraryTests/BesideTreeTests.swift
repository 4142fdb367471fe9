import BookingCore
import ContentLibrary
import Foundation
import SocialServices
import Testing

/// The real content in a folder of its own, to be broken.
@Suite("Content with faults, for those who do not use what is broken")
final class BesideTreeTests {
    private let folder: URL

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        folder = FileManager.default.temporaryDirectory.appending(path: "content-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: root.appending(path: "Content"), to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func append(_ line: String, to file: String) throws {
        let file = folder.appending(path: file)
        try Data((String(contentsOf: file, encoding: .utf8) + "\n\(line)\n").utf8).write(to: file)
    }

    private func faults(_ read: () throws(ContentError) -> Void) -> [String]? {
        do {
            try read()
            return nil
        } catch .faults(let faults) {
            return faults.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test(
        "A fault in the tree or in its words is none to them", arguments: ["tree/families.txt", "words/en/start.txt"])
    func tree(file: String) throws {
        try append("qestion no-such", to: file)
        try FileManager.default.removeItem(at: folder.appending(path: "words/sv/families.txt"))
        let content = try ContentReader.readBesideTree(folder: folder.path)
        #expect(content.services.appointment("advice-families") != nil)
        #expect(!content.words(in: .swedish).services.isEmpty)
        #expect(throws: ContentError.self) { try ContentReader.read(folder: self.folder.path) }
    }

    @Test(
        "A fault in what they use stops them, with file and line",
        arguments: [
            "county.txt", "services.txt", "words/fi/desk.txt", "words/fi/services.txt", "words/sv/county.txt",
        ])
    func used(file: String) throws {
        try append("qestion no-such", to: file)
        try append("qestion no-such", to: "tree/families.txt")
        let told = faults { () throws(ContentError) in _ = try ContentReader.readBesideTree(folder: self.folder.path)
        }
        #expect(told?.isEmpty == false)
        #expect(told?.allSatisfy { $0.hasPrefix("\(file):") } == true, "\(told ?? [])")
    }

    @Test("A folder without content is told as ever")
    func missing() {
        #expect(throws: ContentError.missing(folder: "/nonexistent")) {
            try ContentReader.readBesideTree(folder: "/nonexistent")
        }
    }

    @Test("What remains of broken content are the languages that can say that everything rests")
    func remains() throws {
        try FileManager.default.removeItem(at: folder.appending(path: "tree"))
        try Data().write(to: folder.appending(path: "words/sv/desk.txt"))
        let remains = ContentRemains(folder: folder.path)
        #expect(remains.languages.map(\.language.rawValue) == ["fi", "en", "ru"])
        #expect(remains.county.number(of: "emergency", in: .finnish)?.digits == "112")
        #expect(ContentRemains(folder: "/nonexistent").languages.isEmpty)
    }
}
