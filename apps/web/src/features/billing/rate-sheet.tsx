import { type FormPlaces, useFieldError, useHousehold } from '@streamline/client'
import { isRate, useSetRate, draftOfRate } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { currencyCodes, isCalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../design/field.tsx'
import { useKeptForm } from '../../design/kept-form.ts'
import { problemsResolver } from '../../design/problems-resolver.ts'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { RateFields } from './rate-fields.tsx'

const places: FormPlaces = {
  fields: ['rate', 'source', 'on', 'from', 'to'],
  codes: { 'invalid-rate': 'rate', 'date-out-of-range': 'on' },
}

interface Draft {
  from: string
  on: string
  rate: string
  source: string
}

type Problem = 'rate' | 'source' | 'paidOn'

const problemsOf = ({ on, rate, source }: Draft): { [Field in keyof Draft]?: Problem } => ({
  ...(isCalendarDate(on) ? {} : { on: 'paidOn' }),
  ...(isRate(rate) ? {} : { rate: 'rate' }),
  ...(source.trim() === '' ? { source: 'source' } : {}),
})

const Form = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const { currency: to, today } = useHousehold()
  const { draft, set, kept, register, handleSubmit, wrongAt } = useKeptForm<Draft>(
    draftOfRate,
    { from: to === 'USD' ? 'EUR' : 'USD', on: today, rate: '', source: '' },
    { resolver: problemsResolver<Draft, Problem>(problemsOf, (problem) => t(`pay.problem.${problem}`)) },
  )
  const { from } = draft
  const save = useSetRate()
  const refused = useFieldError(save.error, places)
  const errorAt = (field: keyof Draft): string | undefined => wrongAt(field) ?? refused.at(field)

  const send = handleSubmit(({ on, rate, source }) => {
    if (!isCalendarDate(on)) return
    save.mutate(
      { from, to, on, rate: rate.trim(), source: source.trim() },
      {
        onSuccess: () => {
          onDone()
          showToast(t('rate.saved'))
        },
      },
    )
  })

  return (
    <SheetForm
      label={t('rate.save')}
      busy={save.isPending}
      error={refused.rest}
      kept={kept}
      onSubmit={() => void send()}
    >
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <SelectField {...register('from')} label={t('pay.currency')} error={errorAt('from')}>
          {currencyCodes()
            .filter((code) => code !== to)
            .map((code) => (
              <option key={code}>{code}</option>
            ))}
        </SelectField>
        <TextField {...register('on')} type="date" label={t('rate.on')} max={today} error={errorAt('on')} />
      </div>
      <RateFields
        from={from}
        to={to}
        rate={draft.rate}
        source={draft.source}
        errorAt={errorAt}
        onChange={set}
      />
    </SheetForm>
  )
}

/** Writes down a rate of a day; the same pair and day again replaces it. */
export const RateSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  return (
    <Sheet open={open} onClose={onClose} title={t('rate.addTitle')} lead={t('rate.text')}>
      <Form onDone={onClose} />
    </Sheet>
  )
}
