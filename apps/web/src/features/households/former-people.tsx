import { useFormat } from '@streamline/client'
import { useEveryone } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List, ListRow } from '../../design/list-row.tsx'

/** History names them; out of the way until somebody asks. */
export const FormerPeople = () => {
  const { t } = useTranslation('people')
  const format = useFormat()
  const [shown, show] = useState(false)
  const former = (useEveryone().data ?? []).flatMap(({ id, name, leftOn }) =>
    leftOn === null ? [] : [{ id, name, leftOn }],
  )
  if (former.length === 0) return null
  return (
    <div className="space-y-3">
      <Button variant="quiet" size="sm" aria-expanded={shown} onClick={() => show(!shown)}>
        {shown ? t('formerHide') : t('formerShow', { count: former.length })}
      </Button>
      {shown ? (
        <Card title={t('former')} flush>
          <List className="pb-2">
            {former.map(({ id, name, leftOn }) => (
              <ListRow
                key={id}
                leading={<Avatar id={id} name={name} />}
                title={name}
                subtitle={t('leftOn', { date: format.longDate(leftOn) })}
              />
            ))}
          </List>
        </Card>
      ) : null}
    </div>
  )
}
