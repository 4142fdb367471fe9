import BookingCore
import Mapper
import SocialServices

/// What can still be said where the content is not whole: whom to call, in each language whose own phrases can be read.
public struct ContentRemains: Sendable {
    public let county: County
    /// Those that can say that everything rests, in the order of the content.
    public let languages: [Words]

    /// All of a content that is whole.
    public init(of content: Content) {
        county = content.county
        languages = content.languages.map(content.words)
    }

    /// Reads file by file; what cannot be read is left out.
    public init(folder: String) {
        var files = ContentFiles(folder: folder)
        var reader = CountyReader()
        county = reader.read((try? files.outline("county.txt")) ?? [])
        let noTree = QuestionTree(start: "", longestWalk: 0, questions: [], outcomes: [])
        var all: [Words] = []
        for name in (try? files.names(in: "words")) ?? [] {
            guard let language = Language(rawValue: name) else { continue }
            var reader = WordsReader(language: language, tree: noTree)
            for file in (try? files.names(in: "words/\(name)")) ?? [] where file.hasSuffix(".txt") {
                let path = "words/\(name)/\(file)"
                reader.read((try? files.outline(path)) ?? [], file: path)
            }
            if reader.words.has(.store.resting) { all.append(reader.words) }
        }
        languages = all.sorted { Language.inOrder($0.language, $1.language) }
    }
}
