import SocialServices

/// How much of a language that is begun is still to be written.
struct DraftCheck {
    let remarks: [ContentRemark]

    init(of drafts: [LanguageDraft], beside content: Content) {
        let whole = content.languages.first.map { Self.texts(of: content.words(in: $0), in: content) } ?? []
        remarks = drafts.flatMap { draft in
            let language = draft.words.language
            let missing = whole.subtracting(Self.texts(of: draft.words, in: content)).count
            let count =
                missing == 0
                ? "it has every text, and lines that are wrong"
                : "\(missing) of \(whole.count) texts are missing"
            let told = ContentRemark(
                kind: .begun, file: "words/\(language.rawValue)", line: 0,
                message: "this language is begun, and offered \(Self.whenOffered(draft)): \(count)")
            return [told]
                + draft.faults.map {
                    ContentRemark(kind: .draft(language), file: $0.file, line: $0.line, message: $0.message)
                }
        }
    }

    /// How far it is offered, or what is to be done first: the first three of it.
    private static func whenOffered(_ draft: LanguageDraft) -> String {
        if draft.opens { return "as far as it goes" }
        let more = draft.gaps.count > 3 ? ", and \(draft.gaps.count - 3) more" : ""
        return "once its start is whole (first \(draft.gaps.prefix(3).joined(separator: ", "))\(more))"
    }

    /// What a language says, each text by its name.
    private static func texts(of words: Words, in content: Content) -> Set<String> {
        var inventory = ContentInventory()
        inventory.add(words, of: content.tree)
        let heard = words.heard.filter { !$0.value.isEmpty }.keys.map { "heard \($0.rawValue)" }
        return Set(inventory.values.names.map { "\($0.subject) \($0.part)" } + heard)
    }
}
