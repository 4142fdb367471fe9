import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@Suite("A row of slots")
struct SlotRowTests {
    private let advice = AppointmentType(
        id: "advice-families", task: .families, minutes: 15, methods: [.phone, .remote, .office])

    private func row(from start: String, until end: String) throws -> [Slot] {
        let joensuu = try #require(Municipality(rawValue: "167"))
        let worker = Professional(
            id: "example-1", name: "Esimerkki Yksi", task: .families, municipality: joensuu)
        return Slot.row(of: advice, for: worker, from: try utc(start), until: try utc(end), methods: [.phone])
    }

    @Test("Slots follow one another without a gap, and carry what they were opened for")
    func hour() throws {
        let slots = try row(from: "2026-12-01T07:00:00Z", until: "2026-12-01T08:00:00Z")
        #expect(
            try slots.map(\.start) == [
                utc("2026-12-01T07:00:00Z"), utc("2026-12-01T07:15:00Z"), utc("2026-12-01T07:30:00Z"),
                utc("2026-12-01T07:45:00Z"),
            ])
        #expect(zip(slots, slots.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(try slots.last?.end == utc("2026-12-01T08:00:00Z"))
        let first = try #require(slots.first)
        #expect(first.professional == "example-1")
        #expect(first.minutes == 15)
        #expect(first.appointmentType == "advice-families")
        #expect(first.task == .families)
        #expect(first.methods == [.phone])
        #expect(first.municipality.rawValue == "167")
    }

    @Test("A slot that would end too late is left out")
    func rest() throws {
        #expect(try row(from: "2026-12-01T07:00:00Z", until: "2026-12-01T07:44:59Z").count == 2)
        #expect(try row(from: "2026-12-01T07:00:00Z", until: "2026-12-01T07:45:00Z").count == 3)
    }

    @Test(
        "Too short a time, or an end before the start, gives no slot",
        arguments: ["2026-12-01T07:14:59Z", "2026-12-01T07:00:00Z", "2026-12-01T06:00:00Z"])
    func none(end: String) throws {
        #expect(try row(from: "2026-12-01T07:00:00Z", until: end).isEmpty)
    }

    @Test("Over the hour that exists twice no slot is lost: they follow one another in real time")
    func clockChange() throws {
        #expect(try row(from: "2026-10-24T23:00:00Z", until: "2026-10-25T02:00:00Z").count == 12)
    }
}

@Suite("Free times as a visitor sees them")
struct FreeTimeTests {
    private func slot(
        _ start: String, _ methods: [ContactMethod], in municipality: String, professionals: Int = 1
    ) throws -> AvailableSlot {
        AvailableSlot(
            start: try utc(start), minutes: 15, appointmentType: "advice-families", task: .families, methods: methods,
            municipality: try #require(Municipality(rawValue: municipality)), professionals: professionals)
    }

    @Test("No rows are no times")
    func none() {
        #expect(OfferedTime.merging([]).isEmpty)
    }

    @Test("One moment in several municipalities is one time, with the offices in the order of their codes")
    func oneMoment() throws {
        let times = OfferedTime.merging([
            try slot("2026-12-01T07:00:00Z", [.office], in: "422"),
            try slot("2026-12-01T07:00:00Z", [.phone, .office], in: "167", professionals: 3),
        ])
        let time = try #require(times.first)
        #expect(times.count == 1)
        #expect(try time.start == utc("2026-12-01T07:00:00Z"))
        #expect(time.minutes == 15)
        #expect(time.methods == [.phone, .office])
        #expect(time.officeMunicipalities.map(\.rawValue) == ["167", "422"])
    }

    @Test("A municipality where nobody meets at the office is not offered as an office")
    func withoutOffice() throws {
        let times = OfferedTime.merging([
            try slot("2026-12-01T07:00:00Z", [.phone, .remote], in: "090"),
            try slot("2026-12-01T07:00:00Z", [.office], in: "167"),
        ])
        #expect(times.map(\.methods) == [[.phone, .remote, .office]])
        #expect(times.first?.officeMunicipalities.map(\.rawValue) == ["167"])
    }

    @Test("Two rows of one municipality name it once")
    func sameMunicipality() throws {
        let times = OfferedTime.merging([
            try slot("2026-12-01T07:00:00Z", [.office], in: "167"),
            try slot("2026-12-01T07:00:00Z", [.remote, .office], in: "167"),
        ])
        #expect(times.first?.officeMunicipalities.map(\.rawValue) == ["167"])
        #expect(times.first?.methods == [.remote, .office])
    }

    @Test("Times come in order, however the rows did")
    func order() throws {
        let times = OfferedTime.merging([
            try slot("2026-12-02T07:00:00Z", [.phone], in: "167"),
            try slot("2026-12-01T07:15:00Z", [.phone], in: "167"),
            try slot("2026-12-01T07:00:00Z", [.phone], in: "422"),
            try slot("2026-12-01T07:15:00Z", [.phone], in: "422"),
        ])
        #expect(
            try times.map(\.start) == [
                utc("2026-12-01T07:00:00Z"), utc("2026-12-01T07:15:00Z"), utc("2026-12-02T07:00:00Z"),
            ])
    }
}
