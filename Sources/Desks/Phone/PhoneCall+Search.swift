import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

extension PhoneCall {
    /// The one line that finds everything: words, a service, an id, a phone number or a reference.
    func search() throws(Departure) {
        var finder = PhoneSearch(content: tools.content, words: words)
        var request = LineRequest(longest: SituationDescription.longestOwnWords)
        request.completions = finder.completions
        var hits: [SearchHit] = []
        let asking = { self.talk.say(.phoneSearch) }
        asking()
        if !query.isEmpty { hits = find(query, with: &finder) }
        while true {
            let typed: String
            switch try talk.line(request, help: [words(.phoneSearchHelp)], repeating: asking) {
            case nil, .text(""): continue
            case .text(let text): typed = text.trimmed
            case .tooLong(let text):
                guard let beginning = try talk.shortened([text], request.longest) else { continue }
                typed = beginning
            case .notUTF8:
                talk.say(.faultNotUTF8)
                continue
            }
            if let number = Int(typed), hits.indices.contains(number - 1) { return go(to: hits[number - 1]) }
            if let phone = try? PhoneNumber(typed: typed) { return try look(phone) }
            if try look(code: typed) { return }
            if let place = finder.place(called: typed.lowercased()) { return go(to: place) }
            hits = find(typed, with: &finder)
            if hits.isEmpty { continue }
            query = typed
            keep()
        }
    }

    private func find(_ typed: String, with finder: inout PhoneSearch) -> [SearchHit] {
        let match = tools.matcher()?.match(typed, in: words.language)
        let hits = finder.hits(for: typed, sounding: match)
        if match?.isUrgent == true { talk.show(contacts.urgentHelp) }
        if hits.isEmpty {
            talk.say(.phoneNothing)
            return []
        }
        var times: [String: String] = [:]
        let lines = hits.enumerated().map { number, hit in
            TextBlock.option(number: number + 1, TerminalText(line(of: hit, with: &finder, &times)))
        }
        talk.show([.blank] + lines + [.paragraph(TerminalText(words(.phoneChoose)))])
        return hits
    }

    /// What it may mean, where else it leads, and when there is a free time.
    private func line(of hit: SearchHit, with finder: inout PhoneSearch, _ times: inout [String: String]) -> String {
        let outcomes = finder.outcomes(of: hit)
        var parts = [hit.text]
        if outcomes.count == 1, let only = outcomes.first, only.group == .elsewhere, let contact = only.contacts.first {
            parts.append("→ \(words.contacts[contact]?.name ?? contact)")
        }
        let types = Dictionary(grouping: outcomes.compactMap(\.appointmentType)) { $0 }
        let likely = types.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        if let type = likely.flatMap(tools.content.services.appointment) {
            let told = times[type.id] ?? firstTimes(of: type)
            times[type.id] = told
            parts.append(told)
        }
        return parts.joined(separator: "   ")
    }

    /// A look ahead only: where the store does not answer, booking itself will say so.
    private func firstTimes(of type: AppointmentType) -> String {
        let first = type.methods.compactMap { method -> String? in
            guard let start = try? tools.store.firstFree(of: type.unbound, by: method, now: tools.now()) else {
                return nil
            }
            return "\(dates.short(start)) \(words(method.name))"
        }
        return first.isEmpty
            ? words(.nothingFree) : words(.phoneFree, ["times": first.joined(separator: " · ")])
    }

    private func go(to hit: SearchHit) {
        // What a caller told in a sentence of their own begins the description; it is not asked again.
        if query.split(separator: " ").count >= 3, details.ownWords.isEmpty { details.ownWords = query }
        start = hit.start
        if hit.answers.isEmpty { answers[hit.start] = nil }
        answers.merge(hit.answers) { $1 }
    }
}
