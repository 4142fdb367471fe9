public import SocialServices

/// An acceptance test of a whole visit at the kiosk: what a person types, and what must be on their screen then.
public struct Visit: Sendable, Equatable {
    /// How else it is walked, besides at 80 columns.
    public enum Manner: String, CaseIterable, Sendable {
        /// At 40 columns: large print.
        case narrow
        /// Read aloud: what must be seen must have been said.
        case spoken
    }

    public enum Step: Sendable, Equatable {
        /// One line and Enter; `codePlaceholder` in it stands for the booking's code.
        case types(String)
        /// Enter as long as there are more pages of a long text; a screen of another size has another number of them.
        case turns
        /// Nobody touches a key for as long as the kiosk waits.
        case waits
        /// Is on the screen now.
        case sees(String)
        /// Is not on the screen now.
        case unseen(String)
        /// Stands on the first screen of the professional's description of the booking.
        case reads(String)
        /// Does not stand in the professional's description of the booking.
        case unread(String)
        /// The booked worker speaks this language.
        case speaks(Language)
        /// So many messages wait to be sent to the client.
        case sends(Int)
    }

    /// Stands for the code of the visit's last booking in what is typed or must be seen.
    public static let codePlaceholder = "{code}"

    /// Unique among the visits of its language.
    public let name: String
    /// The language of the visitor; the kiosk asks for it all the same.
    public let language: Language
    /// Path below the content folder.
    public let file: String
    /// 1 for the first line.
    public let line: Int
    /// Who comes and why, for those who read it.
    public let person: String
    public let manners: [Manner]
    /// The store does not answer.
    public let isStoreAway: Bool
    /// In order.
    public let steps: [Story.Line<Step>]
}
