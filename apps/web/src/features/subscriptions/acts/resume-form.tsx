import { useActForm } from '@streamline/client/subscriptions'
import { useHousehold } from '@streamline/client'
import { isCalendarDate } from '@streamline/domain'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

/** It runs again, since today or since a day before. */
export const ResumeForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions'])
  const { today } = useHousehold()
  const { name } = subscription
  const { control, register, handleSubmit, setFocus, formState } = useForm<{ resumedOn: string }>({
    defaultValues: { resumedOn: today },
  })
  useEffect(() => setFocus('resumedOn'), [setFocus])
  const { resumedOn = '' } = useWatch({ control })
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
        error={formState.errors.resumedOn?.message ?? at('resumedOn')}
      />
      <OutlookLines outlook={outlook} />
    </SheetForm>
  )
}
