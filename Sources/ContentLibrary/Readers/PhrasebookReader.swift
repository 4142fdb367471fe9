import Mapper
import OwnWords
import SocialServices

/// Reads `situations/<language>/<situation>.txt`.
///
/// Apart from the rest of the content, because a visit that is walked by numbers never needs it.
public struct PhrasebookReader {
    private var files: ContentFiles
    private let situations: [Situation]
    private var faults: [ContentFault] = []
    private var learned: [Language: [ExamplePhrase]] = [:]
    private var heldOut: [Language: [ExamplePhrase]] = [:]
    private var signs: [DangerSign] = []
    private var dangers = DangerReader()
    /// Where each learned phrase of danger stands.
    private var dangerPhrases: [(text: String, file: String, line: Int)] = []
    private var dangerLeads: [Language: DangerLeads] = [:]
    /// Where each text was first seen in the language that is being read.
    private var seen: [String: String] = [:]
    /// What is known of each hand of the language that is being read: whether its phrases are learned from.
    private var hands: [String: Bool] = [:]

    /// `false` if phrases that are written twice, and phrases of danger that do not ring, need not be told: they do
    /// no harm, and finding them takes time.
    private let tellsAll: Bool
    /// Languages that may lack phrases: they are begun, and not whole.
    private let begun: [Language]

    private init(folder: String, situations: [Situation], tellsAll: Bool, begun: [Language]) {
        files = ContentFiles(folder: folder)
        self.situations = situations
        self.tellsAll = tellsAll
        self.begun = begun
    }

    /// The phrases of a content folder, for the content that was read from it; none where its tree knows no situations.
    /// Languages that are only begun may lack phrases.
    public static func read(folder: String, for content: Content) throws(ContentError) -> Phrasebook {
        try read(folder: folder, situations: content.situations, begun: content.begunLanguages)
    }

    static func read(
        folder: String, situations: [Situation], begun: [Language] = []
    ) throws(ContentError) -> Phrasebook {
        let (phrasebook, faults) = try readWithFaults(
            folder: folder, situations: situations, tellsAll: false, begun: begun)
        if !faults.isEmpty { throw .faults(faults) }
        return phrasebook
    }

    static func readWithFaults(
        folder: String, situations: [Situation], tellsAll: Bool = true, begun: [Language] = []
    ) throws(ContentError) -> (Phrasebook, [ContentFault]) {
        var reader = PhrasebookReader(folder: folder, situations: situations, tellsAll: tellsAll, begun: begun)
        try reader.read()
        let phrasebook = Phrasebook(
            learned: reader.learned, heldOut: reader.heldOut, signs: reader.signs + reader.dangers.signs,
            cries: reader.dangers.cries, fillers: reader.dangers.fillers, situations: situations,
            dangerLeads: reader.dangerLeads)
        if tellsAll { reader.tellSilent(in: phrasebook.dangerWords) }
        return (phrasebook, reader.files.faults + reader.dangers.faults + reader.faults)
    }

    private mutating func read() throws(ContentError) {
        guard !situations.isEmpty else { return }
        guard files.isFolder("situations") else {
            fault(
                "situations", 0, "this folder is missing: the tree has situations, but no file has phrases for them")
            return
        }
        let names = try files.names(in: "situations")
        if names.contains(DangerReader.meanings) {
            dangers.readMeanings(try files.outline("situations/\(DangerReader.meanings)"))
        }
        for name in names where name != DangerReader.meanings {
            guard let language = Language(rawValue: name) else {
                fault(
                    "situations/\(name)", 0,
                    "a folder of situations is named by two letters, for example situations/fi")
                continue
            }
            var missing = Set(situations.map(\.id))
            (seen, hands) = ([:], [:])
            let outlines = try files.outlines(in: "situations/\(name)")
            let words = "situations/\(name)/\(DangerReader.words)"
            dangers.readWords(
                outlines.first { $0.name == words }?.nodes, in: "situations/\(name)",
                mayLack: begun.contains(language))
            for (file, nodes) in outlines where file != words {
                let id = String(file.split(separator: "/").last?.dropLast(".txt".count) ?? "")
                guard missing.remove(id) != nil else {
                    let hint = DidYouMean.hint(for: id, among: situations.map(\.id))
                    fault(file, 0, "no situation is called \"\(id)\"" + hint)
                    continue
                }
                read(nodes, of: id, in: language, file: file)
            }
            for id in missing.sorted() where !begun.contains(language) {
                fault("situations/\(name)", 0, "no phrases for the situation \"\(id)\"; add them to \(id).txt")
            }
        }
    }

