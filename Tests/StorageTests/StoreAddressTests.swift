import BookingCore
import Testing

@testable import Storage

@Suite("The address of a store, as it is shown")
struct StoreAddressTests {
    @Test(
        "The password of a server never stands in it",
        arguments: [
            ("/var/lib/kartoitin/a:b@c.sqlite", "/var/lib/kartoitin/a:b@c.sqlite"),
            ("postgresql://db.example.fi/kart", "postgresql://db.example.fi/kart"),
            ("postgresql:///kart?host=/run/postgresql", "postgresql:///kart?host=/run/postgresql"),
            ("postgresql://kart@db.example.fi:5433/kart", "postgresql://kart@db.example.fi:5433/kart"),
            ("postgresql://kart:s3cret@db.example.fi/kart", "postgresql://kart@db.example.fi/kart"),
            (
                "postgres://kart:s%40cr:et@[::1]:5433/kart?sslmode=require",
                "postgres://kart@[::1]:5433/kart?sslmode=require"
            ),
            ("postgresql://kart:s3cret@one:1,two:2/kart", "postgresql://kart@one:1,two:2/kart"),
            ("postgresql://db/kart?password=s3cret&sslmode=require", "postgresql://db/kart?sslmode=require"),
            ("postgresql://db/kart?p%61ssword=s3cret", "postgresql://db/kart"),
            ("postgresql://db/kart?sslpassword=s3cret&user=kart", "postgresql://db/kart?user=kart"),
            // What nobody should write, and libpq takes.
            ("postgresql://kart:s3#cr?et@db/kart", "postgresql://kart@db/kart"),
            ("postgresql://kart:s3@cr/et@db/kart", "postgresql://kart@db/kart"),
        ])
    func shown(address: String, shown: String) {
        #expect(Stores.shown(address) == shown)
    }

    @Test(
        "A clock more than a minute from ours is told",
        arguments: [(-61, true), (-60, false), (60, false), (61, true)])
    func clock(seconds: Int, isTrouble: Bool) {
        let condition = StoreInfo(engine: "PostgreSQL 15.14", schema: 3, secondsAhead: seconds)
        #expect(condition.clockTrouble == (isTrouble ? .clock(seconds: seconds) : nil))
    }
}
