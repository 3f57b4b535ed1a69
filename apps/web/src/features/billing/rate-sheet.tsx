import { type FormPlaces, useFieldError, useHousehold } from '@streamline/client'
import { isRate, useSetRate } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { currencyCodes, isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { RateFields } from './rate-fields.tsx'

const places: FormPlaces = {
  fields: ['rate', 'source', 'on', 'from', 'to'],
  codes: { 'invalid-rate': 'rate', 'date-out-of-range': 'on' },
}

const Form = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const { currency: to, today } = useHousehold()
  const [from, setFrom] = useState(to === 'USD' ? 'EUR' : 'USD')
  const [on, setOn] = useState<string>(today)
  const [typed, setTyped] = useState({ rate: '', source: '' })
  const [sent, setSent] = useState(false)
  const set = useSetRate()
  const refused = useFieldError(set.error, places)
  const missing = {
    rate: !isRate(typed.rate),
    source: typed.source.trim() === '',
  }

  const submit = () => {
    setSent(true)
    if (missing.rate || missing.source || !isCalendarDate(on)) return
    set.mutate(
      { from, to, on, rate: typed.rate.trim(), source: typed.source.trim() },
      {
        onSuccess: () => {
          onDone()
          showToast(t('rate.saved'))
        },
      },
    )
  }

  return (
    <SheetForm label={t('rate.save')} busy={set.isPending} error={refused.rest} onSubmit={submit}>
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <SelectField
          label={t('pay.currency')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          error={refused.at('from')}
        >
          {currencyCodes()
            .filter((code) => code !== to)
            .map((code) => (
              <option key={code}>{code}</option>
            ))}
        </SelectField>
        <TextField
          type="date"
          label={t('rate.on')}
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
          error={(sent && !isCalendarDate(on) ? t('pay.problem.paidOn') : undefined) ?? refused.at('on')}
        />
      </div>
      <RateFields
        from={from}
        to={to}
        {...typed}
        errorAt={(field) =>
          (sent && missing[field] ? t(`pay.problem.${field}`) : undefined) ?? refused.at(field)
        }
        onChange={(change) => setTyped((known) => ({ ...known, ...change }))}
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
