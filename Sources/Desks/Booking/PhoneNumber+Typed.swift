import ContentLibrary
import SocialServices

extension PhoneNumber {
    /// The number that was typed, or what is wrong with it.
    static func checked(_ typed: String) -> Result<PhoneNumber, WritingFault> {
        do {
            return .success(try PhoneNumber(typed: typed))
        } catch {
            return .failure(WritingFault(error.phrase))
        }
    }
}

extension PhoneNumber.Fault {
    var phrase: Phrase {
        switch self {
        case .empty: .phoneEmpty
        case .notDigits: .phoneNotDigits
        case .noPrefix: .phoneNoPrefix
        case .tooShort: .phoneTooShort
        case .tooLong: .phoneTooLong
        }
    }
}
