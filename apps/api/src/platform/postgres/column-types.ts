import { types, type CustomTypesConfig } from 'pg'

const { builtins } = types

/** `2026-11-23 10:00:00.5+00` as RFC 3339 in UTC. */
const instantOf = (text: string) =>
  text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : new Date(text).toISOString()

/** A billing date stays text, an instant is RFC 3339 text, counts and minor units are numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, instantOf],
  [builtins.INT8, Number],
])

export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format),
}
