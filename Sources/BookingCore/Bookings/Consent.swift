public import Foundation

/// How a client agreed that what they told is kept and shown to the professional. There is no booking without it.
public enum Consent: Sendable, Hashable {
    /// Chosen on a screen, or stated by a caller of the program who signed in nowhere.
    case onScreen
    /// Said aloud to one of the staff, whom the access log names.
    case saidAloud(by: AccessContext)

    /// As it is kept with the booking.
    public var form: ConsentForm {
        switch self {
        case .onScreen: .onScreen
        case .saidAloud: .saidAloud
        }
    }
}

/// The form in which a client agreed to what is kept of them. The raw values are stored.
public enum ConsentForm: String, CaseIterable, Sendable {
    /// Confirmed by the client on a screen: a kiosk's, or that of another program through which they booked without
    /// signing in, which answers for having asked.
    case onScreen = "on-screen"
    /// Said aloud to a member of the staff, on the phone or at a meeting.
    case saidAloud = "said-aloud"
}

/// Who uses something of a client's and why: what the access log keeps (act 703/2023 10 §).
public struct AccessContext: Sendable, Hashable {
    /// The user's unique id.
    public let userID: String
    public let userName: String
    public let purpose: String
    public let at: Date
    /// The service provider whose data it is.
    public let provider: String

    public init(userID: String, userName: String, purpose: String, at: Date, provider: String = "") {
        self.provider = provider
        self.userID = userID
        self.userName = userName
        self.purpose = purpose
        self.at = at
    }
}
