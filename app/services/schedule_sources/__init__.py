"""Where the rows of each schedule come from: one module a list, named as its data file in `resources/schedules/`."""
