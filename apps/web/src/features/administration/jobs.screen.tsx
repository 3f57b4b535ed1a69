import { itemsOf, useInstant } from '@streamline/client'
import { useFailedJobs, useRetryJob } from '@streamline/client/administration'
import { useMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { KeptRow } from '../settings/kept-list.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Guarded } from './guarded.tsx'

const FailedJobs = () => {
  const { t } = useTranslation('administration')
  const instant = useInstant()
  const mayRetry = useMe().data?.permissions.includes('jobs.retry') ?? false
  const list = useFailedJobs()
  const retry = useRetryJob()
  const items = itemsOf(list.data)
  if (list.data === undefined)
    return (
      <WaitingCard label={t('jobs.title')} rows={5} error={list.error} onRetry={() => void list.refetch()} />
    )
  return (
    <Card title={t('jobs.title')} flush>
      {items.length === 0 ? (
        <Empty icon={CircleCheck} title={t('jobs.empty')}>
          {t('jobs.emptyText')}
        </Empty>
      ) : (
        <>
          <p className="px-5 pb-2 text-muted wide:px-6">{t('jobs.lead')}</p>
          <List>
            {items.map(({ id, kind, attempts, failedAt, why }) => (
              <KeptRow
                key={id}
                title={<code className="text-sm">{kind}</code>}
                lines={[
                  t('jobs.row', {
                    date: instant(failedAt),
                    tries: t('jobs.tries', { count: attempts }),
                  }),
                  why,
                ]}
                action={mayRetry ? t('jobs.retry') : undefined}
                actionLabel={t('jobs.retryOf', { kind })}
                busy={retry.isPending && retry.variables.id === id}
                onAction={() => retry.mutate({ id }, { onSuccess: () => showToast(t('jobs.retried')) })}
              />
            ))}
          </List>
        </>
      )}
      <div className="px-5 empty:hidden wide:px-6">
        <FormError error={retry.error} />
      </div>
      <MoreButton list={list} centered="below" />
    </Card>
  )
}

/** Dead letters of the installation: what was tried as often as it makes sense, and what the other side said. */
export const JobsScreen = () => {
  const { t } = useTranslation('account')
  return (
    <SettingsPage title={t('tabs.jobs')}>
      <Guarded permission="jobs.read">
        <FailedJobs />
      </Guarded>
    </SettingsPage>
  )
}
