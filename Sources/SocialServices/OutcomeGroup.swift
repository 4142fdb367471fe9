/// The seven directions in which a needs assessment can end: the five service tasks handled here, urgent
/// help, and everything that belongs elsewhere. The raw values are the fixed outcome ids that other
/// programs read.
public enum OutcomeGroup: String, CaseIterable, Sendable, Hashable {
    case families
    case childProtection = "child-protection"
    case familyLaw = "family-law"
    case workingAge = "working-age"
    case disability
    case urgent
    case elsewhere
}
