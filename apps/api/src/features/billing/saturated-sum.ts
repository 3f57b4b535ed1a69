/**
 * The sum of a column of minor units, ended at ±2^53: one step beyond what a number counts exactly, so that `sumOfTotal` sees
 * that it is too large, and far from where PostgreSQL would refuse to add.
 */
export const saturatedSum = (column: string): string =>
  `least(greatest(sum(${column}), -9007199254740992), 9007199254740992)::bigint`
