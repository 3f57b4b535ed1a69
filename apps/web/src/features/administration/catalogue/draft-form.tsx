import { useFieldError, useIntervalText } from '@streamline/client'
import {
  planCurrencyOf,
  planDraftInput,
  type PlanDraftForm,
  useSaveDraft,
} from '@streamline/client/administration'
import { useProviders } from '@streamline/client/catalogue'
import { intervalChoiceKey, intervalChoices, kinds } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { SelectField, TextAreaField, TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'

/** The markets that the catalogue is kept for. */
const countries = ['IN', 'US', 'GB', 'DE'] as const
const modes = ['', 'prepaid', 'postpaid'] as const
const renewals = ['automatic', 'manual'] as const

/** The id of a new one is made of its name. */
const fieldAt = (pointer: string): string | null => {
  const [first = ''] = pointer.replace(/^\/(body\/)?/, '').split('/')
  if (first === 'id') return 'name'
  return ['providerId', 'name', 'region', 'price', 'interval', 'note'].includes(first) ? first : null
}

const places = { fields: fieldAt, codes: { 'currency-mismatch': 'price' } } as const

/** A plan as an editor prepares it. What is published keeps who sells it, where, and for how long a price holds. */
export const DraftForm = ({ draft, onDone }: { draft: PlanDraftForm; onDone: () => void }) => {
  const { t } = useTranslation(['administration', 'words'])
  const interval = useIntervalText()
  const [form, setForm] = useState(draft)
  const [isMissing, setMissing] = useState(false)
  const save = useSaveDraft()
  const refused = useFieldError(save.error, places)
  const providers = useProviders({ country: form.country, limit: 100 })
  const set = (change: Partial<PlanDraftForm>) => setForm({ ...form, ...change })
  const isNew = form.id === null
  const input = planDraftInput(form)
  const submit = () => {
    setMissing(input === null)
    if (input === null) return
    save.mutate(input, {
      onSuccess: () => {
        showToast(t('catalogue.saved'))
        onDone()
      },
    })
  }
  return (
    <SheetForm label={t('catalogue.saveDraft')} busy={save.isPending} error={refused.rest} onSubmit={submit}>
      {isNew ? (
        <div className="grid gap-4 min-[30rem]:grid-cols-2">
          <SelectField
            label={t('catalogue.field.country')}
            value={form.country}
            onChange={(event) => set({ country: event.target.value, providerId: '' })}
          >
            {countries.map((country) => (
              <option key={country}>{country}</option>
            ))}
          </SelectField>
          <SelectField
            label={t('catalogue.field.provider')}
            value={form.providerId}
            error={refused.at('providerId')}
            onChange={(event) => set({ providerId: event.target.value })}
          >
            <option value="">{t('catalogue.field.choose')}</option>
            {(providers.data ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      <TextField
        label={t('catalogue.field.name')}
        value={form.name}
        maxLength={120}
        error={refused.at('name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <AmountField
          label={t('catalogue.field.price')}
          currency={planCurrencyOf(form)}
          value={form.price}
          onChange={(price) => set({ price })}
          error={refused.at('price')}
        />
        <SelectField
          label={t('catalogue.field.interval')}
          value={intervalChoiceKey(form.interval)}
          disabled={!isNew}
          error={refused.at('interval')}
          onChange={(event) => {
            const chosen = intervalChoices(draft.interval).find(
              (choice) => intervalChoiceKey(choice) === event.target.value,
            )
            if (chosen) set({ interval: chosen })
          }}
        >
          {intervalChoices(draft.interval).map((choice) => (
            <option key={intervalChoiceKey(choice)} value={intervalChoiceKey(choice)}>
              {interval(choice)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('catalogue.field.kind')}
          value={form.kind}
          onChange={(event) => set({ kind: kinds.find((kind) => kind === event.target.value) ?? form.kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`words:kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('catalogue.field.mode')}
          value={form.mode}
          onChange={(event) => set({ mode: modes.find((mode) => mode === event.target.value) ?? '' })}
        >
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`catalogue.field.modes.${mode === '' ? 'none' : mode}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('catalogue.field.renewal')}
          value={form.renewal}
          onChange={(event) =>
            set({ renewal: renewals.find((renewal) => renewal === event.target.value) ?? 'automatic' })
          }
        >
          {renewals.map((renewal) => (
            <option key={renewal} value={renewal}>
              {t(`words:renewal.${renewal}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('catalogue.field.region')}
          value={form.region}
          maxLength={120}
          error={refused.at('region')}
          onChange={(event) => set({ region: event.target.value })}
        />
      </div>
      <CheckField
        label={t('catalogue.field.taxIncluded')}
        checked={form.taxIncluded}
        onChange={(taxIncluded) => set({ taxIncluded })}
      />
      <TextAreaField
        label={t('catalogue.field.note')}
        value={form.note}
        maxLength={500}
        error={refused.at('note')}
        onChange={(event) => set({ note: event.target.value })}
      />
      {isMissing && input === null ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {t('catalogue.missing')}
        </p>
      ) : null}
    </SheetForm>
  )
}
