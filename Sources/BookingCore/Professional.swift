public import SocialServices

/// Who meets the client (*ammattihenkilö*).
public struct Professional: Sendable, Hashable {
    /// 1–64 letters a–z, digits, `-` and `.`; never shown to a client.
    public let id: String
    public let name: String
    public let task: ServiceTask
    /// Where this professional's office is.
    public let municipality: Municipality
    /// Languages in which this professional serves; empty where nobody said.
    public let languages: Set<Language>
    /// With whom this professional shares clients; nil where nobody said.
    public let team: String?

    public init(
        id: String, name: String, task: ServiceTask, municipality: Municipality, languages: Set<Language> = [],
        team: String? = nil
    ) {
        self.id = id
        self.name = name
        self.task = task
        self.municipality = municipality
        self.languages = languages
        self.team = team
    }
}
