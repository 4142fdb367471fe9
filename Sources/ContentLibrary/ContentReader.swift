import Foundation
import Mapper
import SocialServices

/// Reads a content folder.
///
/// ```swift
/// let content = try ContentReader(folder: "Content").read()
/// ```
public struct ContentReader {
    private let folder: URL
    private var faults: [ContentFault] = []
    private var references: [Reference] = []

    public init(folder: String) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
    }

    /// The content, if it has no fault that would lead a visitor astray.
    ///
    /// Whether the tree as a whole is sound (cycles, questions nobody reaches) is `ContentCheck`'s matter.
    public static func read(folder: String) throws(ContentError) -> Content {
        var reader = ContentReader(folder: folder)
        let (content, faults) = try reader.readWithFaults()
        if !faults.isEmpty { throw .faults(faults) }
        return content
    }

    /// The content as far as it could be read, with everything that is wrong in it.
    mutating func readWithFaults() throws(ContentError) -> (Content, [ContentFault]) {
        guard isFolder("tree") else { throw .missing(folder: folder.path) }
        var trees = TreeReader()
        let (tree, readyAnswers) = trees.read(try outlines(in: "tree"))
        faults += trees.faults
        references += trees.references

        var counties = CountyReader()
        let county = counties.read(try outline("county.txt"))
        faults += counties.file.faults
        references += counties.references

        var servicesReader = ServicesReader()
        let services = servicesReader.read(try outline("services.txt"))
        faults += servicesReader.file.faults

        var words: [Words] = []
        for name in try names(in: "words") {
            guard let language = Language(rawValue: name) else {
                let message =
                    "a folder of words is named by two letters, for example words/fi; nothing of this is read"
                if isFolder("words/\(name)") {
                    faults.append(ContentFault(file: "words/\(name)", line: 0, message: message))
                }
                continue
            }
            var reader = WordsReader(language: language, tree: tree)
            for (name, nodes) in try outlines(in: "words/\(name)") { reader.read(nodes, file: name) }
            faults += reader.faults
            references += reader.references
            words.append(reader.words)
        }
        let content = Content(
            tree: tree, county: county, services: services, readyAnswers: readyAnswers, places: trees.places,
            words: words)
        faults += Linking(content: content, references: references).faults
        return (content, faults.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) })
    }

    private mutating func outlines(in name: String) throws(ContentError) -> [(name: String, nodes: [OutlineNode])] {
        var files: [(name: String, nodes: [OutlineNode])] = []
        for file in try names(in: name) where file.hasSuffix(".txt") {
            let path = "\(name)/\(file)"
            files.append((path, try outline(path)))
        }
        return files
    }

    private mutating func outline(_ name: String) throws(ContentError) -> [OutlineNode] {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
            throw .unreadable(file: folder.appendingPathComponent(name).path)
        }
        var reader = OutlineReader(file: name)
        let nodes = reader.read([UInt8](data))
        faults += reader.faults
        return nodes
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        let path = folder.appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func names(in name: String) throws(ContentError) -> [String] {
        let path = folder.appendingPathComponent(name).path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .unreadable(file: path)
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
