import BookingCore

/// SQL about a meeting that takes several slots, one after another. It is a booking of the first of them; those of the
/// others are its parts, as those of the other workers of a pair are. Said of `booking` and its `slot`.
enum LongMeeting {
    /// The bookings of the same meeting with the same professional, as `same` of the slot `place`.
    private static let sameMeeting = """
        FROM booking AS same JOIN slot AS place ON place.id = same.slot
        WHERE (same.part_of = coalesce(booking.part_of, booking.id) OR same.id = booking.part_of)
            AND place.professional = slot.professional AND (same.status = 'cancelled') = (booking.status = 'cancelled')
        """

    /// When the meeting is over: the end of the last of its slots.
    static let end = """
        CASE WHEN \(isWithParts) THEN coalesce((SELECT max(place.finish) \(sameMeeting)
            AND place.finish > slot.finish), slot.finish) ELSE slot.finish END
        """

    /// `true` of what may have more slots. Most have not, and are not looked for.
    private static let isWithParts = """
        (booking.part_of IS NOT NULL OR EXISTS (SELECT 1 FROM booking AS part WHERE part.part_of = booking.id))
        """

    /// `true` of the first slot of a meeting with a professional: the others are no meetings of their own.
    static let isFirstSlot = """
        (booking.part_of IS NULL OR NOT EXISTS (SELECT 1 \(sameMeeting) AND place.start < slot.start))
        """

    /// No meeting is longer, in seconds.
    static let longest = Slot.allowedMinutes.upperBound * 60
}
