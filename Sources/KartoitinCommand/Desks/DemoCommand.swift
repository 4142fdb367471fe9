import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import Storage

private enum DemoDesk: String, CaseIterable {
    case kiosk
    case phone
    case professional
}

private struct DemoOptions: CommandOptions {
    let desk: Operand<DemoDesk?> = Operand(optional: "kiosk|phone|professional", as: "desk", .choice)
    let kiosk = KioskOptions()
    let professional = Option(
        "--professional", "ID", "whose bookings the professional's desk shows", .text)

    var rules: [OptionRule] {
        kiosk.ofKioskAlone.map { only($0, at: .kiosk) } + [only(professional, at: .professional)]
    }

    /// An option that means something at one of the desks alone.
    private func only(_ option: any AnyOption, at desk: DemoDesk) -> OptionRule {
        OptionRule { given in
            let chosen = given.operand(0).map { DemoDesk(rawValue: $0) } ?? .kiosk
            guard given.has(option), let chosen, chosen != desk else { return nil }
            return "demo \(chosen.rawValue) takes no \(option.name); leave it out, or open the desk \(desk.rawValue)"
        }
    }
}

extension Command {
    static let demo = Command(
        "demo", "an example county in a store of its own, then a desk: kiosk, phone or professional", DemoOptions()
    ) { call in
        let county = try call.wholeCounty()
        let environment = call.environment
        let path = environment.demoPath
        let member = try ExampleCounty(content: county.content, wallClock: county.clock).fill(path, now: Date())
        let sessions = try environment.sessions(on: path)
        let settings = StaffSettings(idleEnd: try call[\.kiosk][\.idleEnd])
        switch try call[\.desk] ?? .kiosk {
        case .professional:
            let reception = DemoSignIn(
                tools: try environment.deskTools(sessions.visitor), sessions: sessions,
                console: try environment.console(keys: .staff), language: county.language, settings: settings)
            return try reception.run(as: try call[\.professional])?.exitCode ?? .done
        case .phone:
            return try answerCalls(environment, sessions.visitor, sessions.staff(member), settings)
        case .kiosk:
            let end = try serve(call[\.kiosk], store: path, isDemo: true)
            // Leaving a demonstration is how it ends.
            return end == .interrupted ? .done : end
        }
    }
}
