import { useFormat } from '@streamline/client'
import { useMembers } from '@streamline/client/households'
import {
  monthsFor,
  withPerson,
  withService,
  type ServiceChoice,
  type ServiceWishes,
  type Wish,
} from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ChoiceField } from '../../design/choice-field.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { Heading } from '../../design/text.tsx'

interface Person {
  readonly id: string
  readonly name: string
}

const WishFields = ({
  name,
  service,
  wish,
  onChange,
}: {
  name: string
  service: ServiceChoice
  wish: Wish
  onChange: (wish: Wish) => void
}) => {
  const { t } = useTranslation('savings')
  const { serviceId, monthsAYear } = wish
  return (
    <View className="gap-3">
      <ChoiceField
        label={name}
        value={serviceId ?? ''}
        options={[
          { value: '', label: t('needs.notWanted') },
          ...service.tiers.map((tier) => ({ value: tier.id, label: tier.name })),
        ]}
        onChange={(value) => onChange({ ...wish, serviceId: value === '' ? null : value })}
      />
      {serviceId === null ? null : (
        <ChoiceField
          label={t('needs.howLong', { name })}
          value={String(monthsAYear ?? '')}
          options={[
            { value: '', label: t('needs.allYear') },
            ...monthsFor(wish).map((count) => ({
              value: String(count),
              label: t('needs.monthsAYear', { count }),
            })),
          ]}
          onChange={(value) => onChange({ ...wish, monthsAYear: value === '' ? null : Number(value) })}
        />
      )}
    </View>
  )
}

/** A line with who wants it, until somebody opens it. */
const Service = ({
  service,
  wishes,
  people,
  onChange,
}: ServiceWishes & { people: readonly Person[]; onChange: (wishes: readonly Wish[]) => void }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? ''
  const asked = new Set(wishes.map(({ memberId }) => memberId))
  const others = people.filter(({ id }) => !asked.has(id))
  const wanting = wishes.filter(({ serviceId }) => serviceId !== null).map(({ memberId }) => nameOf(memberId))
  return (
    <Disclosure
      label={service.name}
      aside={wanting.length === 0 ? t('needs.notWanted') : format.list(wanting)}
    >
      {wishes.map((wish) => (
        <WishFields
          key={wish.memberId}
          name={nameOf(wish.memberId)}
          service={service}
          wish={wish}
          onChange={(next) => onChange(wishes.map((one) => (one === wish ? next : one)))}
        />
      ))}
      {others.length === 0 ? null : (
        <ChoiceField
          label={t('needs.alsoFor')}
          value=""
          options={[
            { value: '', label: t('needs.nobodyElse') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => (id === '' ? undefined : onChange(withPerson({ service, wishes }, id)))}
        />
      )}
    </Disclosure>
  )
}

/** Each service, and at which tier each person wants it. */
export const ServiceFields = ({
  services,
  wishes,
  onChange,
}: {
  services: readonly ServiceChoice[]
  wishes: ServiceWishes[]
  onChange: (wishes: ServiceWishes[]) => void
}) => {
  const { t } = useTranslation('savings')
  const { data: people = [] } = useMembers()
  const named = new Set(wishes.map(({ service }) => service))
  const others = services.filter((service) => !named.has(service))
  const [first] = people
  return (
    <View className="gap-3">
      <Heading size="base">{t('needs.services')}</Heading>
      {wishes.map((one) => (
        <Service
          key={one.service.tiers[0]?.id}
          {...one}
          people={people}
          onChange={(next) =>
            onChange(wishes.map((known) => (known === one ? { ...known, wishes: next } : known)))
          }
        />
      ))}
      <ChoiceField
        label={t('needs.addService')}
        value=""
        options={[
          { value: '', label: t('needs.noOther') },
          ...others.map(({ name, tiers }) => ({ value: tiers[0]?.id ?? '', label: name })),
        ]}
        onChange={(id) =>
          first === undefined ? undefined : onChange(withService(wishes, others, id, first.id))
        }
      />
    </View>
  )
}
