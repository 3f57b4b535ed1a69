import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseHousehold } from './current-household.ts'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { KeptRow } from '../settings/kept-list.tsx'
import { NewHouseholdForm } from './new-household-form.tsx'

/** All of them: one is on screen, another is a press away. */
export const YourHouseholdsCard = () => {
  const { t } = useTranslation('households')
  const words = useTranslation('words').t
  const current = useHousehold()
  const households = useMe().data?.households ?? []
  const [creating, setCreating] = useState(false)
  return (
    <Card title={t('yours')} flush>
      <List>
        {households.map(({ id, name, role, currency }) => (
          <KeptRow
            key={id}
            title={name}
            badge={id === current.id ? <Badge tone="brand">{t('current')}</Badge> : null}
            lines={[`${words(`role.${role}`)} · ${currency}`]}
            action={id === current.id ? undefined : t('open')}
            actionLabel={t('openOf', { name })}
            onAction={() => chooseHousehold(id)}
          />
        ))}
      </List>
      <div className="px-5 pt-2 pb-5 wide:px-6">
        <Button variant="secondary" icon={Plus} onClick={() => setCreating(true)}>
          {t('create')}
        </Button>
      </div>
      <Sheet
        open={creating}
        onClose={() => setCreating(false)}
        title={t('createTitle')}
        lead={t('createLead')}
      >
        <NewHouseholdForm onCreated={() => setCreating(false)} />
      </Sheet>
    </Card>
  )
}
