import ContentLibrary
import Mapper
import OwnWords
import SocialServices

/// How many urgent phrases are found, and how many others raise an alarm, for each `lead` and each `possible` that the
/// content might say: for those who choose them. Of phrases that were held back; not of the tellings, which only say how
/// well it turned out.
struct DangerCurve {
    private struct Try {
        let isDanger: Bool
        let words: Int
        let lead: Double
        let wording: SituationMatch.DangerWording?

        /// - Parameter possible: the lead from which on a sign in a long text rings surely.
        func rings(from lead: Double, signsFrom possible: Double) -> Bool {
            switch wording {
            case .certain: true
            case .signInLongText: self.lead > min(lead, possible)
            case nil: self.lead > lead && words >= SituationClassifier.fewestWords
            }
        }
    }

    /// The most words of a short line.
    private static let fewWords = 20
    /// The hands of the tellings begin so.
    static let tellings = "tellings"

    private let tries: [Try]

    init(of matcher: SituationClassifier, on phrases: [ExamplePhrase], in language: Language) {
        let dangers = Set(matcher.situations.filter(\.isDanger).map(\.id))
        tries = phrases.filter { $0.hand?.hasPrefix(Self.tellings) != true }.map { phrase in
            let match = matcher.match(phrase.text, in: language)
            return Try(
                isDanger: dangers.contains(phrase.situation),
                words: phrase.text.split(whereSeparator: \.isWhitespace).count, lead: match.dangerLead,
                wording: match.dangerWords)
        }
    }

    var text: String {
        stride(from: -8.0, through: 3.0, by: 0.5).map { lead in
            let shares = [true, false].map { isShort in
                let those = tries.filter { ($0.words <= Self.fewWords) == isShort }
                let ringing = those.filter { $0.rings(from: lead, signsFrom: lead) }
                let found = Share(ringing.count(where: \.isDanger), of: those.count(where: \.isDanger))
                let alarms = Share(ringing.count { !$0.isDanger }, of: those.count { !$0.isDanger })
                let name = isShort ? "up to \(Self.fewWords) words" : "longer"
                return "\(name) found \(found.short), false alarms \(alarms.short)"
            }
            return "from \(lead.rounded(to: 1)) on: " + shares.joined(separator: "; ")
        }.joined(separator: "\n")
    }
}
