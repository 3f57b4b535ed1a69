import { useFormat, useTyped } from '@streamline/client'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from './chip.tsx'
import { TextField } from './field.tsx'
import { Text } from './text.tsx'

/** What a typed number may mean where it can be read in two ways; a tap says which. */
export const TypedQuestion = ({
  readings,
  onChoose,
}: {
  readings: readonly { value: string; shown: string }[]
  onChoose: (value: string) => void
}) => {
  const { t } = useTranslation()
  return (
    <View className="flex-row flex-wrap items-center gap-2">
      <Text size="sm">{t('typed.question')}</Text>
      {readings.map(({ value, shown }) => (
        <Chip key={value} onPress={() => onChoose(value)}>
          {shown}
        </Chip>
      ))}
    </View>
  )
}

/** An amount as typed, behind the sign of its currency. What can be read in two ways asks. */
export const AmountField = ({
  label,
  hint,
  error,
  aside,
  currency,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  aside?: ReactNode
  currency: string
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
}) => {
  const sign = useFormat().currencySign(currency)
  const typed = useTyped({ value, onChange }, { currency })
  const [left, setLeft] = useState(false)
  const asks = typed.readings.length > 0 && (left || Boolean(error))
  return (
    <TextField
      label={label}
      hint={hint}
      aside={aside}
      error={asks ? <TypedQuestion readings={typed.readings} onChoose={typed.choose} /> : error}
      before={sign}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus}
      selectTextOnFocus
      value={typed.text}
      onChangeText={(text) => {
        setLeft(false)
        typed.type(text)
      }}
      onBlur={() => setLeft(true)}
    />
  )
}
