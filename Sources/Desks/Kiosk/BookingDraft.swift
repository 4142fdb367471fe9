import BookingCore
import Foundation
import SocialServices

/// What has been typed of a booking so far.
struct BookingDraft {
    /// The details that are asked for, in this order.
    enum Detail: String, CaseIterable {
        case name
        case phone
        case email
        case language
        case needs
        case description
        case hope
    }

    let type: AppointmentType
    let service: String?
    let outcome: String
    /// What `description.prompts` ask.
    let prompts: [String]

    /// How to meet; nil for any way, as soon as possible.
    var wantedMethod: ContactMethod?
    /// Where the office is; nil for any.
    var municipality: Municipality?
    var method: ContactMethod?
    var hold: Hold?

    var answered: Set<Detail> = []
    var name = ""
    var phone: PhoneNumber?
    var email: EmailAddress?
    var needs: SpecialNeeds
    var ownWords = ""
    var hope = ""

    /// The first detail nobody has asked for yet.
    var nextDetail: Detail? { Detail.allCases.first { !answered.contains($0) } }
}
