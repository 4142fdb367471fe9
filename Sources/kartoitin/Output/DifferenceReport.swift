import ContentLibrary
import SocialServices

/// The shape in which other programs read what changed in the content.
struct DifferenceReport: Encodable {
    struct Change: Encodable {
        let change: String
        let subject: String
        let part: String?
        let language: String?
        let was: String?
        let now: String?
        let walks: Int?
        let example: WalkRow?

        init(_ change: ContentChange) {
            self.change = change.kind.rawValue
            subject = change.subject
            part = change.part
            language = change.language?.rawValue
            was = change.was
            now = change.now
            walks = change.walks
            example = change.example.map { WalkRow($0) }
        }

        static let headings = ["change", "subject", "part", "language", "was", "now", "walks", "example"]

        var cells: [String] {
            [change, subject, part, language, was, now, walks.map(String.init), example?.text].map { $0 ?? "" }
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
