"""Train, measure and export the name model; see README.md here."""
