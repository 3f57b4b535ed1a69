import { useFormat, useHousehold } from '@streamline/client'
import {
  pauseOf,
  pauseProblems,
  type PauseDraft,
  type PauseProblem,
  useActForm,
  draftOfSheet,
} from '@streamline/client/subscriptions'
import { isCalendarDate } from '@streamline/domain'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { problemsResolver } from '../../../design/problems-resolver.ts'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

/** From a day, until another or until somebody resumes it. */
export const PauseForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const format = useFormat()
  const { today } = useHousehold()
  const { name } = subscription
  const {
    draft: form,
    kept,
    register,
    handleSubmit,
    setValue,
    setFocus,
    wrongAt,
  } = useKeptForm<PauseDraft>(
    draftOfSheet('pause', subscription.id),
    { fromOn: today, until: 'open', untilOn: '' },
    {
      resolver: problemsResolver<PauseDraft, PauseProblem>(pauseProblems, (problem) =>
        problem === 'notAfter' ? t('pause.notAfter') : t(`subscriptions:problem.${problem}`),
      ),
    },
  )
  useEffect(() => setFocus('fromOn'), [setFocus])
  const act = pauseOf(form)
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: keyof PauseDraft): string | undefined => wrongAt(field) ?? at(field)
  const send = handleSubmit(() => {
    if (act === null) return
    const text =
      isCalendarDate(form.fromOn) && form.fromOn > today
        ? t('done.pausedLater', { name, date: format.shortDate(form.fromOn) })
        : t('done.paused', { name })
    submit(act, { text, onDone })
  })

  return (
    <SheetForm
      label={t('pause.save')}
      busy={busy}
      error={rest}
      kept={kept}
      foot={<OutlookNote outlook={outlook} />}
      onSubmit={() => void send()}
    >
      <TextField {...register('fromOn')} type="date" label={t('pause.fromOn')} error={errorAt('fromOn')} />
      <RadioCards
        label={t('pause.until')}
        value={form.until}
        onChange={(until) => setValue('until', until)}
        options={[
          { value: 'open', label: t('pause.open'), hint: t('pause.openHint') },
          { value: 'day', label: t('pause.day'), hint: t('pause.dayHint') },
        ]}
      />
      {form.until === 'day' ? (
        <TextField
          {...register('untilOn')}
          type="date"
          label={t('pause.untilOn')}
          min={form.fromOn}
          error={errorAt('untilOn')}
        />
      ) : null}
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
