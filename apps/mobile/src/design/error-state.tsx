import { problemOf, useProblemText } from '@streamline/client'
import { CloudOff, LockKeyhole, RotateCw, TriangleAlert } from './icons.ts'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'

const pictures = {
  offline: CloudOff,
  unavailable: CloudOff,
  forbidden: LockKeyhole,
  'not-found': LockKeyhole,
} as const

/** A part of the screen could not be loaded: what happened, and one way on. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation()
  const text = useProblemText()
  const { code, requestId } = problemOf(error)
  return (
    <View accessibilityRole="alert" className="items-center gap-1 px-6 py-10">
      <View className="mb-3 size-14 items-center justify-center rounded-full bg-warn-soft">
        <Icon
          of={code in pictures ? pictures[code as keyof typeof pictures] : TriangleAlert}
          size={26}
          tone="warn"
        />
      </View>
      <Text weight="semibold" className="text-center">
        {text(error)}
      </Text>
      {requestId ? (
        <Text size="xs" tone="faint">
          {requestId}
        </Text>
      ) : null}
      {onRetry ? (
        <Button variant="secondary" icon={RotateCw} onPress={onRetry} className="mt-4">
          {t('actions.retry')}
        </Button>
      ) : null}
    </View>
  )
}

/** The same in one line, inside a form: nothing was saved, and why. */
export const FormError = ({ error }: { error: unknown }) => {
  const text = useProblemText()
  return error ? (
    <View accessibilityRole="alert" className="flex-row gap-2.5 rounded-control bg-danger-soft px-4 py-3">
      <Icon of={TriangleAlert} size={18} tone="danger" />
      <Text size="sm" weight="medium" tone="danger" className="min-w-0 flex-1">
        {text(error)}
      </Text>
    </View>
  ) : null
}
