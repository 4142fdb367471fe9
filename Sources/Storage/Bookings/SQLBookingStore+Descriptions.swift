import BookingCore
import Foundation
import SocialServices

extension SQLBookingStore {
    /// Writes the description of a new booking in the transaction that is open.
    func keep(_ description: SituationDescription, of booking: Int) throws(BookingError) {
        let flags = description.flags.map(\.rawValue).sorted().joined(separator: " ")
        try connection.run(
            "INSERT INTO description (booking, own_words, hope, flags, outcome) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                .integer(booking), .text(description.ownWords), .text(description.hope), .text(flags),
                SQLValue(description.outcome),
            ])
        try connection.insert(
            into: "described_answer (booking, position, question, options, asked, told)",
            description.answers.enumerated().map { position, answer in
                [
                    .integer(booking), .integer(position), .text(answer.question),
                    .text(answer.options.joined(separator: " ")), .text(answer.asked), .text(answer.told),
                ]
            })
    }

    func readDescription(
        of reference: BookingReference, by reading: Reading
    ) throws(BookingError) -> SituationDescription {
        try connection.transaction { () throws(BookingError) in
            let id = try client(of: reference)
            try keep(.description, of: reference, by: reading, about: id)
            return try description(id)
        }
    }

    func description(_ booking: Int) throws(BookingError) -> SituationDescription {
        let answers = try connection.rows(
            """
            SELECT question, options, asked, told FROM described_answer WHERE booking = ?1 ORDER BY position
            """, [.integer(booking)]
        ) {
            DescribedAnswer(
                question: $0.text(0), options: $0.text(1).split(separator: " ").map(String.init),
                asked: $0.text(2), told: $0.text(3))
        }
        let description = try connection.first(
            "SELECT own_words, hope, flags, outcome FROM description WHERE booking = ?1", [.integer(booking)]
        ) {
            SituationDescription(
                ownWords: $0.text(0), hope: $0.text(1), answers: answers,
                flags: Set($0.text(2).split(separator: " ").compactMap { SituationFlag(rawValue: String($0)) }),
                outcome: $0.optionalText(3))
        }
        guard let description else { throw .notFound }
        return description
    }
}
