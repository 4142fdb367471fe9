public import BookingCore
public import SocialServices

extension DescriptionPaper {
    /// Reads a description for paper. The reading is logged with its purpose.
    public static func reading(
        _ booking: Booking, purpose: String, session: StaffSession, tools: DeskTools, language: Language
    ) throws(BookingError) -> DescriptionPaper {
        let description = try session.description(of: booking, purpose: purpose)
        let advice = try session.advice(of: booking, purpose: purpose)
        return DescriptionPaper(
            booking, description, advice: advice, by: session.member.name, tools: tools, language: language)
    }
}
