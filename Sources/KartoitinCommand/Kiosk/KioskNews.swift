import BookingCore
import ContentLibrary
import Desks
import Foundation
import HostSystem

/// What a visit tells the program that started it: never a word of the visitor's.
enum KioskNews: Codable {
    /// Something keeps the kiosk from what it should do.
    case trouble(Matter, KioskTrouble)
    /// That works.
    case sound(Matter)
    /// Something else for the staff.
    case remark(String)
    /// What to show if no visit can begin, line by line.
    case lastResort([String])
    /// Who tries the demonstration has left it.
    case leftDemonstration
    /// The terminal is free for the next visitor; what is left to do needs none.
    case leftTerminal

    /// What may be in trouble.
    enum Matter: String, Codable {
        case store
        case content
        case visits
        case place
    }
}

/// What the staff read when something begins, and when it is over.
struct KioskTrouble: Codable, Equatable {
    let begun: String
    let over: String
}

extension KioskTrouble {
    init(_ failure: StoreFailure) {
        self.init(
            begun: failure.explanation,
            over: failure.isOfConnecting ? StoreFailure.over : "the store can be used again")
    }

    /// - Parameter isKept: `true` if there is a copy that was whole.
    init(_ error: ContentError, isKept: Bool) {
        let (told, lines): (String, [String]) =
            switch error {
            case .missing(let folder): ("there is no content in \(folder)", [])
            case .unreadable(let file): ("the content file \(file) cannot be read", [])
            case .faults(let faults):
                ("the content has faults (\(faults.count))", faults.prefix(5).map(\.description))
            }
        let meanwhile =
            isKept ? "the kiosk goes on with the last content that was whole" : "the kiosk rests until it is whole"
        self.init(
            begun: (["\(told); \(meanwhile); see: kartoitin content check"] + lines).joined(separator: "\n"),
            over: "the content is whole again")
    }

    /// - Parameter unknown: what is wrong with where the kiosk was said to stand.
    init(unknownPlace unknown: String) {
        self.init(
            begun: "\(unknown); the kiosk goes on without knowing where it stands",
            over: "the kiosk knows again where it stands")
    }

    /// How a visit came to an end that it should not have.
    init(endedBy cause: String) { self.init(begun: "\(cause); trying again", over: "visits go well again") }
}

/// What the staff of a kiosk read: one line when something begins, and one when it is over.
final class KioskJournal {
    private var troubles: [KioskNews.Matter: KioskTrouble] = [:]
    private let remark: (String) -> Void

    init(remark: @escaping (String) -> Void) { self.remark = remark }

    /// `true` between the beginning of a trouble and its end.
    func isInTrouble(_ matter: KioskNews.Matter) -> Bool { troubles[matter] != nil }

    func hear(_ news: KioskNews) {
        switch news {
        case .trouble(let matter, let trouble):
            if troubles[matter] == trouble { return }
            troubles[matter] = trouble
            remark(trouble.begun)
        case .sound(let matter):
            if let trouble = troubles.removeValue(forKey: matter) { remark(trouble.over) }
        case .remark(let text):
            // A desk that tells of the store itself tells nothing new.
            if text == StoreFailure.over || troubles.values.contains(where: { $0.begun == text }) { return }
            remark(text)
        case .lastResort, .leftDemonstration, .leftTerminal: break
        }
    }
}

/// Where a visit tells its news: to the program that started it, or itself to the staff where none did.
final class KioskNewsLine {
    private let journal: KioskJournal
    /// `true` if another program hears it.
    let isHeard: Bool

    /// The variable that says that the news is heard.
    static let variable = "KARTOITIN_KIOSK_NEWS"

    init(_ environment: [String: String], remark: @escaping (String) -> Void) {
        journal = KioskJournal(remark: remark)
        isHeard = environment[Self.variable] != nil
        // No program that this one starts keeps it open.
        if isHeard { _ = fcntl(ForegroundProcess.news, F_SETFD, FD_CLOEXEC) }
    }

    func tell(_ news: KioskNews) {
        if isHeard { Self.pass(on: news) } else { journal.hear(news) }
    }

    /// What is told after the visit has left the terminal is not heard; the next visit tells it.
    static func pass(on news: KioskNews) {
        guard let line = try? Output.encoded(news) else { return }
        _ = ByteWriter.writeAll(Array(line) + [UInt8(ascii: "\n")], to: ForegroundProcess.news)
    }
}
