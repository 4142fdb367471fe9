import Mapper
import SocialServices

/// Hints for the phone service: one that is written in one language is written in all.
struct StaffHintCheck {
    let faults: [ContentFault]

    init(of content: Content, outlines: Outlines) {
        let all = content.languages.map { content.words(in: $0) }
        func isHinted(_ id: String, _ words: Words) -> Bool {
            words.questions[id]?.staff != nil || words.outcomes[id]?.staff != nil
        }
        var faults: [ContentFault] = []
        for id in Array(content.tree.questions.keys) + Array(content.tree.outcomes.keys) {
            guard let first = all.first(where: { isHinted(id, $0) }) else { continue }
            for (language, files) in outlines.words {
                let words = content.words(in: language)
                // Words that are missing altogether are another fault.
                guard words.questions[id] != nil || words.outcomes[id] != nil, !isHinted(id, words) else { continue }
                let message =
                    "\"\(id)\" has a \"staff\" line in \(first.language.rawValue) and none here; write it in every "
                    + "language or in none"
                for file in files {
                    guard let node = file.nodes.first(where: { $0.key == id && $0.text.isEmpty }) else { continue }
                    faults.append(ContentFault(file: file.name, line: node.line, message: message))
                }
            }
        }
        self.faults = faults
    }
}
