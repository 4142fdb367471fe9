import BookingCore
import SocialServices

/// What a visitor has typed about themselves. Kept until the visit ends, whichever time it is for in the end.
struct BookingDetails {
    /// What is asked for, in this order.
    enum Detail: String, CaseIterable {
        case name
        case phone
        case email
        case language
        case needs
        case description
        case hope
    }

    var answered: Set<Detail> = []
    var name = ""
    var phone: PhoneNumber?
    var email: EmailAddress?
    var needs: SpecialNeeds
    var ownWords = ""
    var hope = ""

    /// The first detail nobody has asked for yet.
    var next: Detail? { Detail.allCases.first { !answered.contains($0) } }
}
