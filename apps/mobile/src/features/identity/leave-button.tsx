import { useSignOut } from '@streamline/client/identity'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { LogOut } from '../../design/icons.ts'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'
import { chooseHousehold } from '../households/current-household.ts'
import { useKept, useShownActs } from '../kept/kept-context.ts'

/** Ends the session here, also where the server cannot be told; what was not sent yet is lost only to who said so. */
export const LeaveButton = () => {
  const { t } = useTranslation(['app', 'device'])
  const signOut = useSignOut()
  const outbox = useKept()?.outbox
  const count = useShownActs().length
  const [asking, setAsking] = useState(false)
  const leave = async (): Promise<void> => {
    setAsking(false)
    await outbox?.wipe().catch(() => null)
    chooseHousehold(null)
    signOut.mutate()
  }
  return (
    <>
      <Button
        variant="quiet"
        icon={LogOut}
        busy={signOut.isPending}
        onPress={() => (count > 0 ? setAsking(true) : void leave())}
      >
        {t('signOut')}
      </Button>
      <Sheet
        open={asking}
        title={t('signOut')}
        onClose={() => setAsking(false)}
        dock={
          <Button variant="danger" onPress={() => void leave()}>
            {t('device:leave.anyway')}
          </Button>
        }
      >
        <Text>{t('device:leave.text', { count })}</Text>
      </Sheet>
    </>
  )
}
