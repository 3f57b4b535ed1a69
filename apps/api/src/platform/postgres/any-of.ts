/**
 * True where a row is found, asked once for each row of the statement around it. `exists` leaves the planner the choice to read a whole
 * table for all of them at once: cheap while the table is nearly empty, and prepared statements keep their plan while it grows.
 */
export const anyOf = (from: string): string => `coalesce((select true ${from} limit 1), false)`
