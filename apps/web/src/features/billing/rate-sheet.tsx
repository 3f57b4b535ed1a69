import { type FormPlaces, useFieldError, useHousehold } from '@streamline/client'
import { isRate, useSetRate } from '@streamline/client/billing'
import { currencyCodes, isCalendarDate } from '@streamline/domain'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetActions } from '../../design/sheet-actions.tsx'
import { showToast } from '../../design/toast-store.ts'
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

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (missing.rate || missing.source || !isCalendarDate(on) || set.isPending) return
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
    <form onSubmit={submit} noValidate className="space-y-5">
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
      <FormError error={refused.rest} />
      <SheetActions>
        <Button type="submit" busy={set.isPending} className="max-wide:w-full">
          {t('rate.save')}
        </Button>
      </SheetActions>
    </form>
  )
}

/** Writes down a rate of a day; the same pair and day again replaces it. */
export const RateSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  return (
    <Sheet
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('rate.addTitle')}
      lead={t('rate.text')}
    >
      <Form onDone={onClose} />
    </Sheet>
  )
}
