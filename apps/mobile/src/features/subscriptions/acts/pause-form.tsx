import { useFormat, useHousehold } from '@streamline/client'
import {
  pauseOf,
  pauseProblems,
  type PauseDraft,
  type PauseProblem,
  useActForm,
} from '@streamline/client/subscriptions'
import { addDays, isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../../design/date-field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'
import { useDraftForm } from './use-draft-form.ts'

/** From a day, until another or until somebody resumes it. */
export const PauseForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions', 'app'])
  const format = useFormat()
  const { today } = useHousehold()
  const { name } = subscription
  const { form, set, problemAt, send } = useDraftForm<PauseDraft, PauseProblem>(
    { fromOn: today, until: 'open', untilOn: '' },
    pauseProblems,
    (problem) => (problem === 'notAfter' ? t('pause.notAfter') : t(`subscriptions:problem.${problem}`)),
  )
  const act = pauseOf(form)
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: keyof PauseDraft): string | undefined => problemAt(field) ?? at(field)
  const { fromOn } = form
  const text =
    isCalendarDate(fromOn) && fromOn > today
      ? t('done.pausedLater', { name, date: format.shortDate(fromOn) })
      : t('done.paused', { name })
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('pause.save')}
      busy={busy}
      error={rest}
      foot={<OutlookNote outlook={outlook} />}
      onClose={onClose}
      onSubmit={() =>
        send(() => {
          if (act !== null) submit(act, { text, onDone: onClose })
        })
      }
    >
      <DateField
        label={t('pause.fromOn')}
        value={fromOn}
        today={today}
        error={errorAt('fromOn')}
        onChange={(day) => set({ fromOn: day })}
      />
      <RadioCards
        label={t('pause.until')}
        value={form.until}
        onChange={(until) => set({ until })}
        options={[
          { value: 'open', label: t('pause.open'), hint: t('pause.openHint') },
          { value: 'day', label: t('pause.day'), hint: t('pause.dayHint') },
        ]}
      />
      {form.until === 'day' ? (
        <DateField
          label={t('pause.untilOn')}
          value={form.untilOn}
          today={today}
          none={{ label: '–', onClear: () => set({ untilOn: '' }) }}
          min={isCalendarDate(fromOn) ? addDays(fromOn, 1) : undefined}
          error={errorAt('untilOn')}
          onChange={(untilOn) => set({ untilOn })}
        />
      ) : null}
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}

/** It runs again, since today or since a day before. */
export const ResumeForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation('acts')
  const { today } = useHousehold()
  const { name } = subscription
  const [resumedOn, setResumedOn] = useState(today)
  const act = { kind: 'resume', resumedOn } as const
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  return (
    <SheetForm
      {...sheet}
      label={t('resume.save')}
      busy={busy}
      error={rest}
      foot={<OutlookNote outlook={outlook} />}
      onClose={onClose}
      onSubmit={() => submit(act, { text: t('done.resumed', { name }), onDone: onClose })}
    >
      <DateField
        label={t('resume.on')}
        value={resumedOn}
        today={today}
        max={today}
        error={at('resumedOn')}
        onChange={setResumedOn}
      />
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
