import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { readStored, writeStored } from '../../design/stored.ts'
import { Text } from '../../design/text.tsx'
import { deviceLock } from './device-lock'
import { type LockChoice, lockChoiceIn, lockChoices } from './lock-rule.ts'

const names = Object.keys(lockChoices) as LockChoice[]

/** When the app is locked; any change of it is made by who can open the phone. */
export const LockCard = () => {
  const { t } = useTranslation('phone')
  const [choice, setChoice] = useState(() => lockChoiceIn(readStored('lock')))
  const [isThere, setThere] = useState<boolean | null>(null)
  useEffect(() => void deviceLock.isThere().then(setThere, () => setThere(false)), [])
  if (isThere === null) return null
  const choose = async (next: LockChoice): Promise<void> => {
    if (next === choice || !(await deviceLock.open(t('lock.why')).catch(() => false))) return
    writeStored('lock', next === 'off' ? null : next)
    setChoice(next)
  }
  return (
    <Card title={t('lock.title')} className="gap-3">
      <Text tone="muted">{t(isThere ? 'lock.lead' : 'lock.none')}</Text>
      {isThere ? (
        <Segmented
          label={t('lock.choice')}
          value={choice}
          options={names.map((value) => ({ value, label: t(`lock.${value}`) }))}
          onChange={(next) => void choose(next)}
        />
      ) : null}
    </Card>
  )
}
