import BookingCore
import Foundation
import SocialServices

/// The table of situation descriptions, with that of their answers.
struct DescriptionTable {
    let connection: any SQLConnection

    private static let columns = Columns(
        "description", "booking", "own_words", "hope", "flags", "outcome", "dangers", "words_by")
    private static let answerColumns = Columns(
        "described_answer", "booking", "position", "question", "options", "asked", "told")

    func insert(_ description: SituationDescription, of booking: Int) throws {
        try connection.run(
            Self.columns.insert,
            [
                .integer(booking), .text(description.ownWords), .text(description.hope),
                .text(description.flags.map(\.rawValue).sorted().joined(separator: " ")),
                SQLValue(description.outcome), .text(description.dangers.joined(separator: "\n")),
                SQLValue(description.writtenBy),
            ])
        try connection.insert(
            into: Self.answerColumns.target,
            description.answers.enumerated().map { position, answer in
                [
                    .integer(booking), .integer(position), .text(answer.question),
                    .text(answer.options.joined(separator: " ")), .text(answer.asked), .text(answer.told),
                ]
            })
    }

    /// - Returns: nil if there is none.
    func description(of booking: Int) throws -> SituationDescription? {
        let answers = try connection.rows(
            """
            SELECT question, options, asked, told FROM described_answer WHERE booking = ?1 ORDER BY position
            """, [.integer(booking)]
        ) { row in
            DescribedAnswer(question: row.next(), options: row.words(), asked: row.next(), told: row.next())
        }
        return try connection.first(
            "SELECT own_words, hope, flags, outcome, dangers, words_by FROM description WHERE booking = ?1",
            [.integer(booking)]
        ) { row in
            SituationDescription(
                ownWords: row.next(), hope: row.next(), answers: answers,
                flags: Set(row.words().compactMap { SituationFlag(rawValue: $0) }), outcome: row.next(),
                dangers: row.lines(), writtenBy: row.next())
        }
    }

    /// Gives what was written for one booking to the one that takes its place: there is never a second copy of it.
    func move(from old: Int, to new: Int) throws {
        try connection.run("UPDATE description SET booking = ?2 WHERE booking = ?1", [.integer(old), .integer(new)])
    }

    /// - Parameter condition: on the column `booking`.
    /// - Returns: how many descriptions were removed.
    func remove(where condition: String, _ values: [SQLValue]) throws -> Int {
        try connection.run("DELETE FROM described_answer WHERE \(condition)", values)
        try connection.run("DELETE FROM description WHERE \(condition)", values)
        return connection.changes
    }
}

/// The table of records of the advice, one for a booking.
struct AdviceTable {
    let connection: any SQLConnection

    private static let columns = Columns("advice", "booking", "text", "stored", "shared", "user_id", "at")

    func write(_ advice: Advice, of booking: Int, by user: String, now: Date) throws {
        try connection.run(
            Self.columns.upsert,
            [
                .integer(booking), .text(advice.text), .text(advice.stored), .text(advice.shared), .text(user),
                SQLValue(now),
            ])
    }

    func advice(of booking: Int) throws -> Advice? {
        try connection.first("SELECT text, stored, shared FROM advice WHERE booking = ?1", [.integer(booking)]) {
            Advice(text: $0.next(), stored: $0.next(), shared: $0.next())
        }
    }

    func move(from old: Int, to new: Int) throws {
        try connection.run("UPDATE advice SET booking = ?2 WHERE booking = ?1", [.integer(old), .integer(new)])
    }

    /// - Parameter condition: on the column `booking`.
    /// - Returns: how many were removed.
    func remove(where condition: String, _ values: [SQLValue]) throws -> Int {
        try connection.run("DELETE FROM advice WHERE \(condition)", values)
        return connection.changes
    }
}
