import Mapper
import SocialServices

/// Ids that stand for something else already: of options what a visitor would type for a number of the list, a key or a
/// command, and the words of the format.
///
/// An id is accepted wherever the option's number is. What is on the screen always wins: an option called `2` that stands
/// first could never be chosen by its id, and who types `back` wants to go back. An option called `why` would have its words
/// where those of the question's own "why" stand.
struct OptionCheck {
    let faults: [ContentFault]

    private static let signs: Set<String> = ["?", "!", "<", "<<", "+", "*", "/", "-"]
    private static let commands: [HeardMeaning] = [
        .help, .urgent, .back, .restart, .human, .leave, .again, .myBooking, .lostCode, .language,
    ]

    init(of content: Content, outlines: ContentSources) {
        let languages = content.languages.map { (language: $0, phrases: content.words(in: $0).heardPhrases) }
        func taken(_ id: String) -> String? {
            if id.allSatisfy(\.isNumber) { return "a number, which visitors type for a row of the list" }
            if Self.signs.contains(id) { return "a key" }
            if WordsReader.questionKeys.contains(id) { return "a word of the format: words/ has it in each question" }
            for (language, phrases) in languages {
                guard let meaning = phrases.meaning(of: id, among: Self.commands) else { continue }
                return "what visitors type for \"\(meaning.rawValue)\" (\(language.rawValue))"
            }
            return nil
        }
        func names(_ file: ContentSources.File) -> [ContentFault] {
            file.nodes.filter { ContentLocation.Kind(rawValue: $0.key) != nil }.compactMap { node in
                let isNumber = node.text.allSatisfy(\.isNumber)
                guard !node.text.isEmpty, isNumber || Self.signs.contains(node.text) else { return nil }
                return ContentFault(
                    file: file.name, line: node.line,
                    message: "the \(node.key) \"\(node.text)\" has an id that is \(isNumber ? "a number" : "a key"); "
                        + "give it one of letters")
            }
        }
        faults = outlines.tree.flatMap { file in
            names(file)
                + file.nodes.filter { $0.key == "question" }.flatMap(\.children).filter { $0.key == "option" }
                .compactMap { node in
                    guard let id = node.words.first, let use = taken(id) else { return nil }
                    return ContentFault(
                        file: file.name, line: node.line,
                        message: "the option \"\(id)\" has an id that is \(use); give it another id")
                }
        }
    }
}
