import { useHousehold } from '@streamline/client'
import { currencyCodes } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable } from 'react-native'
import { ChoiceSheet } from '../../design/choice-sheet.tsx'
import { Icon } from '../../design/icon.tsx'
import { ChevronDown } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** Which currency was paid in; those that are likely stand first. */
export const CurrencyChoice = ({
  value,
  of,
  onChange,
}: {
  value: string
  /** The currency of what is owed. */
  of: string
  onChange: (currency: string) => void
}) => {
  const { t } = useTranslation('billing')
  const { currency } = useHousehold()
  const [open, setOpen] = useState(false)
  const codes = [...new Set([of, currency, 'INR', 'USD', 'EUR', ...currencyCodes()])]
  return (
    <>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={`${t('pay.currency')}: ${value}`}
        onPress={() => setOpen(true)}
        hitSlop={8}
        className="-my-3 min-h-11 flex-row items-center gap-1 rounded-tile px-2 active:bg-brand-soft"
      >
        <Text size="sm" weight="semibold" tone="brand">
          {value}
        </Text>
        <Icon of={ChevronDown} size={14} tone="brand" />
      </Pressable>
      <ChoiceSheet
        label={t('pay.currency')}
        open={open}
        value={value}
        options={codes.map((code) => ({ value: code, label: code }))}
        onChange={onChange}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
