import type { Me } from '@streamline/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'
import { EmailForm } from './email-form.tsx'
import { KeptRow } from './kept-list.tsx'
import { PhoneForm } from './phone-form.tsx'

/** Where the person is reached; each is confirmed before it counts. */
export const ContactCard = ({ me }: { me: Me }) => {
  const { t } = useTranslation('account')
  const [editing, setEditing] = useState<'email' | 'phone' | null>(null)
  const place = useKeptFocus<HTMLDivElement>(editing)
  const close = () => setEditing(null)
  const state = (verified: boolean) => (
    <Badge tone={verified ? 'positive' : 'warn'}>
      {t(verified ? 'contact.verified' : 'contact.unverified')}
    </Badge>
  )
  return (
    <Card title={t('contact.title')} flush>
      <div ref={place} tabIndex={-1}>
        <List>
          <KeptRow
            title={t('contact.email')}
            badge={state(me.emailVerified)}
            lines={[me.email]}
            action={editing === 'email' ? undefined : t('contact.changeEmail')}
            onAction={() => setEditing('email')}
          >
            {editing === 'email' ? <EmailForm onClose={close} /> : null}
          </KeptRow>
          <KeptRow
            title={t('contact.phone')}
            badge={me.phone === null ? null : state(me.phoneVerified)}
            lines={[me.phone ?? t('contact.noPhone')]}
            action={
              editing === 'phone'
                ? undefined
                : t(me.phone === null ? 'contact.addPhone' : 'contact.changePhone')
            }
            onAction={() => setEditing('phone')}
          >
            {editing === 'phone' ? <PhoneForm phone={me.phone ?? ''} onClose={close} /> : null}
          </KeptRow>
        </List>
      </div>
    </Card>
  )
}
