import ContentLibrary

/// Why a written text is not taken: the phrase that says what to write instead.
struct WritingFault: Error {
    let phrase: Phrase

    init(_ phrase: Phrase) { self.phrase = phrase }
}

extension String {
    /// Without the white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

/// How often an answer to one question was not understood.
struct RepeatedMistakes {
    var count = 0
}
