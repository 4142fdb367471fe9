import BookingCore
import Foundation

/// Everything of a call that must survive a crash of the desk, as it is written to the store.
struct CallState: Codable, Equatable {
    var language = ""
    /// The last search.
    var query = ""
    /// The question at which the walk began; nil before.
    var start: String?
    /// Option ids by question.
    var answers: [String: [String]] = [:]
    /// Answers in own words by question.
    var told: [String: String] = [:]
    /// Whose booking is looked at, by reference.
    var found: String?

    var answered: [String] = []
    var name = ""
    var birthYear: Int?
    var phone: String?
    var email: String?
    var interpreter: String?
    var signLanguage = false
    var accessibility: String?
    var ownWords = ""
    /// Whose matter it is, and what was told of them; nil of the caller's own.
    var subject: String?
    var otherName: String?
    var otherAgreement: String?

    var time: ChosenTime?

    /// The time that is being booked.
    struct ChosenTime: Codable, Equatable {
        var type: String
        var service: String?
        var outcome: String?
        var right: String?
        var start: Date?
        var method: String?
        var municipality: String?
        /// Of the hold.
        var token: String?
        var minutes: Int?
    }

    init() {}

    /// Nil if the text is none.
    init?(written: String) {
        guard let state = try? JSONDecoder().decode(Self.self, from: Data(written.utf8)) else { return nil }
        self = state
    }

    /// As it is kept.
    var written: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// Keeps the state of a call in the store until the call ends, so that a crash loses nothing.
final class CallDrafts {
    private let calls: StaffCalls
    private let report: (String) -> Void
    private var saved: CallState?

    /// - Parameter report: tells the staff what is wrong with the store.
    init(calls: StaffCalls, report: @escaping (String) -> Void) {
        self.calls = calls
        self.report = report
    }

    /// Takes over what is known to be in the store.
    func takeUp(_ state: CallState) { saved = state }

    /// Keeps what was typed so far. A store that does not answer is told to the staff when something is booked; the call
    /// goes on meanwhile.
    ///
    /// - Parameter state: nil if nothing was said yet.
    func save(_ state: CallState?) {
        if let state {
            if state == saved { return }
            attempt {
                try calls.saveDraft(state.written)
                saved = state
            }
        } else if saved != nil {
            delete()
            saved = nil
        }
    }

    /// Takes what was kept out of the store: the call is over.
    func delete() { attempt { try calls.deleteDraft() } }

    private func attempt(_ operation: () throws -> Void) {
        do {
            try operation()
        } catch {
            if let failure = error as? StoreFailure { report(failure.explanation) }
        }
    }
}
