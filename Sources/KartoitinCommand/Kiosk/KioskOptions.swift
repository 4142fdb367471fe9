import ContentLibrary
import Desks
import SocialServices

/// What the public terminal takes.
struct KioskOptions: CommandOptions {
    let place = PlaceOptions()
    let speak = Flag("--speak", "read every visit aloud (spd-say)")
    let idleWarning = Option(
        "--idle-warning", "SECONDS", "silence before \"are you still there?\"; 120 when left out", .count)
    let idleEnd = Option(
        "--idle-end", "SECONDS", "from the question to the end of the visit; 60 when left out", .count)
    let oneVisit = Flag("--one-visit", "end after one visitor")

    /// Those that mean nothing at another desk.
    var ofKioskAlone: [any AnyOption] { [place.office, place.municipality, speak, idleWarning, oneVisit] }
}

/// Where the public terminal stands.
struct PlaceOptions: CommandOptions {
    let office = Option(
        "--office", "ID|NAME", "the office in whose house it stands: its times come first, with the way to its room",
        .office)
    let municipality = Option(
        "--municipality", "NAME|CODE", "where it stands, if in no office's house: its office comes first",
        .municipality)

    var rules: [OptionRule] {
        [.notBoth(office, municipality, "--office says where the kiosk stands; leave --municipality out")]
    }
}

extension KioskPlace {
    /// What the options say of where a kiosk stands; nil if they say nothing.
    init?(_ call: Invocation<PlaceOptions>) throws {
        if let office = try call[\.office] {
            self.init(municipality: office.municipality, office: office.id)
        } else if let municipality = try call[\.municipality] {
            self.init(municipality: municipality)
        } else {
            return nil
        }
    }
}
