import { itemsOf } from '@streamline/client'
import { useInbox, useMarkRead } from '@streamline/client/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { Inbox } from '../../design/icons.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { Page, PageHead } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { InboxRow } from './inbox-row.tsx'

/** What was told, the newest first, with what can be done about it. */
export const InboxScreen = () => {
  const { t } = useTranslation('notifications')
  const list = useInbox()
  const read = useMarkRead()
  const [pulled, setPulled] = useState(false)
  const items = itemsOf(list.data)
  const hasUnread = items.some(({ readAt }) => readAt === null)
  const refresh = (): void => {
    setPulled(true)
    void list.refetch().finally(() => setPulled(false))
  }
  return (
    <Page refreshing={pulled} onRefresh={refresh} inTabs>
      <PageHead
        title={t('inbox.title')}
        aside={
          hasUnread ? (
            <Button variant="quiet" size="sm" busy={read.isPending} onPress={() => read.mutate({})}>
              {t('inbox.readAll')}
            </Button>
          ) : null
        }
      />
      {list.data === undefined ? (
        list.error ? (
          <Card>
            <ErrorState error={list.error} onRetry={refresh} />
          </Card>
        ) : (
          <SkeletonCard count={5} />
        )
      ) : items.length === 0 ? (
        <Card>
          <Empty icon={Inbox} title={t('inbox.empty')} text={t('inbox.emptyText')} />
        </Card>
      ) : (
        items.map((item) => (
          <InboxRow key={item.id} item={item} onRead={() => read.mutate({ ids: [item.id] })} />
        ))
      )}
      <MoreButton list={list} />
      <FormError error={read.error} />
    </Page>
  )
}
