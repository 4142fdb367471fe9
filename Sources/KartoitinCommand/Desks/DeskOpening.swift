import BookingCore
import ContentLibrary
import Desks
import HostSystem
import OwnWords

extension CommandEnvironment {
    /// What a desk works with.
    func deskTools(_ visitor: VisitorSession) throws -> DeskTools {
        deskTools(
            visitor, of: try county(), isDemo: try visitor.isDemonstration(), report: staffRemark)
    }

    func deskTools(
        _ visitor: VisitorSession, of county: CountyContext, isDemo: Bool, place: KioskPlace? = nil,
        report: @escaping (String) -> Void
    ) -> DeskTools {
        let own = LearnedWords { self.phrasebook(of: county.content) }
        let hasher = LazyHasher()
        return DeskTools(
            content: county.content, visitor: visitor, wallClock: county.clock, matcher: { own.classifier },
            dangerWords: { own.dangerWords }, wordHasher: { hasher.hasher }, isDemo: isDemo, place: place,
            report: report)
    }

    /// What understands own words: learns when it is first asked for, and once; nil if the phrases cannot be read, which
    /// the staff is told.
    func classifier(of content: Content) -> () -> SituationClassifier? {
        let own = LearnedWords { self.phrasebook(of: content) }
        return { own.classifier }
    }

    private func phrasebook(of content: Content) -> Phrasebook? {
        if content.situations.isEmpty { return nil }
        do {
            return try PhrasebookReader.read(folder: contentFolder, for: content)
        } catch {
            staffRemark(
                "the example phrases cannot be read, own words are not understood; see: kartoitin content check")
            return nil
        }
    }
}

/// The example phrases, read when they are first needed and once. Most visits need no more of them than the words that ring
/// by themselves; learning takes longer, and more memory.
final class LearnedWords {
    private let read: () -> Phrasebook?
    /// Not kept once it is learned from.
    private lazy var phrasebook = read()
    private(set) lazy var dangerWords = phrasebook?.dangerWords
    private(set) lazy var classifier = learn()

    init(reading read: @escaping () -> Phrasebook?) { self.read = read }

    private func learn() -> SituationClassifier? {
        defer { phrasebook = nil }
        return dangerWords.flatMap { phrasebook?.matcher($0) }
    }
}

/// What hashes words, made when a client without a phone first chooses one: making it takes as long as a hash.
private final class LazyHasher {
    private(set) lazy var hasher: (any WordHasher)? = Yescrypt()
}

/// What a desk of staff takes: who sits there, and how long it waits for them.
struct StaffDeskOptions: StaffCommandOptions {
    let signIn = SignInOptions()
    let idleEnd = Option(
        "--idle-end", "SECONDS", "silence until the session ends; 600 when left out", .count)
}

extension StaffSettings {
    init(idleEnd seconds: Int?) {
        self = seconds.map { StaffSettings(idleEnd: Double($0)) } ?? StaffSettings()
    }
}
