import SocialServices
import Synchronization

/// The words of each language. Those of the questions are most of them, and a visit speaks one language: where the content is
/// known to be whole, they are read when they are first asked for.
final class LanguageShelf: Sendable {
    /// One language: what greets a visitor, and how to read the rest; nil if there is none.
    struct Volume: Sendable {
        let greeting: Words
        let rest: (@Sendable () -> Words)?

        /// A language that is begun, over one that is whole.
        func over(_ base: Volume) -> Volume {
            let own = greeting
            let greeting = own.begun(over: base.greeting)
            guard let rest = base.rest else { return Volume(greeting: greeting, rest: nil) }
            return Volume(greeting: greeting) { own.begun(over: rest()) }
        }
    }

    private let volumes: [Language: Volume]
    /// Those that have been read to their end.
    private let whole: Mutex<[Language: Words]>

    init(_ volumes: [Volume]) {
        self.volumes = Dictionary(volumes.map { ($0.greeting.language, $0) }, uniquingKeysWith: { first, _ in first })
        whole = Mutex([:])
    }

    /// The words without those of the questions and their ends, as far as these are read apart.
    func greeting(in language: Language) -> Words? { volumes[language]?.greeting }

    func words(in language: Language) -> Words? {
        guard let volume = volumes[language] else { return nil }
        guard let rest = volume.rest else { return volume.greeting }
        return whole.withLock { whole in
            if let words = whole[language] { return words }
            let words = rest()
            whole[language] = words
            return words
        }
    }
}
