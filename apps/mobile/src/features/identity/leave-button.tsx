import { useSignOut } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { LogOut } from '../../design/icons.ts'
import { chooseHousehold } from '../households/current-household.ts'

/** Ends the session here, also where the server cannot be told. */
export const LeaveButton = () => {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return (
    <Button
      variant="quiet"
      icon={LogOut}
      busy={signOut.isPending}
      onPress={() => {
        chooseHousehold(null)
        signOut.mutate()
      }}
    >
      {t('signOut')}
    </Button>
  )
}
