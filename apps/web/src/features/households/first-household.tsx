import { loadAccountTexts } from '@streamline/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { NewHouseholdForm } from './new-household-form.tsx'

/** For who belongs to none, any more or yet. Its texts come with it, not with the first screen. */
const FirstHousehold = () => {
  const { t, i18n } = useTranslation('households')
  const [ready, setReady] = useState(() => i18n.hasResourceBundle(i18n.language, 'households'))
  useEffect(() => {
    let here = true
    void loadAccountTexts(i18n).then(() => here && setReady(true))
    return () => {
      here = false
    }
  }, [i18n])
  return ready ? (
    <Card title={t('createTitle')}>
      <NewHouseholdForm />
    </Card>
  ) : (
    <Skeleton className="h-96 w-full" />
  )
}

export default FirstHousehold
