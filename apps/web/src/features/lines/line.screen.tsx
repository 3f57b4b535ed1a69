import type { LineDetail } from '@streamline/client'
import { lineTitle, useLine, useLineFacts } from '@streamline/client/lines'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackLink, Page } from '../../design/page.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { LineActions, type LineSheet } from './line-actions.tsx'
import { LineFactsCard } from './line-facts-card.tsx'
import { LineForm } from './line-form.tsx'
import { LineTile } from './line-tile.tsx'
import { LineTimelineCard } from './line-timeline-card.tsx'
import { MoveForm } from './move-form.tsx'
import { RunsCard } from './runs-card.tsx'

const route = getRouteApi('/household/shell/subscriptions/numbers/$lineId')

const Back = () => {
  const { t } = useTranslation('lines')
  return <BackLink to="/subscriptions/numbers">{t('title')}</BackLink>
}

const Loaded = ({ line }: { line: LineDetail }) => {
  const { t } = useTranslation('lines')
  const [sheet, setSheet] = useState<LineSheet | null>(null)
  const facts = useLineFacts()(line)
  const name = lineTitle(line)
  const close = () => setSheet(null)
  return (
    <Page
      title={name}
      width="broad"
      back={<Back />}
      heading={
        <span className="flex items-center gap-3.5">
          <LineTile kind={line.kind} />
          <span className="figures min-w-0 break-words">{name}</span>
        </span>
      }
      lead={<span className="figures">{facts}</span>}
      aside={<LineActions line={line} onOpen={setSheet} />}
    >
      <div className="grid items-start gap-5 wide:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5">
          <RunsCard line={line} />
          <LineTimelineCard line={line} />
        </div>
        <LineFactsCard line={line} />
      </div>
      <Sheet open={sheet === 'edit'} onClose={close} title={t('editTitle', { name })}>
        <LineForm line={line} onDone={close} />
      </Sheet>
      <Sheet open={sheet === 'move'} onClose={close} title={t('moveTitle', { name })} lead={t('moveLead')}>
        <MoveForm line={line} />
      </Sheet>
    </Page>
  )
}

/** One number: what is on it, everything that was, and the way to another provider. */
export const LineScreen = () => {
  const { t } = useTranslation('lines')
  const { lineId } = route.useParams()
  const { data, error, refetch } = useLine(lineId)
  if (data) return <Loaded key={lineId} line={data} />
  return (
    <Page title={t('number')} width="broad" back={<Back />}>
      <WaitingCard label={t('loading')} rows={4} error={error} onRetry={() => void refetch()} />
    </Page>
  )
}
