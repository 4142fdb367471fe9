import BookingCore
import Desks

/// Brings messages of one channel on their way.
protocol MessageCarrier {
    var channel: Message.Channel { get }
    /// Returns when the message is out of our hands.
    func deliver(_ message: Message, _ text: MessageText) throws(DeliveryFailure)
}

/// Why a message could not be delivered. Kept with the message: never a client's name, number or words.
struct DeliveryFailure: Error, Equatable {
    let reason: String
    /// True where trying again cannot help.
    var isFinal = false
}
