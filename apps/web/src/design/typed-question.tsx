import { useTranslation } from 'react-i18next'
import { Chip } from './chip.tsx'

/** What a typed number may mean where it can be read in two ways; a tap says which. */
export const TypedQuestion = ({
  readings,
  onChoose,
}: {
  /** As kept, and as it is shown. */
  readings: readonly { value: string; shown: string }[]
  onChoose: (value: string) => void
}) => {
  const { t } = useTranslation()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="w-full text-ink">{t('typed.question')}</span>
      {readings.map(({ value, shown }) => (
        <Chip key={value} onClick={() => onChoose(value)}>
          <span className="figures">{shown}</span>
        </Chip>
      ))}
    </span>
  )
}
