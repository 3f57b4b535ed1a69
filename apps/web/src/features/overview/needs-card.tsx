import { type Overview, useFormat } from '@streamline/client'
import { CircleCheckBig } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { useNeedActions } from './need-actions.ts'
import { NeedRow } from './need-row.tsx'

const shownAtFirst = 5

/** First answer: what waits for somebody, the most urgent first, each with what to do about it. */
export const NeedsCard = ({ overview: { needs, needCount, running } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const actions = useNeedActions()
  const [all, setAll] = useState(false)
  const shown = all ? needs : needs.slice(0, shownAtFirst)
  const [next] = running.renewals
  return (
    <Card
      flush
      title={t('needs.title')}
      aside={
        needs.length > 0 ? (
          <span className="figures flex h-7 min-w-7 items-center justify-center rounded-full bg-brand px-2 text-sm font-bold text-on-brand">
            <span aria-hidden>{format.number(needCount)}</span>
            <span className="sr-only">{t('needs.count', { count: needCount })}</span>
          </span>
        ) : null
      }
    >
      {needs.length === 0 ? (
        <div className="flex items-center gap-4 px-5 pt-1 pb-6 wide:px-6">
          <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-positive-soft text-positive">
            <CircleCheckBig size={22} aria-hidden />
          </span>
          <div className="min-w-0">
            <p className="font-semibold">{t('needs.none')}</p>
            {next ? (
              <p className="text-muted">
                {t('needs.next', { name: next.name, when: format.relative(next.renewsOn) })}
              </p>
            ) : null}
          </div>
        </div>
      ) : (
        <List>
          {shown.map((need) => (
            <NeedRow key={`${need.need} ${need.subscriptionId} ${need.on}`} need={need} actions={actions} />
          ))}
        </List>
      )}
      {shown.length < needs.length ? (
        <div className="px-5 pb-4 wide:px-6">
          <Button variant="quiet" size="sm" onClick={() => setAll(true)}>
            {t('needs.all', { count: needs.length })}
          </Button>
        </div>
      ) : null}
      {all && needs.length < needCount ? (
        <p className="px-5 pb-4 text-muted wide:px-6">
          {t('needs.more', { count: needCount - needs.length })}
        </p>
      ) : null}
    </Card>
  )
}
