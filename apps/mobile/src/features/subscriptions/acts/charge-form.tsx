import { useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  chargeOf,
  chargeProblems,
  chargePurposes,
  hasDays,
  isSplitProblem,
  splitDraftOf,
  type ChargeDraft,
  type ChargeProblem,
  useActForm,
  wholeOfCharge,
} from '@streamline/client/subscriptions'
import { isCalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { AmountField } from '../../../design/amount-field.tsx'
import { Chip } from '../../../design/chip.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Field, TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { SplitFields } from '../split/split-fields.tsx'
import { useDraftForm } from './use-draft-form.ts'

/** A booster, a fee, a deposit: something that is charged beside the periods. */
export const ChargeForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'subscriptions', 'split', 'app'])
  const { today } = useHousehold()
  const { name, kind, price, split, visibility } = subscription
  const { several, members } = usePeople()
  const { form, set, problemAt, send } = useDraftForm<ChargeDraft, ChargeProblem>(
    {
      purpose: kind === 'mobile' ? 'booster' : 'fee',
      title: '',
      amount: '',
      currency: price.currency,
      startsOn: today,
      days: '',
      dueOn: '',
      isPaid: true,
      split: null,
    },
    chargeProblems,
    (problem) => (isSplitProblem(problem) ? t(`split:problem.${problem}`) : t(`charge.problem.${problem}`)),
  )
  const act = chargeOf(form)
  const { busy, at, rest, submit } = useActForm(subscription, act)
  const errorAt = (field: keyof ChargeDraft): string | undefined =>
    problemAt(field) ?? at(field === 'days' ? 'validity' : field)
  const everybody = members.map(({ id }) => id)
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('charge.save')}
      busy={busy}
      error={rest}
      onClose={onClose}
      onSubmit={() =>
        send(() => {
          if (act !== null)
            submit(act, {
              text: t('done.charged', { what: t(`extra.${act.purpose}`), name }),
              onDone: onClose,
            })
        })
      }
    >
      <Field label={t('charge.purpose')} error={errorAt('purpose')}>
        <View className="flex-row flex-wrap gap-2">
          {chargePurposes.map((purpose) => (
            <Chip key={purpose} selected={form.purpose === purpose} onPress={() => set({ purpose })}>
              {t(`extra.${purpose}`)}
            </Chip>
          ))}
        </View>
      </Field>
      <AmountField
        label={t('charge.amount')}
        currency={price.currency}
        value={form.amount}
        onChange={(amount) => set({ amount })}
        error={errorAt('amount')}
      />
      <TextField
        label={t('charge.name')}
        hint={t('charge.nameHint')}
        maxLength={80}
        value={form.title}
        onChangeText={(title) => set({ title })}
        error={errorAt('title')}
      />
      <DateField
        label={t('charge.on')}
        value={form.startsOn}
        today={today}
        error={errorAt('startsOn')}
        onChange={(startsOn) => set({ startsOn })}
      />
      {hasDays(form.purpose) ? (
        <TextField
          label={t('charge.days')}
          hint={t('charge.daysHint')}
          inputMode="numeric"
          maxLength={4}
          value={form.days}
          onChangeText={(days) => set({ days })}
          error={errorAt('days')}
        />
      ) : (
        <DateField
          label={t('charge.dueOn')}
          hint={t('charge.dueOnHint')}
          value={form.dueOn}
          today={today}
          min={isCalendarDate(form.startsOn) ? form.startsOn : undefined}
          none={{ label: t('app:actions.optional'), onClear: () => set({ dueOn: '' }) }}
          error={errorAt('dueOn')}
          onChange={(dueOn) => set({ dueOn })}
        />
      )}
      {several && visibility === 'shared' ? (
        <SwitchRow
          label={t('charge.apart')}
          hint={t('charge.apartHint')}
          value={form.split !== null}
          onChange={(isApart) =>
            set({ split: isApart ? splitDraftOf(split, everybody, price.currency) : null })
          }
        />
      ) : null}
      {form.split === null ? null : (
        <SplitFields
          draft={form.split}
          whole={wholeOfCharge(form)}
          error={errorAt('split')}
          onChange={(draft) => set({ split: draft })}
        />
      )}
      <SwitchRow
        label={t('charge.paid')}
        hint={t('charge.paidHint')}
        value={form.isPaid}
        onChange={(isPaid) => set({ isPaid })}
      />
    </SheetForm>
  )
}
