import { itemsOf } from '@streamline/client'
import { useInbox, useMarkRead } from '@streamline/client/notifications'
import { Inbox } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { Page } from '../../design/page.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { InboxRow } from './inbox-row.tsx'

/** What was told, the newest first, with what can be done about it. */
export const InboxScreen = () => {
  const { t } = useTranslation('notifications')
  const list = useInbox()
  const read = useMarkRead()
  const items = itemsOf(list.data)
  const hasUnread = items.some(({ readAt }) => readAt === null)
  return (
    <Page
      title={t('inbox.title')}
      width="narrow"
      aside={
        <div className="flex flex-wrap gap-2">
          {hasUnread ? (
            <Button variant="secondary" size="sm" busy={read.isPending} onClick={() => read.mutate({})}>
              {t('inbox.readAll')}
            </Button>
          ) : null}
          <ButtonLink to="/settings/notifications" variant="quiet" size="sm">
            {t('inbox.settings')}
          </ButtonLink>
        </div>
      }
    >
      {list.data === undefined ? (
        <WaitingCard label={t('loading')} rows={5} error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Card flush>
          {items.length === 0 ? (
            <Empty icon={Inbox} title={t('inbox.empty')}>
              {t('inbox.emptyText')}
            </Empty>
          ) : (
            <List>
              {items.map((item) => (
                <InboxRow key={item.id} item={item} onRead={() => read.mutate({ ids: [item.id] })} />
              ))}
            </List>
          )}
          <MoreButton list={list} centered="below" />
        </Card>
      )}
      <FormError error={read.error} />
    </Page>
  )
}
