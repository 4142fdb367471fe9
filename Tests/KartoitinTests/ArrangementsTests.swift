import Foundation
import TestValues
import Testing

@Suite("arrangements")
struct ArrangementsTests {
    private let fixture: CommandFixture
    private let references: [String]
    private let period = ["--from", "2099-12-01", "--until", "2099-12-01"]

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-02T10:00")
        var references: [String] = []
        for (time, changes) in [
            ("T09:00", ["--interpreter": "somali", "--ordinary-time": ""]),
            ("T09:15", ["--sign-language": "", "--ordinary-time": ""]),
            ("T09:30", ["--accessibility": "wheelchair", "--method": "office"]), ("T09:45", [:]), ("T10:00", [:]),
            ("T10:15", ["--interpreter": "dari", "--ordinary-time": ""]),
        ] as [(String, [String: String?])] {
            references.append(try fixture.book(at: "2099-12-01" + time, changes))
        }
        self.references = references
        _ = try fixture.book(at: "2099-12-02T09:00", ["--interpreter": "arabic", "--ordinary-time": ""])
        try fixture.prepare([
            "booking", "cancel", references[5], "--phone", "040 123 4567",
        ])
        try fixture.edit(.guardReason("threats", of: references[3]))
        try fixture.addStaff()
    }

    @Test(
        "Who must be met with an interpreter, a guard or something else, as a table, CSV and JSON; each line is logged"
    )
    func list() throws {
        let csv = try fixture.call(as: "puhelin", ["arrangements", "--format", "csv"] + period)
        #expect(csv.error == "")
        #expect(
            csv.output == """
                start,minutes,method,place,professional,professionalName,meetingLanguage,interpreter,signLanguage,accessibility,guardReason,client,phone,reference
                2099-12-01T09:00:00+02:00,15,phone,,aino,aino Esimerkki,en,somali,,,,Maija Meikäläinen,'+358401234567,\(references[0])
                2099-12-01T09:15:00+02:00,15,phone,,aino,aino Esimerkki,en,,yes,,,Maija Meikäläinen,'+358401234567,\(references[1])
                2099-12-01T09:30:00+02:00,15,office,Joensuu office (example),aino,aino Esimerkki,en,,,wheelchair,,Maija Meikäläinen,'+358401234567,\(references[2])
                2099-12-01T09:45:00+02:00,15,phone,,aino,aino Esimerkki,en,,,,threats,Maija Meikäläinen,'+358401234567,\(references[3])

                """)
        #expect(
            try fixture.stored(
                """
                SELECT user_id || ' ' || data || ' ' || (SELECT count(*) FROM access_seen WHERE access = access_log.id)
                FROM access_log
                """) == ["puhelin arrangements 1"])
        let json = try fixture.call(as: "johto", ["arrangements", "--format", "json"] + period).json()
        let rows = try #require(json["arrangements"] as? [[String: Any]])
        #expect(rows.map { $0["guardReason"] as? String } == [nil, nil, nil, "threats"])
        #expect(rows.map { $0["signLanguage"] as? Bool } == [false, true, false, false])
        let table = try fixture.call(as: "johto", ["arrangements"] + period).output
        #expect(table.split(separator: "\n").count == 5)
    }

    @Test("Others are refused, and the try is logged")
    func refused() throws {
        for user in ["aino", "paa"] {
            let ended = try fixture.call(as: user, ["arrangements"] + period)
            #expect(ended.code == 77)
            #expect(ended.output == "")
        }
        #expect(
            try fixture.stored("SELECT user_id || data FROM access_log WHERE is_refused = 1")
                == ["ainosee-arrangements", "paasee-arrangements"])
    }
}
