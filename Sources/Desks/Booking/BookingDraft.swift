import BookingCore
import Foundation
import SocialServices

/// The time that is being booked.
struct BookingDraft {
    let type: AppointmentType
    let service: String?
    /// By id; nil where the time is not booked at the end of an interview.
    let outcome: String?
    /// What the description is asked with.
    let prompts: [String]
    var leave = BookingLeave.open

    /// How to meet, as the visitor looks for times; nil for any way, as soon as possible.
    var wantedMethod: ContactMethod?
    /// Where, as the visitor looks for times; nil for any office.
    var wantedMunicipality: Municipality?

    /// The time that was chosen, and the hold on it.
    var choice: SlotChoice?
    var hold: Hold?
}
