public import CivilTime
public import SocialServices

/// Who meets the client (*ammattihenkilö*).
public struct Professional: Sendable, Hashable {
    /// 1–64 letters a–z, digits, `-` and `.`; never shown to a client.
    public let id: String
    public let name: String
    /// The service task that they mainly work in.
    public let task: ServiceTask
    /// The others; times of each of their tasks can be opened.
    public var otherTasks: [ServiceTask]
    /// Where this professional's office is.
    public let municipality: Municipality
    /// The office by id; nil for the only one of the municipality.
    public var office: String?
    /// Where they are on some weekdays instead.
    public var placesByWeekday: [Weekday: Place]
    /// Languages in which this professional serves; empty if not known.
    public let languages: Set<Language>
    /// With whom this professional shares clients; nil if not known.
    public let team: String?

    public init(
        id: String, name: String, task: ServiceTask, municipality: Municipality, languages: Set<Language> = [],
        team: String? = nil, otherTasks: [ServiceTask] = [], office: String? = nil,
        placesByWeekday: [Weekday: Place] = [:]
    ) {
        self.id = id
        self.name = name
        self.task = task
        self.municipality = municipality
        self.languages = languages
        self.team = team
        self.otherTasks = otherTasks
        self.office = office
        self.placesByWeekday = placesByWeekday
    }

    /// All that they work in, the main one first.
    public var tasks: [ServiceTask] { [task] + otherTasks }

    /// Where they usually are.
    public var place: Place { Place(municipality, office: office) }

    /// Where they are on a weekday.
    public func place(on weekday: Weekday) -> Place { placesByWeekday[weekday] ?? place }

    /// The names of what is another one than before, for the log of changes.
    public func fields(otherThan old: Professional) -> [String] {
        [
            ("name", name != old.name), ("service-task", tasks != old.tasks),
            ("municipality", place != old.place || placesByWeekday != old.placesByWeekday),
            ("language", languages != old.languages), ("team", team != old.team),
        ].filter(\.1).map(\.0)
    }
}
