import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import SocialServices
import Testing

/// The texts of the real content, word for word.
@Suite("What a client is told")
struct MessageTextTests {
    private let content: Content
    private let wallClock: WallClock
    private let start: Date

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        content = try ContentReader.read(folder: root.appendingPathComponent("Content").path)
        wallClock = try #require(WallClock(timeZone: "Europe/Helsinki"))
        start = try wallClock.moment("2026-12-01T09:00")
    }

    private func message(
        _ kind: Message.Kind, in language: Language, _ method: ContactMethod = .phone,
        _ channel: Message.Channel = .sms, service: String? = nil, type: String = "advice-families",
        text: String? = nil, cancelledBy: Cancellation.Canceller? = nil
    ) throws -> MessageText {
        let slot = Slot(
            professional: "aino", start: start, minutes: 15, appointmentType: type, task: .families,
            methods: [method], municipality: try #require(Municipality(rawValue: "167")))
        let client = Client(
            name: "Maija Meikäläinen", phone: try PhoneNumber(typed: "040 123 4567"), language: language)
        let booking = Booking(
            reference: try #require(BookingReference(typed: "K7PF-3M2R")), slot: slot,
            professionalName: "Aino Esimerkki", status: cancelledBy == nil ? .booked : .cancelled, method: method,
            service: service, client: client,
            needs: SpecialNeeds(meetingLanguage: language, interpreter: "SALAISUUS"),
            createdAt: start, cancellation: cancelledBy.map { Cancellation(by: $0, reason: "SALAISUUS") })
        let message = Message(
            key: "key", kind: kind, channel: channel, recipient: "+358401234567", language: language, text: text,
            due: start, attempts: 0, failure: nil, deadAt: nil, booking: booking)
        return MessageText(of: message, content: content, wallClock: wallClock)
    }

    @Test("In Finnish")
    func finnish() throws {
        let rest = """
            Työntekijä soittaa sinulle numeroon 040 123 4567.
            Varaustunnus K7PF-3M2R. Jos et pääse, vaihda tai peru aika varauspäätteellä. Siihen riittävät tunnus ja puhelinnumero.
            """
        let time = "ti 1.12. klo 9.00."
        #expect(try message(.confirmation, in: .finnish).body == "Siun sote: aikasi on varattu. \(time)\n\(rest)")
        #expect(
            try message(.change, in: .finnish).body == "Siun sote: aikasi on vaihdettu. Uusi aika: \(time)\n\(rest)")
        #expect(try message(.reminder, in: .finnish).body == "Siun sote: muistathan aikasi. \(time)\n\(rest)")
        #expect(
            try message(.handover, in: .finnish).body
                == "Siun sote: tapaat toisen työntekijän. Aika: \(time)\n\(rest)")
        #expect(
            try message(.cancellation, in: .finnish, cancelledBy: .client).body == """
                Siun sote: aikasi on peruttu. \(time)
                Voit varata uuden ajan varauspäätteellä.
                """)
        #expect(
            try message(.cancellation, in: .finnish, cancelledBy: .county).body == """
                Siun sote: valitettavasti aikasi on peruttu. \(time)
                Voit varata uuden ajan varauspäätteellä.
                """)
    }

    @Test("In Russian, where a weekday is written small in a sentence")
    func russian() throws {
        let russian = try #require(Language(rawValue: "ru"))
        #expect(
            try message(.confirmation, in: russian, .phone).body == """
                Siun sote: Вы записаны. вт 1.12. в 9:00.
                Специалист позвонит Вам на номер 040 123 4567.
                Код записи K7PF-3M2R. Не сможете? Измените или отмените на терминале: код и телефон.
                """)
    }

    @Test("In Swedish")
    func swedish() throws {
        let lines = try message(.confirmation, in: .swedish, .remote).body.components(separatedBy: "\n")
        #expect(lines.first == "Siun sote: din tid är bokad. ti 1.12 kl. 9.00.")
        #expect(
            lines.last == """
                Bokningskod K7PF-3M2R. Om du inte kan komma, byt eller avboka tiden vid bokningsterminalen. Det räcker med koden och telefonnumret.
                """)
        #expect(
            try message(.change, in: .swedish).subject == "Siun sote: din tid är bytt. Ny tid: ti 1.12 kl. 9.00.")
        #expect(try message(.reminder, in: .swedish).subject == "Siun sote: kom ihåg din tid. ti 1.12 kl. 9.00.")
        #expect(
            try message(.handover, in: .swedish).subject
                == "Siun sote: du träffar en annan rådgivare. Tid: ti 1.12 kl. 9.00.")
        #expect(
            try message(.cancellation, in: .swedish, cancelledBy: .client).body
                == "Siun sote: din tid är avbokad. ti 1.12 kl. 9.00.\nDu kan boka en ny tid vid bokningsterminalen."
        )
        #expect(
            try message(.cancellation, in: .swedish, cancelledBy: .professional).subject
                == "Siun sote: tyvärr är din tid avbokad. ti 1.12 kl. 9.00.")
    }

    @Test("In English")
    func english() throws {
        #expect(
            try message(.confirmation, in: .english, .office).body == """
                Siun sote: your appointment is booked. Tue 1 Dec at 09:00.
                Come to the office: Joensuu office (example).
                Booking code K7PF-3M2R. If you cannot come, change or cancel it at the booking terminal. The code and your phone number are enough.
                """)
        #expect(
            try message(.change, in: .english).subject
                == "Siun sote: your appointment is changed. New time: Tue 1 Dec at 09:00.")
        #expect(
            try message(.reminder, in: .english).subject
                == "Siun sote: your appointment is coming. Tue 1 Dec at 09:00.")
        #expect(
            try message(.handover, in: .english).subject
                == "Siun sote: you will meet another adviser. Time: Tue 1 Dec at 09:00.")
        #expect(
            try message(.cancellation, in: .english, cancelledBy: .client).body == """
                Siun sote: your appointment is cancelled. Tue 1 Dec at 09:00.
                You can book a new appointment at the booking terminal.
                """)
        #expect(
            try message(.cancellation, in: .english, cancelledBy: .phoneService).subject
                == "Siun sote: sorry, your appointment is cancelled. Tue 1 Dec at 09:00.")
    }

    @Test("What to bring stands in an e-mail, and never in an SMS: it says what the matter is")
    func preparation() throws {
        let mail = try message(.confirmation, in: .english, .office, .email).body
        #expect(mail.contains("\nBring or have at hand: Letters or decisions, if it is about them.\nYou do not need"))
        #expect(try !message(.confirmation, in: .english, .office).body.contains("Bring"))
    }

    @Test("A message by hand is what was written")
    func byHand() throws {
        let text = try message(.byHand, in: .finnish, text: "Tuo avaimet.")
        #expect(text.subject == "Siun sote")
        #expect(text.body == "Tuo avaimet.")
    }

    @Test("Every text of every service and way to meet fits into three SMS and ends with how to cancel")
    func length() throws {
        for language in content.languages {
            for type in content.services.appointments {
                let services = content.services.services.filter { $0.task == type.task }.map { Optional($0.id) }
                for service in services + [nil] {
                    for method in type.methods {
                        let sms = try message(.handover, in: language, method, service: service, type: type.id)
                        #expect(SMSLength(of: sms.body).parts <= SMSLength.mostParts, "\(sms.body)")
                        let mail = try message(
                            .handover, in: language, method, .email, service: service, type: type.id)
                        #expect(
                            mail.body.components(separatedBy: "\n").last
                                == sms.body.components(separatedBy: "\n").last)
                        #expect(mail.body.contains("K7PF-3M2R"))
                        #expect(!mail.body.contains("SALAISUUS"))
                    }
                }
            }
        }
    }
}
