import { decimalText, useFormat, useTyped, type TypedOf } from '@streamline/client'
import { equalTexts, leftOf, type PartTexts, restFor, type Whole } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput, View } from 'react-native'
import { TypedQuestion } from '../../design/amount-field.tsx'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Field } from '../../design/field.tsx'
import { useColor } from '../../design/icon.tsx'
import { Text } from '../../design/text.tsx'

const PartRow = ({
  id,
  sign,
  isAfter,
  text,
  of,
  onChange,
}: {
  id: string
  sign: string
  /** The sign stands behind the number, as that of a percent does. */
  isAfter: boolean
  text: string
  of: TypedOf
  onChange: (text: string) => void
}) => {
  const { t } = useTranslation('billing')
  const { nameOf, isYou } = usePeople()
  const faint = useColor('faint')
  const [left, setLeft] = useState(false)
  const typed = useTyped({ value: text, onChange }, of)
  const name = isYou(id) ? t('pay.nameYou', { name: nameOf(id) }) : nameOf(id)
  return (
    <View className="gap-2">
      <View className="flex-row items-center gap-3">
        <Avatar id={id} name={nameOf(id)} />
        <Text weight="medium" numberOfLines={1} className="min-w-0 flex-1">
          {name}
        </Text>
        <View className="min-h-12 w-36 flex-row items-center gap-1 rounded-control border border-strong/60 bg-surface px-3 focus-within:border-brand">
          {isAfter ? null : <Text tone="muted">{sign}</Text>}
          <TextInput
            accessibilityLabel={name}
            inputMode="decimal"
            autoComplete="off"
            placeholder="0"
            placeholderTextColor={faint}
            selectTextOnFocus
            value={typed.text}
            onChangeText={(next) => {
              setLeft(false)
              typed.type(next)
            }}
            onBlur={() => setLeft(true)}
            className="min-h-12 min-w-0 flex-1 py-2 text-right text-base font-semibold text-ink"
          />
          {isAfter ? <Text tone="muted">{sign}</Text> : null}
        </View>
      </View>
      {left && typed.readings.length > 0 ? (
        <TypedQuestion readings={typed.readings} onChoose={typed.choose} />
      ) : null}
    </View>
  )
}

/** Parts of a whole, one per person, with what is left of it in sight and one tap to finish. */
export const PartsField = ({
  label,
  whole,
  currency,
  show,
  error,
  onChange,
}: {
  label: string
  whole: Whole
  /** Of parts that are amounts; percents have none. */
  currency?: string
  /** A value as text: "₹120", "20 %". */
  show: (value: number) => string
  error?: string | undefined
  onChange: (texts: PartTexts) => void
}) => {
  const { t } = useTranslation('billing')
  const { shortNameOf } = usePeople()
  const format = useFormat()
  const left = leftOf(whole)
  const rest = restFor(whole)
  const tone = left === 0 ? 'positive' : left === null || left < 0 ? 'danger' : 'warn'
  const said =
    left === null
      ? t('parts.unreadable')
      : left === 0
        ? t('parts.full')
        : left > 0
          ? t('parts.left', { amount: show(left) })
          : t('parts.over', { amount: show(-left) })
  return (
    <Field label={label} error={error}>
      <View className="gap-2">
        {whole.ids.map((id) => (
          <PartRow
            key={id}
            id={id}
            sign={currency === undefined ? '%' : format.currencySign(currency)}
            isAfter={currency === undefined}
            text={whole.texts[id] ?? ''}
            of={currency === undefined ? { digits: whole.digits } : { currency }}
            onChange={(text) => onChange({ ...whole.texts, [id]: text })}
          />
        ))}
        <View className="flex-row flex-wrap items-center justify-between">
          <Text size="sm" weight="semibold" tone={tone} accessibilityLiveRegion="polite">
            {said}
          </Text>
          <View className="-mr-3 flex-row flex-wrap">
            {rest ? (
              <Button
                variant="quiet"
                size="sm"
                onPress={() =>
                  onChange({ ...whole.texts, [rest.memberId]: decimalText(rest.value, whole.digits) })
                }
              >
                {t('parts.fill', { name: shortNameOf(rest.memberId) })}
              </Button>
            ) : null}
            <Button variant="quiet" size="sm" onPress={() => onChange(equalTexts(whole))}>
              {t('parts.equal')}
            </Button>
          </View>
        </View>
      </View>
    </Field>
  )
}
