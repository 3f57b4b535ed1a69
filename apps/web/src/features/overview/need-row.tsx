import { type Need, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useNeedText } from '@streamline/client/overview'
import { Link } from '@tanstack/react-router'
import { Check, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button, ButtonLink } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import type { NeedActions } from './need-actions.ts'

const tones = { danger: 'text-danger', warn: 'text-warn', brand: 'text-brand' }

/** "Recharged today for ₹299?": asked once, in place, beside what else may have become of the pack. */
const RechargeQuestion = ({
  need,
  busy,
  onYes,
  onDrop,
  onNo,
}: {
  need: Need
  busy: boolean
  onYes: () => void
  /** Null while the pack still runs. */
  onDrop: (() => void) | null
  onNo: () => void
}) => {
  const { t } = useTranslation('overview')
  const cancel = useTranslation('app').t('actions.cancel')
  const format = useFormat()
  return (
    <fieldset className="mt-3 animate-rise rounded-control bg-brand-soft p-4">
      <legend className="float-left w-full font-semibold">
        {need.amount
          ? t('needs.confirmRecharge', { money: format.money(need.amount) })
          : t('needs.confirmRechargePlain')}
      </legend>
      <div className="clear-both flex flex-wrap gap-2 pt-3">
        <Button size="sm" icon={Check} busy={busy} onClick={onYes}>
          {t('needs.yesRecharge')}
        </Button>
        <ButtonLink
          size="sm"
          variant="secondary"
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: need.subscriptionId }}
        >
          {t('needs.otherRecharge')}
        </ButtonLink>
        {onDrop === null ? null : (
          <Button size="sm" variant="secondary" busy={busy} onClick={onDrop}>
            {t('needs.drop')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={onNo}>
          {cancel}
        </Button>
      </div>
    </fieldset>
  )
}

export const NeedRow = ({ need, actions }: { need: Need; actions: NeedActions }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { text, tone } = useNeedText()(need)
  const { several, isYou, nameOf } = usePeople()
  const [asking, setAsking] = useState(false)
  const { chargeId, name, memberId } = need
  const concerns = several && memberId !== null && !isYou(memberId) ? nameOf(memberId) : null
  return (
    <li className="@container px-5 py-4 wide:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-3 @md:flex-nowrap">
        <BrandTile name={need.providerId ?? name} color={need.brandColor} />
        <div className="min-w-0 flex-1">
          <Link
            to="/subscriptions/$subscriptionId"
            params={{ subscriptionId: need.subscriptionId }}
            className="-my-2.5 block rounded-md py-2.5 font-semibold underline-offset-4 hover:underline"
          >
            <span className="line-clamp-2 break-words">{name}</span>
          </Link>
          <p className={classes('text-sm font-medium', tones[tone])}>{text}</p>
          {need.line || concerns ? (
            <p className="figures truncate text-sm text-faint">
              {[
                need.line,
                concerns
                  ? t(need.action === 'decide' ? 'needs.decider' : 'needs.payer', { name: concerns })
                  : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          ) : null}
        </div>
        {need.amount ? <Money value={need.amount} className="self-start pt-px @md:self-center" /> : null}
        <div className="flex w-full gap-2 pl-14 @md:w-auto @md:pl-1">
          {need.action === 'pay' && chargeId !== null ? (
            <Button
              size="sm"
              variant="soft"
              icon={Check}
              busy={actions.isBusy(chargeId)}
              aria-label={`${t('needs.pay')}: ${name}${need.amount ? `, ${format.money(need.amount)}` : ''}`}
              onClick={() => void actions.pay(chargeId, name)}
            >
              {t('needs.pay')}
            </Button>
          ) : null}
          {need.action === 'recharge' ? (
            <Button
              size="sm"
              variant="soft"
              icon={RefreshCw}
              aria-expanded={asking}
              aria-label={`${t('needs.recharge')}: ${name}`}
              onClick={() => setAsking(!asking)}
            >
              {t('needs.recharge')}
            </Button>
          ) : null}
          {need.action === 'decide' ? (
            <ButtonLink
              size="sm"
              variant="soft"
              to="/subscriptions/$subscriptionId"
              params={{ subscriptionId: need.subscriptionId }}
              aria-label={`${t('needs.decide')}: ${name}`}
            >
              {t('needs.decide')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      {asking ? (
        <RechargeQuestion
          need={need}
          busy={actions.isBusy(need.subscriptionId)}
          onYes={() => void actions.recharge(need)}
          onDrop={need.need === 'stopped' ? () => void actions.drop(need) : null}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </li>
  )
}
