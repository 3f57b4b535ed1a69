import { methods, useMethodName } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../design/chip.tsx'
import { Field } from '../../design/field.tsx'

/** How it was paid; one more press takes the answer back. */
export const MethodChoice = ({
  value,
  onChange,
}: {
  value: string | null
  onChange: (method: string | null) => void
}) => {
  const { t } = useTranslation(['billing', 'app'])
  const methodName = useMethodName()
  return (
    <Field label={t('pay.method')} aside={t('app:actions.optional')}>
      <View className="flex-row flex-wrap gap-2">
        {methods.map((method) => (
          <Chip
            key={method}
            selected={value === method}
            onPress={() => onChange(value === method ? null : method)}
          >
            {methodName(method)}
          </Chip>
        ))}
      </View>
    </Field>
  )
}
