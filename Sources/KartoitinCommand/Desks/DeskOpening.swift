import BookingCore
import ContentLibrary
import Desks
import OwnWords

extension CommandEnvironment {
    /// What a desk works with.
    func deskTools(_ visitor: VisitorSession) throws -> DeskTools {
        deskTools(
            visitor, of: try county(), isDemo: try visitor.isDemonstration(), report: staffRemark)
    }

    func deskTools(
        _ visitor: VisitorSession, of county: CountyContext, isDemo: Bool, report: @escaping (String) -> Void
    ) -> DeskTools {
        DeskTools(
            content: county.content, visitor: visitor, wallClock: county.clock,
            matcher: classifier(of: county.content), isDemo: isDemo, report: report)
    }

    /// What understands own words: learns when it is first asked for, and once; nil if the phrases cannot be read, which
    /// the staff is told.
    func classifier(of content: Content) -> () -> SituationClassifier? {
        var learned: SituationClassifier?
        return { [self] in
            learned = learned ?? learnedClassifier(of: content)
            return learned
        }
    }

    private func learnedClassifier(of content: Content) -> SituationClassifier? {
        if content.situations.isEmpty { return nil }
        do {
            return try PhrasebookReader.read(folder: contentFolder, situations: content.situations).matcher()
        } catch {
            staffRemark(
                "the example phrases cannot be read, own words are not understood; see: kartoitin content check")
            return nil
        }
    }
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
