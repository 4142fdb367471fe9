import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import HostSystem

/// How a kiosk begins: with whole content, and before its store is open.
struct KioskStart {
    /// The variables by which a visit learns what the program that started it knows.
    static let closed = "KARTOITIN_KIOSK_CLOSED"
    static let demonstration = "KARTOITIN_KIOSK_DEMONSTRATION"
    static let served = "KARTOITIN_KIOSK_SERVED"

    /// How long a visitor waits at most to learn whether booking is closed; the user of a pipe has time.
    private static let patience = (visitor: Duration.milliseconds(200), pipe: LazyStore.patience)
    /// How long what is left to do after a visit may keep the next visitor waiting, in seconds.
    private static let grace = 0.2

    let environment: CommandEnvironment
    let news: KioskNewsLine

    init(_ environment: CommandEnvironment) {
        self.environment = environment
        news = KioskNewsLine(environment.variables, remark: environment.staffRemark)
    }

    /// Finds content that is whole, and rests until there is some. Not nil if the kiosk is to end.
    func settleContent(on console: any Console) throws -> EndReason? {
        let folder = environment.contentFolder
        let content = KeptContent(of: folder, in: environment.stateFolder)
        let remains = {
            let remains = ContentRemains(folder: folder)
            tellLastResort(remains, console)
            return remains
        }
        let waited = try RestingKiosk(console: console).open(saying: remains) {
            switch content.find() {
            case .whole(let content, let folder):
                news.tell(.sound(.content))
                try environment.settle(on: content, in: folder)
            case .kept(let content, let folder, let error):
                news.tell(.trouble(.content, KioskTrouble(error, isKept: true)))
                try environment.settle(on: content, in: folder)
            case .nothing(let error):
                news.tell(.trouble(.content, KioskTrouble(error, isKept: false)))
                return nil as Void?
            }
            return ()
        }
        switch waited {
        case .ended(let ending): return ending
        case .open:
            tellLastResort(ContentRemains(of: try environment.county().content), console)
            return nil
        }
    }

    /// The program that starts the visits shows it where none can begin.
    private func tellLastResort(_ remains: ContentRemains, _ console: any Console) {
        let blocks = RestingKiosk.screen(remains, columns: console.columns)
        news.tell(.lastResort(TextLayout.wrap(blocks, columns: console.columns).map(\.plain)))
    }

    /// Where the kiosk stands, as its command line says, which is checked; nil if it does not say.
    ///
    /// A kiosk that has served visitors goes on without, where its office is in the content no longer.
    func place(_ call: Invocation<KioskOptions>) throws -> KioskPlace? {
        do {
            _ = try call.county()
            let place = try KioskPlace(call[\.place])
            news.tell(.sound(.place))
            return place
        } catch let failure as Failure where failure.code == .usage && environment.variables[Self.served] != nil {
            news.tell(.trouble(.place, KioskTrouble(unknownPlace: failure.message)))
            return nil
        }
    }

    /// What a kiosk works with; its store is opened by the way.
    func tools(
        _ county: CountyContext, at place: KioskPlace?, store path: String, isDemo: Bool, on console: any Console
    ) -> DeskTools {
        let opening = StoreOpening(path, of: county)
        let news = news
        let keeper = LazyStore(
            isThoughtClosed: environment.variables[Self.closed] != nil, opening: { try opening.store(within: $0) },
            noticing: { news.tell($0.map { .trouble(.store, KioskTrouble($0)) } ?? .sound(.store)) })
        let visitor = environment.sessions(keeping: keeper, of: county).visitor
        let patience = console.isInteractive ? Self.patience.visitor : Self.patience.pipe
        let isMarked = isDemo || environment.variables[Self.demonstration] != nil
        let isDemo = isMarked || (try? visitor.isDemonstration(within: patience)) == true
        return environment.deskTools(
            visitor, of: county, isDemo: isDemo, place: place, report: { news.tell(.remark($0)) })
    }

    /// Lets the next visitor begin when what is left to do takes longer than a moment.
    func leaveTerminal(_ console: any Console) {
        guard news.isHeard else { return }
        (console as? ReadlineConsole)?.close()
        // What is left to do is done, also if everything is told to end meanwhile.
        _ = SignalCatcher()
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: Self.grace)
            KioskNewsLine.pass(on: .leftTerminal)
        }
    }
}
