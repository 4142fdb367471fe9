import Dispatch
import Foundation
import Mapper
public import SocialServices
import Synchronization

/// Reads a content folder.
///
/// ```swift
/// let content = try ContentReader(folder: "Content").read()
/// ```
public struct ContentReader {
    private var files: ContentFiles
    private var faults: [ContentFault] = []
    private var references: [Reference] = []
    /// What `readWithFaults` has read.
    private(set) var outlines = ContentSources()
    /// The languages that are known to be whole or to go far enough; nil if nothing is known of the content.
    private var known: (whole: [Language], opening: [Language])?
    /// The languages that are begun and not whole.
    private(set) var drafts: [LanguageDraft] = []

    public init(folder: String) {
        files = ContentFiles(folder: folder)
    }

    /// The content, if it has no fault that would lead a visitor astray.
    ///
    /// Whether the tree as a whole is sound (cycles, unreachable questions) is `ContentCheck`'s matter.
    public static func read(folder: String) throws(ContentError) -> Content {
        var reader = ContentReader(folder: folder)
        let (content, faults) = try reader.readWithFaults()
        if !faults.isEmpty { throw .faults(faults) }
        return content
    }

    /// The content for those who never show the questions: a fault in the tree or in its words does not stop them, and they
    /// get as much of it as can be read.
    public static func readBesideTree(folder: String) throws(ContentError) -> Content {
        var reader = ContentReader(folder: folder)
        reader.files.sparesTree = true
        let (content, faults) = try reader.readWithFaults()
        let grave = faults.filter { !reader.isOfTree($0.file) }
        if !grave.isEmpty { throw .faults(grave) }
        return content
    }

    /// Content that was read before, and was whole then: nothing of it is looked at again, and the words of its questions
    /// are read when a language is spoken.
    ///
    /// - Parameters:
    ///   - languages: the ones that were whole.
    ///   - opening: those that were begun, and went far enough to begin a visit.
    public static func read(
        whole folder: String, in languages: [Language], opening: [Language]
    ) throws(ContentError) -> Content {
        var reader = ContentReader(folder: folder)
        reader.known = (languages, opening)
        return try reader.readWithFaults().0
    }

    /// Whether a file holds nothing but the questions or their words.
    private func isOfTree(_ name: String) -> Bool {
        if name == "tree" || name.hasPrefix("tree/") { return true }
        guard !["/desk.txt", "/heard.txt"].contains(where: name.hasSuffix) else { return false }
        let nodes = outlines.words.flatMap(\.files).first { $0.name == name }?.nodes ?? []
        return WordsReader.areOfTree(nodes, named: files.isNamedAsTree(name))
    }

    /// The content as far as it could be read, with everything that is wrong in it.
    mutating func readWithFaults() throws(ContentError) -> (Content, [ContentFault]) {
        guard files.isFolder("tree") else { throw .missing(folder: files.folder.path) }
        var trees = TreeReader()
        outlines.tree = try files.outlines(in: "tree")
        let (tree, readyAnswers) = trees.read(outlines.tree)
        faults += trees.faults
        references += trees.references

        var counties = CountyReader()
        outlines.county = try files.outline("county.txt")
        let county = counties.read(outlines.county)
        faults += counties.file.faults
        references += counties.references

        var servicesReader = ServicesReader(of: county)
        outlines.services = try files.outline("services.txt")
        let services = servicesReader.read(outlines.services)
        faults += servicesReader.file.faults

        let written = try readWords(of: tree)
        func content(_ words: [WrittenLanguage], opening: [Language] = [], begun: [Language] = []) -> Content {
            Content(
                tree: tree, situations: trees.situations.situations, county: county, services: services,
                readyAnswers: readyAnswers, places: trees.places,
                words: words.filter { !begun.contains($0.language) }.map(\.volume),
                opening: words.filter { opening.contains($0.language) }.map(\.volume), begunLanguages: begun)
        }
        if let known { return (content(written, opening: known.opening, begun: known.opening), []) }
        let all = content(written)
        for language in written where county.isFree(language.language) {
            if let draft = draft(of: language, in: all) { drafts.append(draft) }
        }
        let begun = drafts.map(\.words.language)
        let whole = written.filter { !begun.contains($0.language) }
        for language in whole {
            outlines.words.append((language.language, language.files))
            faults += language.reader.faults
            references += language.reader.references
        }
        let read = content(written, opening: drafts.filter(\.opens).map(\.words.language), begun: begun)
        faults += ReferenceCheck(content: read, references: references).faults
        faults += files.faults.filter { fault in !begun.contains { fault.file.hasPrefix("words/\($0.rawValue)/") } }
        return (read, faults.sorted())
    }

    // Languages.

    private struct WrittenLanguage: Sendable {
        let reader: WordsReader
        let files: [ContentSources.File]
        /// What was read, with its faults.
        let source: ContentFiles
        /// What is left to read, as it stands in the files.
        var rest: [(name: String, bytes: [UInt8])] = []

        var language: Language { reader.words.language }

        var volume: LanguageShelf.Volume {
            if rest.isEmpty { return .init(greeting: reader.words, rest: nil) }
            let (reader, rest) = (reader, rest)
            return .init(greeting: reader.words) {
                var reader = reader
                for (name, bytes) in rest {
                    var lines = OutlineReader(file: name)
                    reader.read(lines.read(bytes), file: name)
                }
                return reader.words
            }
        }
    }

