import Foundation

/// The files of a content folder, read one by one; faults in their form are kept.
struct ContentFiles {
    private(set) var faults: [ContentFault] = []
    let folder: URL

    init(folder: String) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
    }

    /// All `.txt` files of a folder, by name.
    mutating func outlines(in name: String) throws(ContentError) -> [(name: String, nodes: [OutlineNode])] {
        var files: [(name: String, nodes: [OutlineNode])] = []
        for file in try names(in: name) where file.hasSuffix(".txt") {
            let path = "\(name)/\(file)"
            files.append((path, try outline(path)))
        }
        return files
    }

    mutating func outline(_ name: String) throws(ContentError) -> [OutlineNode] {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
            throw .unreadable(file: folder.appendingPathComponent(name).path)
        }
        var reader = OutlineReader(file: name)
        let nodes = reader.read([UInt8](data))
        faults += reader.faults
        return nodes
    }

    func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        let path = folder.appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// What a folder holds, in order; hidden files are left out.
    func names(in name: String) throws(ContentError) -> [String] {
        let path = folder.appendingPathComponent(name).path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .unreadable(file: path)
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
