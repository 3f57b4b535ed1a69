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
import { SelectField } from '../../design/field.tsx'

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
    <div className="min-w-0 space-y-3">
      <SelectField
        label={name}
        value={serviceId ?? ''}
        onChange={({ target: { value } }) => onChange({ ...wish, serviceId: value === '' ? null : value })}
      >
        <option value="">{t('needs.notWanted')}</option>
        {service.tiers.map((tier) => (
          <option key={tier.id} value={tier.id}>
            {tier.name}
          </option>
        ))}
      </SelectField>
      {serviceId === null ? null : (
        <SelectField
          label={t('needs.howLong', { name })}
          value={monthsAYear ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...wish, monthsAYear: value === '' ? null : Number(value) })
          }
        >
          <option value="">{t('needs.allYear')}</option>
          {monthsFor(wish).map((count) => (
            <option key={count} value={count}>
              {t('needs.monthsAYear', { count })}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}

const Service = ({
  service,
  wishes,
  people,
  onChange,
}: ServiceWishes & { people: readonly Person[]; onChange: (wishes: readonly Wish[]) => void }) => {
  const { t } = useTranslation('savings')
  const asked = new Set(wishes.map(({ memberId }) => memberId))
  const others = people.filter(({ id }) => !asked.has(id))
  return (
    <fieldset className="min-w-0 rounded-control border border-line px-4 pt-2 pb-4">
      <legend className="px-1 font-semibold">{service.name}</legend>
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        {wishes.map((wish) => (
          <WishFields
            key={wish.memberId}
            name={people.find(({ id }) => id === wish.memberId)?.name ?? ''}
            service={service}
            wish={wish}
            onChange={(next) => onChange(wishes.map((one) => (one === wish ? next : one)))}
          />
        ))}
        {others.length === 0 ? null : (
          <SelectField
            label={t('needs.alsoFor')}
            value=""
            onChange={({ target: { value } }) => onChange(withPerson({ service, wishes }, value))}
          >
            <option value="">{t('needs.nobodyElse')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </fieldset>
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
    <section className="space-y-4">
      <h3 className="font-bold">{t('needs.services')}</h3>
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
      <SelectField
        label={t('needs.addService')}
        value=""
        onChange={({ target: { value } }) => {
          if (first !== undefined) onChange(withService(wishes, others, value, first.id))
        }}
      >
        <option value="">{t('needs.noOther')}</option>
        {others.map(({ name, tiers }) => (
          <option key={tiers[0]?.id} value={tiers[0]?.id}>
            {name}
          </option>
        ))}
      </SelectField>
    </section>
  )
}
