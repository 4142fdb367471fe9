import ContentLibrary
import Dialogue
import Mapper

extension AuthorDesk {
    /// Shows what own words sound like and which of them spoke for it, and goes on from the one that is chosen.
    func understand(_ text: String) throws(Departure) {
        guard let match = matcher()?.match(text, in: words.language) else {
            talk.say("there are no phrases to compare own words with; see: kartoitin content check")
            return
        }
        talk.show([.blank, .paragraph(TerminalText(verdict(on: match)))])
        let menu = Menu(
            title: "What it sounds like, best first",
            items: match.ranked.map { Menu.Item(id: $0.situation.id, text: line(of: $0)) })
        guard let chosen = try talk.choose(menu)?.item else { return }
        guard let situation = content.tree.situations.first(where: { $0.id == chosen }) else { return }
        interview = content.tree.interview(from: situation)
    }

    private func verdict(on match: SituationMatch) -> String {
        guard match.isUnderstood else { return "the kiosk does not understand this, and asks again" }
        let offered = "the kiosk offers: \(match.suggestions.map(\.id).joined(separator: ", "))"
        return match.isUrgent ? "signs of danger: the kiosk shows urgent help first; \(offered)" : offered
    }

    private func line(of ranked: SituationMatch.Ranked) -> String {
        let place = ranked.situation.option.map { "\(content.tree.start)=\($0)" } ?? "asks \(content.tree.urgent)"
        let because = ranked.because.isEmpty ? "" : "  (\(ranked.because.joined(separator: "; ")))"
        return "\(ranked.situation.id)  \((ranked.score * 1000).rounded() / 1000)  \(place)\(because)"
    }
}
