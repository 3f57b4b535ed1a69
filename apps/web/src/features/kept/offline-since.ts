import { loadDeviceTexts, useScreenAge } from '@streamline/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** As of when everything on screen is; null as long as there is nothing, or the words are on their way. */
const OfflineSince = () => {
  const { i18n } = useTranslation()
  const [isReady, setReady] = useState(false)
  useEffect(
    () =>
      void loadDeviceTexts(i18n).then(
        () => setReady(true),
        () => null,
      ),
    [i18n],
  )
  const age = useScreenAge()
  return isReady ? age : null
}

export default OfflineSince
