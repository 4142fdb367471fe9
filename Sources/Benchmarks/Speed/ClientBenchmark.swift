import BookingCore
import Foundation
import SocialServices
import Storage
import TestValues

/// How long it takes to find a client by name, with one wrong letter, among 200,000; beside a look at as many clients by
/// their numbers. `--store` is an empty PostgreSQL database, measured too; `--clients` sets another number.
enum ClientBenchmark {
    private static let aim = "p95 under 20 ms"
    private static let rounds = 400
    private static let limit = 20

    static func run(_ arguments: [String], in folder: URL) throws {
        let count = arguments.number(of: "--clients") ?? 200_000
        let path = folder.appendingPathComponent("clients.sqlite").path
        try Stores.create(path)
        var numbers = RandomNumbers(seed: 17)
        let names = try fill(path, count, &numbers)
        if let server = arguments.value(of: "--store") {
            try ServerCopy.use(of: path, at: server) { try measure(names, at: server, &numbers) }
        }
        try measure(names, at: path, &numbers)
    }

    /// Names of syllables: some hundred first names, some thousand surnames, the first of each far commoner than the last.
    private static func fill(_ path: String, _ count: Int, _ numbers: inout RandomNumbers) throws -> [String] {
        let syllables = [
            "ka", "vir", "ta", "nen", "mi", "jo", "su", "lai", "hei", "ki", "pe", "ro", "sal", "mo", "an", "lei",
        ]
        func name(_ index: Int) -> String {
            var (rest, name) = (index, "")
            repeat {
                name += syllables[rest % syllables.count]
                rest /= syllables.count
            } while rest > 0 || name.count < 4
            return name.capitalized
        }
        func common(_ most: Int) -> Int {
            let share = Double.random(in: 0..<1, using: &numbers)
            return Int(share * share * Double(most))
        }
        let connection = try Stores.connection(path)
        var names: [String] = []
        for start in stride(from: 0, to: count, by: 500) {
            var (clients, words) = ([String](), [String]())
            for id in start..<min(start + 500, count) {
                let whole = "\(name(common(600) + 16)) \(name(common(6000) + 256))"
                names.append(whole)
                let phone = "+35840\(1_000_000 + id)"
                clients.append(
                    "(\(id + 1), '\(phone) \(whole.lowercased())', '\(whole)', '\(phone)', 'fi', 'fi', 0, 'both', 1)")
                words += NameKey.indexed(whole).map { "('\($0)', \(id + 1), '\(String($0.reversed()))')" }
            }
            try connection.script(
                """
                BEGIN;
                INSERT INTO client (id, match_key, name, phone, language, meeting_language, sign_language, messages, made_at)
                VALUES \(clients.joined(separator: ", "));
                INSERT INTO client_word (word, client, reversed) VALUES \(words.joined(separator: ", "));
                COMMIT
                """)
        }
        return names
    }

    private static func measure(_ names: [String], at address: String, _ numbers: inout RandomNumbers) throws {
        let store = try Stores.open(address, clock: .helsinki)
        var (right, wrong, least) = (Figures(), Figures(), Figures())
        var found = 0
        for _ in 0..<rounds {
            let name = names.randomElement(using: &numbers) ?? ""
            _ = try right.measure { try store.clients(named: NameKey(name), limit: limit) }
            let typed = misspelt(name, &numbers)
            let clients = try wrong.measure { try store.clients(named: NameKey(typed), limit: limit) }
            if !clients.isEmpty { found += 1 }
            let ids = (0..<limit).map { _ in Int.random(in: 1...names.count, using: &numbers) }
            _ = try least.measure { for id in ids { _ = try store.client(id) } }
        }
        let shown = "\(ServerCopy.engine(of: address)), \(names.count) clients"
        let base = (least, "\(limit) clients by their numbers")
        right.print("clients by name, \(shown)", over: base, aim: aim)
        wrong.print(
            "clients by name with one wrong letter, found \(found) of \(rounds), \(shown)", over: base, aim: aim)
    }

    /// A name with one letter another one.
    private static func misspelt(_ name: String, _ numbers: inout RandomNumbers) -> String {
        var letters = Array(name)
        let places = letters.indices.filter { letters[$0] != " " }
        if let place = places.randomElement(using: &numbers) { letters[place] = "b" }
        return String(letters)
    }
}
