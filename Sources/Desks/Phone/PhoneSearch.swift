import ContentLibrary
import Mapper
import OwnWords
import SocialServices

/// Finds the places in the tree that a few typed words may mean.
struct PhoneSearch {
    /// More do not fit on a screen with their free times.
    static let mostHits = 6
    private static let enough = 3

    let content: Content
    let words: Words
    private var entrances: EntryPoints

    init(content: Content, words: Words) {
        self.content = content
        self.words = words
        entrances = EntryPoints(tree: content.tree)
    }

    /// What Tab completes: services by name, then questions by id.
    var completions: [String] {
        content.services.services.compactMap { words.services[$0.id]?.name } + tree.questions.keys.sorted()
    }

    /// A question, an outcome or a service by its exact id.
    mutating func place(called id: String) -> SearchHit? {
        if tree.questions[id] != nil { return hit(at: id, words.questions[id]?.ask ?? id) }
        if tree.outcomes[id] != nil { return hit(leadingTo: [id], words.outcomes[id]?.title ?? id) }
        if content.services.service(id) != nil { return hit(of: id) }
        return nil
    }

    /// Services, outcomes, questions and options that have a word beginning with each of the typed ones; then what the
    /// words sound like. Each place once.
    mutating func hits(for typed: String, sounding match: SituationMatch?) -> [SearchHit] {
        let wanted = FoldedWords(typed)
        func fits(_ texts: [String?]) -> Bool {
            texts.contains { $0.map { FoldedWords($0).haveBeginnings(wanted) } ?? false }
        }
        var found: [SearchHit] = []
        for service in content.services.services {
            let told = words.services[service.id]
            if fits([told?.name, told?.official]), let hit = hit(of: service.id) { found.append(hit) }
        }
        var places: [String: [String]] = [:]
        for id in tree.outcomes.keys.sorted() where fits([words.outcomes[id]?.title]) {
            if let start = entrances.question(leadingTo: [id]) { places[start, default: []].append(id) }
        }
        // Outcomes that begin with the same question are one place.
        found += places.sorted { $0.key < $1.key }.map { start, ids in
            let titles = ids.prefix(2).map { words.outcomes[$0]?.title ?? $0 }
            return SearchHit(start: start, text: titles.joined(separator: " / "), meant: Set(ids))
        }
        for id in tree.questions.keys.sorted() {
            let told = words.questions[id]
            if fits([told?.ask]) { found.append(hit(at: id, told?.ask ?? id)) }
            for option in tree.questions[id]?.options ?? [] {
                let own = told?.options[option.id]
                guard let own, fits([own.text, own.short]) else { continue }
                found.append(SearchHit(start: id, answers: [id: .options([option.id])], text: own.text))
            }
        }
        let sounds = sounding(match)
        // In danger nothing may stand before the way to help.
        if match?.isUrgent == true { return unique(sounds + found) }
        // Where a word was found, what it sounds like is further off.
        return unique(found.count < Self.enough ? found + sounds : found)
    }

    /// The outcomes that are meant, else every one that may come of it.
    mutating func outcomes(of hit: SearchHit) -> [Outcome] {
        if !hit.meant.isEmpty { return hit.meant.sorted().compactMap { tree.outcomes[$0] } }
        guard let destination = hit.destination(in: tree) else { return [] }
        return entrances.outcomes(from: destination).sorted().compactMap { tree.outcomes[$0] }
    }

    private var tree: QuestionTree { content.tree }

    private func hit(at question: String, _ text: String) -> SearchHit { SearchHit(start: question, text: text) }

    private mutating func hit(leadingTo outcomes: Set<String>, _ text: String) -> SearchHit? {
        entrances.question(leadingTo: outcomes).map { SearchHit(start: $0, text: text, meant: outcomes) }
    }

    private mutating func hit(of service: String) -> SearchHit? {
        let outcomes = tree.outcomes.values.filter { $0.service == service }.map(\.id)
        return hit(leadingTo: Set(outcomes), words.services[service]?.name ?? service)
    }

    private func sounding(_ match: SituationMatch?) -> [SearchHit] {
        guard let match, match.isUnderstood else { return [] }
        let danger = SearchHit(start: tree.urgent, text: words(.shared.ownWordsDanger), isHeard: true)
        let matters = match.suggestions.compactMap(\.option).map { option in
            SearchHit(
                start: tree.start, answers: [tree.start: .options([option])],
                text: words.text(of: option, in: tree.start), isHeard: true)
        }
        return (match.isUrgent ? [danger] : []) + matters + (match.mayBeUrgent ? [danger] : [])
    }

    private func unique(_ hits: [SearchHit]) -> [SearchHit] {
        var seen: Set<String> = []
        var kept: [SearchHit] = []
        for hit in hits where kept.count < Self.mostHits {
            let interview = hit.interview(in: tree)
            let key: String
            switch interview.position {
            case .question(let question):
                let asked = Set(question.routes.flatMap(\.conditions).map(\.question))
                // Where it goes on from here may hang on what was answered before.
                let telling = interview.path.filter { asked.contains($0.question.id) }
                key = ([question.id] + telling.flatMap(\.answer.optionIDs)).joined(separator: " ")
            case .outcome(let outcome): key = "outcome \(outcome.id)"
            case .nowhere: continue
            }
            if seen.insert(key).inserted { kept.append(hit) }
        }
        return kept
    }
}

/// A place in the tree that a search may mean.
struct SearchHit: Equatable {
    /// Where the walk begins.
    let start: String
    /// What is answered by choosing it.
    var answers: [String: Answer] = [:]
    let text: String
    /// The outcomes that are meant; empty where it is any that may come of it.
    var meant: Set<String> = []
    /// `true` if the typed words only sound like it: then they are what the caller said.
    var isHeard = false

    func interview(in tree: QuestionTree) -> Interview {
        var interview = Interview(tree: tree, startingAt: start)
        for (question, answer) in answers { try? interview.answer(question, answer) }
        return interview
    }

    /// Where it leads to.
    func destination(in tree: QuestionTree) -> Destination? {
        switch interview(in: tree).position {
        case .question(let question): .question(question.id)
        case .outcome(let outcome): .outcome(outcome.id)
        case .nowhere: nil
        }
    }
}
