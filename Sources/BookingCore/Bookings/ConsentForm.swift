/// The form in which a client agreed to what is kept of them. The raw values are stored.
public enum ConsentForm: String, CaseIterable, Sendable {
    /// Confirmed by the client on the screen of a kiosk.
    case onScreen = "on-screen"
    /// Said aloud to a member of the staff, on the phone or at a meeting.
    case saidAloud = "said-aloud"
}
