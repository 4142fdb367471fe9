import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import OwnWords
import SocialServices

/// The one line that finds everything: words, a service, an id, a phone number or a reference.
struct CallSearch {
    enum Found {
        case place(SearchHit)
        case phone(PhoneNumber)
        case booking(Booking)
        /// The coming bookings of everybody with a name.
        case named([Booking], name: String)
        case right(BookingRight)
    }

    let context: DialogContext
    let session: StaffSession
    /// Gets the words that something was found by.
    let searched: (String) -> Void

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// Asks until something is found and chosen.
    ///
    /// - Parameter query: the last search, which is made again; empty for none.
    func run(again query: String) throws(NavigationRequest) -> Found {
        var finder = PhoneSearch(content: context.tools.content, words: words)
        var request = LineRequest(longest: SituationDescription.longestOwnWords)
        request.completions = finder.completions
        var hits: [SearchHit] = []
        let asking = { conversation.say(.phone.search) }
        asking()
        if !query.isEmpty { hits = find(query, with: &finder) }
        while true {
            let typed: String
            switch try conversation.line(request, help: [words(.phone.searchHelp)], repeating: asking) {
            case nil, .text(""): continue
            case .text(let text): typed = text.trimmed
            case .tooLong(let text):
                guard let beginning = try conversation.shortened([text], request.longest) else { continue }
                typed = beginning
            case .notUTF8:
                conversation.say(.shared.faultNotUTF8)
                continue
            }
            if typed.isEmpty { continue }
            if let number = Int(typed), number <= hits.count || typed.count < 3 {
                if hits.indices.contains(number - 1) { return .place(hits[number - 1]) }
                conversation.say(.shared.faultNoSuchOption(typed, words(.phone.choose)))
                continue
            }
            if !typed.contains(where: \.isLetter), typed.contains(where: \.isNumber) {
                switch PhoneNumber.checked(typed) {
                case .success(let phone): return .phone(phone)
                // A reference may be all digits.
                case .failure(let fault):
                    if BookingReference(typed: typed) == nil {
                        conversation.say(fault.phrase)
                        continue
                    }
                }
            }
            switch try find(code: typed) {
            case .found(let found): return found
            case .refused: continue
            case .nothing: break
            }
            if let named = find(name: typed) { return named }
            if let place = finder.place(called: typed.lowercased()) { return .place(place) }
            hits = find(typed, with: &finder)
            if hits.isEmpty { continue }
            searched(typed)
        }
    }

    // Codes.

    private enum Lookup {
        case found(Found)
        /// The user may not see it, which was told.
        case refused
        /// No such code was given out: then it may be words.
        case nothing
    }

    /// A booking or a right by what the caller reads aloud.
    private func find(code typed: String) throws(NavigationRequest) -> Lookup {
        guard let reference = BookingReference(typed: typed) else { return .nothing }
        switch try context.attempt({ try session.booking(reference, purpose: CallNotes.purpose) }) {
        case .success(let booking?): return .found(.booking(booking))
        case .success(nil): break
        case .failure(let error): return refused(error)
        }
        guard let code = RightCode(typed: typed) else { return .nothing }
        switch try context.attempt({ try session.right(code) }) {
        case .success(let right?): return .found(.right(right))
        case .success(nil): return .nothing
        case .failure(let error): return refused(error)
        }
    }

    private func refused(_ error: any Error) -> Lookup {
        guard error is StaffRefusal else { return .nothing }
        conversation.say(.professional.notPermitted)
        return .refused
    }

    // Names.

    /// The coming bookings of a caller who has no phone number and has lost the reference; nil if there are none. A store
    /// that does not answer finds no client: what was typed may be other words.
    private func find(name typed: String) -> Found? {
        guard typed.contains(" "),
            let line = try? NameLine(typed, takesPhone: false, thisYear: context.tools.thisYear),
            let found = try? session.bookings(named: line.name, purpose: CallNotes.purpose)
        else { return nil }
        let same = found.filter { [nil, $0.client.birthYear].contains(line.birthYear) }
        return same.isEmpty ? nil : .named(same, name: line.name)
    }

    // Words.

    private func find(_ typed: String, with finder: inout PhoneSearch) -> [SearchHit] {
        let match = context.tools.matcher()?.match(typed, in: words.language)
        let hits = finder.hits(for: typed, sounding: match)
        if match?.isUrgent == true { conversation.show(conversation.urgent.blocks(heard: true)) }
        if hits.isEmpty {
            conversation.say(.phone.nothing)
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
        conversation.show(blocks + [.paragraph(TerminalText(words(.phone.choose)))])
        return hits
    }

    /// What most of the outcomes book; nil if they book nothing, as in danger. Beside child protection a time of another
    /// service task would look like one of child protection's, which is not booked here.
    private func likelyType(of outcomes: [Outcome]) -> AppointmentType? {
        if outcomes.allSatisfy({ $0.group == .childProtection }) { return nil }
        let types = Dictionary(grouping: outcomes, by: \.appointmentType)
        let likely = types.max { ($0.value.count, $1.key ?? "") < ($1.value.count, $0.key ?? "") }
        return likely?.key.flatMap(context.tools.content.services.appointment)
    }

    /// Whose matter it is if it is not the county's.
    private func elsewhere(_ outcomes: [Outcome]) -> String {
        guard outcomes.count == 1, let only = outcomes.first, only.group == .elsewhere,
            let contact = only.contacts.first
        else { return "" }
        return " → \(words.contacts[contact]?.name ?? contact)"
    }

    /// A look ahead only: if the store does not answer, booking itself will say so.
    private func firstTimes(of type: AppointmentType) -> String {
        var starts: [Date: [ContactMethod]] = [:]
        for method in type.methods {
            if let start = try? session.firstFree(of: type, by: method) {
                starts[start, default: []].append(method)
            }
        }
        if starts.isEmpty { return words(.outcome.nothingFree) }
        let times = starts.sorted { $0.key < $1.key }.map { start, methods in
            "\(context.dates.short(start)) \(methods.map { words($0.name) }.joined(separator: ", "))"
        }
        return words(.phone.free(times.joined(separator: " · ")))
    }
}
