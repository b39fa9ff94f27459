"""Everything the programme prints, and the tables it reads: orders, consents, posters, registers, class lists."""
