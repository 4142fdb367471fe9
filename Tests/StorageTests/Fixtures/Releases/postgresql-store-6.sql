-- The same as sqlite-store-6.sql on a server: postgresql-store-5.sql after step 6, with the same bookings, then pg_dump.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA kartoitin;

CREATE FUNCTION kartoitin.booking_made_with(text, text, text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $_$ BEGIN RETURN (SELECT reference FROM booking WHERE made_with = $1 AND client_phone = $2 AND client_name = $3); END $_$;

CREATE FUNCTION kartoitin.check_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF pg_has_role((SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
        OR pg_has_role('kartoitin_main_user', 'USAGE') THEN RETURN NEW; END IF;
    IF NEW.is_locked < OLD.is_locked OR (NEW.password IS DISTINCT FROM OLD.password
        AND NOT pg_has_role('kartoitin_' || replace(OLD.role, '-', '_'), 'USAGE')) THEN
        RAISE insufficient_privilege;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION kartoitin.check_booking() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $$
DECLARE place slot;
BEGIN
    SELECT * INTO place FROM slot WHERE id = NEW.slot;
    IF NEW.seat > place.seats OR place.purpose IS NOT NULL THEN RAISE EXCEPTION 'no such seat'; END IF;
    IF EXISTS (SELECT 1 FROM absence WHERE absence.professional = place.professional
               AND absence.start < place.finish AND absence.finish > place.start) THEN
        RAISE EXCEPTION 'the professional is absent';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION kartoitin.count_bookings() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'cancelled' THEN
        UPDATE slot SET booked = booked - 1 WHERE id = OLD.slot;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'cancelled' THEN
        UPDATE slot SET booked = booked + 1 WHERE id = NEW.slot;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION kartoitin.group_concat_step(text, text, text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT CASE WHEN $1 IS NULL THEN $2 ELSE $1 || $3 || $2 END $_$;

CREATE FUNCTION kartoitin.known_bookings() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$ BEGIN RETURN (WITH named AS (
    SELECT coalesce(part_of, id) AS main FROM booking
    WHERE reference = ANY (string_to_array(current_setting('kartoitin.codes', true), ' ')) AND client_phone = current_setting('kartoitin.phone', true))
SELECT array_agg(id) FROM (
    SELECT id, client_phone FROM booking JOIN named ON id = main
    UNION SELECT id, client_phone FROM booking JOIN named ON part_of = main) AS known
WHERE client_phone = current_setting('kartoitin.phone', true)); END $$;

CREATE FUNCTION kartoitin.known_numbers() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$ BEGIN RETURN (SELECT array_append(array_agg(client_phone), '+9990000000')
FROM booking WHERE reference = ANY (string_to_array(current_setting('kartoitin.codes', true), ' '))); END $$;

CREATE FUNCTION kartoitin.known_rights() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$ BEGIN RETURN (SELECT array_agg(id) FROM booking_right
WHERE client_phone = current_setting('kartoitin.phone', true) AND (code = ANY (string_to_array(current_setting('kartoitin.codes', true), ' ')) OR id IN (
    SELECT booking_right FROM booking WHERE booking.id = ANY (known_bookings())))); END $$;

CREATE FUNCTION kartoitin.open_bookings(text, text, bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $_$ BEGIN RETURN (SELECT count(*) FROM booking JOIN slot ON slot.id = booking.slot
WHERE client_phone = $1 AND status <> 'cancelled' AND part_of IS NULL
    AND appointment_type = $2 AND start > $3); END $_$;

CREATE FUNCTION kartoitin.purge_bookings(bigint, bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $_$ BEGIN UPDATE booking SET interpreter = NULL, accessibility = NULL, cancel_reason = NULL, guard_reason = NULL,
    purged_at = CASE WHEN purged_at IS NULL AND EXISTS (SELECT 1 FROM description WHERE description.booking = booking.id) THEN $2 ELSE purged_at END
WHERE (coalesce(interpreter, accessibility, cancel_reason, guard_reason) IS NOT NULL
       OR (purged_at IS NULL AND EXISTS (SELECT 1 FROM description WHERE description.booking = booking.id)))
    AND EXISTS (SELECT 1 FROM slot WHERE slot.id = booking.slot AND slot.finish <= $1); END $_$;

CREATE FUNCTION kartoitin.reference_uses(text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'kartoitin', 'pg_temp'
    AS $_$ BEGIN RETURN (SELECT count(*) FROM booking WHERE reference = $1); END $_$;

CREATE FUNCTION kartoitin.refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

CREATE AGGREGATE kartoitin.group_concat(text, text) (
    SFUNC = kartoitin.group_concat_step,
    STYPE = text
);

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE kartoitin.absence (
    id bigint NOT NULL,
    professional text NOT NULL,
    start bigint NOT NULL,
    finish bigint NOT NULL,
    reason text NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT absence_check CHECK ((finish > start))
);

ALTER TABLE kartoitin.absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE kartoitin.access_log (
    id bigint NOT NULL,
    at bigint NOT NULL,
    user_id text NOT NULL,
    user_name text NOT NULL,
    purpose text NOT NULL,
    data text NOT NULL,
    provider text NOT NULL,
    booking bigint,
    is_refused bigint NOT NULL,
    CONSTRAINT access_log_is_refused_check CHECK ((is_refused = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);

ALTER TABLE kartoitin.access_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.access_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE kartoitin.advice (
    booking bigint NOT NULL,
    text text NOT NULL,
    stored text NOT NULL,
    shared text NOT NULL,
    user_id text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE kartoitin.booking (
    id bigint NOT NULL,
    reference text NOT NULL,
    slot bigint NOT NULL,
    status text NOT NULL,
    method text NOT NULL COLLATE pg_catalog."C",
    service text COLLATE pg_catalog."C",
    client_name text NOT NULL,
    client_phone text NOT NULL,
    client_email text,
    client_language text NOT NULL,
    meeting_language text NOT NULL,
    interpreter text,
    sign_language bigint NOT NULL,
    accessibility text,
    maker text NOT NULL COLLATE pg_catalog."C",
    made_at bigint NOT NULL,
    cancelled_at bigint,
    seat bigint DEFAULT 1 NOT NULL,
    cancelled_by text,
    cancel_reason text,
    moved_to bigint,
    part_of bigint,
    series text,
    booking_right bigint,
    attendance text,
    guard_reason text,
    contacted_at bigint,
    purged_at bigint,
    made_with text,
    consent text,
    messages text DEFAULT 'all'::text NOT NULL,
    birth_year bigint,
    name_key text,
    word_salt text,
    word_hash text,
    CONSTRAINT booking_attendance_check CHECK ((attendance = ANY (ARRAY['met'::text, 'no-show'::text]))),
    CONSTRAINT booking_birth_year_check CHECK ((birth_year >= 1900)),
    CONSTRAINT booking_cancelled_by_check CHECK ((cancelled_by = ANY (ARRAY['client'::text, 'phone-service'::text, 'professional'::text, 'county'::text]))),
    CONSTRAINT booking_check CHECK (((moved_to IS NULL) OR (status = 'cancelled'::text))),
    CONSTRAINT booking_check1 CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
    CONSTRAINT booking_check2 CHECK (((client_phone <> ''::text) OR (method <> 'phone'::text))),
    CONSTRAINT booking_check3 CHECK (((word_hash IS NULL) OR (client_phone = ''::text))),
    CONSTRAINT booking_check4 CHECK (((word_hash IS NULL) = (word_salt IS NULL))),
    CONSTRAINT booking_consent_check CHECK ((consent = ANY (ARRAY['on-screen'::text, 'said-aloud'::text]))),
    CONSTRAINT booking_maker_check CHECK ((maker = ANY (ARRAY['client'::text, 'phone-service'::text, 'professional'::text]))),
    CONSTRAINT booking_messages_check CHECK ((messages = ANY (ARRAY['all'::text, 'neutral'::text, 'none'::text]))),
    CONSTRAINT booking_method_check CHECK ((method = ANY (ARRAY['phone'::text, 'remote'::text, 'office'::text]))),
    CONSTRAINT booking_reference_check CHECK ((length(reference) = 8)),
    CONSTRAINT booking_seat_check CHECK ((seat >= 1)),
    CONSTRAINT booking_sign_language_check CHECK ((sign_language = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT booking_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'cancelled'::text])))
);

ALTER TABLE kartoitin.booking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW kartoitin.booking_outline AS
 SELECT booking.id,
    booking.slot,
    booking.seat,
    booking.status,
    booking.part_of,
    booking.booking_right,
    booking.series,
    booking.service,
    booking.method,
    booking.maker,
    booking.made_at,
    booking.attendance,
    booking.moved_to,
    booking.reference
   FROM kartoitin.booking;

CREATE TABLE kartoitin.booking_right (
    id bigint NOT NULL,
    code text NOT NULL,
    appointment_type text NOT NULL COLLATE pg_catalog."C",
    team text,
    client_name text NOT NULL,
    client_phone text NOT NULL,
    uses bigint NOT NULL,
    expires bigint NOT NULL,
    granted_by text NOT NULL,
    granted_at bigint NOT NULL,
    withdrawn_at bigint,
    CONSTRAINT booking_right_code_check CHECK ((length(code) = 8)),
    CONSTRAINT booking_right_uses_check CHECK (((uses >= 1) AND (uses <= 50)))
);

ALTER TABLE kartoitin.booking_right ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.booking_right_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE kartoitin.call_draft (
    staff text NOT NULL,
    text text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE kartoitin.described_answer (
    booking bigint NOT NULL,
    "position" bigint NOT NULL,
    question text NOT NULL,
    options text NOT NULL,
    asked text NOT NULL,
    told text NOT NULL
);

CREATE TABLE kartoitin.description (
    booking bigint NOT NULL,
    own_words text NOT NULL,
    hope text NOT NULL,
    flags text NOT NULL,
    outcome text,
    dangers text DEFAULT ''::text NOT NULL
);

CREATE TABLE kartoitin.hold (
    slot bigint NOT NULL,
    seat bigint NOT NULL,
    token text NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    expires bigint NOT NULL,
    made_at bigint NOT NULL,
    booking_right bigint,
    CONSTRAINT hold_seat_check CHECK ((seat >= 1))
);

CREATE TABLE kartoitin.journey (
    day text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    event text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    count bigint NOT NULL,
    CONSTRAINT journey_event_check CHECK ((event = ANY (ARRAY['began'::text, 'outcome'::text, 'booked'::text, 'left'::text, 'call'::text, 'call-booked'::text, 'danger'::text])))
);

CREATE TABLE kartoitin.message (
    id bigint NOT NULL,
    key text NOT NULL,
    booking bigint NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    language text NOT NULL,
    text text,
    due bigint NOT NULL,
    sent_at bigint,
    withdrawn_at bigint,
    attempts bigint DEFAULT 0 NOT NULL,
    failure text,
    dead_at bigint,
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text]))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['confirmation'::text, 'change'::text, 'cancellation'::text, 'handover'::text, 'reminder'::text, 'by-hand'::text])))
);

ALTER TABLE kartoitin.message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE kartoitin.professional (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    municipality text NOT NULL,
    team text,
    languages text DEFAULT ''::text NOT NULL,
    left_at bigint,
    CONSTRAINT professional_id_check CHECK (((length(id) >= 1) AND (length(id) <= 64))),
    CONSTRAINT professional_municipality_check CHECK ((length(municipality) = 3))
);

CREATE TABLE kartoitin.right_worker (
    booking_right bigint NOT NULL,
    "position" bigint NOT NULL,
    professional text NOT NULL
);

CREATE TABLE kartoitin.slot (
    id bigint NOT NULL,
    professional text NOT NULL COLLATE pg_catalog."C",
    start bigint NOT NULL,
    finish bigint NOT NULL,
    appointment_type text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    methods bigint NOT NULL,
    municipality text NOT NULL COLLATE pg_catalog."C",
    seats bigint DEFAULT 1 NOT NULL,
    purpose text,
    by_right bigint DEFAULT 0 NOT NULL,
    booked bigint DEFAULT 0 NOT NULL,
    CONSTRAINT slot_booked_check CHECK ((booked >= 0)),
    CONSTRAINT slot_by_right_check CHECK ((by_right = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT slot_check CHECK (((finish > start) AND ((finish - start) <= 28800))),
    CONSTRAINT slot_methods_check CHECK (((methods >= 1) AND (methods <= 7))),
    CONSTRAINT slot_municipality_check CHECK ((length(municipality) = 3)),
    CONSTRAINT slot_purpose_check CHECK ((purpose <> ''::text)),
    CONSTRAINT slot_seats_check CHECK (((seats >= 1) AND (seats <= 200))),
    CONSTRAINT slot_start_check CHECK (((start % (60)::bigint) = 0))
);

ALTER TABLE kartoitin.slot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME kartoitin.slot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE kartoitin.staff (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    role text NOT NULL,
    password text,
    wrong_passwords bigint DEFAULT 0 NOT NULL,
    is_locked bigint DEFAULT 0 NOT NULL,
    made_at bigint NOT NULL,
    password_at bigint,
    CONSTRAINT staff_id_check CHECK (((length(id) >= 1) AND (length(id) <= 64))),
    CONSTRAINT staff_is_locked_check CHECK ((is_locked = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CONSTRAINT staff_role_check CHECK ((role = ANY (ARRAY['phone-service'::text, 'professional'::text, 'supervisor'::text, 'main-user'::text])))
);

CREATE TABLE kartoitin.store (
    id bigint NOT NULL,
    is_demonstration bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT store_id_check CHECK ((id = 1)),
    CONSTRAINT store_is_demonstration_check CHECK ((is_demonstration = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);

INSERT INTO kartoitin.absence VALUES (1, 'eero', 4099759200, 4099932000, 'loma', 1796052691);

INSERT INTO kartoitin.access_log VALUES (1, 1796052691, '(owner)', 'root', 'booking', 'booking', 'Pohjois-Karjalan hyvinvointialue', 4, 0);
INSERT INTO kartoitin.access_log VALUES (2, 1796052691, '(owner)', 'root', 'message', 'booking', 'Pohjois-Karjalan hyvinvointialue', 1, 0);
INSERT INTO kartoitin.access_log VALUES (3, 1796052692, 'aino', 'aino Esimerkki', 'asiakastyö', 'booking', 'Pohjois-Karjalan hyvinvointialue', 1, 0);
INSERT INTO kartoitin.access_log VALUES (4, 1796052692, 'aino', 'aino Esimerkki', 'asiakastyö', 'description', 'Pohjois-Karjalan hyvinvointialue', 1, 0);
INSERT INTO kartoitin.access_log VALUES (5, 1796052692, 'aino', 'aino Esimerkki', 'asiakastyö', 'advice', 'Pohjois-Karjalan hyvinvointialue', 1, 0);
INSERT INTO kartoitin.access_log VALUES (6, 1796052692, 'soile', 'soile Esimerkki', 'asiakastyö', 'booking', 'Pohjois-Karjalan hyvinvointialue', 1, 0);
INSERT INTO kartoitin.access_log VALUES (7, 1796052692, 'soile', 'soile Esimerkki', 'asiakastyö', 'read-description', 'Pohjois-Karjalan hyvinvointialue', 1, 1);
INSERT INTO kartoitin.access_log VALUES (8, 1796052692, 'aino', 'aino Esimerkki', 'message', 'booking', 'Pohjois-Karjalan hyvinvointialue', 1, 0);

INSERT INTO kartoitin.booking VALUES (2, 'V95HHPE3', 10, 'cancelled', 'phone', NULL, 'Matti Meikäläinen', '+358407654321', NULL, 'fi', 'fi', NULL, 0, NULL, 'phone-service', 1796052690, 1796052691, 1, 'client', NULL, 4, NULL, NULL, NULL, NULL, NULL, NULL, 1796052691, NULL, NULL, 'all', NULL, NULL, NULL, NULL);
INSERT INTO kartoitin.booking VALUES (3, '4V55MAPJ', 3, 'cancelled', 'phone', NULL, 'Toinen Testinen', '+358501234567', NULL, 'fi', 'fi', NULL, 0, NULL, 'phone-service', 1796052690, 1796052691, 1, 'client', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'all', NULL, NULL, NULL, NULL);
INSERT INTO kartoitin.booking VALUES (1, 'XKY83T2J', 1, 'booked', 'phone', NULL, 'Maija Meikäläinen', '+358401234567', 'maija@example.fi', 'fi', 'fi', NULL, 0, NULL, 'phone-service', 1796052690, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'said-aloud', 'all', NULL, NULL, NULL, NULL);
INSERT INTO kartoitin.booking VALUES (4, '2FEP832M', 12, 'booked', 'phone', NULL, 'Matti Meikäläinen', '+358407654321', NULL, 'fi', 'fi', NULL, 0, NULL, 'phone-service', 1796052691, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1796052690, NULL, NULL, 'on-screen', 'neutral', NULL, NULL, NULL, NULL);
INSERT INTO kartoitin.booking VALUES (5, 'K7RA93MH', 3, 'booked', 'office', NULL, 'Sanatta Soinen', '', NULL, 'fi', 'fi', NULL, 0, NULL, 'client', 4099000000, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'on-screen', 'none', 1984, 'sanatta soinen', '$y$j9T$saltsaltsaltsaltsalt0', '$y$j9T$saltsaltsaltsaltsalt0$0123456789abcdefghijklmnopqrstuvwxyz0123456');
INSERT INTO kartoitin.booking VALUES (6, 'M3XH7RKA', 4, 'booked', 'phone', NULL, 'Äiti  Öhman-Wäre', '+358409876543', NULL, 'sv', 'sv', NULL, 0, NULL, 'client', 4099000100, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'on-screen', 'neutral', 1990, 'äiti öhman-wäre', NULL, NULL);

INSERT INTO kartoitin.booking_right VALUES (1, 'XM5F85KL', 'advice-families', NULL, 'Maija Meikäläinen', '+358401234567', 1, 4102351200, 'aino', 1796052691, NULL);

INSERT INTO kartoitin.description VALUES (3, 'Ei tarvita.', '', '', NULL, '');
INSERT INTO kartoitin.description VALUES (4, 'Velat.', '', '', NULL, '');
INSERT INTO kartoitin.description VALUES (1, 'En jaksa enää. Äiti 😀', '', '', NULL, 'En jaksa enää');
INSERT INTO kartoitin.description VALUES (5, 'Ei ole puhelinta.', '', '', NULL, '');
INSERT INTO kartoitin.description VALUES (6, 'Jag orkar inte.', '', '', NULL, 'han slår mig');

INSERT INTO kartoitin.journey VALUES ('2026-11-30', 'en', 'began', '', 1);
INSERT INTO kartoitin.journey VALUES ('2026-11-30', 'en', 'danger', '', 1);

INSERT INTO kartoitin.message VALUES (1, '77c50f9b-0b85-4c35-96f2-c43f8db3578a', 1, 'confirmation', 'sms', '+358401234567', 'fi', NULL, 1796052690, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (2, '55988152-c4bb-41e5-8e4c-0c320ea20f8d', 1, 'confirmation', 'email', 'maija@example.fi', 'fi', NULL, 1796052690, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (3, 'c2713041-953b-47b4-8f6c-d81c10aca3df', 1, 'reminder', 'sms', '+358401234567', 'fi', NULL, 4099705200, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (4, '00ef0e61-8ba8-4544-9403-93ab989c2c24', 1, 'reminder', 'email', 'maija@example.fi', 'fi', NULL, 4099705200, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (5, 'bbfc392c-83c5-442f-bba5-b0576b38c3f8', 1, 'reminder', 'sms', '+358401234567', 'fi', NULL, 4099784400, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (6, '3d43027b-f302-4083-b890-f05ea338b11d', 1, 'reminder', 'email', 'maija@example.fi', 'fi', NULL, 4099784400, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (7, '0151742f-766e-4e4f-b685-10084a7d8f3b', 2, 'confirmation', 'sms', '+358407654321', 'fi', NULL, 1796052690, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (8, '59c7e1eb-7d15-4cd3-8a73-29a1ed9c4d69', 2, 'reminder', 'sms', '+358407654321', 'fi', NULL, 4099706100, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (9, '5db383b5-2df7-4d1a-b783-646ae4d73751', 2, 'reminder', 'sms', '+358407654321', 'fi', NULL, 4099785300, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (10, '777e497f-af0c-46dc-8e8b-ad33541494bb', 3, 'confirmation', 'sms', '+358501234567', 'fi', NULL, 1796052690, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (11, '857912fb-4fc6-4183-a1ad-31cea9f27b08', 3, 'reminder', 'sms', '+358501234567', 'fi', NULL, 4099707000, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (12, '4cd9886d-8047-4f59-85a4-60160f25ce3b', 3, 'reminder', 'sms', '+358501234567', 'fi', NULL, 4099786200, NULL, 1796052691, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (13, '6752f6f0-6da6-40ac-b74b-3e8d96a44307', 4, 'change', 'sms', '+358407654321', 'fi', NULL, 1796052691, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (14, '1d639f4b-96d8-4757-b504-0f5d278b61c4', 4, 'reminder', 'sms', '+358407654321', 'fi', NULL, 4099707900, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (15, 'fd355bdc-50a8-4034-97a9-92cb2392e45a', 4, 'reminder', 'sms', '+358407654321', 'fi', NULL, 4099787100, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (16, '470a533b-83cb-423b-89e9-bca62d0c36c3', 3, 'cancellation', 'sms', '+358501234567', 'fi', NULL, 1796052691, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (17, '69a36ade-394e-4a2d-8575-5cd878aba6a7', 1, 'by-hand', 'sms', '+358401234567', 'fi', 'Tervetuloa', 1796052691, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (18, 'eff9e4bf-a88c-4419-994a-79f5fbef18d7', 1, 'by-hand', 'email', 'maija@example.fi', 'fi', 'Tervetuloa', 1796052691, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (19, 'a8fc91a0-6b26-482f-aaf2-3e245b8dc345', 1, 'by-hand', 'sms', '+358401234567', 'fi', 'Tervetuloa tapaamiseen', 1796052692, NULL, NULL, 0, NULL, NULL);
INSERT INTO kartoitin.message VALUES (20, '553976fa-f289-4165-b14a-98c91a33be34', 1, 'by-hand', 'email', 'maija@example.fi', 'fi', 'Tervetuloa tapaamiseen', 1796052692, NULL, NULL, 0, NULL, NULL);

INSERT INTO kartoitin.professional VALUES ('aino', 'Aino Esimerkki', 'families', '167', NULL, ' ', NULL);
INSERT INTO kartoitin.professional VALUES ('eero', 'Eero Esimerkki', 'families', '167', NULL, ' ', NULL);

INSERT INTO kartoitin.right_worker VALUES (1, 0, 'aino');

INSERT INTO kartoitin.slot VALUES (1, 'aino', 4099791600, 4099792500, 'advice-families', 'families', 7, '167', 1, NULL, 0, 1);
INSERT INTO kartoitin.slot VALUES (2, 'aino', 4099792500, 4099793400, 'advice-families', 'families', 7, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (5, 'aino', 4099795200, 4099796100, 'advice-families', 'families', 7, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (6, 'aino', 4099796100, 4099797000, 'advice-families', 'families', 7, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (7, 'aino', 4099797000, 4099797900, 'advice-families', 'families', 7, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (8, 'aino', 4099797900, 4099798800, 'advice-families', 'families', 7, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (9, 'eero', 4099791600, 4099792500, 'advice-families', 'families', 1, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (10, 'eero', 4099792500, 4099793400, 'advice-families', 'families', 1, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (11, 'eero', 4099793400, 4099794300, 'advice-families', 'families', 1, '167', 1, NULL, 0, 0);
INSERT INTO kartoitin.slot VALUES (12, 'eero', 4099794300, 4099795200, 'advice-families', 'families', 1, '167', 1, NULL, 0, 1);
INSERT INTO kartoitin.slot VALUES (3, 'aino', 4099793400, 4099794300, 'advice-families', 'families', 7, '167', 1, NULL, 0, 1);
INSERT INTO kartoitin.slot VALUES (4, 'aino', 4099794300, 4099795200, 'advice-families', 'families', 7, '167', 1, NULL, 0, 1);

INSERT INTO kartoitin.staff VALUES ('aino', 'aino Esimerkki', 'professional', '$y$j9T$ArmuVLNrHQaKJPiYXXZCy/$uxUb71auklyxAVWekf3Rruzq8tEOyzgu2imnuT1OK23', 0, 0, 1796052691, 1796052691);
INSERT INTO kartoitin.staff VALUES ('main-user', 'main-user', 'main-user', NULL, 0, 0, 1796052690, NULL);
INSERT INTO kartoitin.staff VALUES ('paavo', 'Paavo Pääkäyttäjä', 'main-user', '$y$j9T$UZyJAYjR0sT4JwS7BGwD81$Ix2u06jRFzWx9PdVQmH0m9kquz6EYAKt3wSWljaFi6.', 0, 0, 1796052691, 1796052691);
INSERT INTO kartoitin.staff VALUES ('soile', 'soile Esimerkki', 'phone-service', '$y$j9T$dzJpKQsFS6E/EXIIg3Bdw1$q9INQKdqyjuo0zRlduCTxsXk8V6j1EWCdAUUyF2ooN8', 0, 0, 1796052692, 1796052692);

INSERT INTO kartoitin.store VALUES (1, 0, 6);

SELECT pg_catalog.setval('kartoitin.absence_id_seq', 1, true);

SELECT pg_catalog.setval('kartoitin.access_log_id_seq', 8, true);

SELECT pg_catalog.setval('kartoitin.booking_id_seq', 6, true);

SELECT pg_catalog.setval('kartoitin.booking_right_id_seq', 1, true);

SELECT pg_catalog.setval('kartoitin.message_id_seq', 20, true);

SELECT pg_catalog.setval('kartoitin.slot_id_seq', 12, true);

ALTER TABLE ONLY kartoitin.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.access_log
    ADD CONSTRAINT access_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.advice
    ADD CONSTRAINT advice_pkey PRIMARY KEY (booking);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_reference_key UNIQUE (reference);

ALTER TABLE ONLY kartoitin.booking_right
    ADD CONSTRAINT booking_right_code_key UNIQUE (code);

ALTER TABLE ONLY kartoitin.booking_right
    ADD CONSTRAINT booking_right_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.call_draft
    ADD CONSTRAINT call_draft_pkey PRIMARY KEY (staff);

ALTER TABLE ONLY kartoitin.described_answer
    ADD CONSTRAINT described_answer_pkey PRIMARY KEY (booking, "position");

ALTER TABLE ONLY kartoitin.description
    ADD CONSTRAINT description_pkey PRIMARY KEY (booking);

ALTER TABLE ONLY kartoitin.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (slot, seat);

ALTER TABLE ONLY kartoitin.hold
    ADD CONSTRAINT hold_token_position_key UNIQUE (token, "position");

ALTER TABLE ONLY kartoitin.journey
    ADD CONSTRAINT journey_pkey PRIMARY KEY (day, language, event, place);

ALTER TABLE ONLY kartoitin.message
    ADD CONSTRAINT message_key_key UNIQUE (key);

ALTER TABLE ONLY kartoitin.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.slot
    ADD CONSTRAINT overlapping_slots_of_one_professional EXCLUDE USING gist (int8range(start, finish) WITH &&, professional WITH =);

ALTER TABLE ONLY kartoitin.professional
    ADD CONSTRAINT professional_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.right_worker
    ADD CONSTRAINT right_worker_pkey PRIMARY KEY (booking_right, "position");

ALTER TABLE ONLY kartoitin.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.slot
    ADD CONSTRAINT slot_professional_start_key UNIQUE (professional, start);

ALTER TABLE ONLY kartoitin.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY kartoitin.store
    ADD CONSTRAINT store_pkey PRIMARY KEY (id);

CREATE INDEX absence_of_professional ON kartoitin.absence USING btree (professional, start);

CREATE INDEX access_log_of_booking ON kartoitin.access_log USING btree (booking);

CREATE INDEX access_log_of_user ON kartoitin.access_log USING btree (user_id, at);

CREATE INDEX booked_slot ON kartoitin.slot USING btree (professional, start, finish, booked) WHERE (booked > 0);

CREATE INDEX booking_by_name ON kartoitin.booking USING btree (name_key) WHERE (status <> 'cancelled'::text);

CREATE INDEX booking_by_phone ON kartoitin.booking USING btree (client_phone) WHERE (status <> 'cancelled'::text);

CREATE INDEX booking_by_right ON kartoitin.booking USING btree (booking_right) WHERE (booking_right IS NOT NULL);

CREATE UNIQUE INDEX booking_made_once ON kartoitin.booking USING btree (made_with) WHERE (made_with IS NOT NULL);

CREATE INDEX booking_part ON kartoitin.booking USING btree (part_of) WHERE (part_of IS NOT NULL);

CREATE INDEX free_slot_by_start ON kartoitin.slot USING btree (start) WHERE ((booked < seats) AND (purpose IS NULL) AND (by_right = 0));

CREATE INDEX free_slot_by_task ON kartoitin.slot USING btree (task, start) WHERE ((booked < seats) AND (purpose IS NULL) AND (by_right = 0));

CREATE INDEX message_of_booking ON kartoitin.message USING btree (booking);

CREATE INDEX message_to_send ON kartoitin.message USING btree (due) WHERE ((sent_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE UNIQUE INDEX one_active_booking ON kartoitin.booking USING btree (slot, seat) WHERE (status <> 'cancelled'::text);

CREATE INDEX right_by_phone ON kartoitin.booking_right USING btree (client_phone);

CREATE TRIGGER access_log_is_never_emptied BEFORE TRUNCATE ON kartoitin.access_log FOR EACH STATEMENT EXECUTE FUNCTION kartoitin.refuse('the access log is never shortened');

CREATE TRIGGER access_log_stays BEFORE DELETE ON kartoitin.access_log FOR EACH ROW WHEN (((old.at)::numeric > (EXTRACT(epoch FROM now()) - ((4383 * 86400))::numeric))) EXECUTE FUNCTION kartoitin.refuse('the access log is never shortened');

CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON kartoitin.access_log FOR EACH ROW EXECUTE FUNCTION kartoitin.refuse('the access log is never changed');

CREATE TRIGGER account_is_its_owners BEFORE UPDATE ON kartoitin.staff FOR EACH ROW EXECUTE FUNCTION kartoitin.check_account();

CREATE TRIGGER booking_counts AFTER INSERT OR DELETE OR UPDATE OF status, slot ON kartoitin.booking FOR EACH ROW EXECUTE FUNCTION kartoitin.count_bookings();

CREATE TRIGGER booking_is_possible BEFORE INSERT ON kartoitin.booking FOR EACH ROW EXECUTE FUNCTION kartoitin.check_booking();

ALTER TABLE ONLY kartoitin.absence
    ADD CONSTRAINT absence_professional_fkey FOREIGN KEY (professional) REFERENCES kartoitin.professional(id);

ALTER TABLE ONLY kartoitin.access_log
    ADD CONSTRAINT access_log_booking_fkey FOREIGN KEY (booking) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.advice
    ADD CONSTRAINT advice_booking_fkey FOREIGN KEY (booking) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_booking_right_fkey FOREIGN KEY (booking_right) REFERENCES kartoitin.booking_right(id);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_moved_to_fkey FOREIGN KEY (moved_to) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_part_of_fkey FOREIGN KEY (part_of) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.booking
    ADD CONSTRAINT booking_slot_fkey FOREIGN KEY (slot) REFERENCES kartoitin.slot(id);

ALTER TABLE ONLY kartoitin.call_draft
    ADD CONSTRAINT call_draft_staff_fkey FOREIGN KEY (staff) REFERENCES kartoitin.staff(id);

ALTER TABLE ONLY kartoitin.described_answer
    ADD CONSTRAINT described_answer_booking_fkey FOREIGN KEY (booking) REFERENCES kartoitin.description(booking) ON UPDATE CASCADE;

ALTER TABLE ONLY kartoitin.description
    ADD CONSTRAINT description_booking_fkey FOREIGN KEY (booking) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.hold
    ADD CONSTRAINT hold_booking_right_fkey FOREIGN KEY (booking_right) REFERENCES kartoitin.booking_right(id);

ALTER TABLE ONLY kartoitin.hold
    ADD CONSTRAINT hold_slot_fkey FOREIGN KEY (slot) REFERENCES kartoitin.slot(id);

ALTER TABLE ONLY kartoitin.message
    ADD CONSTRAINT message_booking_fkey FOREIGN KEY (booking) REFERENCES kartoitin.booking(id);

ALTER TABLE ONLY kartoitin.right_worker
    ADD CONSTRAINT right_worker_booking_right_fkey FOREIGN KEY (booking_right) REFERENCES kartoitin.booking_right(id);

ALTER TABLE ONLY kartoitin.right_worker
    ADD CONSTRAINT right_worker_professional_fkey FOREIGN KEY (professional) REFERENCES kartoitin.professional(id);

ALTER TABLE ONLY kartoitin.slot
    ADD CONSTRAINT slot_professional_fkey FOREIGN KEY (professional) REFERENCES kartoitin.professional(id);

ALTER TABLE kartoitin.advice ENABLE ROW LEVEL SECURITY;

ALTER TABLE kartoitin.booking ENABLE ROW LEVEL SECURITY;

ALTER TABLE kartoitin.booking_right ENABLE ROW LEVEL SECURITY;

ALTER TABLE kartoitin.described_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE kartoitin.description ENABLE ROW LEVEL SECURITY;

CREATE POLICY kiosk_insert ON kartoitin.advice FOR INSERT TO kartoitin_kiosk WITH CHECK ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_insert ON kartoitin.booking FOR INSERT TO kartoitin_kiosk WITH CHECK ((((part_of IS NULL) OR (part_of = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[]))) AND ((booking_right IS NULL) OR (booking_right = ANY (( SELECT kartoitin.known_rights() AS known_rights)::bigint[])))));

CREATE POLICY kiosk_insert ON kartoitin.described_answer FOR INSERT TO kartoitin_kiosk WITH CHECK ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_insert ON kartoitin.description FOR INSERT TO kartoitin_kiosk WITH CHECK ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_insert ON kartoitin.message FOR INSERT TO kartoitin_kiosk WITH CHECK (((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])) AND (text IS NULL) AND (kind <> 'by-hand'::text)));

CREATE POLICY kiosk_select ON kartoitin.advice FOR SELECT TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_select ON kartoitin.booking FOR SELECT TO kartoitin_kiosk USING (((id = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])) OR ((reference = ANY (string_to_array(current_setting('kartoitin.codes'::text, true), ' '::text))) AND (client_phone = current_setting('kartoitin.phone'::text, true)))));

CREATE POLICY kiosk_select ON kartoitin.booking_right FOR SELECT TO kartoitin_kiosk USING ((id = ANY (( SELECT kartoitin.known_rights() AS known_rights)::bigint[])));

CREATE POLICY kiosk_select ON kartoitin.described_answer FOR SELECT TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_select ON kartoitin.description FOR SELECT TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_select ON kartoitin.message FOR SELECT TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_update ON kartoitin.advice FOR UPDATE TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_update ON kartoitin.booking FOR UPDATE TO kartoitin_kiosk USING ((id = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[]))) WITH CHECK (((id = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])) AND ((part_of IS NULL) OR (part_of = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])))));

CREATE POLICY kiosk_update ON kartoitin.described_answer FOR UPDATE TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_update ON kartoitin.description FOR UPDATE TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY kiosk_update ON kartoitin.message FOR UPDATE TO kartoitin_kiosk USING ((booking = ANY (( SELECT kartoitin.known_bookings() AS known_bookings)::bigint[])));

CREATE POLICY main_user_all ON kartoitin.advice TO kartoitin_main_user USING (true);

CREATE POLICY main_user_all ON kartoitin.booking_right TO kartoitin_main_user USING ((client_phone = ANY (( SELECT kartoitin.known_numbers() AS known_numbers)::text[])));

CREATE POLICY main_user_all ON kartoitin.described_answer TO kartoitin_main_user USING (true);

CREATE POLICY main_user_all ON kartoitin.description TO kartoitin_main_user USING (true);

CREATE POLICY main_user_all ON kartoitin.message TO kartoitin_main_user USING (true);

CREATE POLICY main_user_select ON kartoitin.booking FOR SELECT TO kartoitin_main_user USING (((client_phone = ANY (( SELECT kartoitin.known_numbers() AS known_numbers)::text[])) OR (EXISTS ( SELECT 1
   FROM (kartoitin.slot
     JOIN kartoitin.absence ON (((absence.professional = slot.professional) AND (absence.start < slot.finish) AND (absence.finish > slot.start))))
  WHERE (slot.id = booking.slot)))));

CREATE POLICY main_user_update ON kartoitin.booking FOR UPDATE TO kartoitin_main_user USING ((client_phone = ANY (( SELECT kartoitin.known_numbers() AS known_numbers)::text[])));

ALTER TABLE kartoitin.message ENABLE ROW LEVEL SECURITY;

CREATE POLICY messenger_all ON kartoitin.message TO kartoitin_messenger USING (true);

CREATE POLICY messenger_select ON kartoitin.booking FOR SELECT TO kartoitin_messenger USING ((EXISTS ( SELECT 1
   FROM kartoitin.message
  WHERE ((message.booking = booking.id) AND (message.sent_at IS NULL) AND (message.withdrawn_at IS NULL)))));

CREATE POLICY phone_service_all ON kartoitin.advice TO kartoitin_phone_service USING (true);

CREATE POLICY phone_service_all ON kartoitin.booking TO kartoitin_phone_service USING (true);

CREATE POLICY phone_service_all ON kartoitin.booking_right TO kartoitin_phone_service USING (true);

CREATE POLICY phone_service_all ON kartoitin.described_answer TO kartoitin_phone_service USING (true);

CREATE POLICY phone_service_all ON kartoitin.description TO kartoitin_phone_service USING (true);

CREATE POLICY phone_service_all ON kartoitin.message TO kartoitin_phone_service USING (true);

CREATE POLICY professional_all ON kartoitin.advice TO kartoitin_professional USING (true);

CREATE POLICY professional_all ON kartoitin.booking TO kartoitin_professional USING (true);

CREATE POLICY professional_all ON kartoitin.booking_right TO kartoitin_professional USING (true);

CREATE POLICY professional_all ON kartoitin.described_answer TO kartoitin_professional USING (true);

CREATE POLICY professional_all ON kartoitin.description TO kartoitin_professional USING (true);

CREATE POLICY professional_all ON kartoitin.message TO kartoitin_professional USING (true);

CREATE POLICY supervisor_all ON kartoitin.advice TO kartoitin_supervisor USING (true);

CREATE POLICY supervisor_all ON kartoitin.described_answer TO kartoitin_supervisor USING (true);

CREATE POLICY supervisor_all ON kartoitin.description TO kartoitin_supervisor USING (true);

CREATE POLICY supervisor_all ON kartoitin.message TO kartoitin_supervisor USING (true) WITH CHECK (((text IS NULL) AND (kind <> 'by-hand'::text)));

CREATE POLICY supervisor_insert ON kartoitin.booking FOR INSERT TO kartoitin_supervisor WITH CHECK (true);

CREATE POLICY supervisor_select ON kartoitin.booking FOR SELECT TO kartoitin_supervisor USING ((((status <> 'cancelled'::text) AND (purged_at IS NULL)) OR (cancelled_by = 'county'::text)));

CREATE POLICY supervisor_select ON kartoitin.booking_right FOR SELECT TO kartoitin_supervisor USING (true);

CREATE POLICY supervisor_update ON kartoitin.booking FOR UPDATE TO kartoitin_supervisor USING (true);

GRANT USAGE ON SCHEMA kartoitin TO kartoitin_kiosk;
GRANT USAGE ON SCHEMA kartoitin TO kartoitin_phone_service;
GRANT USAGE ON SCHEMA kartoitin TO kartoitin_professional;
GRANT USAGE ON SCHEMA kartoitin TO kartoitin_supervisor;
GRANT USAGE ON SCHEMA kartoitin TO kartoitin_main_user;
GRANT USAGE ON SCHEMA kartoitin TO kartoitin_messenger;

REVOKE ALL ON FUNCTION kartoitin.booking_made_with(text, text, text) FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.booking_made_with(text, text, text) TO kartoitin_kiosk;
GRANT ALL ON FUNCTION kartoitin.booking_made_with(text, text, text) TO kartoitin_phone_service;
GRANT ALL ON FUNCTION kartoitin.booking_made_with(text, text, text) TO kartoitin_professional;

REVOKE ALL ON FUNCTION kartoitin.check_account() FROM PUBLIC;

REVOKE ALL ON FUNCTION kartoitin.check_booking() FROM PUBLIC;

REVOKE ALL ON FUNCTION kartoitin.count_bookings() FROM PUBLIC;

REVOKE ALL ON FUNCTION kartoitin.group_concat_step(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION kartoitin.known_bookings() FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.known_bookings() TO kartoitin_kiosk;

REVOKE ALL ON FUNCTION kartoitin.known_numbers() FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.known_numbers() TO kartoitin_main_user;

REVOKE ALL ON FUNCTION kartoitin.known_rights() FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.known_rights() TO kartoitin_kiosk;

REVOKE ALL ON FUNCTION kartoitin.open_bookings(text, text, bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.open_bookings(text, text, bigint) TO kartoitin_kiosk;
GRANT ALL ON FUNCTION kartoitin.open_bookings(text, text, bigint) TO kartoitin_phone_service;
GRANT ALL ON FUNCTION kartoitin.open_bookings(text, text, bigint) TO kartoitin_professional;

REVOKE ALL ON FUNCTION kartoitin.purge_bookings(bigint, bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.purge_bookings(bigint, bigint) TO kartoitin_main_user;

REVOKE ALL ON FUNCTION kartoitin.reference_uses(text) FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.reference_uses(text) TO kartoitin_kiosk;
GRANT ALL ON FUNCTION kartoitin.reference_uses(text) TO kartoitin_phone_service;
GRANT ALL ON FUNCTION kartoitin.reference_uses(text) TO kartoitin_professional;
GRANT ALL ON FUNCTION kartoitin.reference_uses(text) TO kartoitin_supervisor;

REVOKE ALL ON FUNCTION kartoitin.refuse() FROM PUBLIC;

REVOKE ALL ON FUNCTION kartoitin.group_concat(text, text) FROM PUBLIC;
GRANT ALL ON FUNCTION kartoitin.group_concat(text, text) TO kartoitin_kiosk;
GRANT ALL ON FUNCTION kartoitin.group_concat(text, text) TO kartoitin_phone_service;
GRANT ALL ON FUNCTION kartoitin.group_concat(text, text) TO kartoitin_professional;
GRANT ALL ON FUNCTION kartoitin.group_concat(text, text) TO kartoitin_supervisor;
GRANT ALL ON FUNCTION kartoitin.group_concat(text, text) TO kartoitin_main_user;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.absence TO kartoitin_professional;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.absence TO kartoitin_supervisor;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.absence TO kartoitin_main_user;

GRANT SELECT(professional) ON TABLE kartoitin.absence TO kartoitin_kiosk;
GRANT SELECT(professional) ON TABLE kartoitin.absence TO kartoitin_phone_service;

GRANT SELECT(start) ON TABLE kartoitin.absence TO kartoitin_kiosk;
GRANT SELECT(start) ON TABLE kartoitin.absence TO kartoitin_phone_service;

GRANT SELECT(finish) ON TABLE kartoitin.absence TO kartoitin_kiosk;
GRANT SELECT(finish) ON TABLE kartoitin.absence TO kartoitin_phone_service;

GRANT INSERT ON TABLE kartoitin.access_log TO kartoitin_phone_service;
GRANT INSERT ON TABLE kartoitin.access_log TO kartoitin_professional;
GRANT INSERT ON TABLE kartoitin.access_log TO kartoitin_supervisor;
GRANT SELECT,INSERT,DELETE ON TABLE kartoitin.access_log TO kartoitin_main_user;

GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.advice TO kartoitin_professional;
GRANT DELETE ON TABLE kartoitin.advice TO kartoitin_main_user;

GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.advice TO kartoitin_kiosk;
GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.advice TO kartoitin_phone_service;
GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.advice TO kartoitin_supervisor;
GRANT SELECT(booking) ON TABLE kartoitin.advice TO kartoitin_main_user;

GRANT SELECT,INSERT ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT SELECT,INSERT ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT SELECT,INSERT ON TABLE kartoitin.booking TO kartoitin_supervisor;
GRANT SELECT ON TABLE kartoitin.booking TO kartoitin_main_user;
GRANT SELECT ON TABLE kartoitin.booking TO kartoitin_messenger;

GRANT UPDATE(reference) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(reference) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(reference) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(reference) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(status) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(status) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(status) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(status) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(client_name) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(client_phone) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(client_email) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(interpreter) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(sign_language) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(accessibility) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(cancelled_at) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(cancelled_at) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(cancelled_at) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(cancelled_at) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(cancelled_by) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(cancelled_by) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(cancelled_by) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(cancelled_by) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(cancel_reason) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(cancel_reason) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(cancel_reason) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(cancel_reason) ON TABLE kartoitin.booking TO kartoitin_supervisor;
GRANT UPDATE(cancel_reason) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(moved_to) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(moved_to) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(moved_to) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(moved_to) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(part_of) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(part_of) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(part_of) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(part_of) ON TABLE kartoitin.booking TO kartoitin_supervisor;

GRANT UPDATE(attendance) ON TABLE kartoitin.booking TO kartoitin_professional;

GRANT UPDATE(guard_reason) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(guard_reason) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT UPDATE(purged_at) ON TABLE kartoitin.booking TO kartoitin_kiosk;
GRANT UPDATE(purged_at) ON TABLE kartoitin.booking TO kartoitin_phone_service;
GRANT UPDATE(purged_at) ON TABLE kartoitin.booking TO kartoitin_professional;
GRANT UPDATE(purged_at) ON TABLE kartoitin.booking TO kartoitin_supervisor;
GRANT UPDATE(purged_at) ON TABLE kartoitin.booking TO kartoitin_main_user;

GRANT SELECT ON TABLE kartoitin.booking_outline TO kartoitin_phone_service;
GRANT SELECT ON TABLE kartoitin.booking_outline TO kartoitin_professional;
GRANT SELECT ON TABLE kartoitin.booking_outline TO kartoitin_supervisor;
GRANT SELECT ON TABLE kartoitin.booking_outline TO kartoitin_main_user;

GRANT SELECT(id) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT(slot) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT(seat) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT(status) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT(part_of) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT(booking_right) ON TABLE kartoitin.booking_outline TO kartoitin_kiosk;

GRANT SELECT ON TABLE kartoitin.booking_right TO kartoitin_kiosk;
GRANT SELECT ON TABLE kartoitin.booking_right TO kartoitin_phone_service;
GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.booking_right TO kartoitin_professional;
GRANT SELECT ON TABLE kartoitin.booking_right TO kartoitin_main_user;

GRANT SELECT(id) ON TABLE kartoitin.booking_right TO kartoitin_supervisor;

GRANT SELECT(team) ON TABLE kartoitin.booking_right TO kartoitin_supervisor;

GRANT UPDATE(client_name) ON TABLE kartoitin.booking_right TO kartoitin_main_user;

GRANT UPDATE(client_phone) ON TABLE kartoitin.booking_right TO kartoitin_main_user;

GRANT UPDATE(withdrawn_at) ON TABLE kartoitin.booking_right TO kartoitin_main_user;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.call_draft TO kartoitin_phone_service;
GRANT DELETE ON TABLE kartoitin.call_draft TO kartoitin_main_user;

GRANT SELECT(staff) ON TABLE kartoitin.call_draft TO kartoitin_main_user;

GRANT SELECT(at) ON TABLE kartoitin.call_draft TO kartoitin_main_user;

GRANT INSERT ON TABLE kartoitin.described_answer TO kartoitin_kiosk;
GRANT INSERT ON TABLE kartoitin.described_answer TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.described_answer TO kartoitin_professional;
GRANT DELETE ON TABLE kartoitin.described_answer TO kartoitin_main_user;

GRANT SELECT(booking) ON TABLE kartoitin.described_answer TO kartoitin_main_user;

GRANT INSERT ON TABLE kartoitin.description TO kartoitin_kiosk;
GRANT INSERT ON TABLE kartoitin.description TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.description TO kartoitin_professional;
GRANT DELETE ON TABLE kartoitin.description TO kartoitin_main_user;

GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.description TO kartoitin_kiosk;
GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.description TO kartoitin_phone_service;
GRANT UPDATE(booking) ON TABLE kartoitin.description TO kartoitin_professional;
GRANT SELECT(booking),UPDATE(booking) ON TABLE kartoitin.description TO kartoitin_supervisor;
GRANT SELECT(booking) ON TABLE kartoitin.description TO kartoitin_main_user;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.hold TO kartoitin_kiosk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.hold TO kartoitin_phone_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.hold TO kartoitin_professional;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE kartoitin.hold TO kartoitin_supervisor;
GRANT SELECT,DELETE ON TABLE kartoitin.hold TO kartoitin_main_user;

GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.journey TO kartoitin_kiosk;
GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.journey TO kartoitin_phone_service;
GRANT SELECT ON TABLE kartoitin.journey TO kartoitin_supervisor;
GRANT SELECT ON TABLE kartoitin.journey TO kartoitin_main_user;

GRANT INSERT ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT INSERT ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.message TO kartoitin_professional;
GRANT INSERT ON TABLE kartoitin.message TO kartoitin_supervisor;
GRANT DELETE ON TABLE kartoitin.message TO kartoitin_main_user;
GRANT SELECT,UPDATE ON TABLE kartoitin.message TO kartoitin_messenger;

GRANT SELECT(id) ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT SELECT(id) ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT SELECT(id) ON TABLE kartoitin.message TO kartoitin_supervisor;
GRANT SELECT(id) ON TABLE kartoitin.message TO kartoitin_main_user;

GRANT SELECT(booking) ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT SELECT(booking) ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT SELECT(booking) ON TABLE kartoitin.message TO kartoitin_supervisor;
GRANT SELECT(booking) ON TABLE kartoitin.message TO kartoitin_main_user;

GRANT SELECT(kind) ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT SELECT(kind) ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT SELECT(kind) ON TABLE kartoitin.message TO kartoitin_supervisor;

GRANT SELECT(sent_at) ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT SELECT(sent_at) ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT SELECT(sent_at) ON TABLE kartoitin.message TO kartoitin_supervisor;

GRANT SELECT(withdrawn_at),UPDATE(withdrawn_at) ON TABLE kartoitin.message TO kartoitin_kiosk;
GRANT SELECT(withdrawn_at),UPDATE(withdrawn_at) ON TABLE kartoitin.message TO kartoitin_phone_service;
GRANT UPDATE(withdrawn_at) ON TABLE kartoitin.message TO kartoitin_professional;
GRANT SELECT(withdrawn_at),UPDATE(withdrawn_at) ON TABLE kartoitin.message TO kartoitin_supervisor;

GRANT SELECT ON TABLE kartoitin.professional TO kartoitin_kiosk;
GRANT SELECT ON TABLE kartoitin.professional TO kartoitin_phone_service;
GRANT SELECT ON TABLE kartoitin.professional TO kartoitin_professional;
GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.professional TO kartoitin_supervisor;
GRANT SELECT,INSERT,UPDATE ON TABLE kartoitin.professional TO kartoitin_main_user;
GRANT SELECT ON TABLE kartoitin.professional TO kartoitin_messenger;

GRANT UPDATE(left_at) ON TABLE kartoitin.professional TO kartoitin_professional;

GRANT SELECT ON TABLE kartoitin.right_worker TO kartoitin_kiosk;
GRANT SELECT ON TABLE kartoitin.right_worker TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.right_worker TO kartoitin_professional;
GRANT SELECT ON TABLE kartoitin.right_worker TO kartoitin_supervisor;
GRANT SELECT ON TABLE kartoitin.right_worker TO kartoitin_main_user;

GRANT SELECT ON TABLE kartoitin.slot TO kartoitin_kiosk;
GRANT SELECT ON TABLE kartoitin.slot TO kartoitin_phone_service;
GRANT SELECT,INSERT ON TABLE kartoitin.slot TO kartoitin_professional;
GRANT SELECT,INSERT ON TABLE kartoitin.slot TO kartoitin_supervisor;
GRANT SELECT,INSERT ON TABLE kartoitin.slot TO kartoitin_main_user;
GRANT SELECT ON TABLE kartoitin.slot TO kartoitin_messenger;

GRANT SELECT ON TABLE kartoitin.staff TO kartoitin_phone_service;
GRANT SELECT ON TABLE kartoitin.staff TO kartoitin_professional;
GRANT SELECT ON TABLE kartoitin.staff TO kartoitin_supervisor;
GRANT SELECT,INSERT ON TABLE kartoitin.staff TO kartoitin_main_user;

GRANT UPDATE(password) ON TABLE kartoitin.staff TO kartoitin_phone_service;
GRANT UPDATE(password) ON TABLE kartoitin.staff TO kartoitin_professional;
GRANT UPDATE(password) ON TABLE kartoitin.staff TO kartoitin_supervisor;
GRANT UPDATE(password) ON TABLE kartoitin.staff TO kartoitin_main_user;

GRANT UPDATE(wrong_passwords) ON TABLE kartoitin.staff TO kartoitin_phone_service;
GRANT UPDATE(wrong_passwords) ON TABLE kartoitin.staff TO kartoitin_professional;
GRANT UPDATE(wrong_passwords) ON TABLE kartoitin.staff TO kartoitin_supervisor;
GRANT UPDATE(wrong_passwords) ON TABLE kartoitin.staff TO kartoitin_main_user;

GRANT UPDATE(is_locked) ON TABLE kartoitin.staff TO kartoitin_phone_service;
GRANT UPDATE(is_locked) ON TABLE kartoitin.staff TO kartoitin_professional;
GRANT UPDATE(is_locked) ON TABLE kartoitin.staff TO kartoitin_supervisor;
GRANT UPDATE(is_locked) ON TABLE kartoitin.staff TO kartoitin_main_user;

GRANT UPDATE(password_at) ON TABLE kartoitin.staff TO kartoitin_phone_service;
GRANT UPDATE(password_at) ON TABLE kartoitin.staff TO kartoitin_professional;
GRANT UPDATE(password_at) ON TABLE kartoitin.staff TO kartoitin_supervisor;
GRANT UPDATE(password_at) ON TABLE kartoitin.staff TO kartoitin_main_user;

GRANT SELECT ON TABLE kartoitin.store TO kartoitin_kiosk;
GRANT SELECT ON TABLE kartoitin.store TO kartoitin_phone_service;
GRANT SELECT ON TABLE kartoitin.store TO kartoitin_professional;
GRANT SELECT ON TABLE kartoitin.store TO kartoitin_supervisor;
GRANT SELECT ON TABLE kartoitin.store TO kartoitin_main_user;
GRANT SELECT ON TABLE kartoitin.store TO kartoitin_messenger;

