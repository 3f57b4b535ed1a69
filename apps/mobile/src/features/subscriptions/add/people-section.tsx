import { usePeople } from '@streamline/client/households'
import type { DraftField, DraftForm } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../../design/chip.tsx'
import { ChipRow } from '../../../design/chip-row.tsx'
import { Field } from '../../../design/field.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'

const ways = ['payer', 'equal'] as const

/** Who pays and between whom it is split equally; a household of one is asked nothing but whether it is private. */
export const PeopleSection = ({
  form,
  set,
  errorAt,
}: {
  form: DraftForm
  set: (change: Partial<DraftForm>) => void
  errorAt: (field: DraftField) => string | undefined
}) => {
  const { t } = useTranslation(['add', 'split', 'billing'])
  const { members, several, isYou } = usePeople()
  const nameIn = (id: string, name: string): string => (isYou(id) ? t('billing:pay.nameYou', { name }) : name)
  const { kind, members: among } = form.split
  const everybody = members.map(({ id }) => id)
  const toggle = (id: string): void =>
    set({
      split: {
        ...form.split,
        // In the order of the household, whoever was taken in last.
        members: everybody.filter((one) => (one === id ? !among.includes(id) : among.includes(one))),
      },
    })
  return (
    <>
      {several ? (
        <Field label={t('people.paidBy')} error={errorAt('paidBy')}>
          <ChipRow
            value={form.paidBy}
            options={members.map(({ id, name }) => ({ value: id, label: nameIn(id, name) }))}
            onChange={(paidBy) => set({ paidBy })}
          />
        </Field>
      ) : null}
      {several && !form.private ? (
        <Field
          label={t('split:open')}
          error={errorAt('split')}
          hint={kind === 'payer' ? t('split:payerAlone') : undefined}
        >
          <Segmented
            label={t('split:open')}
            value={kind === 'payer' ? 'payer' : 'equal'}
            options={ways.map((value) => ({ value, label: t(`split:kind.${value}`) }))}
            onChange={(way) =>
              set({ split: { ...form.split, kind: way, members: among.length > 0 ? among : everybody } })
            }
          />
          {kind === 'payer' ? null : (
            <View className="mt-2 flex-row flex-wrap gap-2">
              {members.map(({ id, name }) => (
                <Chip key={id} selected={among.includes(id)} onPress={() => toggle(id)}>
                  {nameIn(id, name)}
                </Chip>
              ))}
            </View>
          )}
        </Field>
      ) : null}
      <SwitchRow
        label={t('people.private')}
        hint={t('people.privateHint')}
        value={form.private}
        onChange={(isPrivate) => set({ private: isPrivate })}
      />
    </>
  )
}
