import ContentLibrary
import Mapper
import SocialServices

/// The shape in which other programs read what changed in the content.
struct DifferenceReport: Encodable {
    struct Step: Encodable {
        let question: String
        /// Empty for own words.
        let options: [String]
    }

    struct Change: Encodable {
        let change: String
        let subject: String
        let part: String?
        let language: String?
        let was: String?
        let now: String?
        let walks: Int?
        let example: [Step]?

        init(_ change: ContentChange) {
            self.change = change.kind.rawValue
            subject = change.subject
            part = change.part
            language = change.language?.rawValue
            was = change.was
            now = change.now
            walks = change.walks
            example = change.example?.map { Step(question: $0.question, options: $0.options) }
        }

        static let headings = ["change", "subject", "part", "language", "was", "now", "walks", "example"]

        var cells: [String] {
            [change, subject, part, language, was, now, walks.map(String.init), exampleText].map { $0 ?? "" }
        }

        /// `topic=money needs=debts+rent story=(words)`
        var exampleText: String? {
            example?.map { step in
                "\(step.question)=\(step.options.isEmpty ? "(words)" : step.options.joined(separator: "+"))"
            }.joined(separator: " ")
        }
    }

    let walks: Int
    let changedWalks: Int
    let changes: [Change]

    init(_ difference: ContentDifference) {
        walks = difference.walks
        changedWalks = difference.changedWalks
        changes = difference.changes.map(Change.init)
    }
}
