ALTER TABLE booking ADD COLUMN consent TEXT CHECK (consent IN ('on-screen', 'said-aloud'));
