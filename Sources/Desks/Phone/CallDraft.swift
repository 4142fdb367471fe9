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
    var phone: String?
    var interpreter: String?
    var signLanguage = false
    var accessibility: String?
    var ownWords = ""

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

    /// Nil of a text that is none.
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
