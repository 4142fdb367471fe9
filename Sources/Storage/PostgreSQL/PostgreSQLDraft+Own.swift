#if PostgreSQL
    extension PostgreSQLDraft {
        /// What a draft keeps about itself, gone when it is whole.
        enum Own {
            static let tables: Set = ["copy_mark", "copy_step"]

            /// Makes them.
            static let notes = """
                CREATE TABLE copy_mark (name text PRIMARY KEY, rows bigint NOT NULL, sum bigint NOT NULL);
                CREATE TABLE copy_step (
                    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, place text NOT NULL, name text NOT NULL,
                    sql text NOT NULL);
                """

            /// What slows down or hinders rows that come in any order, as statements that make it again: first the
            /// indexes that refuse, then the others, last what looks for rows of other tables.
            static let steps = """
                INSERT INTO copy_step (place, name, sql)
                SELECT relname, name, sql FROM (
                    SELECT relname, CASE contype WHEN 'f' THEN 3 ELSE 1 END AS turn, conname AS name,
                        format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(found.oid)) AS sql
                    FROM pg_constraint AS found JOIN pg_class ON pg_class.oid = conrelid
                    WHERE connamespace = current_schema()::regnamespace AND contype IN ('u', 'x', 'f')
                    UNION ALL
                    SELECT own.relname, 2, made.relname, pg_get_indexdef(indexrelid)
                    FROM pg_index JOIN pg_class AS own ON own.oid = indrelid JOIN pg_class AS made ON made.oid = indexrelid
                    WHERE made.relnamespace = current_schema()::regnamespace
                        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
                ) AS step ORDER BY turn, relname, name;
                DO $$ DECLARE found record; BEGIN
                    FOR found IN SELECT relname, conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
                        WHERE connamespace = current_schema()::regnamespace AND contype IN ('u', 'x', 'f')
                        ORDER BY contype = 'f' DESC
                    LOOP EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', found.relname, found.conname); END LOOP;
                    FOR found IN SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                        WHERE relnamespace = current_schema()::regnamespace
                            AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
                    LOOP EXECUTE format('DROP INDEX %I', found.relname); END LOOP;
                END $$;
                """
        }
    }
#endif
