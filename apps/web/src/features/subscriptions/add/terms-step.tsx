import {
  type Kind,
  parseAmount,
  type Plan,
  type SubscriptionDetail,
  useFieldError,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import type { Moving } from '@streamline/client/lines'
import {
  customDraft,
  type DraftField,
  type DraftForm,
  draftPlaces,
  kinds,
  planDraft,
  type PreviewSummary,
  regularIn,
  splitIn,
  splitProblemOf,
  useSaveDraft,
} from '@streamline/client/subscriptions'
import type { CalendarDate, Money as MoneyAmount } from '@streamline/domain'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Card } from '../../../design/card.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { TextField } from '../../../design/field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { RestoredNote } from '../../../design/restored-note.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { LineField } from '../fields/line-field.tsx'
import { MovingNote } from '../fields/moving-note.tsx'
import { MoreSection } from './more-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { PriceSection } from './price-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { StartSection } from './start-section.tsx'
import { TwinNote } from './twin-note.tsx'
import { useAddForm } from './use-add-form.ts'

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

/** What a full period costs: as the preview says, else as it is being typed. */
const wholePeriod = (form: DraftForm, summary: PreviewSummary | null): MoneyAmount =>
  regularIn(summary)?.charge ?? {
    amount: parseAmount(form.price, form.currency) ?? 0,
    currency: form.currency,
  }

/** Last step: price, date, people; beside it what will be charged. */
export const TermsStep = ({
  plan,
  name,
  kind,
  moving,
  beginsOn,
  onSaved,
}: {
  plan: Plan | null
  name: string
  kind: Kind
  /** The number it is for, and what it takes the place of. */
  moving: Moving | null
  /** The first day that is likely; default today. */
  beginsOn: CalendarDate | null
  onSaved: (created: SubscriptionDetail) => void
}) => {
  const { t } = useTranslation(['add', 'words', 'split', 'subscriptions'])
  const { today, currency, memberId } = useHousehold()
  const beginning = { today, currency, you: memberId }
  const { form, kept, set, problems, preview, summary, isLong, settled } = useAddForm(
    {
      ...(plan === null ? customDraft(beginning, name, kind) : planDraft(beginning, plan)),
      lineId: moving?.lineId ?? null,
      startsOn: beginsOn ?? today,
    },
    plan,
  )
  const { save, error, forget, busy } = useSaveDraft()
  const navigate = useNavigate()
  const refused = useFieldError(error, draftPlaces)
  const [sent, setSent] = useState(false)
  const { several } = usePeople()
  const whole = wholePeriod(form, summary)
  const split = splitIn(form.split, whole)
  const splitProblem = form.private || !several ? null : splitProblemOf(form.split, whole)
  const element = useRef<HTMLFormElement>(null)

  const errorAt = (field: DraftField): string | undefined => {
    if (sent && field === 'split' && splitProblem !== null) return t(`split:problem.${splitProblem}`)
    const problem = sent ? problems[field] : undefined
    return problem === undefined ? refused.at(field) : t(`subscriptions:problem.${problem}`)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (Object.keys(problems).length > 0) {
      // The field is marked in the next render; its error is where the person has to go.
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    if (busy || splitProblem !== null) return
    // Where the preview is still on its way, the date alone says whether there is a past to speak of.
    const hasPast = isLong || (settled && summary !== null ? summary.past.length > 0 : form.startsOn < today)
    const created = await save({
      form,
      plan,
      split: split ?? { kind: 'payer' },
      hasPast,
      replaces: moving?.replaces ?? null,
    }).catch(() => null)
    if (created === null) return
    kept.forget()
    if (created === 'kept') void navigate({ to: '/subscriptions' })
    else onSaved(created)
  }

  const change = (changed: Partial<DraftForm>) => {
    // What was refused is being corrected: the refusal no longer speaks of what is on screen.
    if (error !== null) forget()
    set(changed)
  }
  const section = { form, plan, set: change, errorAt }
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => void submit(event)}
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
                onChange={(event) => change({ name: event.target.value })}
                error={errorAt('name')}
              />
              <Segmented
                label={t('own.kind')}
                value={form.kind}
                options={kinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
                onChange={(value) => {
                  const { interval, renewal } = customDraft(beginning, form.name, value)
                  change({ kind: value, interval, renewal, postpaid: false, lineId: null, byDay: false })
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
            onChange={change}
            error={errorAt('line')}
          />
          <PeopleSection {...section} whole={whole} />
          <MoreSection {...section} />
        </Card>
      </div>
      <div className="min-w-0 space-y-4 wide:sticky wide:top-6">
        <PreviewPanel form={form} split={split} preview={preview} summary={summary} />
        <FormError error={refused.rest} />
        <SaveBar summary={summary} busy={busy} manual={form.renewal === 'manual'} />
      </div>
    </form>
  )
}
