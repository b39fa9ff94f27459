"""Says: every word the bot utters, and the small class that finds them."""
