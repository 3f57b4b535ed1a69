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
import { View } from 'react-native'
import { ChoiceField } from '../../design/choice-field.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Heading } from '../../design/text.tsx'

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
    <ChoiceField
      label={label}
      value={String(value ?? '')}
      options={[
        { value: '', label: t('needs.any') },
        ...amounts.map((amount) => ({ value: String(amount), label: textOf(amount) })),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? null : Number(chosen))}
    />
  )
}

/** A line with all that it is asked for, until somebody opens it. */
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
  const providerName = (id: string): string => providers.find((one) => one.id === id)?.name ?? id
  return (
    <Disclosure label={name} aside={text.line(line, providerName)}>
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
      <ChoiceField
        label={t('needs.provider')}
        value={providerLock ?? ''}
        options={[
          { value: '', label: t('needs.any') },
          ...providers
            .filter(({ id, kinds }) => kinds.includes(kind) || id === providerLock)
            .map((provider) => ({ value: provider.id, label: provider.name })),
        ]}
        onChange={(id) => onChange({ providerLock: id === '' ? null : id })}
      />
      {kind === 'mobile' ? (
        <SwitchRow
          label={t('needs.needsCalls')}
          value={needsCalls}
          onChange={(isNeeded) => onChange({ needsCalls: isNeeded })}
        />
      ) : null}
    </Disclosure>
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
    <View className="gap-3">
      <Heading size="base">{t('needs.lines')}</Heading>
      {needs.lines.map((line) => (
        <Line
          key={line.subscriptionId}
          line={line}
          name={choices.subscriptions.find(({ id }) => id === line.subscriptionId)?.name ?? ''}
          providers={choices.providers}
          onChange={(change) => onChange(withLine(needs, line.subscriptionId, change))}
        />
      ))}
    </View>
  )
}
