import ContentLibrary
import SocialServices

extension ValueParser where Value == Municipality {
    /// One of the county's municipalities by its code or by its name in any of the county's languages.
    static var municipality: Self {
        Self(in: { text, name, county in
            let known = county.content.county.municipalities
            return try county.named(text, .municipality, of: name, among: known, id: \.rawValue)
        })
    }
}

extension ValueParser where Value == ServicePoint {
    /// One of the county's offices by its id or by its name in any of the county's languages.
    static var office: Self {
        Self(in: { text, name, county in
            try county.named(text, .office, of: name, among: county.content.county.offices, id: \.id)
        })
    }
}

extension CountyContext {
    /// The one of the county's places that an id or a name stands for.
    ///
    /// - Throws: `Failure` with the name or the id that is nearest, else with all of them.
    fileprivate func named<Place>(
        _ text: String, _ kind: Words.NameKind, of option: String, among known: [Place], id: (Place) -> String
    ) throws(Failure) -> Place {
        let names = content.languages.map { content.words(in: $0).names[kind, default: [:]] }
        if let found = known.first(where: { id($0) == text }) { return found }
        let wanted = text.lowercased()
        let found = known.filter { place in names.contains { $0[id(place)]?.lowercased() == wanted } }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw Failure.unknown(
                text, of: option, ", which several have; use one of: \(found.map(id).joined(separator: ", "))")
        }
        // A code of three digits is near to every other one.
        let near = known.flatMap { place in names.compactMap { $0[id(place)] } + [id(place)] }
            .filter { $0.contains(where: \.isLetter) }
        let hint = DidYouMean.hint(for: text, among: near)
        let told = known.map { "\(id($0)) (\(words.name(kind, id($0))))" }
        throw Failure.unknown(
            text, of: option, hint.isEmpty ? "; use one of: \(told.joined(separator: ", "))" : hint)
    }
}
