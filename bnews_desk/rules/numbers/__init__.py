"""Group B: dates, times, numbers, money and units."""
