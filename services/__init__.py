"""Does: what can be done in the programme, one class per topic, one method one transaction."""
