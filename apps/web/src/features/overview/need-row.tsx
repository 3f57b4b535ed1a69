import { type Need, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { type NeedActions, type NeedGroup, useNeedText } from '@streamline/client/overview'
import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { NeedAction } from './need-action.tsx'
import { NeedLayout } from './need-layout.tsx'

const tones = { danger: 'text-danger', warn: 'text-warn', brand: 'text-brand' }

/** Each of several that are unpaid, paid by itself. */
const Parts = ({ needs, actions }: { needs: readonly Need[]; actions: NeedActions }) => {
  const textOf = useNeedText()
  return (
    <ul className="mt-2 divide-y divide-line/80 rounded-control bg-sunken px-4">
      {needs.map((need) => (
        <li key={need.chargeId} className="flex items-center gap-3 py-1.5">
          <span className={classes('min-w-0 flex-1 text-sm font-medium', tones[textOf(need).tone])}>
            {textOf(need).text}
          </span>
          {need.amount ? <Money value={need.amount} size="sm" /> : null}
          <span className="shrink-0">
            <NeedAction need={need} actions={actions} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One thing to do, or all that is unpaid of a subscription; without `mayAct` it is only told. */
export const NeedRow = ({
  group: { first: need, needs, on, total },
  actions,
  mayAct,
}: {
  group: NeedGroup
  actions: NeedActions
  mayAct: boolean
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { text, tone } = useNeedText()(need)
  const { several, isYou, nameOf } = usePeople()
  const [open, setOpen] = useState(false)
  const { name, memberId } = need
  const isOne = needs.length === 1
  const concerns = several && memberId !== null && !isYou(memberId) ? nameOf(memberId) : null
  const since = t(need.need === 'overdue' ? 'needs.several' : 'needs.severalAhead', {
    count: needs.length,
    date: format.shortDate(on),
  })
  const about = [
    need.line,
    concerns ? t(need.action === 'pay' ? 'needs.payer' : 'needs.decider', { name: concerns }) : null,
  ].filter((part) => part !== null)
  const action = isOne ? (
    <NeedAction need={need} actions={actions} />
  ) : (
    <Button
      size="sm"
      variant="soft"
      className="w-full"
      icon={ChevronDown}
      aria-expanded={open}
      aria-label={`${t(open ? 'needs.fold' : 'needs.each')}: ${name}`}
      onClick={() => setOpen(!open)}
    >
      {t(open ? 'needs.fold' : 'needs.each')}
    </Button>
  )
  return (
    <NeedLayout
      tile={<BrandTile name={need.providerId ?? name} color={need.brandColor} look={need.look} />}
      title={
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: need.subscriptionId }}
          className="-my-2.5 block rounded-md py-2.5 font-semibold underline-offset-4 hover:underline"
        >
          <span className="line-clamp-5 break-words">{name}</span>
        </Link>
      }
      amount={total ? <Money value={total} /> : null}
      action={mayAct ? action : null}
      below={open && !isOne ? <Parts needs={needs} actions={actions} /> : null}
    >
      <div className="flex flex-wrap gap-x-2.5 text-sm">
        <p className={classes('min-w-0 font-medium', tones[tone])}>{isOne ? text : since}</p>
        {about.length > 0 ? <p className="figures min-w-0 text-faint">{about.join(' · ')}</p> : null}
      </div>
      {mayAct && need.need === 'stopped' ? (
        <Button
          size="sm"
          variant="quiet"
          className="-mb-2 -ml-4"
          busy={actions.isDropping(need.subscriptionId)}
          aria-label={`${t('needs.drop')}: ${name}`}
          onClick={() => void actions.drop(need)}
        >
          {t('needs.drop')}
        </Button>
      ) : null}
    </NeedLayout>
  )
}
