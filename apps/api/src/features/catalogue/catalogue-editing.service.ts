import { Injectable } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { parseCalendarDate, type CalendarDate, type Money } from '@streamline/domain'
import { v5 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { CatalogueEditingRepository } from './catalogue-editing.repository.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import { planAnswer, type PlanAnswer } from './catalogue.presenter.ts'
import type { PlanCorrectionDocument } from './plan-correction.document.ts'
import type { PlanDraftDocument } from './plan-draft.document.ts'
import { begun, publishedPlan, withoutPrice, withPrice } from './plan-editing.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'
import { ProviderRepository } from './provider.repository.ts'
import { RecentPlansService } from './recent-plans.service.ts'

type Editing = typeof contract.catalogueEditing
type Input<K extends keyof Editing> = Call<Editing[K]>['input']

const DEFAULT_LIMIT = 50
/** Bills older than this say nothing about a price of today. */
const OLDEST_BILL_DAYS = 400
const DAY_MS = 86_400_000

/** What editors do to the catalogue, and what everybody may suggest to them. Who edits has been let in by the route. */
@Injectable()
export class CatalogueEditingService {
  /** The day by which announced prices were looked for last. */
  private lookedOn = ''

  constructor(
    private readonly clock: Clock,
    private readonly plans: PlanRepository,
    private readonly providers: ProviderRepository,
    private readonly editing: CatalogueEditingRepository,
    private readonly version: CatalogueVersionService,
    private readonly recent: RecentPlansService,
  ) {}

  async listDrafts(
    actor: Actor,
    { limit = DEFAULT_LIMIT, cursor }: Input<'listDrafts'>,
  ): Promise<Answer<Editing['listDrafts']>> {
    assertEditor(actor)
    const after = cursor === undefined ? null : positionIn(cursor)
    const found = await this.editing.listDrafts(limit + 1, after)
    const drafts = found.slice(0, limit)
    const published = new Set((await this.plans.getMany(drafts.map(({ id }) => id))).map(({ id }) => id))
    const last = drafts.at(-1)
    return {
      items: drafts.map((draft) => presentDraft(draft, !published.has(draft.id))),
      nextCursor:
        found.length > limit && last !== undefined ? cursorOf(this.editing.positionOfDraft(last)) : null,
    }
  }

  async saveDraft(actor: Actor, { id, ...said }: Input<'saveDraft'>): Promise<Answer<Editing['saveDraft']>> {
    assertEditor(actor)
    const provider = await this.providers.get(said.providerId)
    if (provider === null) throw refused('/providerId', 'is not a provider of the catalogue')
    if (!id.startsWith(`${said.providerId}-`)) throw refused('/id', `must begin with ${said.providerId}-`)
    const stored = await this.plans.get(id)
    if (stored !== null && stored.providerId !== said.providerId)
      throw refused('/providerId', 'must stay as it was published')
    if (stored !== null && stored.price.currency !== said.price.currency)
      throw new ProblemError('currency-mismatch', `The plan is sold in ${stored.price.currency}.`)
    const draft: PlanDraftDocument = {
      ...said,
      id,
      revision: 1,
      providerName: provider.name,
      note: said.note === '' ? null : said.note,
      updatedAt: this.clock.nowIso(),
    }
    await this.editing.saveDraft(draft)
    return presentDraft(draft, stored === null)
  }

  async discardDraft(actor: Actor, { id }: Input<'discardDraft'>): Promise<void> {
    assertEditor(actor)
    if (!(await this.editing.removeDraft(id))) throw new ProblemError('not-found')
  }

  async publishDraft(actor: Actor, { id, effectiveOn }: Input<'publishDraft'>): Promise<PlanAnswer> {
    assertEditor(actor)
    const draft = await this.editing.draft(id)
    if (draft === null) throw new ProblemError('not-found')
    const [stored, provider] = await Promise.all([this.plans.get(id), this.providers.get(draft.providerId)])
    if (provider === null) throw refused('/providerId', 'is not a provider of the catalogue')
    const plan = publishedPlan(stored, draft, provider, { effectiveOn, today: this.today() })
    const answer = await this.save(stored, plan)
    await this.editing.removeDraft(id)
    return answer
  }

  async readPlan(actor: Actor, { id }: Input<'readPlan'>): Promise<PlanAnswer> {
    assertEditor(actor)
    return planAnswer(await this.known(id))
  }

  async setPrice(actor: Actor, { id, price, effectiveOn }: Input<'setPrice'>): Promise<PlanAnswer> {
    assertEditor(actor)
    const plan = await this.known(id)
    return this.save(plan, withPrice(plan, { price, tax: plan.tax, effectiveOn }, this.today()))
  }

  async takeBackPrice(actor: Actor, { id, versionId }: Input<'takeBackPrice'>): Promise<PlanAnswer> {
    assertEditor(actor)
    const plan = await this.known(id)
    return this.save(plan, withoutPrice(plan, versionId))
  }

  async withdraw(actor: Actor, { id }: Input<'withdraw'>): Promise<PlanAnswer> {
    assertEditor(actor)
    const plan = await this.known(id)
    if (plan.status === 'superseded')
      throw new ProblemError('illegal-transition', 'It is not sold any more already.')
    return this.save(plan, { ...plan, status: 'superseded' })
  }

  async suggest(
    { userId }: Actor,
    { id, price, seenOn }: Input<'suggest'>,
  ): Promise<Answer<Editing['suggest']>> {
    const plan = await this.known(id)
    if (price.currency !== plan.price.currency)
      throw new ProblemError('currency-mismatch', `The plan is sold in ${plan.price.currency}.`)
    const now = this.clock.now()
    // Somewhere it is tomorrow already.
    if (seenOn > dateOf(now + DAY_MS) || seenOn < dateOf(now - OLDEST_BILL_DAYS * DAY_MS))
      throw new ProblemError('date-out-of-range', undefined, {
        errors: [{ pointer: '/seenOn', message: 'must lie within the last 400 days' }],
      })
    await this.editing.suggest({
      id: v5(plan.id, userId),
      revision: 1,
      planId: plan.id,
      price,
      seenOn,
      state: 'open',
      at: this.clock.nowIso(),
    })
    return { planId: plan.id, price, seenOn }
  }

  async listCorrections(
    actor: Actor,
    { limit = DEFAULT_LIMIT, cursor }: Input<'listCorrections'>,
  ): Promise<Answer<Editing['listCorrections']>> {
    assertEditor(actor)
    const open = await this.editing.openCorrections()
    const groups = [...Map.groupBy(open, groupOf)].toSorted(([one], [other]) => (one < other ? -1 : 1))
    const after = cursor === undefined ? '' : positionIn(cursor).value
    const rest = groups.filter(([group]) => group > after)
    const page = rest.slice(0, limit)
    const plans = await this.plans.getMany(page.flatMap(([, [first]]) => first?.planId ?? []))
    const byId = new Map(plans.map((plan) => [plan.id, plan]))
    const last = page.at(-1)
    return {
      items: page.flatMap(([, group]) => {
        const plan = byId.get(group[0]?.planId ?? '')
        return plan === undefined ? [] : [presentCorrection(plan, group)]
      }),
      nextCursor:
        rest.length > limit && last !== undefined ? cursorOf({ value: last[0], id: last[0] }) : null,
    }
  }

  async decideCorrection(
    actor: Actor,
    { planId, price, decision, effectiveOn }: Input<'decideCorrection'>,
  ): Promise<Answer<Editing['decideCorrection']>> {
    assertEditor(actor)
    const plan = await this.known(planId)
    const open = await this.editing.openOf(planId)
    const same = open.filter((one) => isSame(one.price, price))
    if (same.length === 0) throw new ProblemError('not-found')
    if (decision === 'accept') {
      const on = effectiveOn ?? latestOf(same)
      await this.save(plan, withPrice(plan, { price, tax: plan.tax, effectiveOn: on }, this.today()))
    }
    const state = decision === 'accept' ? ('accepted' as const) : ('declined' as const)
    await this.editing.decide(same.map((one) => ({ ...one, state })))
    return { decided: same.length }
  }

  /** Prices whose day has come are in force; asked once a day, of what has announced prices only. */
  async beginPrices(nowMs: number): Promise<number> {
    const today = dateOf(nowMs)
    if (today === this.lookedOn) return 0
    const due = await this.plans.withPricesUntil(today)
    let begunPlans = 0
    // Whoever was faster has begun it, or an editor changed it: the next look finds it again.
    for (const plan of due) if ((await this.plans.replace(begun(plan, today), plan)) !== null) begunPlans += 1
    if (begunPlans === due.length) this.lookedOn = today
    if (begunPlans > 0) await this.changed()
    return begunPlans
  }

  private async known(id: string): Promise<PlanDocument> {
    const plan = await this.plans.get(id)
    if (plan === null) throw new ProblemError('not-found')
    return plan
  }

  private async save(stored: PlanDocument | null, plan: PlanDocument): Promise<PlanAnswer> {
    const edited = { ...plan, editedAt: this.clock.nowIso() }
    const saved = stored === null ? await this.plans.insert(edited) : await this.plans.replace(edited, stored)
    if (saved === null) throw new ProblemError('stale-revision', 'Somebody else edited it just now.')
    await this.changed()
    return planAnswer(saved)
  }

  private async changed(): Promise<void> {
    this.recent.forget()
    await this.version.bump()
  }

  /** The day in UTC: a catalogue has no place. */
  private today(): CalendarDate {
    return dateOf(this.clock.now())
  }
}

const assertEditor = ({ permissions }: Actor): void => {
  if (!permissions.has('catalogue.edit')) throw new ProblemError('forbidden')
}

const refused = (pointer: string, message: string) =>
  new ProblemError('invalid-input', undefined, { errors: [{ pointer, message }] })

const dateOf = (epochMs: number): CalendarDate =>
  parseCalendarDate(new Date(epochMs).toISOString().slice(0, 10))

const isSame = (one: Money, other: Money): boolean =>
  one.amount === other.amount && one.currency === other.currency

const groupOf = ({ planId, price }: PlanCorrectionDocument): string =>
  `${planId} ${String(price.amount).padStart(12, '0')}`

const latestOf = (corrections: readonly PlanCorrectionDocument[]): CalendarDate =>
  corrections.map(({ seenOn }) => seenOn).reduce((one, other) => (one > other ? one : other))

const presentCorrection = (plan: PlanDocument, group: readonly PlanCorrectionDocument[]) => ({
  planId: plan.id,
  planName: plan.name,
  providerName: plan.providerName,
  known: plan.price,
  price: group[0]?.price ?? plan.price,
  people: group.length,
  seenOn: latestOf(group),
})

const presentDraft = (draft: PlanDraftDocument, isNew: boolean) => {
  const { revision: _, ...shown } = draft
  return { ...shown, isNew }
}
