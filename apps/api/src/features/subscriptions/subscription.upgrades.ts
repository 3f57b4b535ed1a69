import type { Body } from '../../platform/documents/document-store.ts'

/** A body as the first version wrote it, as far as it changed since. */
interface FirstBody {
  readonly planId: string | null
  readonly priceVersionId: string | null
  readonly facts: { readonly terms: { readonly segments: readonly object[] } }
  readonly updatedAt: string
  readonly nextEffectOn: string | null
  readonly pendingEffects: readonly (
    | {
        readonly kind: 'raiseCharges'
        readonly on: string
        readonly fromIndex: number
        readonly voidFromIndex: number | null
        readonly assumePaidBeforeIndex: number | null
        readonly splitFrom: string | null
      }
    | { readonly kind: 'recordPayment'; readonly id: string; readonly on: string; readonly index: number }
  )[]
}

const least = (dates: readonly string[]): string | undefined => dates.toSorted()[0]

/** A list of effects is one comparison, the widest of them. */
const owedOf = ({ updatedAt, pendingEffects }: FirstBody) => {
  const raising = pendingEffects.filter((effect) => effect.kind === 'raiseCharges')
  if (raising.length === 0) return null
  const days = raising.map(({ on }) => on)
  return {
    fromIndex: Math.min(
      ...raising.flatMap(({ fromIndex, voidFromIndex }) => [fromIndex, voidFromIndex ?? fromIndex]),
    ),
    since: updatedAt,
    billedUntil: least(days),
    on: days.toSorted().at(-1),
    splitFrom: least(raising.map(({ on, splitFrom }) => splitFrom ?? on)),
    assumePaidBeforeIndex:
      raising.find((effect) => effect.assumePaidBeforeIndex !== null)?.assumePaidBeforeIndex ?? null,
    payments: pendingEffects.flatMap((effect) => {
      if (effect.kind !== 'recordPayment') return []
      const { kind: _, ...payment } = effect
      return [payment]
    }),
  }
}

/** No household has an earlier midnight; whoever looks there finds that it is not time yet, and when it is. */
const EARLIEST = '+14:00'

/** Effects became one marker, what is due is found by an instant, and segments say of which plan they are. */
export const withOwed = (body: Body): Body => {
  // The store tells versions apart: this body was written by the first.
  const first = body as unknown as FirstBody
  const { pendingEffects: _, ...kept } = body
  const { nextEffectOn, planId, priceVersionId, facts } = first
  const plan = planId === null ? {} : { planId, priceVersionId }
  const segments = facts.terms.segments.map((segment) => ({ ...segment, ...plan }))
  return {
    ...kept,
    facts: { ...facts, terms: { ...facts.terms, segments } },
    owed: owedOf(first),
    nextLookAt: nextEffectOn === null ? null : new Date(`${nextEffectOn}T00:00:00${EARLIEST}`).toISOString(),
  }
}

/** Names the one act of its subscription that nobody did. */
const TAKEN_OVER = '00000000-0000-4000-8000-000000000000'

/** What happened until acts were kept is one of them. */
export const withRecords = (body: Body): Body => {
  const { facts, acts, createdAt, owed } = body as unknown as {
    readonly facts: object
    readonly acts: readonly string[]
    readonly createdAt: string
    readonly owed: object | null
  }
  const { acts: _, ...kept } = body
  const act = { kind: 'takenOver', facts }
  return {
    ...kept,
    records: [{ id: TAKEN_OVER, on: createdAt.slice(0, 10), at: createdAt, by: null, act }],
    withdrawn: false,
    owed: owed === null ? null : { ...owed, amends: false, takesBack: [] },
    writes: acts,
  }
}

/** Who was there before debits could book themselves was never asked. */
export const withRecordsItself = (body: Body): Body => ({ ...body, recordsItself: null })

const cloudProviders: ReadonlySet<unknown> = new Set(['icloud', 'google-one'])

/** Cloud storage was called streaming while there was no kind for it. */
export const withCloudAsOther = (body: Body): Body =>
  body['kind'] === 'ott' && cloudProviders.has(body['providerId']) ? { ...body, kind: 'other' } : body

/** Nobody could type an allowance before. */
export const withAllowances = (body: Body): Body => ({ allowances: [], ...body })

/** Numbers were only text. */
export const withLineId = (body: Body): Body => ({ lineId: null, ...body })

/** Nobody was told of another price before. */
export const withKeptPrice = (body: Body): Body => ({ keptBesideId: null, ...body })
