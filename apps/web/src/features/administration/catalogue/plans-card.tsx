import { itemsOf, useFormat, useHousehold, useIntervalText } from '@streamline/client'
import { usePlans } from '@streamline/client/catalogue'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Card } from '../../../design/card.tsx'
import { TextField } from '../../../design/field.tsx'
import { List } from '../../../design/list-row.tsx'
import { Money } from '../../../design/money.tsx'
import { MoreButton } from '../../../design/more-button.tsx'

/** Every plan there is, by what one types. */
export const PlansCard = ({ onPlan }: { onPlan: (id: string) => void }) => {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const interval = useIntervalText()
  const { country } = useHousehold()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const list = usePlans(q === '' ? null : { country, q })
  const plans = q === '' ? [] : itemsOf(list.data)
  return (
    <Card title={t('catalogue.plans')}>
      <TextField
        type="search"
        label={t('catalogue.search')}
        placeholder={t('catalogue.searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {q !== '' && list.isSuccess && plans.length === 0 ? (
        <p className="mt-4 text-muted">{t('catalogue.noPlans')}</p>
      ) : null}
      {plans.length > 0 ? (
        <List className="-mx-5 mt-4 wide:-mx-6">
          {plans.map((plan) => (
            <li key={plan.id}>
              <button
                type="button"
                onClick={() => onPlan(plan.id)}
                className="flex min-h-16 w-full items-center justify-between gap-3 px-5 py-3 text-left hover:bg-sunken wide:px-6"
              >
                <span className="min-w-0">
                  <span className="block font-semibold break-words">{plan.name}</span>
                  <span className="block text-sm text-muted">
                    {plan.providerName} · {interval(plan.interval)} ·{' '}
                    {format.asOf(plan.asOf, plan.asOfPrecision)}
                  </span>
                </span>
                <span className="flex shrink-0 flex-col items-end gap-1">
                  <Money value={plan.price} />
                  {plan.status === 'superseded' ? <Badge>{t('catalogue.gone')}</Badge> : null}
                </span>
              </button>
            </li>
          ))}
        </List>
      ) : null}
      <MoreButton list={list} />
    </Card>
  )
}