    private mutating func read(_ nodes: [OutlineNode], of situation: String, in language: Language, file name: String)
    {
        var file = OutlineFile(name: name)
        let isDanger = situations.contains { $0.id == situation && $0.isDanger }
        let leaves = ["phrase", "held-back"] + (isDanger ? ["sign", "lead", "possible"] : [])
        file.expect(leaves + ["hand"], leaves: leaves, in: nodes)
        let phrases = nodes.filter { ["phrase", "held-back"].contains($0.key) }
        for node in phrases { read(node, by: nil, of: situation, isDanger: isDanger, in: language, &file) }
        for hand in nodes where hand.key == "hand" {
            file.expect(leaves: ["phrase", "held-back"], in: hand.children)
            guard let id = file.id(of: hand) else { continue }
            for node in hand.children {
                read(node, by: id, of: situation, isDanger: isDanger, in: language, &file)
            }
        }
        for node in nodes where node.key == "sign" {
            if hasWords(node, &file) { signs.append(DangerSign(node.text)) }
        }
        readLeads(in: nodes, of: language, &file)
        faults += file.faults
    }

    /// Reads a phrase, learned from or held back.
    private mutating func read(
        _ node: OutlineNode, by hand: String?, of situation: String, isDanger: Bool, in language: Language,
        _ file: inout OutlineFile
    ) {
        guard hasWords(node, &file), !isDouble(node, file: &file) else { return }
        let isLearned = node.key == "phrase"
        if let hand, hands.updateValue(isLearned, forKey: hand) == !isLearned {
            file.fault(
                node.line,
                "what the hand \"\(hand)\" wrote is learned from, or all of it is held back; here is the first of the other kind"
            )
        }
        let phrase = ExamplePhrase(situation: situation, text: node.text, hand: hand)
        guard isLearned else {
            heldOut[language, default: []].append(phrase)
            return
        }
        if isDanger { dangerPhrases.append((node.text, file.name, node.line)) }
        learned[language, default: []].append(phrase)
    }

    private func hasWords(_ node: OutlineNode, _ file: inout OutlineFile) -> Bool {
        if node.text.isEmpty { file.fault(node.line, "\"\(node.key)\" needs words after it") }
        return !node.text.isEmpty
    }

    private mutating func readLeads(in nodes: [OutlineNode], of language: Language, _ file: inout OutlineFile) {
        func number(_ key: String) -> (value: Double, line: Int)? {
            guard let node = file.one(key, in: nodes) else { return nil }
            if let value = Double(node.text) { return (value, node.line) }
            file.fault(node.line, "\"\(key)\" needs a number, for example -0.5")
            return nil
        }
        let (sure, possible) = (number("lead"), number("possible"))
        guard let sure else {
            if let possible { file.fault(possible.line, "\"possible\" stands beside \"lead\"; add a lead") }
            return
        }
        if let possible, possible.value > sure.value {
            file.fault(possible.line, "\"possible\" is looser than \"lead\": give it \(sure.value) or less")
        }
        dangerLeads[language] = DangerLeads(sure: sure.value, possible: possible?.value ?? sure.value)
    }

    /// `true` for a phrase that stands already, which is told.
    private mutating func isDouble(_ node: OutlineNode, file: inout OutlineFile) -> Bool {
        guard tellsAll else { return false }
        if let place = seen[node.text] {
            file.fault(node.line, "this phrase is already at \(place); keep one")
            return true
        }
        seen[node.text] = "\(file.name):\(node.line)"
        return false
    }

    /// Tells each learned phrase of danger that would bring no urgent help if it were typed.
    private mutating func tellSilent(in words: DangerWords) {
        for phrase in dangerPhrases where words.danger(in: phrase.text) == nil {
            fault(
                phrase.file, phrase.line,
                "this phrase of danger brings no urgent help when it is typed: it has no letter and no digit")
        }
    }

    private mutating func fault(_ file: String, _ line: Int, _ message: String) {
        faults.append(ContentFault(file: file, line: line, message: message))
    }
}
