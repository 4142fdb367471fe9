import ContentLibrary
import Foundation
import OwnWords
import SocialServices

/// What was learned from a content's example phrases: from the cache if it is there, else learned when it is first needed,
/// once, and put there.
///
/// Most visits need no more of it than the words that ring by themselves, which take no learning.
final class LearnedWords {
    private let cache: () -> LearnedFile?
    private let read: () throws -> Phrasebook?
    /// Not kept once it is learned from.
    private lazy var phrasebook = Result { try read() }
    private lazy var file = cache()
    private lazy var kept = file?.load()
    private lazy var learned = Result { try learn() }
    private lazy var rings = Result { try kept?.dangerWords ?? phrasebook.get()?.dangerWords }

    /// - Parameters:
    ///   - cache: where it is kept; nil for nowhere.
    ///   - read: nil if the content has no phrases to learn from.
    init(keptIn cache: @escaping () -> LearnedFile?, reading read: @escaping () throws -> Phrasebook?) {
        self.cache = cache
        self.read = read
    }

    func classifier() throws -> SituationClassifier? { try learned.get() }

    func dangerWords() throws -> DangerWords? { try rings.get() }

    private func learn() throws -> SituationClassifier? {
        if let kept { return kept }
        defer { phrasebook = .success(nil) }
        guard let phrasebook = try phrasebook.get() else { return nil }
        let learned = phrasebook.matcher(try rings.get())
        file?.store(learned)
        return learned
    }
}

extension CommandEnvironment {
    /// What was learned from the phrases of the content that the command uses.
    ///
    /// - Parameter folder: from which it was read; nil for the one that is in force.
    func learnedWords(of content: Content, in folder: String? = nil) -> LearnedWords {
        let folder = folder ?? contentFolder
        return LearnedWords(
            keptIn: { LearnedFile(of: (folder, content.situations), in: self.cacheFolder) },
            reading: {
                content.situations.isEmpty ? nil : try PhrasebookReader.read(folder: folder, for: content)
            })
    }
}
