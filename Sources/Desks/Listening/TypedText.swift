import ContentLibrary
import Foundation

/// Why a written text is not taken: the phrase that says what to write instead.
struct WritingFault: Error {
    let phrase: Phrase

    init(_ phrase: Phrase) { self.phrase = phrase }
}

extension String {
    /// Without the white space around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// How often an answer to one question was not understood.
struct RepeatedMistakes {
    var count = 0
}
