import ContentLibrary
import Mapper
import OwnWords
import SocialServices

/// How many urgent phrases are found, and how many others raise an alarm, for each `lead` that the content might
/// ask of danger, in texts of any length. Only learned phrases are used, each fifth in turn left out of the learning.
struct DangerCurve {
    private var urgent: [Double] = []
    private var calm: [Double] = []

    init(of phrasebook: Phrasebook, for language: Language) {
        let dangers = Set(phrasebook.situations.filter { $0.group == .urgent }.map(\.id))
        for fold in 0..<5 {
            let learned = phrasebook.languages.map { phrasebook.learned[$0, default: []] }.map {
                $0.enumerated().filter { $0.offset % 5 != fold }.map(\.element)
            }
            let matcher = SituationClassifier(
                learning: learned, of: phrasebook.situations, dangerWords: phrasebook.signsAndCries)
            let left = phrasebook.learned[language, default: []].enumerated().filter { $0.offset % 5 == fold }
            for (_, phrase) in left {
                let match = matcher.match(phrase.text, in: language)
                let lead = match.hasDangerWords ? .infinity : match.dangerLead
                if dangers.contains(phrase.situation) { urgent.append(lead) } else { calm.append(lead) }
            }
        }
    }

    var text: String {
        stride(from: -2.0, through: 1.0, by: 0.5).map { lead in
            let found = Share(urgent.count { $0 > lead }, of: urgent.count)
            let alarms = Share(calm.count { $0 > lead }, of: calm.count)
            return "lead \(lead.rounded(to: 2)): found \(found); false alarms \(alarms)"
        }.joined(separator: "\n")
    }
}
