import Foundation

/// The server is there, and the way to it is not.
enum NetworkFaults {
    private typealias Sentence = FaultyVisit.Sentence
    private typealias Remark = FaultyVisit.Remark

    static func cutBefore(_ target: TestServer) throws -> String {
        let visit = try target.visit()
        for (line, text) in FaultyVisit.walk + FaultyVisit.details {
            try target.cut()
            try visit.type(line, then: text)
        }
        try target.cut()
        target.promise(try visit.book())
        try visit.expectRemarks([])
        return "cut before every answer of a visit, and the visitor noticed nothing; booked"
    }

    /// While the booking is being written.
    static func cutDuring(_ target: TestServer) throws -> String {
        try cut(
            target,
            by: "CREATE TRIGGER leaves BEFORE INSERT ON kartoitin.message FOR EACH ROW EXECUTE FUNCTION leave()",
            on: "message")
        return "told, and booked once with the next try"
    }

    /// Everything is written, and the server has the commit.
    static func cutAtCommit(_ target: TestServer) throws -> String {
        try cut(
            target,
            by: """
                CREATE CONSTRAINT TRIGGER leaves AFTER INSERT ON kartoitin.booking DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION leave()
                """, on: "booking")
        return "told, and booked once with the next try"
    }

    private static func cut(_ target: TestServer, by trigger: String, on table: String) throws {
        let visit = try target.visitAtConsent()
        try target.server.sql(
            """
            CREATE OR REPLACE FUNCTION public.leave() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            \(trigger)
            """)
        try visit.type("ok", then: Sentence.unsure)
        for fault in try target.faults() { throw DrillFailure("after the cut: \(fault)") }
        try target.server.sql("DROP TRIGGER leaves ON kartoitin.\(table)")
        target.promise(try visit.bookAgain())
        try visit.expectRemarks([Remark.gone, Remark.back])
    }

    /// The commit, or the answer to it, is lost on the way, so that it is unknown whether the time is booked.
    static func lost(_ target: TestServer, _ weather: FaultProxy.Weather) throws -> String {
        defer { target.network.turn(.good) }
        let visit = try target.visitAtConsent(through: target.network)
        let before = try count(target)
        target.network.turn(weather)
        try visit.type("ok", then: Sentence.unsure)
        let between = try count(target)
        target.network.turn(.good)
        target.promise(try visit.bookAgain())
        guard try count(target) == before + 1 else { throw DrillFailure("not booked once") }
        try visit.expectRemarks([Remark.gone, Remark.back])
        let done = between > before
        guard done == (weather == .losesAnswer) else { throw DrillFailure("another place was hit") }
        return
            "told; \(done ? "it had been booked, and the next try found that" : "nothing was booked, the next try did it")"
    }

    private static func count(_ target: TestServer) throws -> Int {
        Int(try target.server.sql("SELECT count(*) FROM kartoitin.booking")) ?? -1
    }

    static func slow(_ target: TestServer) throws -> String {
        defer { target.network.turn(.good) }
        target.network.turn(.slow(0.1))
        let visit = try target.visit(through: target.network)
        let walked = try ElapsedTime.of { try visit.type(FaultyVisit.walk + FaultyVisit.details) }
        let booked = try ElapsedTime.of { target.promise(try visit.book()) }
        try visit.expectRemarks([])
        return "0.2 s for each question to the server: a visit's answers took \(walked), the booking \(booked)"
    }

    /// From one moment on nothing comes through, and what was sent comes when everybody has given up.
    static func silent(_ target: TestServer) throws -> String {
        defer { target.network.turn(.good) }
        let visit = try target.visitAtConsent(through: target.network)
        target.network.turn(.silent)
        let told = try ElapsedTime.of { try visit.type("ok", then: Sentence.unsure, within: 60) }
        let toldAgain = try ElapsedTime.of { try visit.type("again", then: Sentence.unsure, within: 60) }
        target.network.turn(.good)
        target.promise(try visit.bookAgain())
        try visit.expectRemarks([Remark.gone, Remark.back])
        return "told after \(told), the next try after \(toldAgain); booked once when it came through again"
    }
}
