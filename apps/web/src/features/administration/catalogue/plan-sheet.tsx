import {
  parseAmount,
  type PlanDetail,
  useFieldError,
  useFormat,
  useHousehold,
  useProblemText,
} from '@streamline/client'
import {
  useEditedPlan,
  useSetPrice,
  useTakeBackPrice,
  useWithdrawPlan,
} from '@streamline/client/administration'
import { showToast } from '@streamline/client/toasts'
import { isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { Button } from '../../../design/button.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { Sheet } from '../../../design/sheet.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'

const places = {
  fields: ['price', 'effectiveOn'],
  codes: { 'date-out-of-range': 'effectiveOn', 'currency-mismatch': 'price' },
} as const

const Announced = ({ plan }: { plan: PlanDetail }) => {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const problemText = useProblemText()
  const takeBack = useTakeBackPrice()
  if (plan.announced.length === 0) return null
  return (
    <ul className="divide-y divide-line/80">
      {plan.announced.map(({ id, price, effectiveOn }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <span>
            {t('catalogue.coming', { price: format.money(price), date: format.shortDate(effectiveOn) })}
          </span>
          <Button
            size="sm"
            variant="secondary"
            busy={takeBack.isPending}
            onClick={() =>
              takeBack.mutate(
                { id: plan.id, versionId: id },
                {
                  onSuccess: () => showToast(t('catalogue.takenBack')),
                  onError: (error) => showToast(problemText(error), { tone: 'danger' }),
                },
              )
            }
          >
            {t('catalogue.takeBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const PlanForm = ({ plan, onDraft }: { plan: PlanDetail; onDraft: (plan: PlanDetail) => void }) => {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const { today } = useHousehold()
  const problemText = useProblemText()
  const [price, setPrice] = useState('')
  const [effectiveOn, setEffectiveOn] = useState<string>(today)
  const set = useSetPrice()
  const withdraw = useWithdrawPlan()
  const refused = useFieldError(set.error, places)
  const { id, name } = plan
  const { currency } = plan.price
  const amount = parseAmount(price, currency)
  const submit = () => {
    if (amount === null || !isCalendarDate(effectiveOn)) return
    const said = { amount, currency }
    set.mutate(
      { id, price: said, effectiveOn },
      {
        onSuccess: () => {
          setPrice('')
          const date = format.shortDate(effectiveOn)
          showToast(t('catalogue.dated', { name, price: format.money(said), date }))
        },
      },
    )
  }
  return (
    <SheetForm label={t('catalogue.setPrice')} busy={set.isPending} error={refused.rest} onSubmit={submit}>
      <p className="text-sm text-muted">{t('catalogue.subscribersStay')}</p>
      <Announced plan={plan} />
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <AmountField
          label={t('catalogue.price')}
          currency={currency}
          value={price}
          onChange={setPrice}
          error={refused.at('price')}
        />
        <TextField
          type="date"
          label={t('catalogue.from')}
          value={effectiveOn}
          onChange={(event) => setEffectiveOn(event.target.value)}
          error={refused.at('effectiveOn')}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onClick={() => onDraft(plan)}>
          {t('catalogue.draft')}
        </Button>
        {plan.status === 'superseded' ? null : (
          <Button
            size="sm"
            variant="secondary"
            busy={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(
                { id },
                {
                  onSuccess: () => showToast(t('catalogue.withdrawn', { name })),
                  onError: (error) => showToast(problemText(error), { tone: 'danger' }),
                },
              )
            }
          >
            {t('catalogue.withdraw')}
          </Button>
        )}
      </div>
    </SheetForm>
  )
}

/** One published plan: another price from a day, another form, or its end. */
export const PlanSheet = ({
  planId,
  onClose,
  onDraft,
}: {
  planId: string | null
  onClose: () => void
  onDraft: (plan: PlanDetail) => void
}) => {
  const format = useFormat()
  const { data: plan, error, refetch } = useEditedPlan(planId)
  return (
    <Sheet
      open={planId !== null}
      onClose={onClose}
      title={plan?.name ?? '…'}
      lead={plan ? `${plan.providerName} · ${format.money(plan.price)}` : undefined}
    >
      {plan ? (
        <PlanForm key={plan.id} plan={plan} onDraft={onDraft} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Sheet>
  )
}
