import type { ApiKeyScope } from '@streamline/contract'

/** What every API key begins with, so that scanners of published code find it. */
export const API_KEY_PREFIX = 'slk_'

/** Last uses are shown to the minute: one write says enough. */
export const USE_NOTED_EVERY = 60_000

/** Whom a script speaks for, and what it may. */
export interface ApiKeyPrincipal {
  readonly id: string
  readonly userId: string
  readonly scopes: ReadonlySet<ApiKeyScope>
}
