import { useActForm, draftOfSheet } from '@streamline/client/subscriptions'
import { useHousehold } from '@streamline/client'
import { isCalendarDate } from '@streamline/domain'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

/** It runs again, since today or since a day before. */
export const ResumeForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const { today } = useHousehold()
  const { name } = subscription
  const { draft, kept, register, handleSubmit, setFocus, wrongAt } = useKeptForm<{ resumedOn: string }>(
    draftOfSheet('resume', subscription.id),
    { resumedOn: today },
  )
  useEffect(() => setFocus('resumedOn'), [setFocus])
  const { resumedOn } = draft
  const act = isCalendarDate(resumedOn) ? ({ kind: 'resume', resumedOn } as const) : null
  const { outlook, busy, at, rest, submit } = useActForm(subscription, act)
  const send = handleSubmit(() => {
    if (act !== null) submit(act, { text: t('done.resumed', { name }), onDone })
  })
  return (
    <SheetForm
      label={t('resume.save')}
      busy={busy}
      error={rest}
      kept={kept}
      foot={<OutlookNote outlook={outlook} />}
      onSubmit={() => void send()}
    >
      <TextField
        {...register('resumedOn', {
          validate: (day) => isCalendarDate(day) || t('subscriptions:problem.notADate'),
        })}
        type="date"
        max={today}
        label={t('resume.on')}
        error={wrongAt('resumedOn') ?? at('resumedOn')}
      />
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
