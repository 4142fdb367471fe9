import SocialServices

/// The lines of a content folder as they were read, for the checks that must tell one of them.
struct Outlines {
    typealias File = (name: String, nodes: [OutlineNode])

    var tree: [File] = []
    var county: [OutlineNode] = []
    var services: [OutlineNode] = []
    var words: [(language: Language, files: [File])] = []

    /// The first line of the tree's files with this key.
    func treeLine(_ key: String) -> (file: String, line: Int)? {
        for file in tree {
            if let node = file.nodes.first(where: { $0.key == key }) { return (file.name, node.line) }
        }
        return nil
    }
}
