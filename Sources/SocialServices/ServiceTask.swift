/// A service task (*palvelutehtävä*) of social services, as in act 703/2023's annex.
///
/// The raw values are the ids used in content, in JSON and on the command line. The national code set
/// "Sosiaalihuolto – Palvelutehtävä" is OID 1.2.246.537.6.1221; its code values were not found.
public enum ServiceTask: String, CaseIterable, Sendable, Hashable {
    case families
    case childProtection = "child-protection"
    case familyLaw = "family-law"
    case workingAge = "working-age"
    case disability
    case olderPeople = "older-people"
    case substanceUse = "substance-use"
}
