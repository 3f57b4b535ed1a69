import {
  type Kind,
  type Plan,
  type SubscriptionDetail,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import type { Moving } from '@streamline/client/lines'
import {
  customDraft,
  kinds,
  planDraft,
  splitDraftOf,
  useNewSubscription,
} from '@streamline/client/subscriptions'
import type { CalendarDate } from '@streamline/domain'
import { useNavigate } from '@tanstack/react-router'
import { useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card } from '../../../design/card.tsx'
import { ChoiceChips } from '../../../design/choice-chips.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { TextField } from '../../../design/field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { RestoredNote } from '../../../design/restored-note.tsx'
import { LineField } from '../fields/line-field.tsx'
import { MovingNote } from '../fields/moving-note.tsx'
import { MoreSection } from './more-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { PriceSection } from './price-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { StartSection } from './start-section.tsx'
import { TwinNote } from './twin-note.tsx'

const PlanHead = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation('add')
  const interval = useIntervalText()
  const format = useFormat()
  return (
    <div className="flex items-center gap-3.5">
      <BrandTile name={plan.providerId} color={plan.brandColor} />
      <div className="min-w-0">
        <p className="font-semibold break-words">{plan.name}</p>
        <p className="text-sm text-muted">
          {interval(plan.interval)} · {t('plan.asOf', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}
        </p>
      </div>
    </div>
  )
}

/** Last step: price, date, people; beside it what will be charged. */
export const TermsStep = ({
  plan,
  name,
  kind,
  moving,
  beginsOn,
  people,
  onSaved,
}: {
  plan: Plan | null
  name: string
  kind: Kind
  /** The number it is for, and what it takes the place of. */
  moving: Moving | null
  /** The first day that is likely; default today. */
  beginsOn: CalendarDate | null
  /** Those who are to use it, where it is for several. */
  people: readonly string[]
  onSaved: (created: SubscriptionDetail) => void
}) => {
  const { t } = useTranslation(['add', 'words', 'split', 'subscriptions'])
  const { today, currency, memberId } = useHousehold()
  const beginning = { today, currency, you: memberId }
  const { form, kept, set, errorAt, preview, summary, isLong, whole, split, refusal, busy, isWrong, submit } =
    useNewSubscription(
      {
        ...(plan === null ? customDraft(beginning, name, kind) : planDraft(beginning, plan)),
        lineId: moving?.lineId ?? null,
        startsOn: beginsOn ?? today,
        ...(people.length > 1
          ? { split: splitDraftOf({ kind: 'equal', memberIds: [...people] }, [], currency) }
          : {}),
      },
      { plan, replaces: moving?.replaces ?? null },
    )
  const navigate = useNavigate()
  const element = useRef<HTMLFormElement>(null)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    // The field is marked in the next render; its error is where the person has to go.
    if (isWrong)
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    const created = await submit()
    if (created === null) return
    if (created === 'kept') void navigate({ to: '/subscriptions' })
    else onSaved(created)
  }

  const section = { form, plan, set, errorAt }
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => void send(event)}
      className="grid items-start gap-5 max-wide:pb-20 wide:grid-cols-[minmax(0,1fr)_23rem] wide:gap-7"
    >
      <div className="min-w-0 space-y-5 [&>:empty]:hidden">
        {kept.isRestored ? <RestoredNote onStartOver={kept.startOver} /> : null}
        <TwinNote form={form} plan={plan} />
        <Card className="space-y-5">
          {plan === null ? (
            <>
              <TextField
                ref={focusFirst}
                label={t('own.name')}
                placeholder={t('own.nameHint')}
                maxLength={120}
                value={form.name}
                onChange={(event) => set({ name: event.target.value })}
                error={errorAt('name')}
              />
              <ChoiceChips
                label={t('own.kind')}
                value={form.kind}
                options={kinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
                onChange={(value) => {
                  const { interval, renewal } = customDraft(beginning, form.name, value)
                  set({ kind: value, interval, renewal, postpaid: false, lineId: null, byDay: false })
                }}
              />
            </>
          ) : (
            <PlanHead plan={plan} />
          )}
          <PriceSection {...section} />
        </Card>
        <Card>
          <StartSection {...section} summary={summary} isLong={isLong} />
        </Card>
        <Card className="space-y-4">
          {moving?.replaces ? <MovingNote replaces={moving.replaces} /> : null}
          <LineField
            kind={form.kind}
            label={t(`line.${form.kind}`)}
            aside={t('more.optional')}
            hint={t('line.hint')}
            value={form}
            onChange={set}
            error={errorAt('line')}
          />
          <PeopleSection {...section} whole={whole} />
          <MoreSection {...section} />
        </Card>
      </div>
      <div className="min-w-0 space-y-4 wide:sticky wide:top-6">
        <PreviewPanel form={form} split={split} preview={preview} summary={summary} />
        <FormError error={refusal} />
        <SaveBar summary={summary} busy={busy} manual={form.renewal === 'manual'} />
      </div>
    </form>
  )
}
