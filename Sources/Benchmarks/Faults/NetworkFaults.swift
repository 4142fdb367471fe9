import Foundation

/// The server is there, and the way to it is not.
extension FaultRun {
    private typealias Sentence = FaultyVisit.Sentence
    private typealias Remark = FaultyVisit.Remark

    static func cutBefore(_ ground: TestServer) throws -> String {
        let visit = try ground.visit()
        for (line, text) in FaultyVisit.walk + FaultyVisit.details {
            try ground.cut()
            try visit.type(line, then: text)
        }
        try ground.cut()
        ground.promise(try visit.book())
        try expect(visit.remarks(), [], "the staff read")
        return "cut before every answer of a visit, and the visitor noticed nothing; booked"
    }

    /// While the booking is being written.
    static func cutDuring(_ ground: TestServer) throws -> String {
        try cut(
            ground,
            by: "CREATE TRIGGER leaves BEFORE INSERT ON kartoitin.message FOR EACH ROW EXECUTE FUNCTION leave()",
            on: "message")
        return "told, and booked once with the next try"
    }

    /// Everything is written, and the server has the commit.
    static func cutAtCommit(_ ground: TestServer) throws -> String {
        try cut(
            ground,
            by: """
                CREATE CONSTRAINT TRIGGER leaves AFTER INSERT ON kartoitin.booking DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION leave()
                """, on: "booking")
        return "told, and booked once with the next try"
    }

    private static func cut(_ ground: TestServer, by trigger: String, on table: String) throws {
        let visit = try ground.visitAtConsent()
        try ground.server.sql(
            """
            CREATE OR REPLACE FUNCTION public.leave() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            \(trigger)
            """)
        try visit.type("yes", then: Sentence.unsure)
        for fault in try ground.faults() { throw KillRun.Fault("after the cut: \(fault)") }
        try ground.server.sql("DROP TRIGGER leaves ON kartoitin.\(table)")
        ground.promise(try visit.bookAgain())
        try expect(visit.remarks(), [Remark.gone, Remark.back], "the staff read")
    }

    /// The commit, or the answer to it, is lost on the way: nobody knows whether the time is booked.
    static func lost(_ ground: TestServer, _ weather: FaultProxy.Weather) throws -> String {
        defer { ground.network.turn(.good) }
        let visit = try ground.visitAtConsent(through: ground.network)
        let before = try count(ground)
        ground.network.turn(weather)
        try visit.type("yes", then: Sentence.unsure)
        let between = try count(ground)
        ground.network.turn(.good)
        ground.promise(try visit.bookAgain())
        guard try count(ground) == before + 1 else { throw KillRun.Fault("not booked once") }
        try expect(visit.remarks(), [Remark.gone, Remark.back], "the staff read")
        let done = between > before
        guard done == (weather == .losesAnswer) else { throw KillRun.Fault("another place was hit") }
        return
            "told; \(done ? "it had been booked, and the next try found that" : "nothing was booked, the next try did it")"
    }

    private static func count(_ ground: TestServer) throws -> Int {
        Int(try ground.server.sql("SELECT count(*) FROM kartoitin.booking")) ?? -1
    }

    static func slow(_ ground: TestServer) throws -> String {
        defer { ground.network.turn(.good) }
        ground.network.turn(.slow(0.1))
        let visit = try ground.visit(through: ground.network)
        let walked = try seconds { try visit.type(FaultyVisit.walk + FaultyVisit.details) }
        let booked = try seconds { ground.promise(try visit.book()) }
        try expect(visit.remarks(), [], "the staff read")
        return "0.2 s for each question to the server: a visit's answers took \(walked), the booking \(booked)"
    }

    /// From one moment on nothing comes through, and what was sent comes when everybody has given up.
    static func silent(_ ground: TestServer) throws -> String {
        defer { ground.network.turn(.good) }
        let visit = try ground.visitAtConsent(through: ground.network)
        ground.network.turn(.silent)
        let told = try seconds { try visit.type("yes", then: Sentence.unsure, within: 60) }
        let toldAgain = try seconds { try visit.type("again", then: Sentence.unsure, within: 60) }
        ground.network.turn(.good)
        ground.promise(try visit.bookAgain())
        try expect(visit.remarks(), [Remark.gone, Remark.back], "the staff read")
        return "told after \(told), the next try after \(toldAgain); booked once when it came through again"
    }
}
