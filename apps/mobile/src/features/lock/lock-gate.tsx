import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AppState, Modal, View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Icon } from '../../design/icon.tsx'
import { LockKeyhole } from '../../design/icons.ts'
import { readStored } from '../../design/stored.ts'
import { Heading } from '../../design/text.tsx'
import { deviceLock } from './device-lock'
import { isLockedBy, lockChoiceIn } from './lock-rule.ts'

const isLocking = (): boolean => lockChoiceIn(readStored('lock')) !== 'off'

/** Over everything while the app is locked: nothing of it is drawn before it is opened the first time. */
export const LockGate = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('phone')
  const [isLocked, setLocked] = useState(isLocking)
  const [wasOpen, setWasOpen] = useState(!isLocked)
  const leftAt = useRef<number | null>(null)
  const asking = useRef(false)
  const unlock = async (): Promise<void> => {
    if (asking.current) return
    asking.current = true
    try {
      // Who took the lock off their phone after it was chosen here is not locked out for ever.
      if ((await deviceLock.isThere()) && !(await deviceLock.open(t('lock.why')))) return
      setLocked(false)
      setWasOpen(true)
    } catch {
      // The system asks for something else just now; the button asks again.
    } finally {
      asking.current = false
    }
  }
  useEffect(() => {
    const subscription = AppState.addEventListener('change', (state) => {
      // The question of the system itself makes the app inactive; that is no leaving.
      if (state === 'background' && !asking.current) leftAt.current ??= Date.now()
      if (state !== 'active' || leftAt.current === null) return
      if (isLockedBy(lockChoiceIn(readStored('lock')), leftAt.current, Date.now())) setLocked(true)
      leftAt.current = null
    })
    return () => subscription.remove()
  }, [])
  return (
    <View className="flex-1">
      {isLocked && !wasOpen ? null : (
        <View
          className="flex-1"
          importantForAccessibility={isLocked ? 'no-hide-descendants' : 'auto'}
          aria-hidden={isLocked}
        >
          {children}
        </View>
      )}
      {/* A window of its own: a sheet that was open when the app was left is one too, and lies below. */}
      <Modal
        visible={isLocked}
        animationType="none"
        onShow={() => void unlock()}
        onRequestClose={() => {}}
        statusBarTranslucent
        navigationBarTranslucent
      >
        <View className="flex-1 items-center justify-center gap-5 bg-canvas px-8">
          <Icon of={LockKeyhole} size={40} tone="brand" />
          <Heading>{t('lock.locked')}</Heading>
          <Button size="lg" onPress={() => void unlock()}>
            {t('lock.unlock')}
          </Button>
        </View>
      </Modal>
    </View>
  )
}
