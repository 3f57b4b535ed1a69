import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from './button.tsx'
import { FormError } from './error-state.tsx'
import { Sheet } from './sheet.tsx'
import { Text } from './text.tsx'

/** Asks before what was typed is dropped: a back gesture is quickly made. */
const useLeaving = (typed: unknown) => {
  const now = JSON.stringify(typed ?? null)
  const [first] = useState(now)
  const [leave, setLeave] = useState<(() => void) | null>(null)
  return {
    asks: leave !== null,
    stay: (): void => setLeave(null),
    drop: (): void => leave?.(),
    before: (go: () => void) => (): void => (now === first ? go() : setLeave(() => go)),
  }
}

/** A form on a sheet: its button stands at the thumb, above the keyboard, with what was refused. */
export const SheetForm = ({
  title,
  lead,
  label,
  typed,
  isDangerous = false,
  busy,
  error,
  foot,
  onBack,
  onClose,
  onSubmit,
  children,
}: {
  title: string
  lead?: string | undefined
  /** Of the button. */
  label: string
  /** What the form holds: once it is not what it was at first, leaving asks. */
  typed?: unknown
  isDangerous?: boolean
  busy: boolean
  error: unknown
  /** Above the button, in sight while the form is filled in: what it comes to. */
  foot?: ReactNode
  onBack?: (() => void) | undefined
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}) => {
  const { t } = useTranslation()
  const leaving = useLeaving(typed)
  return (
    <Sheet
      open
      title={title}
      lead={lead}
      onClose={leaving.before(onClose)}
      onBack={onBack === undefined ? undefined : leaving.before(onBack)}
      dock={
        <View className="gap-3">
          {foot}
          <FormError error={error} />
          <Button size="lg" variant={isDangerous ? 'danger' : 'primary'} busy={busy} onPress={onSubmit}>
            {label}
          </Button>
        </View>
      }
    >
      {children}
      <Sheet
        open={leaving.asks}
        title={t('dropping.title')}
        onClose={leaving.stay}
        dock={
          <View className="flex-row flex-wrap gap-2">
            <Button className="grow" onPress={leaving.stay}>
              {t('dropping.keep')}
            </Button>
            <Button className="grow" variant="danger" onPress={leaving.drop}>
              {t('dropping.drop')}
            </Button>
          </View>
        }
      >
        <Text>{t('dropping.text')}</Text>
      </Sheet>
    </Sheet>
  )
}
