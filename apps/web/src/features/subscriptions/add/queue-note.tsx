import { useHousehold } from '@streamline/client'
import { useProviders } from '@streamline/client/catalogue'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../design/button.tsx'
import { nextIn, placeIn, type Queue } from './queue.ts'

/** Which of several is on screen, and the way past it. */
export const QueueNote = ({ queue }: { queue: Queue }) => {
  const { t } = useTranslation('add')
  const { country } = useHousehold()
  const providers = useProviders({ country, limit: 100 }).data ?? []
  const next = nextIn(queue)
  const nameOf = (id: string): string => providers.find((provider) => provider.id === id)?.name ?? id
  return (
    <div className="-mt-1 mb-5 flex flex-wrap items-center justify-between gap-x-4 rounded-control bg-sunken py-1 pr-1 pl-4">
      <p className="min-w-0 text-sm">
        <span className="figures font-semibold">
          {t('queue.place', { at: placeIn(queue), of: queue.of })}
        </span>
        {next === null ? null : (
          <span className="text-muted"> · {t('queue.next', { name: nameOf(next.provider) })}</span>
        )}
      </p>
      {next === null ? (
        <ButtonLink to="/home" variant="quiet" size="sm">
          {t('queue.skip')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/add" search={next} variant="quiet" size="sm">
          {t('queue.skip')}
        </ButtonLink>
      )}
    </div>
  )
}
