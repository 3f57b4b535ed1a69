import {
  amountText,
  type Kind,
  type Plan,
  type SubscriptionDetail,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import {
  customDraft,
  type DraftForm,
  intervalChoiceKey,
  intervalChoices,
  kinds,
  planDraft,
  type PreviewSummary,
  scaledPrice,
  splitDraftOf,
  useNewSubscription,
} from '@streamline/client/subscriptions'
import { isOldPrice, isSameInterval } from '@streamline/domain'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { AmountField } from '../../../design/amount-field.tsx'
import { Badge } from '../../../design/badge.tsx'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ChipRow } from '../../../design/chip-row.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { Field, TextField } from '../../../design/field.tsx'
import { Money } from '../../../design/money.tsx'
import { Page } from '../../../design/page.tsx'
import { Text } from '../../../design/text.tsx'
import { LineField } from '../fields/line-field.tsx'
import { PeopleSection } from './people-section.tsx'
import { PreviewCard } from './preview-card.tsx'
import { StartSection } from './start-section.tsx'

const PlanHead = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation('add')
  const interval = useIntervalText()
  const format = useFormat()
  return (
    <View className="flex-row items-center gap-3.5">
      <BrandTile name={plan.providerName} color={plan.brandColor} />
      <View className="min-w-0 flex-1">
        <Text weight="semibold">{plan.name}</Text>
        <Text size="sm" tone="muted">
          {`${interval(plan.interval)} · ${t('plan.asOf', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}`}
        </Text>
      </View>
    </View>
  )
}

/** The next charge, beside the button that makes it so. */
const Dock = ({
  summary,
  manual,
  busy,
  onSave,
}: {
  summary: PreviewSummary | null
  manual: boolean
  busy: boolean
  onSave: () => void
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const ahead = summary?.shown.find((period) => period !== summary.current && period.charge.amount > 0)
  return (
    <View className="flex-row items-center gap-3">
      {ahead ? (
        <View className="min-w-0 flex-1">
          <Money value={ahead.charge} />
          <Text size="sm" tone="muted" numberOfLines={1}>
            {t(manual ? 'preview.rechargeOn' : 'preview.dueOn', {
              date: format.date(manual ? ahead.startsOn : ahead.dueOn),
            })}
          </Text>
        </View>
      ) : null}
      <Button size="lg" busy={busy} onPress={onSave} className={ahead ? 'px-10' : 'flex-1'}>
        {t('save')}
      </Button>
    </View>
  )
}

const nobody: readonly string[] = []

/** Last step: price, date, people; beneath it what will be charged. */
export const TermsStep = ({
  head,
  plan,
  name,
  kind,
  read,
  people = nobody,
  onSaved,
}: {
  head: ReactNode
  plan: Plan | null
  name: string
  kind: Kind
  /** What is known of it: from a text that was shared, or from an accepted step. */
  read?: Partial<Pick<DraftForm, 'price' | 'startsOn' | 'line' | 'lineId'>>
  /** Those who are to use it, where it is for several. */
  people?: readonly string[]
  onSaved: (created: SubscriptionDetail | 'kept') => void
}) => {
  const { t } = useTranslation(['add', 'words', 'split', 'subscriptions'])
  const format = useFormat()
  const interval = useIntervalText()
  const { today, currency, memberId } = useHousehold()
  const beginning = { today, currency, you: memberId }
  const { form, set, errorAt, preview, summary, isLong, whole, split, refusal, busy, submit } =
    useNewSubscription(
      {
        ...(plan === null ? customDraft(beginning, name, kind) : planDraft(beginning, plan)),
        ...read,
        ...(people.length > 1
          ? { split: splitDraftOf({ kind: 'equal', memberIds: [...people] }, [], currency) }
          : {}),
      },
      { plan, replaces: null },
    )
  const send = async (): Promise<void> => {
    const created = await submit()
    if (created !== null) onSaved(created)
  }
  const own = plan !== null && !isSameInterval(plan.interval, form.interval)
  const isOld = plan !== null && isOldPrice(plan, today)
  const choices = intervalChoices(plan?.interval ?? form.interval)
  return (
    <Page
      head={head}
      dock={
        <Dock summary={summary} manual={form.renewal === 'manual'} busy={busy} onSave={() => void send()} />
      }
    >
      <Card className="gap-4">
        {plan === null ? (
          <>
            <TextField
              label={t('own.name')}
              placeholder={t('own.nameHint')}
              maxLength={120}
              value={form.name}
              onChangeText={(text) => set({ name: text })}
              error={errorAt('name')}
            />
            <Field label={t('own.kind')}>
              <ChipRow
                value={form.kind}
                options={kinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
                onChange={(value) => {
                  const { interval: usual, renewal } = customDraft(beginning, form.name, value)
                  set({ kind: value, interval: usual, renewal, postpaid: false })
                }}
              />
            </Field>
          </>
        ) : (
          <PlanHead plan={plan} />
        )}
        <AmountField
          label={t(form.taxIncluded ? 'price.label' : 'price.labelNet')}
          currency={form.currency}
          value={form.price}
          onChange={(price) => set({ price })}
          error={errorAt('price')}
          autoFocus={isOld}
        />
        {own ? (
          <Badge tone="warn">{t('price.scaled')}</Badge>
        ) : isOld ? (
          <Text size="sm" weight="medium" tone="warn">
            {t('price.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}
          </Text>
        ) : null}
        <Field label={t('price.interval')} error={errorAt('interval')}>
          <ChipRow
            value={intervalChoiceKey(form.interval)}
            options={choices.map((choice) => ({ value: intervalChoiceKey(choice), label: interval(choice) }))}
            onChange={(key) => {
              const chosen = choices.find((choice) => intervalChoiceKey(choice) === key)
              if (chosen === undefined) return
              const scaled = plan === null ? null : scaledPrice(plan.price.amount, plan.interval, chosen)
              set({
                interval: chosen,
                ...(plan === null
                  ? {}
                  : { price: scaled === null ? '' : amountText(scaled, plan.price.currency) }),
              })
            }}
          />
        </Field>
        {plan === null ? (
          <Field label={t('more.renewal')}>
            <ChipRow
              value={form.renewal}
              options={(['automatic', 'manual'] as const).map((value) => ({
                value,
                label: t(`words:renewal.${value}`),
              }))}
              onChange={(renewal) => set({ renewal, ...(renewal === 'manual' ? { postpaid: false } : {}) })}
            />
          </Field>
        ) : null}
      </Card>
      <Card className="gap-4">
        <StartSection form={form} set={set} errorAt={errorAt} summary={summary} isLong={isLong} />
      </Card>
      <Card className="gap-4">
        <LineField
          kind={form.kind}
          label={t(`line.${form.kind}`)}
          aside={t('more.optional')}
          hint={t('line.hint')}
          value={form}
          onChange={set}
          error={errorAt('line')}
        />
        <PeopleSection form={form} whole={whole} set={set} errorAt={errorAt} />
      </Card>
      <PreviewCard form={form} split={split} preview={preview} summary={summary} />
      <FormError error={refusal} />
    </Page>
  )
}
