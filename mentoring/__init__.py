"""What the programme knows: people, rules and values, without chat, tables or clock."""
