"""When: dates as texts write them, put on the calendar, and the one that an event has."""