    /// All folders of words, each read beside the others: that is most of what a start of a visit waits for.
    private mutating func readWords(of tree: QuestionTree) throws(ContentError) -> [WrittenLanguage] {
        var languages: [Language] = []
        for name in try files.names(in: "words") {
            if let language = Language(rawValue: name) {
                if known.map({ ($0.whole + $0.opening).contains(language) }) != false { languages.append(language) }
            } else if files.isFolder("words/\(name)") {
                let message =
                    "a folder of words is named by two letters, for example words/fi; nothing of this is read"
                faults.append(ContentFault(file: "words/\(name)", line: 0, message: message))
            }
        }
        let read = Mutex<[Language: Result<WrittenLanguage, ContentError>]>([:])
        let (folders, source, whole) = (languages, files.unread, known?.whole ?? [])
        DispatchQueue.concurrentPerform(iterations: folders.count) { index in
            let language = folders[index]
            let result = Self.readWords(in: language, of: tree, from: source, isWhole: whole.contains(language))
            read.withLock { $0[language] = result }
        }
        let results = read.withLock { $0 }
        var written: [WrittenLanguage] = []
        for language in languages {
            guard let found = try results[language]?.get() else { continue }
            files.take(found.source.faults)
            written.append(found)
        }
        return written
    }

    /// One folder of words.
    private static func readWords(
        in language: Language, of tree: QuestionTree, from source: ContentFiles, isWhole: Bool
    ) -> Result<WrittenLanguage, ContentError> {
        Result { () throws(ContentError) in
            var source = source
            var reader = WordsReader(language: language, tree: tree)
            let folder = "words/\(language.rawValue)"
            let names = try source.texts(in: folder)
            let later = isWhole ? names.filter(source.isNamedAsTree) : []
            let files = try source.outlines(names.filter { !later.contains($0) })
            for (name, nodes) in files { reader.read(nodes, file: name) }
            let rest = try later.map { name throws(ContentError) in (name, try source.bytes(of: name)) }
            return WrittenLanguage(reader: reader, files: files, source: source, rest: rest)
        }
    }

    /// A language that is not whole; nil if it is.
    private func draft(of written: WrittenLanguage, in content: Content) -> LanguageDraft? {
        let words = written.reader.words
        let check = ReferenceCheck(content: content, references: written.reader.references)
        let form = files.faults.filter { $0.file.hasPrefix("words/\(words.language.rawValue)/") }
        let wrong = form + written.reader.faults + check.dangling
        let missing = check.missingWords(in: words.language)
        if wrong.isEmpty, missing.isEmpty { return nil }
        let whole = content.languages.first { $0 != words.language && !content.county.isFree($0) }
        let lacking = words.missingAtStart(
            of: content.tree, calling: content.county.urgentContacts,
            beside: whole.map(content.words(in:)) ?? Words(language: words.language))
        let mended = wrong.map { "\($0.file):\($0.line)" }
        return LanguageDraft(words: words, faults: wrong + missing, gaps: mended + lacking)
    }
}

/// A language that is only begun.
struct LanguageDraft {
    let words: Words
    /// What is wrong or missing in it, which keeps no other language waiting.
    let faults: [ContentFault]
    /// What is to be mended or written before a visit can begin in it.
    let gaps: [String]

    /// Whether it goes far enough to begin a visit, and nothing in it is wrong.
    var opens: Bool { gaps.isEmpty }
}

extension County {
    /// `true` for a language that the county does not serve in: it may be written bit by bit.
    fileprivate func isFree(_ language: Language) -> Bool { !languages.isEmpty && !languages.contains(language) }
}

/// The files of a content folder, read one by one; faults in their form are kept.
struct ContentFiles {
    private(set) var faults: [ContentFault] = []
    /// `true` if a file of the tree that cannot be opened is a fault like others.
    var sparesTree = false
    let folder: URL

    init(folder: String) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
    }

    /// The same folder, of which nothing was read.
    var unread: ContentFiles {
        var files = self
        files.faults = []
        return files
    }

    /// Adds what was found in files that were read beside these.
    mutating func take(_ more: [ContentFault]) { faults += more }

    /// All `.txt` files of a folder, by name.
    mutating func outlines(in name: String) throws(ContentError) -> [(name: String, nodes: [OutlineNode])] {
        try outlines(try texts(in: name))
    }

    mutating func outlines(_ names: [String]) throws(ContentError) -> [(name: String, nodes: [OutlineNode])] {
        var files: [(name: String, nodes: [OutlineNode])] = []
        for name in names { files.append((name, try outline(name))) }
        return files
    }

    /// The names of all `.txt` files of a folder, with its own, in order.
    func texts(in name: String) throws(ContentError) -> [String] {
        try names(in: name).filter { $0.hasSuffix(".txt") }.map { "\(name)/\($0)" }
    }

    /// A file as it is, unread.
    func bytes(of name: String) throws(ContentError) -> [UInt8] {
        let file = folder.appendingPathComponent(name)
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(file: file.path) }
        return [UInt8](data)
    }

    mutating func outline(_ name: String) throws(ContentError) -> [OutlineNode] {
        let bytes: [UInt8]
        do throws(ContentError) { bytes = try self.bytes(of: name) } catch {
            if sparesTree, name.hasPrefix("tree/") || isNamedAsTree(name) {
                faults.append(ContentFault(file: name, line: 0, message: "the content file \(name) cannot be read"))
                return []
            }
            throw error
        }
        var reader = OutlineReader(file: name)
        let nodes = reader.read(bytes)
        faults += reader.faults
        return nodes
    }

    /// Whether a file of words has the name of one of the tree, and so its words.
    func isNamedAsTree(_ name: String) -> Bool {
        guard name.hasPrefix("words/"), let own = name.split(separator: "/").last else { return false }
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("tree/\(own)").path)
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
