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
        let own = learnedWords(of: county.content)
        let hasher = LazyHasher()
        return DeskTools(
            content: county.content, visitor: visitor, wallClock: county.clock,
            matcher: { self.telling { try own.classifier() } },
            dangerWords: { self.telling { try own.dangerWords() } }, wordHasher: { hasher.hasher }, isDemo: isDemo,
            place: place,
            report: report)
    }

    /// What understands own words: learns when it is first asked for, and once; nil if the phrases cannot be read, which
    /// the staff is told.
    func classifier(of content: Content) -> () -> SituationClassifier? {
        let own = learnedWords(of: content)
        return { self.telling { try own.classifier() } }
    }

    private func telling<Learned>(_ learned: () throws -> Learned?) -> Learned? {
        do {
            return try learned()
        } catch {
            staffRemark(
                "the example phrases cannot be read, own words are not understood; see: kartoitin content check")
            return nil
        }
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
