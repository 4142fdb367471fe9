import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import OwnWords
import SocialServices

extension PhoneCall {
    /// The one line that finds everything: words, a service, an id, a phone number or a reference.
    func search() throws(NavigationRequest) {
        var finder = PhoneSearch(content: tools.content, words: words)
        var request = LineRequest(longest: SituationDescription.longestOwnWords)
        request.completions = finder.completions
        var hits: [SearchHit] = []
        let asking = { self.talk.say(.phone.search) }
        asking()
        if !query.isEmpty { hits = find(query, with: &finder) }
        while true {
            let typed: String
            switch try talk.line(request, help: [words(.phone.searchHelp)], repeating: asking) {
            case nil, .text(""): continue
            case .text(let text): typed = text.trimmed
            case .tooLong(let text):
                guard let beginning = try talk.shortened([text], request.longest) else { continue }
                typed = beginning
            case .notUTF8:
                talk.say(.shared.faultNotUTF8)
                continue
            }
            if typed.isEmpty { continue }
            if let number = Int(typed), number <= hits.count || typed.count < 3 {
                if hits.indices.contains(number - 1) { return go(to: hits[number - 1]) }
                talk.say(.shared.faultNoSuchOption(typed, words(.phone.choose)))
                continue
            }
            if !typed.contains(where: \.isLetter), typed.contains(where: \.isNumber) {
                switch PhoneNumber.checked(typed) {
                case .success(let phone): return try look(phone)
                // A reference may be all digits.
                case .failure(let fault):
                    if BookingReference(typed: typed) == nil {
                        talk.say(fault.phrase)
                        continue
                    }
                }
            }
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
            talk.say(.phone.nothing)
            return []
        }
        var times: [String: String] = [:]
        var blocks: [TextBlock] = [.blank]
        for (number, hit) in hits.enumerated() {
            let outcomes = finder.outcomes(of: hit)
            blocks.append(.option(number: number + 1, TerminalText(hit.text + elsewhere(outcomes))))
            guard let type = likelyType(of: outcomes) else { continue }
            let told = times[type.id] ?? firstTimes(of: type)
            times[type.id] = told
            blocks.append(TextBlock(TerminalText(told).styled(.quiet), indent: 5, hanging: 5))
        }
        talk.show(blocks + [.paragraph(TerminalText(words(.phone.choose)))])
        return hits
    }

    /// What most of the outcomes book; nil where they book nothing, as in danger. Beside child protection a time of
    /// another service task would look like one of child protection's, which nobody books here.
    private func likelyType(of outcomes: [Outcome]) -> AppointmentType? {
        if outcomes.allSatisfy({ $0.group == .childProtection }) { return nil }
        let types = Dictionary(grouping: outcomes, by: \.appointmentType)
        let likely = types.max { ($0.value.count, $1.key ?? "") < ($1.value.count, $0.key ?? "") }
        return likely?.key.flatMap(tools.content.services.appointment)
    }

    /// Whose matter it is where it is not the county's.
    private func elsewhere(_ outcomes: [Outcome]) -> String {
        guard outcomes.count == 1, let only = outcomes.first, only.group == .elsewhere,
            let contact = only.contacts.first
        else { return "" }
        return " → \(words.contacts[contact]?.name ?? contact)"
    }

    /// A look ahead only: where the store does not answer, booking itself will say so.
    private func firstTimes(of type: AppointmentType) -> String {
        var starts: [Date: [ContactMethod]] = [:]
        for method in type.methods {
            if let start = try? session.firstFree(of: type, by: method) {
                starts[start, default: []].append(method)
            }
        }
        if starts.isEmpty { return words(.outcome.nothingFree) }
        let times = starts.sorted { $0.key < $1.key }.map { start, methods in
            "\(dates.short(start)) \(methods.map { words($0.name) }.joined(separator: ", "))"
        }
        return words(.phone.free(times.joined(separator: " · ")))
    }

    private func go(to hit: SearchHit) {
        // What a caller told in a sentence of their own begins the description; it is not asked again.
        if hit.isHeard, query.contains(" "), details.ownWords.isEmpty { details.ownWords = query }
        start = hit.start
        if hit.answers.isEmpty { answers[hit.start] = nil }
        answers.merge(hit.answers) { $1 }
    }
}
