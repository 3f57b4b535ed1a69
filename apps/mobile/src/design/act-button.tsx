import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from './button.tsx'
import { feelDone } from './haptics'

/** A press does it at once and is felt; held, details are asked for first. */
export const ActButton = ({ onPress, onDetails, ...rest }: ButtonProps & { onDetails?: () => void }) => {
  const { t } = useTranslation('verbs')
  return (
    <Button
      {...rest}
      {...(onDetails === undefined ? {} : { accessibilityHint: t('hold'), onLongPress: onDetails })}
      onPress={(event) => {
        feelDone()
        onPress?.(event)
      }}
    />
  )
}
