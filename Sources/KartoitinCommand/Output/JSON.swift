/// A value of JSON.
enum JSON: Encodable, Sendable {
    case text(String)
    case whole(Int)
    case decimal(Double)
    case flag(Bool)
    case list([JSON])
    case fields([String: JSON])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        case .fields(let fields): try container.encode(fields)
        }
    }
}
