import type { NeedChoices } from '@streamline/client'
import {
  amountsFor,
  useNeedText,
  validFor,
  withLine,
  type LineNeed,
  type Needs,
} from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../design/check-field.tsx'
import { SelectField } from '../../design/field.tsx'

/** One of some amounts, or any. */
const LeastField = ({
  label,
  value,
  amounts,
  textOf,
  onChange,
}: {
  label: string
  value: number | null
  amounts: readonly number[]
  textOf: (amount: number) => string
  onChange: (amount: number | null) => void
}) => {
  const { t } = useTranslation('savings')
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
    >
      <option value="">{t('needs.any')}</option>
      {amounts.map((amount) => (
        <option key={amount} value={amount}>
          {textOf(amount)}
        </option>
      ))}
    </SelectField>
  )
}

const Line = ({
  line,
  name,
  providers,
  onChange,
}: {
  line: LineNeed
  name: string
  providers: NeedChoices['providers']
  onChange: (change: Partial<LineNeed>) => void
}) => {
  const { t } = useTranslation('savings')
  const text = useNeedText()
  const { kind, mbPerDay, mbps, capGb, validity, providerLock, needsCalls } = line
  const least = validity?.least ?? null
  return (
    <fieldset className="min-w-0 rounded-control border border-line px-4 pt-2 pb-4">
      <legend className="px-1 font-semibold">{name}</legend>
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        {kind === 'mobile' ? (
          <LeastField
            label={t('needs.data')}
            value={mbPerDay}
            amounts={amountsFor('mbPerDay', mbPerDay)}
            textOf={text.gbPerDay}
            onChange={(amount) => onChange({ mbPerDay: amount })}
          />
        ) : (
          <>
            <LeastField
              label={t('needs.speed')}
              value={mbps}
              amounts={amountsFor('mbps', mbps)}
              textOf={text.mbps}
              onChange={(amount) => onChange({ mbps: amount })}
            />
            <LeastField
              label={t('needs.cap')}
              value={capGb}
              amounts={amountsFor('capGb', capGb)}
              textOf={text.capGb}
              onChange={(amount) => onChange({ capGb: amount })}
            />
          </>
        )}
        <LeastField
          label={t('needs.validity')}
          value={least}
          amounts={amountsFor('least', least)}
          textOf={text.least}
          onChange={(amount) => onChange({ validity: validFor(line, amount) })}
        />
        <SelectField
          label={t('needs.provider')}
          value={providerLock ?? ''}
          onChange={({ target: { value } }) => onChange({ providerLock: value === '' ? null : value })}
        >
          <option value="">{t('needs.any')}</option>
          {providers
            .filter(({ id, kinds }) => kinds.includes(kind) || id === providerLock)
            .map((provider) => (
              <option key={provider.id} value={provider.id}>
                {provider.name}
              </option>
            ))}
        </SelectField>
      </div>
      {kind === 'mobile' ? (
        <CheckField
          className="mt-4"
          label={t('needs.needsCalls')}
          checked={needsCalls}
          onChange={(checked) => onChange({ needsCalls: checked })}
        />
      ) : null}
    </fieldset>
  )
}

/** What each number and home line must give at least. */
export const LineFields = ({
  needs,
  choices,
  onChange,
}: {
  needs: Needs
  choices: NeedChoices
  onChange: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  return needs.lines.length === 0 ? null : (
    <section className="space-y-4">
      <h3 className="font-bold">{t('needs.lines')}</h3>
      {needs.lines.map((line) => (
        <Line
          key={line.subscriptionId}
          line={line}
          name={choices.subscriptions.find(({ id }) => id === line.subscriptionId)?.name ?? ''}
          providers={choices.providers}
          onChange={(change) => onChange(withLine(needs, line.subscriptionId, change))}
        />
      ))}
    </section>
  )
}
