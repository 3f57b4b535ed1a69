import { itemsOf } from '@streamline/client'
import { useLines } from '@streamline/client/lines'
import { kinds } from '@streamline/client/subscriptions'
import { Hash, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { BackLink, Page } from '../../design/page.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { LineRow } from './line-row.tsx'

const NoLines = () => {
  const { t } = useTranslation('lines')
  return (
    <Card>
      <Empty
        icon={Hash}
        title={t('empty')}
        action={
          <ButtonLink to="/add" icon={Plus}>
            {t('add')}
          </ButtonLink>
        }
      >
        {t('emptyText')}
      </Empty>
    </Card>
  )
}

/** Every number and customer id by kind, with whose it is and what runs on it. */
export const LinesScreen = () => {
  const { t } = useTranslation(['lines', 'subscriptions', 'words'])
  const list = useLines()
  const lines = itemsOf(list.data)
  const groups = kinds
    .map((kind) => ({ kind, of: lines.filter((line) => line.kind === kind) }))
    .filter(({ of }) => of.length > 0)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<BackLink to="/subscriptions">{t('subscriptions:list.title')}</BackLink>}
    >
      {list.isPending ? (
        <Card>
          <output className="sr-only">{t('loading')}</output>
          <SkeletonRows rows={4} />
        </Card>
      ) : list.isError && lines.length === 0 ? (
        <Card>
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </Card>
      ) : lines.length === 0 ? (
        <NoLines />
      ) : (
        <div className="space-y-5">
          {groups.map(({ kind, of }) => (
            <Card key={kind} title={t(`words:kind.${kind}`)} flush className="overflow-hidden">
              <List>
                {of.map((line) => (
                  <LineRow key={line.id} line={line} />
                ))}
              </List>
            </Card>
          ))}
          <MoreButton list={list} centered="alone" />
        </div>
      )}
    </Page>
  )
}
